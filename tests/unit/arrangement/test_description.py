"""Descriptions in the norm's terms: periods, archiefvormers of their time, values that are never guessed."""

import dataclasses
import datetime as dt

import pytest

from depotklaar.arrangement import terms
from depotklaar.arrangement.description import Span
from depotklaar.model.placed import PlacedFile, Written
from depotklaar.model.plan import PlannedFile

MAY = Span(first=dt.date(2022, 5, 1), last=dt.date(2022, 5, 31))


def test_spans_widen():
    assert Span().widened(Span()) == Span()
    assert Span().widened(MAY) == MAY
    wider = MAY.widened(Span(first=dt.date(2021, 1, 1), last=dt.date(2022, 5, 2)))
    assert (wider.first, wider.last) == (dt.date(2021, 1, 1), MAY.last)


def test_everything_stands_on_every_level(describer):
    one = describer()
    for niveau in ("Archief", "Serie", "Dossier", "Archiefstuk"):
        described = one.describe(niveau, "k", "n", MAY)
        assert described.aggregatieniveau.label == niveau
        assert described.waardering.code == "B"
        assert described.waardering.label == terms.LABELS["B"]
        assert described.informatiecategorie.code == "1.1"
        assert described.archiefvormer[0].naam == "Ministerie van Proeven"
        assert described.beperking_gebruik[0].type.label == "Nader te bepalen"
        assert (described.dekking_in_tijd[0].begindatum, described.dekking_in_tijd[0].einddatum) == (
            "2022-05-01",
            "2022-05-31",
        )


def test_no_date_gives_no_period_and_b_no_term(describer):
    described = describer().describe("Archiefstuk", "k", "n", Span())
    assert described.dekking_in_tijd == ()
    assert described.bewaartermijn is None


def test_a_term_has_its_duration_and_no_guessed_start(describer):
    one = describer()
    entry = dataclasses.replace(one.entry, waardering="V", bewaartermijn="P10Y", trigger="Einde zaak")
    termijn = dataclasses.replace(one, entry=entry).describe("Dossier", "k", "n", MAY).bewaartermijn
    assert termijn.looptijd == "P10Y"
    assert termijn.startdatum_looptijd is None
    assert termijn.trigger_start_looptijd.label == "Einde zaak"


@pytest.mark.parametrize(
    ("profile", "span", "names"),
    [
        ("nationaal-archief", Span(first=dt.date(2021, 1, 1), last=dt.date(2021, 2, 1)), ["Oud"]),
        ("nationaal-archief", Span(first=dt.date(2021, 1, 1), last=dt.date(2023, 1, 1)), ["Oud", "Nieuw"]),
        ("nationaal-archief", Span(first=dt.date(2023, 1, 1), last=dt.date(2023, 1, 1)), ["Nieuw"]),
        ("nha", Span(first=dt.date(2021, 1, 1), last=dt.date(2023, 1, 1)), ["Nieuw"]),
    ],
)
def test_the_archiefvormer_is_that_of_the_time(describer, profile, span, names):
    one = describer(profile=profile)
    (only,) = one.aanlevering.archiefvormers
    both = (
        dataclasses.replace(only, naam="Nieuw", van=dt.date(2022, 1, 1)),
        dataclasses.replace(only, naam="Oud", tot=dt.date(2021, 12, 31)),
    )
    one = dataclasses.replace(one, aanlevering=dataclasses.replace(one.aanlevering, archiefvormers=both))
    assert [former.naam for former in one.archiefvormers(span)] == names


def test_a_bestand_says_what_was_measured(describer):
    one = describer()
    file = PlacedFile(
        planned=PlannedFile(name="k-0001.bin", title="Foto 1.bin", kenmerk="k-1"),
        written=Written(path="a/k-0001.bin", size=7, digests={"sha256": "ab" * 32}),
        location="ergens",
    )
    bestand = one.bestand(file, one.reference("Stuk", "k"))
    assert (bestand.naam, bestand.omvang) == ("Foto 1.bin", 7)
    assert (bestand.checksum[0].algoritme.label, bestand.checksum[0].waarde) == ("SHA-256", "ab" * 32)
    assert bestand.is_representatie_van.identificatie.kenmerk == "k"


def test_an_unknown_format_is_no_term_of_pronom():
    begrip = terms.bestandsformaat(None)
    assert begrip.code is None
    assert "pronom" not in begrip.begrippenlijst.naam.lower()

"""Descriptions in the norm's terms: periods, archiefvormers of their time, values that are never guessed."""

import dataclasses
import datetime as dt

import pytest

from depotklaar.arrangement import terms
from depotklaar.arrangement.description import Span
from depotklaar.model.appraisal import Bewaartermijn, Categorie
from depotklaar.model.placed import PlacedFile, Written
from depotklaar.model.plan import PlannedFile

MAY = Span(first=dt.date(2022, 5, 1), last=dt.date(2022, 5, 31))


def test_spans_widen():
    assert Span().widened(Span()) == Span()
    assert Span().widened(MAY) == MAY
    wider = MAY.widened(Span(first=dt.date(2021, 1, 1), last=dt.date(2022, 5, 2)))
    assert (wider.first, wider.last) == (dt.date(2021, 1, 1), MAY.last)


def test_everything_stands_on_every_level(describer, ruling):
    one = describer()
    for niveau in ("Archief", "Serie", "Dossier", "Archiefstuk"):
        described = one.describe(niveau, "k", "n", MAY, ruling())
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


def test_no_date_gives_no_period_and_b_no_term(describer, ruling):
    described = describer().describe("Archiefstuk", "k", "n", Span(), ruling())
    assert described.dekking_in_tijd == ()
    assert described.bewaartermijn is None


def test_a_term_has_its_duration_and_no_guessed_start(describer, ruling):
    known = ruling(waardering="V", termijn=Bewaartermijn(trigger="Einde zaak", looptijd="P10Y"))
    termijn = describer().describe("Dossier", "k", "n", MAY, known).bewaartermijn
    assert termijn.looptijd == "P10Y"
    assert termijn.startdatum_looptijd is None
    assert termijn.trigger_start_looptijd.label == "Einde zaak"


@pytest.mark.parametrize(
    ("termijn", "written"),
    [
        ({"looptijd": "P10Y"}, None),
        ({"trigger": "Einde"}, None),
        (
            {"looptijd": "P1Y", "begin": "2020-02-29", "einde": "2021-02-28"},
            (None, "2020-02-29", "P1Y", "2021-02-28"),
        ),
        (
            {
                "trigger": "Einde",
                "looptijd": "P1Y",
                "begin": "2020-02-29",
                "einde": "2022-01-01",
                "afronding": "1-januari",
            },
            ("Einde", None, "P1Y", "2022-01-01"),
        ),
    ],
)
def test_a_term_is_written_as_the_norm_can_take_it(describer, ruling, termijn, written):
    known = ruling(waardering="V", termijn=Bewaartermijn(**termijn))
    found = describer().describe("Archiefstuk", "k", "n", MAY, known).bewaartermijn
    if written is None:
        assert found is None
    else:
        trigger = found.trigger_start_looptijd.label if found.trigger_start_looptijd else None
        assert (trigger, found.startdatum_looptijd, found.looptijd, found.einddatum) == written


def test_the_category_that_a_hotspot_overrode_stays_visible(describer, ruling):
    hotspot = Categorie(lijst="Hotspotlijst", code="H1", label="Watersnood")
    own = Categorie(lijst="Lijst, versie 1", code="1.2", label="Ambtelijke top")
    over = describer().describe(
        "Archiefstuk", "k", "n", MAY, ruling(categorie=hotspot, oorspronkelijk=own, hotspot=hotspot)
    )
    assert (over.informatiecategorie.code, [one.code for one in over.classificatie]) == ("H1", ["1.2"])
    beside = describer().describe("Archiefstuk", "k", "n", MAY, ruling(categorie=own, hotspot=hotspot))
    assert (beside.informatiecategorie.code, [one.code for one in beside.classificatie]) == ("1.2", ["H1"])


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

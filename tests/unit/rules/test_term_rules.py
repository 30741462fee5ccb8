"""Durations as a receiver counts them, and the term that the norm's own example has."""

import datetime as dt

import pytest

from depotklaar.model.finding import Severity
from depotklaar.model.mdto import Begrip, BeperkingGebruik, Informatieobject, Termijn, Verwijzing
from depotklaar.profiles.receiver import read_profile
from depotklaar.rules.content import term_compared, term_of_label, term_reported, termijn_end_early, termijn_sum
from depotklaar.rules.interface import Context, SidecarFacts
from depotklaar.rules.periods import fixed_length

LIJST = Verwijzing(naam="Lijst")
OFFICIAL = Termijn(
    trigger_start_looptijd=Begrip(label="Bevriezing", begrippenlijst=LIJST),
    startdatum_looptijd="2011-11-05",
    looptijd="P75Y",
    einddatum="2086-11-05",
)


@pytest.fixture(scope="module")
def nha():
    return Context(profile=read_profile("nha", None), now="2026-01-01T00:00:00Z")


def sidecar(termijn, label="openbaar", bewaartermijn=None):
    one = Informatieobject(
        identificatie=(),
        naam="x",
        waardering=Begrip(label="Tijdelijk te bewaren", code="V", begrippenlijst=LIJST),
        bewaartermijn=bewaartermijn,
        archiefvormer=(),
        beperking_gebruik=(BeperkingGebruik(type=Begrip(label=label, begrippenlijst=LIJST), termijn=termijn),),
    )
    return SidecarFacts(path="x.mdto.xml", describes="x", describes_folder=True, mdto=one)


@pytest.mark.parametrize(
    ("text", "days"),
    [("P1Y", 365), ("P1M", 30), ("P75Y", 27375), ("P1Y1M1D", 396), ("PT24H", 1), ("P0D", 0)],
)
def test_a_year_is_365_days_and_a_month_30(text, days):
    assert fixed_length(text) == dt.timedelta(days=days)


@pytest.mark.parametrize("text", ["", "P", "PT", "1Y", "-P1Y", "P1Y1", "P999999999Y"])
def test_what_has_no_fixed_length(text):
    assert fixed_length(text) is None


def test_the_official_term_is_right_although_it_runs_longer_than_from_now(nha):
    facts = sidecar(None, bewaartermijn=OFFICIAL)
    assert list(termijn_end_early.check(facts, nha)) == []
    assert list(termijn_sum.check(facts, nha)) == []


@pytest.mark.parametrize(
    ("duration", "end", "word"),
    [
        ("P75Y", "2086-11-05", "later"),
        ("P10D", "2011-11-15", "equals"),
        ("P11D", "2011-11-15", "earlier"),
        ("P1Y", "2012", "later"),
        ("P26D", "2011-12", "equals"),
    ],
)
def test_the_receiver_always_says_something_of_a_full_term(nha, duration, end, word):
    termijn = Termijn(startdatum_looptijd="2011-11-05", looptijd=duration, einddatum=end)
    (found,) = term_compared.check(sidecar(termijn), nha)
    assert word in found.sentence("en")
    assert found.severity is Severity.INFO
    assert list(term_reported.check(sidecar(termijn), nha)) == []


@pytest.mark.parametrize(
    ("termijn", "count"),
    [
        (Termijn(einddatum="2040"), 0),
        (Termijn(), 0),
        (Termijn(startdatum_looptijd="2024-01-01"), 0),
        (Termijn(looptijd="P1Y"), 1),
        (Termijn(startdatum_looptijd="2024-01-01", looptijd="P1Y"), 1),
        (Termijn(startdatum_looptijd="2024-01-01", einddatum="2025-01-01"), 1),
        (Termijn(startdatum_looptijd="2025-01-01", einddatum="2025-01-01"), 2),
        (Termijn(startdatum_looptijd="2026-01-01", einddatum="2025"), 2),
    ],
)
def test_the_receiver_reports_missing_parts(nha, termijn, count):
    assert len(list(term_reported.check(sidecar(termijn), nha))) == count


@pytest.mark.parametrize(
    ("label", "termijn", "words"),
    [
        ("openbaar (Archiefwet 1995)", Termijn(einddatum="2040-01-01"), "the start is missing"),
        ("Openbaar; milieu", Termijn(startdatum_looptijd="2024-01-01"), None),
        ("beperkt openbaar; staatsbelang", Termijn(startdatum_looptijd="2024-01-01"), "the end is missing"),
        ("beperkt openbaar; staatsbelang", Termijn(einddatum="2040-01"), "no full date"),
        ("Beperkt Openbaar", Termijn(startdatum_looptijd="2041-01-01", einddatum="2040-01-01"), "lies before"),
        ("beperkt openbaar", Termijn(einddatum="2040-01-01"), None),
        ("Overig", Termijn(looptijd="P1Y"), None),
    ],
)
def test_a_label_asks_for_a_date(nha, label, termijn, words):
    found = [one.sentence("en") for one in term_of_label.check(sidecar(termijn, label), nha)]
    assert (words is None and found == []) or (words is not None and words in found[0])

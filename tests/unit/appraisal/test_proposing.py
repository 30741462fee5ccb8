"""Proposing: which rule wins, what the list says, what a hotspot changes, and when a person must decide."""

import datetime as dt
from dataclasses import replace

import pytest

from depotklaar.appraisal.proposing import Appraiser
from depotklaar.model.appraisal import Case
from depotklaar.model.delivery import Hotspot, WaarderingKeuze, WaarderingRegel
from depotklaar.model.selectielijst import Deel, Selectielijst, SelectionEntry

FIRST, LAST, TODAY = dt.date(2022, 5, 2), dt.date(2022, 5, 9), dt.date(2026, 5, 1)
ENTRIES = (
    SelectionEntry(code="1.1", label="Beleid", waardering="B", criteria=("1", "3")),
    SelectionEntry(
        code="1.2",
        label="Ambtelijke top",
        waardering="V",
        bewaartermijn="P10Y",
        trigger="Einde van de functie",
        trigger_soort="einde-functie",
    ),
    SelectionEntry(code="2", label="Overig", waardering="V", bewaartermijn="P1Y", trigger="Afsluiting"),
    SelectionEntry(code="3", label="Geen termijn", waardering="V"),
    SelectionEntry(code="oud", label="Oud", vervallen=True, opvolger="1.1"),
    SelectionEntry(
        code="delen",
        label="Voorlichting",
        delen=(
            Deel(naam="eindproducten", waardering="B"),
            Deel(naam="overige", waardering="V", bewaartermijn="P5Y", trigger="Afsluiting"),
            Deel(naam="onder voorwaarde", waardering="B", voorwaarde="mits openbaar"),
        ),
        complex=("delen",),
    ),
    SelectionEntry(code="mits", label="Mits", waardering="B", voorwaarde="mits groot", complex=("voorwaarde",)),
    SelectionEntry(code="vaag", label="Vaag", tekst="zie boven", complex=("onleesbaar",)),
    SelectionEntry(code="half", label="Half", waardering="V", bewaartermijn="P5Y", complex=("trigger",)),
    SelectionEntry(
        code="heel", label="Heel", waardering="V", bewaartermijn="P5Y", trigger="Publicatie", complex=("trigger",)
    ),
    SelectionEntry(
        code="kies", label="Kies", waardering="V", termijn_van="P1Y", termijn_tot="P5Y", trigger="Afsluiting"
    ),
    SelectionEntry(code="wie", label="Wie", waardering="B", actor="Minister"),
    SelectionEntry(code="wie", label="Wie", waardering="V", bewaartermijn="P5Y", trigger="X", actor="Raad"),
    SelectionEntry(code="toen", label="Toen", waardering="B", geldig_tot=dt.date(2022, 5, 8)),
    SelectionEntry(code="toen", label="Nu", waardering="V", bewaartermijn="P1Y", geldig_van=dt.date(2022, 5, 9)),
)
LIST = Selectielijst(
    name="proef",
    title="Proeflijst",
    version="2",
    reference="Stcrt. 2020, 0",
    organisation="Ministerie van Proeven",
    valid_from=dt.date(2010, 1, 1),
    valid_until=dt.date(2029, 12, 31),
    fictional=True,
    entries=ENTRIES,
    sha256="0",
)
CASE = Case(
    conversation=frozenset({"kernteam"}),
    participants=frozenset({"ans bakker"}),
    holder=frozenset({"j. de vries"}),
    function="Minister van Proeven",
    function_until=dt.date(2024, 7, 1),
    first=FIRST,
    last=LAST,
)


def appraiser(*rules, hotspots=(), lijst=LIST, today=TODAY, **keuze):
    base = WaarderingKeuze(selectielijst="proef", **{"categorie": "2", **keuze}, regels=rules)
    return Appraiser(keuze=base, hotspots=hotspots, lists={"proef": lijst}, today=today)


def rule(categorie="1.1", **values):
    return WaarderingRegel(categorie=categorie, **values)


def proposed(*, case=CASE, **keuze):
    return appraiser(**keuze).propose(case)


def test_without_rules_the_category_of_everything_holds():
    besluit = proposed(categorie="1.1")
    assert (besluit.waardering, besluit.categorie.code, besluit.categorie.naam) == ("B", "1.1", "proef")
    assert besluit.categorie.lijst == "Proeflijst, versie 2, Stcrt. 2020, 0"
    assert [ground.soort for ground in besluit.gronden] == ["waardering", "selectielijst"]
    assert "B, criterium 1, 3" in besluit.gronden[1].text.nl
    assert not besluit.is_decided


def test_a_more_specific_rule_wins_and_says_why():
    rules = (rule("2", houder=("J. de Vries",)), rule(functie=("minister van proeven",), naam="Minister"))
    engine = appraiser(*rules)
    besluit = engine.propose(CASE)
    assert besluit.waardering == "B"
    assert besluit.gronden[0].soort == "functie"
    assert besluit.gronden[0].text.nl == (
        "[[waardering.regel]] 2 (Minister): functie Minister van Proeven, van 2 mei 2022 t/m 9 mei 2022"
    )
    assert engine.effective == {1}
    assert [f.params["rule"] for f in engine.findings()] == ["[[waardering.regel]] 1"]
    assert engine.problems() == []


def test_two_equally_specific_rules_are_told_with_their_count_and_decide_nothing():
    engine = appraiser(rule(gesprek=("Kernteam",)), rule("2", gesprek=("Kernteam",), naam="Twee"))
    besluiten = [engine.propose(CASE) for _ in range(3)]
    assert {besluit.waardering for besluit in besluiten} == {"N"}
    (problem,) = engine.problems()
    assert problem.text.nl.startswith("[[waardering.regel]] 1 en [[waardering.regel]] 2 (Twee) gelden allebei")
    assert "Aantal keren: 3" in problem.text.nl


@pytest.mark.parametrize(
    "keuze",
    [
        {"categorie": None},
        {"categorie": "9"},
        {"categorie": "oud"},
        {"categorie": "delen"},
        {"categorie": "delen", "deel": "onbekend"},
        {"categorie": "delen", "deel": "onder voorwaarde"},
        {"categorie": "mits"},
        {"categorie": "vaag"},
        {"categorie": "half"},
        {"categorie": "kies"},
        {"categorie": "kies", "bewaartermijn": "P9Y"},
        {"categorie": "kies", "bewaartermijn": "P6M"},
        {"categorie": "kies", "bewaartermijn": "lang"},
        {"categorie": "2", "bewaartermijn": "P6M"},
        {"categorie": "wie"},
        {"categorie": "wie", "actor": "Commissie"},
        {"categorie": "toen"},
    ],
)
def test_what_does_not_say_one_thing_is_left_to_a_person(keuze):
    besluit = proposed(**keuze)
    assert besluit.waardering == "N"
    assert besluit.termijn is None
    assert besluit.onbeslist is not None
    assert besluit.gronden[-1].text == besluit.onbeslist
    found = next((entry for entry in ENTRIES if entry.code == keuze["categorie"]), None)
    assert (besluit.categorie is not None) == (found is not None and keuze.get("actor") is None)


@pytest.mark.parametrize(
    ("keuze", "value", "term"),
    [
        ({"categorie": "3"}, "V", None),
        ({"categorie": "delen", "deel": "eindproducten"}, "B", None),
        ({"categorie": "delen", "deel": "overige"}, "V", "P5Y"),
        ({"categorie": "delen", "deel": "onder voorwaarde", "voorwaarde_vervuld": True}, "B", None),
        ({"categorie": "mits", "voorwaarde_vervuld": True}, "B", None),
        ({"categorie": "heel"}, "V", "P5Y"),
        ({"categorie": "kies", "bewaartermijn": "P5Y"}, "V", "P5Y"),
        ({"categorie": "2", "bewaartermijn": "P12M"}, "V", "P12M"),
        ({"categorie": "wie", "actor": "Minister"}, "B", None),
        ({"categorie": "wie", "actor": "Raad"}, "V", "P5Y"),
    ],
)
def test_what_a_person_chose_settles_the_question(keuze, value, term):
    besluit = proposed(**keuze)
    assert besluit.waardering == value
    assert (besluit.termijn.looptijd if besluit.termijn else None) == term
    assert besluit.categorie.deel == keuze.get("deel")


@pytest.mark.parametrize(("days", "value"), [((FIRST, FIRST), "B"), ((LAST, LAST), "V"), ((None, None), "N")])
def test_a_category_counts_on_the_days_on_which_it_was_valid(days, value):
    case = replace(CASE, first=days[0], last=days[1])
    assert proposed(case=case, categorie="toen").waardering == value


def test_a_term_begins_when_the_function_ended():
    term = proposed(categorie="1.2").termijn
    assert (term.trigger, term.looptijd, term.begin, term.einde) == (
        "Einde van de functie",
        "P10Y",
        "2024-07-01",
        "2034-07-01",
    )
    rounded = proposed(categorie="1.2", einddatum="1-januari").termijn
    assert (rounded.einde, rounded.afronding) == ("2035-01-01", "1-januari")


def test_a_term_does_not_begin_before_it_has_happened_nor_by_a_guess():
    before = appraiser(categorie="1.2", today=dt.date(2024, 6, 30)).propose(CASE).termijn
    closed = proposed(categorie="2").termijn
    assert [(term.begin, term.einde, term.looptijd) for term in (before, closed)] == [
        (None, None, "P10Y"),
        (None, None, "P1Y"),
    ]


def test_a_person_can_give_the_begin_of_a_term():
    engine = appraiser(categorie="2", begin_termijn=dt.date(2022, 5, 3))
    assert engine.propose(CASE).termijn.einde == "2023-05-03"
    assert [(f.kind.id, f.params["count"]) for f in engine.findings()] == [("APP-TERM-EARLY", 1)]


def test_a_decision_in_the_delivery_decides_what_comes_from_it_alone():
    signed = {"besloten_door": "A. Jansen", "datum": dt.date(2026, 1, 2)}
    assert proposed(categorie="1.1", **signed).is_decided
    assert not proposed(categorie="vaag", **signed).is_decided
    assert not appraiser(rule(gesprek=("Kernteam",)), **signed).propose(CASE).is_decided
    spot = Hotspot(naam="Storm", lijst="Hotspotlijst", gesprek=("Kernteam",))
    assert not appraiser(categorie="1.1", hotspots=[spot], **signed).propose(CASE).is_decided
    late = appraiser(categorie="1.1", today=dt.date(2025, 1, 1), **signed)
    assert not late.propose(CASE).is_decided
    assert [problem.place for problem in late.problems()] == ["[waardering], datum"]


def test_a_hotspot_overrides_v_and_n_and_shows_what_it_overrode():
    spots = [
        Hotspot(naam="Watersnood 2021", lijst="Lijst 2022", code="7", gesprek=("Kernteam",)),
        Hotspot(naam="Storm", lijst="Lijst 2022", van=FIRST, tot=LAST),
    ]
    engine = appraiser(categorie="2", hotspots=spots)
    besluit = engine.propose(CASE)
    assert besluit.waardering == "B"
    assert (besluit.categorie.label, besluit.categorie.naam, besluit.termijn) == ("Storm", None, None)
    assert besluit.oorspronkelijk.code == "2"
    assert besluit.hotspot == besluit.categorie
    assert [ground.text.nl for ground in besluit.gronden[:2]] == [
        "hotspot Storm (Lijst 2022)",
        "hotspot Watersnood 2021 (Lijst 2022)",
    ]
    assert engine.effective_hotspots == {0, 1}
    assert appraiser(categorie="vaag", hotspots=spots).propose(CASE).oorspronkelijk.code == "vaag"


def test_a_hotspot_leaves_the_category_of_what_is_kept_anyway():
    spot = Hotspot(naam="Storm", lijst="Lijst 2022", gesprek=("Kernteam",))
    besluit = appraiser(categorie="1.1", hotspots=[spot]).propose(CASE)
    assert (besluit.categorie.code, besluit.hotspot.label, besluit.oorspronkelijk) == ("1.1", "Storm", None)


def test_a_hotspot_by_key_word_needs_a_hit():
    spot = Hotspot(naam="Storm", lijst="Lijst 2022", trefwoord=("storm",))
    engine = appraiser(categorie="2", hotspots=[spot])
    assert engine.propose(CASE).waardering == "V"
    assert [f.params["rule"] for f in engine.findings()] == ["[[hotspot]] 1 (Storm)"]
    assert engine.propose(replace(CASE, hits=frozenset({0}))).waardering == "B"
    assert engine.findings() == []


def test_a_list_that_was_not_in_force_is_told_once_with_its_count():
    lijst = replace(LIST, valid_from=dt.date(2022, 5, 5), gesloten_op=dt.date(2023, 1, 1), opvolger="Nieuwe lijst")
    engine = appraiser(categorie="1.1", lijst=lijst)
    for _ in range(3):
        engine.propose(CASE)
    told = {finding.kind.id: finding.sentence("nl") for finding in engine.findings()}
    assert list(told) == ["APP-LIST-DAYS", "APP-LIST-EXPIRED"]
    assert "2022-05-05 tot en met 2022-12-31" in told["APP-LIST-DAYS"]
    assert "sinds 2023-01-01. Opvolger: Nieuwe lijst. Aantal Archiefstukken: 3." in told["APP-LIST-EXPIRED"]

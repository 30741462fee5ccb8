"""Deciding: what people wrote holds, unless it cannot; then it is told where it stands and why."""

import datetime as dt
from dataclasses import replace

import pytest

from depotklaar.appraisal.deciding import Overlay, lay_over
from depotklaar.language import Text
from depotklaar.model.appraisal import Besluit, Bewaartermijn, Categorie, Decision, Grond, Proposal
from depotklaar.model.selectielijst import Deel, Selectielijst, SelectionEntry

TODAY = dt.date(2026, 5, 1)
LIST = Selectielijst(
    name="proef",
    title="Proeflijst",
    version="2",
    reference=None,
    organisation="x",
    valid_from=None,
    valid_until=None,
    fictional=True,
    sha256="0",
    entries=(
        SelectionEntry(code="1", label="Beleid", waardering="B"),
        SelectionEntry(code="1.2", label="Top", waardering="V", bewaartermijn="P10Y", trigger="Einde"),
        SelectionEntry(code="1 2", label="Spatie", waardering="V", bewaartermijn="P2Y", trigger="Einde"),
        SelectionEntry(code="mits", label="Mits", waardering="V", bewaartermijn="P1Y", trigger="E", voorwaarde="mits"),
        SelectionEntry(code="vaag", label="Vaag", complex=("onleesbaar",)),
        SelectionEntry(
            code="delen",
            label="Delen",
            delen=(Deel(naam="eind", waardering="B"), Deel(naam="rest", waardering="V", bewaartermijn="P5Y")),
        ),
    ),
)
TOP = Categorie(lijst="Proeflijst, versie 2", label="Top", code="1.2", naam="proef")
POLICY = Categorie(lijst="Proeflijst, versie 2", label="Beleid", code="1", naam="proef")
STORM = Categorie(lijst="Hotspots 2022", label="Storm")
WHY = Grond(soort="selectielijst", text=Text("waarom", "why"))
TERM = Bewaartermijn(trigger="Einde", looptijd="P10Y", begin="2012-05-01", einde="2022-05-01")
TEMPORARY = Besluit(waardering="V", categorie=TOP, termijn=TERM, gronden=(WHY,))
FOR_EVER = Besluit(waardering="B", categorie=POLICY, gronden=(WHY,))
UNDECIDED = Besluit(waardering="N", onbeslist=Text("Kies.", "Choose."))
HOTSPOT = Besluit(waardering="B", categorie=STORM, oorspronkelijk=TOP, hotspot=STORM, gronden=(WHY,))


def proposal(besluit, name="A-gesprek-2022-05", content="sha256:1"):
    return Proposal(
        object=name,
        conversation="Kernteam",
        title="Kernteam, mei 2022",
        holder="J. de Vries",
        function=None,
        first_day="2022-05-02",
        last_day="2022-05-09",
        messages=3,
        attachments=0,
        content=content,
        besluit=besluit,
    )


def decision(waardering, name="A-gesprek-2022-05", content="sha256:1", **values):
    signed = {"besloten_door": "A. Jansen", "besloten_op": dt.date(2026, 4, 1), **values}
    return Decision(place="besluiten.csv, regel 2", object=name, content=content, waardering=waardering, **signed)


def unsigned(waardering, **values):
    return decision(waardering, besloten_door=None, besloten_op=None, **values)


def laid(besluit, *decisions):
    held, problems = lay_over([proposal(besluit)], decisions, {"proef": LIST}, TODAY)
    return held["A-gesprek-2022-05"], problems


def test_without_a_line_the_proposal_holds():
    assert laid(TEMPORARY) == (TEMPORARY, [])


def test_a_line_that_nobody_signed_changes_nothing():
    assert laid(TEMPORARY, unsigned("V", categorie="1.2 Top", begin_termijn=dt.date(2012, 5, 1))) == (TEMPORARY, [])
    assert laid(UNDECIDED, unsigned(None)) == (UNDECIDED, [])
    assert laid(TEMPORARY, unsigned("B", content="sha256:2")) == (TEMPORARY, [])


def test_an_acceptance_keeps_the_evidence():
    same = decision("V", categorie="1.2 Top", begin_termijn=dt.date(2012, 5, 1), toelichting="akkoord")
    besluit, problems = laid(TEMPORARY, same)
    assert problems == []
    assert besluit.termijn == TERM
    assert [ground.soort for ground in besluit.gronden] == ["selectielijst", "besluit"]
    assert besluit.gronden[1].text.nl == "overgenomen door A. Jansen op 1 april 2026: akkoord"
    assert (besluit.besloten_door, besluit.besloten_op) == ("A. Jansen", "2026-04-01")


def test_a_begin_that_was_taken_away_is_gone():
    besluit, problems = laid(TEMPORARY, decision("V", categorie="1.2 Top"))
    assert problems == []
    assert (besluit.termijn.begin, besluit.termijn.einde, besluit.termijn.looptijd) == (None, None, "P10Y")


def test_another_decision_replaces_the_proposal():
    besluit, problems = laid(FOR_EVER, decision("V", categorie="1 2", begin_termijn=dt.date(2024, 2, 29)))
    assert problems == []
    assert (besluit.waardering, besluit.categorie.code, besluit.termijn.einde) == ("V", "1 2", "2026-02-28")
    assert [ground.soort for ground in besluit.gronden] == ["besluit", "selectielijst"]
    assert besluit.gronden[0].text.nl.startswith("besloten door A. Jansen")


@pytest.mark.parametrize(
    ("text", "code"), [("1.2", "1.2"), ("1.2 Top", "1.2"), ("1 2 Top", "1 2"), ("1 Beleid", "1"), ("1 2", "1 2")]
)
def test_the_longest_code_that_fits_is_meant(text, code):
    besluit, problems = laid(UNDECIDED, decision("B" if code == "1" else "V", categorie=text))
    assert problems == []
    assert besluit.categorie.code == code


@pytest.mark.parametrize("name", ["mits", "delen"])
def test_a_person_finds_a_condition_to_be_met_and_chooses_a_part(name):
    besluit, problems = laid(UNDECIDED, decision("V", categorie=name, deel="rest" if name == "delen" else None))
    assert problems == []
    assert besluit.waardering == "V"


def test_keeping_what_the_list_calls_temporary_is_an_exception_with_a_reason():
    kept, problems = laid(TEMPORARY, decision("B", toelichting="bijzonder"))
    assert problems == []
    assert (kept.waardering, kept.categorie, kept.termijn, kept.toelichting) == ("B", TOP, None, "bijzonder")
    assert laid(HOTSPOT, decision("B", categorie="1.2"))[1] == []


def test_undecided_is_always_a_decision():
    besluit, problems = laid(FOR_EVER, decision("N"))
    assert problems == []
    assert (besluit.waardering, besluit.is_decided) == ("N", True)


def test_a_decision_against_a_hotspot_needs_a_category_and_a_reason():
    besluit, problems = laid(HOTSPOT, decision("V", categorie="1.2", toelichting="gaat er niet over"))
    assert problems == []
    assert (besluit.waardering, besluit.hotspot) == ("V", None)
    assert laid(HOTSPOT, decision("B", categorie="Storm"))[0].oorspronkelijk == TOP


@pytest.mark.parametrize(
    ("besluit", "line", "why"),
    [
        (TEMPORARY, decision("B"), "toelichting"),
        (TEMPORARY, decision("V", content="sha256:2"), "veranderd sinds dit besluit"),
        (TEMPORARY, decision("V", besloten_op=dt.date(2026, 5, 2)), "na vandaag"),
        (TEMPORARY, decision("V", besloten_op=dt.date(2022, 5, 8)), "vóór het laatste bericht (2022-05-09)"),
        (TEMPORARY, decision("V", begin_termijn=dt.date(2026, 5, 2)), "na vandaag"),
        (TEMPORARY, decision(None), "geen waardering"),
        (TEMPORARY, unsigned("B"), "wijkt af van het voorstel"),
        (TEMPORARY, unsigned("V", categorie="1"), "wijkt af van het voorstel"),
        (TEMPORARY, decision("V", besloten_op=None), "Alleen besloten_door"),
        (FOR_EVER, decision("V"), "De lijst zegt B"),
        (FOR_EVER, decision("V", categorie="delen", deel="eind"), "De lijst zegt B"),
        (FOR_EVER, decision("V", categorie="delen"), "niet eenduidig V"),
        (FOR_EVER, decision("V", categorie="delen", deel="midden"), "geen deel"),
        (FOR_EVER, decision("V", categorie="vaag"), "niet eenduidig V"),
        (FOR_EVER, decision("V", categorie="9"), "staat niet in selectielijst"),
        (FOR_EVER, decision("V", categorie="1.2", actor="Raad"), "staat niet in selectielijst"),
        (FOR_EVER, decision("V", categorie="1.2", selectielijst="andere"), "niet gebruikt"),
        (UNDECIDED, decision("V"), "op grond van een categorie"),
        (HOTSPOT, decision("V"), "op grond van een categorie"),
        (HOTSPOT, decision("V", categorie="1.2"), "hotspot"),
    ],
)
def test_what_cannot_be_followed_is_told_and_the_proposal_stays(besluit, line, why):
    held, (problem,) = laid(besluit, line)
    assert held == besluit
    assert problem.place == "besluiten.csv, regel 2"
    assert why in problem.text.nl


def test_without_a_list_beside_the_category_there_must_be_only_one():
    lists = {"proef": LIST, "andere": replace(LIST, name="andere")}
    line = decision("V", categorie="1.2")
    _, (problem,) = lay_over([proposal(UNDECIDED)], [line], lists, TODAY)
    assert "meer dan één" in problem.text.nl
    assert lay_over([proposal(FOR_EVER)], [line], lists, TODAY)[1] == []


def test_every_unknown_object_is_told_with_its_likely_reason():
    cut, gone = decision("B", name="A-gesprek-2022-05-10"), decision("B", name="A-ander-2022-05")
    _, problems = lay_over([proposal(FOR_EVER)], [cut, gone, unsigned("B", name="x")], {"proef": LIST}, TODAY)
    assert ["A-gesprek-2022-05" in problem.hint.nl for problem in problems] == [True, False]
    assert "niet meer in de aanlevering" in problems[1].hint.nl


def test_what_was_accepted_can_be_asked():
    overlay = Overlay([decision("B"), decision("B", name="b", content="x")], {"proef": LIST}, TODAY)
    overlay.decide(proposal(FOR_EVER))
    overlay.decide(proposal(FOR_EVER, name="b"))
    assert list(overlay.accepted) == ["A-gesprek-2022-05"]
    assert len(overlay.problems()) == 1
    assert overlay.unused() == []


def test_what_no_longer_fits_says_whose_decision_it_was():
    _, (changed,) = laid(FOR_EVER, decision("B", content="sha256:2", toelichting="geheim"))
    assert "(B, besloten door A. Jansen op 1 april 2026)" in changed.text.nl
    _, (gone,) = laid(FOR_EVER, decision("N", name="A-ander-2022-05"))
    assert "(N, decided by A. Jansen on 1 April 2026)" in gone.text.en
    assert "geheim" not in changed.text.nl


def test_a_term_that_begins_before_the_last_message_is_told_once_a_day():
    early, accepted = dt.date(2022, 5, 3), dt.date(2012, 5, 1)
    lines = [decision("V", name=name, begin_termijn=early) for name in "ab"]
    overlay = Overlay([*lines, decision("V", name="c", begin_termijn=accepted)], {"proef": LIST}, TODAY)
    for name in "abc":
        overlay.decide(proposal(TEMPORARY, name=name))
    assert overlay.problems() == []
    (found,) = overlay.findings()
    assert (found.kind.id, found.place.element) == ("APP-TERM-EARLY", "besluiten.csv, regel 2")
    assert found.params == {"day": "2022-05-03", "count": 2}
    assert Overlay([], {"proef": LIST}, TODAY).findings() == []


def test_a_decision_of_the_last_day_is_in_time():
    assert laid(FOR_EVER, decision("B", besloten_op=dt.date(2022, 5, 9)))[1] == []

"""Chosen terms: a person chooses one where the list leaves it to the organisation, and changes none that follows."""

import datetime as dt
from dataclasses import replace

import pytest

from depotklaar.appraisal.deciding import Overlay
from depotklaar.language import Text
from depotklaar.model.appraisal import Besluit, Bewaartermijn, Categorie, Decision, Proposal
from depotklaar.model.selectielijst import Selectielijst, SelectionEntry

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
        SelectionEntry(code="keuze", label="Keuze", waardering="V", termijn_van="P5Y", termijn_tot="P10Y"),
        SelectionEntry(code="vast", label="Vast", waardering="V", bewaartermijn="P10Y", trigger="Einde"),
        SelectionEntry(code="kort", label="Kort", waardering="V", bewaartermijn="P2Y", trigger="Einde"),
        SelectionEntry(code="beleid", label="Beleid", waardering="B"),
    ),
)
CHOICE = Categorie(lijst="Proeflijst, versie 2", label="Keuze", code="keuze", naam="proef")
FIXED = replace(CHOICE, label="Vast", code="vast")
OPEN = Besluit(waardering="N", categorie=CHOICE, onbeslist=Text("Kies een termijn.", "Choose a term."))
TERM = Bewaartermijn(trigger="Einde", looptijd="P10Y", begin="2012-05-01", einde="2022-05-01")
TEMPORARY = Besluit(waardering="V", categorie=FIXED, termijn=TERM)
CHOSEN = Besluit(waardering="V", categorie=CHOICE, termijn=Bewaartermijn(looptijd="P6Y"))
FOR_EVER = Besluit(waardering="B", categorie=replace(CHOICE, label="Beleid", code="beleid"))


def overlaid(besluit, **values):
    proposal = Proposal(
        object="A",
        conversation="Kernteam",
        title="Kernteam, mei 2011",
        holder="J. de Vries",
        function=None,
        first_day="2011-05-02",
        last_day="2011-05-09",
        messages=3,
        attachments=0,
        content="sha256:1",
        besluit=besluit,
    )
    signed = {"besloten_door": "A. Jansen", "besloten_op": dt.date(2026, 4, 1), **values}
    line = Decision(place="besluiten.csv, regel 2", object="A", content="sha256:1", **signed)
    overlay = Overlay([line], {"proef": LIST}, TODAY)
    return overlay.decide(proposal), overlay


@pytest.mark.parametrize("term", ["P5Y", "P7Y", "P10Y"])
def test_a_term_within_the_bounds_of_the_list_can_be_chosen(term):
    begin = dt.date(2012, 1, 1)
    besluit, overlay = overlaid(OPEN, waardering="V", bewaartermijn=term, begin_termijn=begin)
    assert overlay.problems() == []
    years = int(term[1:-1])
    assert besluit.termijn == Bewaartermijn(looptijd=term, begin="2012-01-01", einde=f"{2012 + years}-01-01")
    written = overlay.accepted["A"]
    assert (written.bewaartermijn, written.einde_termijn) == (term, dt.date(2012 + years, 1, 1))


def test_a_term_that_the_delivery_chose_holds_until_a_person_chooses_another():
    assert overlaid(CHOSEN, waardering="V")[0].termijn.looptijd == "P6Y"
    besluit, overlay = overlaid(CHOSEN, waardering="V", bewaartermijn="P9Y")
    assert overlay.problems() == []
    assert besluit.termijn.looptijd == "P9Y"
    assert besluit.gronden[0].text.nl.startswith("besloten door")


@pytest.mark.parametrize(
    ("besluit", "values", "why"),
    [
        (OPEN, {"bewaartermijn": None}, "Kies er een"),
        (OPEN, {"bewaartermijn": "P4Y"}, "P5Y - P10Y"),
        (OPEN, {"bewaartermijn": "P11Y"}, "P5Y - P10Y"),
        (TEMPORARY, {"bewaartermijn": "P5Y"}, "de lijst geeft P10Y"),
        (TEMPORARY, {"bewaartermijn": "P5Y", "begin_termijn": dt.date(2012, 5, 1)}, "de lijst geeft P10Y"),
        (TEMPORARY, {"begin_termijn": dt.date(2013, 5, 1), "einde_termijn": dt.date(2030, 1, 1)}, "2023-05-01"),
        (TEMPORARY, {"begin_termijn": dt.date(2012, 5, 1), "einde_termijn": dt.date(2030, 1, 1)}, "2022-05-01"),
        (TEMPORARY, {"einde_termijn": dt.date(2030, 1, 1)}, "geen einde"),
        (FOR_EVER, {"waardering": "B", "bewaartermijn": "P5Y"}, "geen bewaartermijn"),
        (FOR_EVER, {"waardering": "N", "einde_termijn": dt.date(2030, 1, 1)}, "geen einde"),
    ],
)
def test_what_follows_from_the_list_cannot_be_written_otherwise(besluit, values, why):
    held, overlay = overlaid(besluit, **{"waardering": "V", **values})
    assert held == besluit
    assert overlay.accepted == {}
    (problem,) = overlay.problems()
    assert why in problem.text.nl
    assert problem.text.en and problem.hint.en


def test_what_was_proposed_may_stand_beside_what_was_decided():
    left = {"bewaartermijn": "P10Y", "einde_termijn": dt.date(2022, 5, 1)}
    for values in (
        {"waardering": "B", "toelichting": "bijzonder"},
        {"waardering": "V", "categorie": "kort"},
        {"waardering": "V", "begin_termijn": dt.date(2013, 5, 1)},
        {"waardering": "V", "begin_termijn": dt.date(2012, 5, 1)},
    ):
        assert overlaid(TEMPORARY, **left, **values)[1].problems() == []
    besluit, _ = overlaid(TEMPORARY, **left, waardering="V", categorie="kort")
    assert besluit.termijn.looptijd == "P2Y"


def test_a_term_that_nobody_signed_for_is_no_decision():
    unsigned = {"besloten_door": None, "besloten_op": None, "waardering": "V"}
    assert overlaid(TEMPORARY, **unsigned, bewaartermijn="P10Y", einde_termijn=dt.date(2022, 5, 1))[1].problems() == []
    for values in ({"bewaartermijn": "P5Y"}, {"einde_termijn": dt.date(2030, 1, 1)}):
        (problem,) = overlaid(TEMPORARY, **unsigned, **values)[1].problems()
        assert "wijkt af van het voorstel" in problem.text.nl

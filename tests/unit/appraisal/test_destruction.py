"""Destruction: only what a person decided, and only when its term has passed."""

import datetime as dt
from dataclasses import replace

import pytest

from depotklaar.appraisal.destruction import destroyable, is_due
from depotklaar.language import Text
from depotklaar.model.appraisal import Besluit, Bewaartermijn, Categorie, Grond, Proposal

DUE = Besluit(
    waardering="V",
    categorie=Categorie(lijst="Proeflijst, versie 2", label="Overig", code="2"),
    termijn=Bewaartermijn(trigger="Afsluiting", looptijd="P1Y", begin="2020-05-01", einde="2021-05-01"),
    gronden=(Grond(soort="besluit", text=Text("besloten", "decided")),),
    besloten_door="A. Jansen",
    besloten_op="2026-01-02",
)


def test_a_decided_term_is_due_on_its_last_day():
    assert is_due(DUE, dt.date(2021, 5, 1))
    assert not is_due(DUE, dt.date(2021, 4, 30))


@pytest.mark.parametrize(
    "other",
    [
        {"waardering": "B"},
        {"waardering": "N"},
        {"besloten_door": None},
        {"besloten_op": None},
        {"termijn": None},
        {"termijn": Bewaartermijn(trigger="Afsluiting", looptijd="P1Y")},
    ],
)
def test_what_nobody_decided_or_has_no_end_is_never_due(other):
    assert not is_due(replace(DUE, **other), dt.date(2099, 1, 1))


def test_a_line_of_the_specification():
    proposal = Proposal(
        object="A-1",
        conversation="Kernteam",
        title="Kernteam, mei 2020",
        holder="J. de Vries",
        function=None,
        first_day="2020-04-01",
        last_day="2020-04-30",
        messages=7,
        attachments=2,
        content="sha256:0",
        besluit=DUE,
    )
    line = destroyable(proposal, DUE)
    assert (line.basis, line.object, line.code, line.label, line.due) == ("termijn", "A-1", "2", "Overig", "2021-05-01")
    assert (line.messages, line.attachments, line.ground, line.decided_by) == (7, 2, "besloten", "A. Jansen")

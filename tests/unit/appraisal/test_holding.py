"""Holds: what they touch, that doubt holds, and that a hold stops an exclusion."""

import datetime as dt
from dataclasses import replace

import pytest

from depotklaar.appraisal.conflicts import Conflict, conflict_problems
from depotklaar.appraisal.holding import Holds, texts_of
from depotklaar.appraisal.selection import Selector
from depotklaar.model.delivery import Bevriezing, Periode, Uitsluiting
from depotklaar.model.event import Edit, Poll, PollOption, Quote

DAY = dt.date(2024, 3, 1)
ME, SHE = ("J. de Vries", "+31600000001"), ("Ans Bakker", "+31600000002")


def hold(**values):
    return Bevriezing(naam="Enquête", soort="onderzoek", besloten_door="A. Jansen", datum=DAY, **values)


def exclusion(**values):
    return Uitsluiting(reden="prive", besloten_door="J. de Vries", datum=dt.date(2024, 5, 1), **values)


@pytest.fixture
def holds(head_of):
    def make(*given, **more):
        return Holds(given, head_of("group", ME, SHE), {"+31600000002", "ans bakker"}, **more)

    return make


def test_a_hold_touches_its_conversation_its_people_and_its_days(holds, message):
    found = holds(
        hold(gesprek=("kernteam",)),
        hold(gesprek=("Ander",)),
        hold(deelnemer=("Ans Bakker",)),
        hold(van=DAY, tot=DAY),
        hold(tot=DAY - dt.timedelta(days=1)),
    )
    assert found.touching(message(1, "p1"), DAY) == {0, 2, 3}


def test_what_has_no_day_is_held_by_a_period(holds, message):
    assert holds(hold(van=DAY)).touching(message(1, "p1", local=None), None) == {0}


def test_a_key_word_must_stand_in_the_message_itself(holds, message):
    found = holds(hold(trefwoord=("Watersnood",)), hold(trefwoord=("brand",), gesprek=("Kernteam",)))
    assert found.touching(replace(message(1, "p1"), body="De watersnood."), DAY) == {0}
    assert found.touching(message(2, "p1"), DAY) == set()


def test_every_text_of_a_message_counts(message):
    event = replace(
        message(1, "p1"),
        subject="s",
        quote=Quote(text="q"),
        poll=Poll(question="v", options=(PollOption(text="a"),)),
        edits=(Edit(evidence="history", previous="eerder"),),
    )
    assert texts_of(event) == ("x", "s", "q", "v", "a", "eerder")


def test_an_unknown_holder_or_function_is_held(holds, message):
    asked = hold(houder=("Een Ander",), functie=("Minister",))
    assert holds(asked).touching(message(1, "p1"), DAY) == {0}
    assert holds(asked, holder={"j. de vries"}).touching(message(1, "p1"), DAY) == set()
    known = holds(hold(functie=("minister",)), function_on=lambda day: "Secretaris")
    assert known.touching(message(1, "p1"), DAY) == set()
    assert holds(hold(functie=("minister",)), function_on=lambda day: None).touching(message(1, "p1"), DAY) == {0}


def test_a_held_message_is_not_left_out_and_becomes_a_conflict(head_of, holds, message):
    given = exclusion(gesprek="Kernteam")
    selector = Selector(head_of("group", ME, SHE), [given], Periode(), "x", holds(hold(van=DAY, tot=DAY)))
    assert selector.decide(message(1, "p1"), DAY) is None
    assert selector.decide(message(2, "p1"), DAY + dt.timedelta(days=1))
    assert selector.conflicts == (Conflict(conversation="Kernteam", hold=0, exclusion=0, count=1),)
    assert selector.effective == {0}


def test_the_period_of_the_delivery_does_not_break_a_hold(head_of, holds, message):
    outside = Periode(van=DAY + dt.timedelta(days=1))
    selector = Selector(head_of("group", ME, SHE), [], outside, "x", holds(hold(gesprek=("Kernteam",))))
    assert selector.decide(message(1, "p1"), DAY) is None
    assert [conflict.exclusion for conflict in selector.conflicts] == [None]


def test_conflicts_are_told_once_each_with_their_sum():
    conflicts = [
        Conflict(conversation="Kernteam", hold=0, exclusion=1, count=2),
        Conflict(conversation="Kernteam", hold=0, exclusion=1, count=3),
        Conflict(conversation="Ander", hold=0, exclusion=None, count=1),
    ]
    problems = conflict_problems(conflicts, [hold()])
    assert [problem.place for problem in problems] == ["[periode]", "[[uitsluiting]] 2"]
    assert "5 berichten uit Kernteam" in problems[1].text.nl
    assert "[[bevriezing]] 1 (Enquête)" in problems[1].text.nl
    assert "inquiry" in problems[1].text.en

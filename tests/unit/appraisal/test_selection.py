"""Selection: what stays out, on whose decision, and that doubt keeps the message."""

import datetime as dt

import pytest

from depotklaar.appraisal.selection import OUTSIDE_PERIOD, PERIOD_REMARK, Selector, period_findings, without_effect
from depotklaar.model.delivery import Periode, Uitsluiting

DAY = dt.date(2024, 3, 1)
ME, SHE, HE = ("J. de Vries", "+31600000001"), ("Ans Bakker", "+31600000002"), ("Piet Smit", None)


def exclusion(**values):
    return Uitsluiting(reden="prive", besloten_door="J. de Vries", datum=dt.date(2024, 5, 1), **values)


@pytest.fixture
def selector(head_of):
    def make(kind, *exclusions, period=None, people=(ME, SHE, HE)):
        return Selector(head_of(kind, *people), exclusions, period or Periode(), "Informatiebeheer")

    return make


def test_a_direct_conversation_with_an_excluded_contact_stays_out_whole(selector, message):
    one = selector("direct", exclusion(contact="06 00000002"), people=(ME, SHE))
    grounds = [one.decide(message(1, "p0"), DAY), one.decide(message(2, "p1"), DAY)]
    assert {(g.reason, g.decided_by, g.decided_at) for g in grounds} == {("prive", "J. de Vries", "2024-05-01")}


def test_a_group_with_an_excluded_contact_is_kept_whole(selector, message):
    group = selector("group", exclusion(contact="+31600000002"))
    assert [group.decide(message(n, p), DAY) for n, p in enumerate(("p0", "p1", "p2"))] == [None] * 3


def test_in_groups_only_the_contacts_own_messages_stay_out_when_asked(selector, message):
    group = selector("group", exclusion(contact="+31600000002", ook_in_groepen=True))
    assert [bool(group.decide(message(n, p), DAY)) for n, p in enumerate(("p0", "p1", "p2"))] == [False, True, False]


def test_the_custodian_is_never_the_excluded_contact(selector, message):
    one = selector("direct", exclusion(contact="J. de Vries"), people=(ME, SHE))
    assert one.decide(message(1, "p0"), DAY) is None


def test_a_conversation_of_unknown_kind_is_kept_and_reported(selector, message):
    doubt = selector("unknown", exclusion(contact="Ans Bakker"))
    assert doubt.decide(message(1, "p1"), DAY) is None
    assert [finding.kind.id for finding in doubt.findings()] == ["SEL-KIND-UNKNOWN"]


@pytest.mark.parametrize("name", ["Kernteam", "kernteam ", "c-1"])
def test_a_conversation_is_excluded_by_its_name_or_identity(selector, message, name):
    assert selector("group", exclusion(gesprek=name)).decide(message(1, "p1"), DAY)


def test_another_conversation_is_not(selector, message):
    assert selector("group", exclusion(gesprek="Kern")).decide(message(1, "p1"), DAY) is None


@pytest.mark.parametrize(("day", "out"), [((2024, 2, 29), False), ((2024, 3, 1), True), ((2024, 3, 2), False)])
def test_a_period_counts_both_its_days(selector, message, day, out):
    bounded = selector("group", exclusion(van=DAY, tot=DAY))
    assert bool(bounded.decide(message(1, "p1"), dt.date(*day))) is out


def test_outside_the_period_of_the_delivery(selector, message):
    bounded = selector("group", period=Periode(van=dt.date(2024, 4, 1)))
    ground = bounded.decide(message(1, "p1"), DAY)
    assert (ground.reason, ground.decided_by) == (OUTSIDE_PERIOD, "Informatiebeheer")
    assert (ground.decided_at, ground.remark) == (None, PERIOD_REMARK)


def test_a_period_that_leaves_something_out_needs_a_decision(head_of, message):
    period = Periode(van=dt.date(2024, 4, 1))
    bounded = Selector(head_of("group", ("Karin", None)), [], period, "A. Bakker", decided_at="2026-03-02")
    assert bounded.effective == set()
    ground = bounded.decide(message(1, "p0"), DAY)
    assert (ground.decided_by, ground.decided_at) == ("A. Bakker", "2026-03-02")
    assert [f.kind.id for f in period_findings(False, bounded.effective)] == ["SEL-PERIOD-WITHOUT-DECISION"]
    assert list(period_findings(True, bounded.effective)) == list(period_findings(False, set())) == []


def test_a_message_without_a_date_is_kept_and_counted(selector, message):
    bounded = selector("group", period=Periode(van=dt.date(2024, 4, 1)))
    assert bounded.decide(message(1, "p1", local=None), None) is None
    assert [(f.kind.id, f.params["count"]) for f in bounded.findings()] == [("SEL-UNDATED", 1)]


def test_the_order_of_exclusions_does_not_change_what_stays_out(selector, message):
    rules = (exclusion(van=DAY, tot=DAY), exclusion(contact="Piet Smit", ook_in_groepen=True))
    events = [(message(n, p), DAY + dt.timedelta(days=n)) for n, p in enumerate(("p0", "p1", "p2"))]
    one, two = selector("group", *rules), selector("group", *rules[::-1])
    assert [bool(one.decide(*e)) for e in events] == [bool(two.decide(*e)) for e in events] == [True, False, True]


def test_an_exclusion_that_touches_no_message_is_told(selector, message):
    one = selector("direct", exclusion(contact="Ans Baker"), exclusion(contact="Ans Bakker"), people=(ME, SHE))
    assert one.decide(message(1, "p1"), DAY)
    assert one.effective == {1}
    assert [(f.kind.id, f.place.path) for f in without_effect(2, one.effective)] == [
        ("SEL-WITHOUT-EFFECT", "[[uitsluiting]] 1")
    ]
    assert list(without_effect(0, ())) == []


def test_a_range_of_places_leaves_out_exactly_those(selector, message):
    ranged = selector("group", exclusion(gesprek="Kernteam", bericht_van=2, bericht_tot=3))
    assert [bool(ranged.decide(message(n, "p1"), DAY)) for n in (1, 2, 3, 4)] == [False, True, True, False]
    assert ranged.findings() == []
    assert ranged.people == frozenset()


def test_an_open_range_and_a_message_without_a_date(selector, message):
    ranged = selector("group", exclusion(gesprek="Kernteam", bericht_van=2))
    assert ranged.decide(message(1, "p1", local=None), None) is None
    assert ranged.decide(message(9, "p1", local=None), None)


def test_a_range_that_the_source_does_not_have_is_told(selector, message):
    ranged = selector("group", exclusion(gesprek="Kernteam", bericht_van=2, bericht_tot=9))
    for number in (1, 2, 3):
        ranged.decide(message(number, "p1"), DAY)
    (found,) = ranged.findings()
    assert (found.kind.id, found.params["count"], found.params["span"]) == ("SEL-RANGE-SHORT", 2, 8)

"""Sorting: every event lands in one unit or in the account of what was left out, and a cut can be seen."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from depotklaar.appraisal.conditions import Slots
from depotklaar.appraisal.selection import Ground
from depotklaar.jobs.sorting import UnitSorter
from depotklaar.model.conversation import Conversation, Document, Head, SourceFinding
from depotklaar.model.event import Event, Gap, Occurrence, Time
from depotklaar.model.plan import SerieKey
from depotklaar.standards.conversation.reader import decode_event
from depotklaar.standards.conversation.writer import encode_record

KEY = SerieKey(holder="J. de Vries", function="Minister")
PRIVATE = Ground(reason="prive", decided_by="J. de Vries", decided_at="2024-05-01")
PARTY = Ground(reason="partijpolitiek", decided_by="J. de Vries", decided_at="2024-05-01")


def event(order, day=None, attachments=()):
    moment = Time(local=f"{day}T10:00", precision="minute") if day else None
    return Event(
        id=f"e{order}",
        type="message",
        order=order,
        participant="p",
        body="x",
        timestamp=moment,
        attachments=attachments,
    )


@pytest.fixture
def sorter(tmp_path):
    head = Head(
        document=Document(schema="depotklaar-conversation-1.0", id="d"),
        conversation=Conversation(id="c", platform="whatsapp", display="Kernteam"),
    )
    return UnitSorter(head, tmp_path, serie_on=lambda day: KEY, slot_of=Slots().slot_of, encode_gap=encode_record)


def keep(sorter, order, day, attachments=()):
    one = event(order, day, attachments)
    sorter.keep(one, encode_record(one), dt.date.fromisoformat(day) if day else None)


def records(unit):
    with Path(unit.part).open("rb") as stream:
        return [decode_event(line) for line in stream]


def test_events_are_filed_by_month_in_the_order_of_the_source(sorter):
    for order, day in enumerate(["2024-03-31", "2024-04-01", "2024-03-31"], start=1):
        keep(sorter, order, day)
    march, april = sorter.finish(frozenset())
    assert [r.order for r in records(march)] == [1, 3]
    assert (march.month, march.events, march.first_day, april.events) == ("2024-03", 2, "2024-03-31", 1)


def test_an_event_without_a_date_follows_the_one_before_it(sorter):
    keep(sorter, 1, "2024-03-31")
    keep(sorter, 2, None)
    assert [unit.events for unit in sorter.finish(frozenset())] == [2]


def test_nothing_with_a_date_at_all_is_one_unit(sorter):
    keep(sorter, 1, None)
    (unit,) = sorter.finish(frozenset())
    assert (unit.month, unit.first_day) == (None, None)


def test_a_cut_shows_where_the_conversation_goes_on(sorter):
    keep(sorter, 1, "2024-03-01")
    sorter.leave_out(event(2, "2024-03-02", ("a",)), PRIVATE)
    sorter.leave_out(event(3, "2024-03-03"), PRIVATE)
    keep(sorter, 4, "2024-03-04")
    (unit,) = sorter.finish(frozenset())
    gap = records(unit)[1]
    assert isinstance(gap, Gap)
    assert (gap.order_first, gap.order_last, gap.events, gap.attachments, gap.reason) == (2, 3, 2, 1, "prive")
    assert (unit.events, unit.gaps, unit.left_out) == (2, 1, 2)


def test_two_grounds_are_two_gaps_and_two_rows(sorter):
    sorter.leave_out(event(1, "2024-03-01"), PRIVATE)
    sorter.leave_out(event(2, "2024-03-01"), PARTY)
    keep(sorter, 3, "2024-03-04")
    (unit,) = sorter.finish(frozenset())
    assert [r.reason for r in records(unit)[:2]] == ["prive", "partijpolitiek"]
    assert [(row.reason, row.messages) for row in sorter.left_out] == [("prive", 1), ("partijpolitiek", 1)]


def test_a_cut_at_the_end_shows_in_the_last_unit(sorter):
    keep(sorter, 1, "2024-03-01")
    sorter.leave_out(event(2, "2024-05-02"), PRIVATE)
    (unit,) = sorter.finish(frozenset())
    assert isinstance(records(unit)[-1], Gap)


def test_when_all_is_left_out_there_is_no_unit_but_an_account(sorter):
    sorter.leave_out(event(1, "2024-03-01"), PRIVATE)
    assert sorter.finish(frozenset()) == ()
    assert [row.messages for row in sorter.left_out] == [1]


def test_attachments_are_told_apart_by_whether_the_source_holds_them(sorter):
    keep(sorter, 1, "2024-03-01", ("a", "b"))
    keep(sorter, 2, "2024-03-01", ("a",))
    (unit,) = sorter.finish(frozenset({"a"}))
    assert (unit.attachments, unit.absent) == (("a",), ("b",))


def test_what_the_reader_noticed_stays_with_its_month(sorter):
    keep(sorter, 1, "2024-03-01")
    sorter.note(SourceFinding(code="x", severity="info", event="e1"))
    keep(sorter, 2, "2024-04-01")
    march, april = sorter.finish(frozenset())
    assert (len(march.findings), len(april.findings)) == (1, 0)


def test_a_gap_of_the_source_parts_two_cuts(sorter):
    keep(sorter, 1, "2024-03-01")
    sorter.leave_out(event(2, "2024-03-01"), PRIVATE)
    earlier = Gap(order_first=3, order_last=4, events=2, attachments=0, reason="prive", decided_by="Karin")
    sorter.pass_gap(earlier, encode_record(earlier))
    sorter.leave_out(event(5, "2024-03-01"), PRIVATE)
    keep(sorter, 6, "2024-03-01")
    (unit,) = sorter.finish(frozenset())
    orders = [r.order if isinstance(r, Event) else (r.order_first, r.order_last) for r in records(unit)]
    assert orders == [1, (2, 2), (3, 4), (5, 5), 6]


def test_what_bears_no_date_stays_apart_where_the_day_matters(tmp_path, sorter):
    (tmp_path / "apart").mkdir()
    apart = UnitSorter(
        sorter._head,
        tmp_path / "apart",
        serie_on=lambda day: KEY,
        slot_of=Slots().slot_of,
        undated_apart=True,
        encode_gap=encode_record,
    )
    for order, day in enumerate(["2024-03-31", None, "2024-03-31"], start=1):
        keep(apart, order, day)
    dated, undated = apart.finish(frozenset())
    assert (dated.month, dated.events, undated.month, undated.events) == ("2024-03", 2, None, 1)


def test_the_content_of_a_unit_hangs_on_what_is_said_and_not_on_where_it_stood(tmp_path, sorter):
    def content(folder, *orders, body="x"):
        (tmp_path / folder).mkdir()
        one = UnitSorter(
            sorter._head,
            tmp_path / folder,
            serie_on=lambda day: KEY,
            slot_of=Slots().slot_of,
            encode_gap=encode_record,
        )
        for order in orders:
            raw = Occurrence(capture="c", byte_start=order * 100, raw=f"{order}")
            said = replace(event(order, "2024-03-31", (f"a-{order}",)), body=body, occurrences=(raw,))
            one.keep(said, encode_record(said), dt.date(2024, 3, 31))
        (unit,) = one.finish(frozenset())
        return unit.content

    assert content("first", 1, 2) == content("shifted", 11, 12)
    assert content("shorter", 1) != content("again", 1, 2)
    assert content("other", 1, 2, body="y") != content("same", 1, 2)

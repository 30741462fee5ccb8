"""Cuts one conversation into units as its events stream by, and keeps the account of what was left out."""

import datetime as dt
import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from depotklaar.appraisal.selection import Ground
from depotklaar.jobs.runs import RunLog
from depotklaar.model.conversation import Head, SourceFinding
from depotklaar.model.event import Event, Gap
from depotklaar.model.plan import SerieKey, Unit
from depotklaar.model.report import LeftOut

FLUSH_AT = 1 << 20
LEFT_OUT_EARLIER = "stond al als weggelaten in de bron"
_UNMENTIONED = "bestanden die geen bericht noemt"

_TYPE = b'"type":'
_ORDER = b'"order":'
_ATTACHMENTS = re.compile(rb',"attachments":\[[^\]]*\]')
_OCCURRENCES = b',"occurrences":['

UnitKey = tuple[SerieKey, str | None]


def said_in(line: bytes) -> bytes:
    """What a canonical line of an event says, without what hangs on its place in the source.

    Two exports of a conversation that differ elsewhere number and place an event differently; a decision on it holds.
    """
    before, _, after = line.partition(_ORDER)
    said = _ATTACHMENTS.sub(b"", after[after.find(b",") :].partition(_OCCURRENCES)[0], count=1)
    return before[before.find(_TYPE) :] + said


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """Which hotspots and holds of the delivery an event touches, by their places there."""

    hits: frozenset[int] = frozenset()
    holds: frozenset[int] = frozenset()


UNMARKED = Marks()


@dataclass(slots=True)
class _OpenUnit:
    """A unit that is still growing; its lines wait in memory until the sorter flushes."""

    key: UnitKey
    number: int
    path: Path
    content: "hashlib._Hash" = field(default_factory=hashlib.sha256)
    lines: list[bytes] = field(default_factory=list)
    events: int = 0
    gaps: int = 0
    left_out: int = 0
    first_day: dt.date | None = None
    last_day: dt.date | None = None
    senders: dict[str, None] = field(default_factory=dict)
    attachments: dict[str, None] = field(default_factory=dict)
    hits: set[int] = field(default_factory=set)
    holds: set[int] = field(default_factory=set)
    findings: list[SourceFinding] = field(default_factory=list)

    def flush(self) -> None:
        if self.lines:
            with self.path.open("ab") as stream:
                stream.write(b"\n".join(self.lines) + b"\n")
            self.lines = []

    def add_event(self, event: Event, line: bytes, day: dt.date | None, marks: Marks) -> None:
        self.lines.append(line)
        self.content.update(said_in(line))
        self.content.update(b"\n")
        self.hits.update(marks.hits)
        self.holds.update(marks.holds)
        self.events += 1
        if day is not None:
            self.first_day = day if self.first_day is None else min(self.first_day, day)
            self.last_day = day if self.last_day is None else max(self.last_day, day)
        if event.participant is not None and event.type == "message":
            self.senders[event.participant] = None
        for attachment in event.attachments:
            self.attachments[attachment] = None

    def closed(self, present: frozenset[str]) -> Unit:
        self.flush()
        return Unit(
            serie=self.key[0],
            month=self.key[1],
            part=str(self.path),
            events=self.events,
            gaps=self.gaps,
            left_out=self.left_out,
            first_day=self.first_day.isoformat() if self.first_day else None,
            last_day=self.last_day.isoformat() if self.last_day else None,
            senders=tuple(self.senders),
            attachments=tuple(attachment for attachment in self.attachments if attachment in present),
            absent=tuple(attachment for attachment in self.attachments if attachment not in present),
            content=self.content.hexdigest(),
            hits=tuple(sorted(self.hits)),
            holds=tuple(sorted(self.holds)),
            findings=tuple(self.findings),
        )


@dataclass(slots=True)
class _Run:
    """Consecutive events that are left out on one ground."""

    ground: Ground
    first: Event
    last: Event
    events: int = 0
    attachments: int = 0


class UnitSorter:
    """Sorts the events of one conversation. Memory: a table of units, and at most a megabyte of lines.

    What bears no date goes with the event before it, or apart (`undated_apart`) where it matters on which day it was.
    """

    def __init__(
        self,
        head: Head,
        folder: Path,
        *,
        serie_on: Callable[[dt.date | None], SerieKey],
        slot_of: Callable[[dt.date | None], str | None],
        undated_apart: bool = False,
        encode_gap: Callable[[Gap], bytes],
    ) -> None:
        self._head = head
        self._folder = folder
        self._serie_on = serie_on
        self._slot_of = slot_of
        self._undated_apart = undated_apart
        self._encode_gap = encode_gap
        self._units: dict[UnitKey, _OpenUnit] = {}
        self._by_day: dict[dt.date, _OpenUnit] = {}
        self._current: _OpenUnit | None = None
        self._run: _Run | None = None
        self._pending: list[LeftOut] = []
        self._waiting = 0
        self._log = RunLog(folder / "verloop")
        self.left_out: list[LeftOut] = []
        self.earlier: list[LeftOut] = []
        self.grounds: dict[str, Ground] = {}
        self.runs = ""
        self.events = 0
        self.kept = 0

    def keep(self, event: Event, line: bytes, day: dt.date | None, marks: Marks = UNMARKED) -> None:
        """File an event in the unit of its day."""
        unit = self._unit_for(day)
        self._current = unit
        if self._run is not None:
            self._close_run()
        self._write_gaps(unit)
        unit.add_event(event, line, day, marks)
        self._log.keep(event, unit.number)
        self._count_bytes(line)
        self.events += 1
        self.kept += 1

    def leave_out(self, event: Event, ground: Ground) -> None:
        """Count an event as left out; what stays is a gap that says how many, why and by whom."""
        self.events += 1
        if self._run is not None and self._run.ground != ground:
            self._close_run()
        if self._run is None:
            self._run = _Run(ground, event, event)
        self._run.last = event
        self._run.events += 1
        for attachment in event.attachments:
            self.grounds.setdefault(attachment, ground)
            self._run.attachments += 1

    def pass_gap(self, gap: Gap, line: bytes) -> None:
        """Pass on a gap that the source already has; it is accounted for, but not by us."""
        if self._run is not None:
            self._close_run()
        row = replace(
            self._row(gap.order_first, gap.order_last, gap.events, gap.attachments, gap), remark=LEFT_OUT_EARLIER
        )
        self.earlier.append(row)
        self._log.leave_out(row)
        unit = self._current or self._unit_for(None)
        self._write_gaps(unit)
        unit.lines.append(line)
        unit.gaps += 1
        self._count_bytes(line)

    def note(self, finding: SourceFinding) -> None:
        """Attach what the reader noticed to the unit that is being filled."""
        if self._current is not None and self._run is None:
            self._current.findings.append(finding)

    def finish(self, present: frozenset[str]) -> tuple[Unit, ...]:
        """Return the units in order of their first event; `present` are the attachments that the source holds."""
        if self._run is not None:
            self._close_run()
        if self._current is not None:
            self._write_gaps(self._current)
        self.runs = self._log.close()
        return tuple(unit.closed(present) for unit in self._units.values())

    def _unit_for(self, day: dt.date | None) -> _OpenUnit:
        if day is None:
            return self._open(None) if self._undated_apart else self._current or self._open(None)
        unit = self._by_day.get(day)
        if unit is None:
            unit = self._by_day[day] = self._open(day)
        return unit

    def _open(self, day: dt.date | None) -> _OpenUnit:
        key = (self._serie_on(day), self._slot_of(day))
        if key not in self._units:
            number = len(self._units)
            self._units[key] = _OpenUnit(key, number, self._folder / f"{number + 1:05d}.jsonl")
        return self._units[key]

    def _count_bytes(self, line: bytes) -> None:
        self._waiting += len(line)
        if self._waiting >= FLUSH_AT:
            self._waiting = 0
            for unit in self._units.values():
                unit.flush()

    def _close_run(self) -> None:
        run, self._run = self._run, None
        assert run is not None
        first, last = run.first.timestamp, run.last.timestamp
        row = self._row(run.first.order, run.last.order, run.events, run.attachments, run.ground)
        row = replace(row, first_local=first.local if first else None, last_local=last.local if last else None)
        self.left_out.append(row)
        self._log.leave_out(row)
        self._pending.append(row)

    def _row(self, first: int, last: int, messages: int, attachments: int, ground: Ground | Gap) -> LeftOut:
        conversation = self._head.conversation
        return LeftOut(
            conversation=conversation.id,
            display=conversation.display or conversation.id,
            order_first=first,
            order_last=last,
            first_local=None,
            last_local=None,
            messages=messages,
            attachments=attachments,
            reason=ground.reason,
            decided_by=ground.decided_by,
            decided_at=ground.decided_at,
            remark=ground.remark,
        )

    def leave_files(self, count: int) -> None:
        """Account for files that no message mentions and that stay out because messages of the conversation do."""
        first = self.left_out[0]
        row = replace(first, order_first=0, order_last=0, first_local=None, last_local=None)
        self.left_out.append(replace(row, messages=0, attachments=count, remark=_UNMENTIONED))

    def _write_gaps(self, unit: _OpenUnit) -> None:
        """Show what was left out where the conversation goes on; at its end, in the unit that ends it."""
        for left_out in self._pending:
            gap = Gap(
                order_first=left_out.order_first,
                order_last=left_out.order_last,
                events=left_out.messages,
                attachments=left_out.attachments,
                reason=left_out.reason,
                decided_by=left_out.decided_by,
                decided_at=left_out.decided_at,
                remark=left_out.remark,
            )
            unit.lines.append(self._encode_gap(gap))
            unit.gaps += 1
            unit.left_out += left_out.messages
        self._pending.clear()

"""The first look at a chat file: which header shapes it has, which dates, which labels."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from depotklaar.importers.whatsapp_clock import Calendar, read_clock
from depotklaar.importers.whatsapp_dates import DateEvidence, Order, judge_by_numbers, read_date
from depotklaar.importers.whatsapp_header import Shape, headers_in, shape_of
from depotklaar.importers.whatsapp_message import LRM
from depotklaar.importers.whatsapp_records import PRELUDE, split_records
from depotklaar.importers.whatsapp_text import PIECE, TextFile

_LEARNT_FROM = 4
_MOST_LABELS = 100_000
_MOST_SHAPES = 50
_BLOCK = 10
_OPENING_LINES = 20
_COLON_SEEN = 3
_COLON_WITHIN = 80


@dataclass(slots=True)
class Probe:
    """What the whole file shows before any record is read.

    `evidence` and `shapes` go together; `guests` are the header-like lines of other shapes, which are text.
    `labels` counts what stands before the first `: `; `colon_labels` are names that hold `: ` themselves.
    """

    text: TextFile
    shapes: tuple[Shape, ...]
    evidence: tuple[DateEvidence, ...]
    labels: dict[str, int] = field(default_factory=dict)
    seconds: dict[str, tuple[str, int] | None] = field(default_factory=dict)
    guests: dict[Shape, DateEvidence] = field(default_factory=dict)
    guest_lines: dict[Shape, int] = field(default_factory=dict)
    records: int = 0
    counts: list[int] = field(default_factory=list)
    marked: bool = False

    @property
    def colon_labels(self) -> tuple[str, ...]:
        """Names with `: ` in them: the first part is never followed by anything else."""
        return tuple(
            f"{label}: {found[0]}"
            for label, found in self.seconds.items()
            if found is not None and found[1] >= _COLON_SEEN and found[1] == self.labels[label]
        )

    @property
    def known_labels(self) -> tuple[str, ...]:
        """What stands at the begin of more than one record."""
        return tuple(label for label, count in self.labels.items() if count > 1)


def any_day(_shape: int, date: str) -> object:
    """Whether a date exists in any order at all."""
    return next((day for order in ("dmy", "mdy", "ymd") if (day := read_date(date, order))), None)


def first_header(text: str, is_strict: bool) -> str | None:
    """Return the date of the first header among the first lines with anything on them; None when there is none.

    `is_strict` passes over dates that exist in no order.
    """
    for line in [line for line in text[:PIECE].split("\n") if line.strip()][:_OPENING_LINES]:
        for match in headers_in(line):
            shape, date = shape_of(match), _date_in(match)
            if shape is not None and shape.family != "bare" and (not is_strict or any_day(0, date) is not None):
                return date
    return None


def probe(text: TextFile, stated: Order | None) -> Probe | None:
    """Look through a file; None when no line of it is a header. `stated` is the date order that the archivist gives."""
    first = _learn(text)
    if first is None:
        return None
    found = _sweep(text, (first,))
    busiest = max(found.guests, key=lambda shape: found.guest_lines[shape], default=None)
    if busiest is not None and busiest.family != "bare" and found.guest_lines[busiest] > found.records:
        found = _sweep(text, (busiest,))
    for guest in sorted(
        found.guests, key=lambda shape: (shape.family == "bare", -found.guest_lines[shape], shape.name)
    ):
        if guest in found.guests and _belongs(found, guest, stated):
            found = _sweep(text, (*found.shapes, guest))
    return found


def _learn(text: TextFile) -> Shape | None:
    counts: dict[Shape, int] = {}
    pieces = 0
    for piece in text.pieces():
        for match in headers_in(piece):
            shape = shape_of(match)
            if shape is not None and shape.family != "bare" and any_day(0, _date_in(match)) is not None:
                counts[shape] = counts.get(shape, 0) + 1
        pieces += 1 if counts else 0
        if pieces >= _LEARNT_FROM:
            break
    return max(counts, key=counts.__getitem__) if counts else None


def _date_in(match: "re.Match[str]") -> str:
    return "".join(match[name] for name in ("a", "sep", "b", "sep", "c"))


def _sweep(text: TextFile, shapes: tuple[Shape, ...]) -> Probe:
    found = Probe(text, shapes, tuple(DateEvidence(shape, "") for shape in shapes))
    found.counts = [0] * len(shapes)
    last, records, labels = [""] * len(shapes), 0, found.labels
    for shape, stamp, date, label, _, cut, raw in split_records(text, shapes, any_day):
        if not found.marked and LRM in raw:
            found.marked = True
        if shape == PRELUDE:
            _note_guests(found, raw, 0)
            continue
        records += 1
        found.counts[shape] += 1
        if date != last[shape] and any_day(shape, date) is not None:
            last[shape] = date
            evidence = found.evidence[shape]
            evidence.stamp = evidence.stamp or stamp
            evidence.add(date)
        if label is not None:
            count = labels.get(label, 0)
            if count or len(labels) < _MOST_LABELS:
                labels[label] = count + 1
                if count == 0 or found.seconds[label] is not None:
                    _note_second(found, label, raw, cut)
        if raw.find("\n", cut, -1) >= 0:
            _note_guests(found, raw, cut)
    found.records = records
    return found


def _note_second(found: Probe, label: str, raw: str, cut: int) -> None:
    colon = raw.find(": ", cut, cut + _COLON_WITHIN)
    second = raw[cut:colon] if colon > cut else ""
    known = found.seconds.get(label)
    if not second or "\n" in second or LRM in second or second.endswith("http") or "ocati" in second:
        found.seconds[label] = None
    elif known is None:
        found.seconds[label] = (second, 1)
    else:
        found.seconds[label] = (second, known[1] + 1) if known[0] == second else None


def guests_in(raw: str, cut: int, shapes: tuple[Shape, ...]) -> Iterator[tuple[Shape, "re.Match[str]"]]:
    """Give every line after `cut` that looks like a header of another shape than `shapes`."""
    for match in headers_in(raw[cut:]):
        shape = shape_of(match) if match.start() or not cut else None
        if shape is not None and shape not in shapes and any_day(0, _date_in(match)) is not None:
            yield shape, match


def count_headers(raw: str, cut: int, shapes: tuple[Shape, ...]) -> tuple[int, int]:
    """Count the lines after `cut` that look like a header: those of `shapes`, and those of any other shape."""
    within = [shape_of(match) for match in headers_in(raw[cut:]) if match.start() or not cut]
    own = sum(1 for shape in within if shape in shapes)
    return own, sum(1 for shape in within if shape is not None) - own


def _note_guests(found: Probe, raw: str, cut: int) -> None:
    for shape, match in guests_in(raw, cut, found.shapes):
        if shape not in found.guests:
            if len(found.guests) >= _MOST_SHAPES:
                continue
            found.guests[shape] = DateEvidence(shape, match[0])
            found.guest_lines[shape] = 0
        found.guest_lines[shape] += 1
        found.guests[shape].add(_date_in(match))


def _belongs(found: Probe, guest: Shape, stated: Order | None) -> bool:
    """Whether the lines of another shape are records of their own, because the file was put together from several.

    They are when each run of them fits in time between its neighbours, which a pasted copy never does as it is older
    than the message it stands in; or when they are one long block at the begin or the end, as when a second export was
    appended. Without a date order that is certain nothing fits.
    """
    evidence = found.guests[guest]
    judged = [judge_by_numbers(part) for part in (*found.evidence, evidence)]
    orders = [part[0] if part is not None else stated for part in judged]
    if None in orders:
        return False
    calendar = Calendar([order for order in orders if order is not None])
    fits, later, runs, at_edge, rising = _runs(found, guest, calendar)
    if fits and later * 2 >= runs:
        return True
    lines = found.guest_lines[guest]
    return guest.family != "bare" and runs == 1 and at_edge and rising and lines >= max(_BLOCK, found.records // 10)


def _runs(found: Probe, guest: Shape, calendar: Calendar) -> tuple[bool, int, int, bool, bool]:
    """Return whether all runs fit in time, how many begin later, how many there are, and of a single one its place."""
    number = len(found.shapes)
    before = last = (dt.date.min, 0, 0)
    fits = rising = True
    later = runs = hosts = hosts_after = 0
    within = False
    for shape, stamp, date, *_ in split_records(found.text, (*found.shapes, guest), calendar.day):
        day = calendar.day(shape, date) if shape != PRELUDE else None
        if day is None:
            continue
        hour, minute, *_ = read_clock(stamp[len(date) :]) or (0, 0)
        moment = (day, hour, minute)
        if shape != number:
            fits = fits and not (within and moment < last)
            before, within = moment, False
            hosts, hosts_after = hosts + (runs == 0), hosts_after + (runs > 0)
            continue
        if within:
            rising = rising and moment >= last
            fits = fits and rising
        else:
            runs += 1
            later += moment > before
            fits = fits and moment >= before
        last, within = moment, True
    return fits, later, runs, not hosts or not hosts_after, rising

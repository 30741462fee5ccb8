"""Whether the dates and times of a record are real ones: well formed, on a day that exists, not contradicting."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from typing import Any, get_args, get_type_hints

import msgspec

from depotklaar.language import Text
from depotklaar.model.conversation import Attachment
from depotklaar.model.event import Event, Time
from depotklaar.model.record import Record
from depotklaar.standards.conversation.agreement import agrees, contradictions, is_plain
from depotklaar.standards.conversation.forms import CLOCK, DAY, OFFSET

_DATED = {"created_at", "captured_at", "decided_at", "valid_from", "valid_until", "local", "utc", "utc_candidates"}
_DAY = re.compile(DAY)
_LOCAL = re.compile(rf"{DAY}(T{CLOCK})?")
_UTC = re.compile(rf"{DAY}T{CLOCK}Z")
_OFFSET = re.compile(OFFSET)
_PRECISIONS = get_args(get_type_hints(Time)["precision"])
_MOST_KNOWN = 100_000
_known_offsets: set[str] = set()
_known_days: set[str] = set()
_known_local_clocks: set[str] = set()
_known_utc_clocks: set[str] = set()


def has_real_times(record: Record) -> bool:
    """Whether every Time within the record is well formed, exists and agrees; dates outside one only need their day."""
    if type(record) is Attachment:
        return True
    if type(record) is not Event:
        return not any(True for _ in unreal_days(msgspec.to_builtins(record)))
    moment = record.timestamp
    if moment is not None and not is_plain(moment) and not _is_real(moment):
        return False
    if record.edits or record.deletion or record.reactions or record.read_receipts:
        return all(_is_real(moment) for moment in times_within(record))
    return True


def unreal_days(values: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Give the path of every date that is well formed but stands in no calendar (31 February).

    `values` is a record as a JSON reader gives it, which may have other faults too.
    """
    if isinstance(values, str) and _DATED & set(path[-2:]) and _DAY.match(values) and not _is_day(values[:10]):
        yield path
    for key, part in parts_of(values):
        yield from unreal_days(part, (*path, key))


def contradicting_times(
    values: object, path: tuple[str | int, ...] = ()
) -> Iterator[tuple[tuple[str | int, ...], str, Text]]:
    """Give the path of every time that contradicts itself, with its field and the sentence.

    `values` is as for `unreal_days`; a time with another fault is passed over.
    """
    if path[-1:] == ("timestamp",) and isinstance(values, dict):
        for field, text in _contradictions(values):
            yield path, field, text
    for key, part in parts_of(values):
        yield from contradicting_times(part, (*path, key))


def parts_of(values: object) -> Iterable[tuple[str | int, object]]:
    """The parts of an object or a list with their keys or places; none of anything else."""
    if isinstance(values, dict):
        return values.items()
    return enumerate(values) if isinstance(values, (list, tuple)) else ()


def times_within(event: Event) -> Iterator[Time]:
    """Give the times of an event's deletion, edits, reactions and receipts; not that of the event itself."""
    for item in (event.deletion, *event.edits, *event.reactions, *event.read_receipts):
        if item is not None and item.timestamp is not None:
            yield item.timestamp


def _is_real(moment: Time) -> bool:
    local, utc, offset = moment.local, moment.utc, moment.offset
    return (
        (local is None or (local[:10] in _known_days and local[10:] in _known_local_clocks) or _learn_local(local))
        and (utc is None or (utc[:10] in _known_days and utc[10:] in _known_utc_clocks) or _learn_utc(utc))
        and (offset is None or offset in _known_offsets or _learn_offset(offset))
        and (not moment.utc_candidates or all(_learn_utc(text) for text in moment.utc_candidates))
        and agrees(moment)
    )


def _contradictions(values: dict[str, Any]) -> Iterator[tuple[str, Text]]:
    local, offset, utc = (values.get(field) for field in ("local", "offset", "utc"))
    precision, candidates = values.get("precision", "unknown"), values.get("utc_candidates", [])
    if (
        isinstance(local, str)
        and _learn_local(local)
        and precision in _PRECISIONS
        and (offset is None or (isinstance(offset, str) and _learn_offset(offset)))
        and (utc is None or (isinstance(utc, str) and _learn_utc(utc)))
        and isinstance(candidates, list)
        and all(isinstance(text, str) and _learn_utc(text) for text in candidates)
    ):
        yield from contradictions(local, precision, offset, utc, candidates)


def _learn_local(text: str) -> bool:
    return _LOCAL.fullmatch(text) is not None and _is_day(text[:10]) and _remember(_known_local_clocks, text[10:])


def _learn_utc(text: str) -> bool:
    return _UTC.fullmatch(text) is not None and _is_day(text[:10]) and _remember(_known_utc_clocks, text[10:])


def _learn_offset(text: str) -> bool:
    return _OFFSET.fullmatch(text) is not None and _remember(_known_offsets, text)


def _is_day(text: str) -> bool:
    try:
        dt.date.fromisoformat(text)
    except ValueError:
        return False
    return _remember(_known_days, text)


def _remember(known: set[str], text: str) -> bool:
    if len(known) >= _MOST_KNOWN:
        known.clear()
    known.add(text)
    return True

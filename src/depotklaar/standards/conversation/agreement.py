"""Whether the parts of a time agree: its written form with the precision, and local, offset and utc with each other."""

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any

from depotklaar.language import Text
from depotklaar.model.event import Time
from depotklaar.standards.conversation import sentences as say

_SECOND = 1_000_000
_MINUTE = 60 * _SECOND
_DAY = 24 * 60 * _MINUTE
_UNITS = {"day": _DAY, "minute": _MINUTE, "second": _SECOND, "millisecond": 1_000, "unknown": 1}
_FARTHEST = 16 * 60 * _MINUTE
_WHOLE_MINUTES_FROM = "1973"
_LENGTHS = {"day": 10, "minute": 16, "second": 19, "millisecond": 23, "unknown": 0}
_FITTING = {
    "day": re.compile(r"[0-9-]{10}"),
    "minute": re.compile(r".{10}T..:..(:00(\.0+)?)?"),
    "second": re.compile(r".{10}T..:..:..(\.0+)?"),
    "millisecond": re.compile(r".{10}T..:..:..(\.[0-9]+)?"),
    "unknown": re.compile(r".*"),
}
_MINUTES = {f"T{hour:02d}:{minute:02d}": hour * 60 + minute for hour in range(24) for minute in range(60)}
_IN_UTC = {"": ":00Z"} | {f":{second:02d}": f":{second:02d}Z" for second in range(60)}
_MOST_KNOWN = 100_000
_shifts: dict[tuple[str, str, str], int] = {}


def is_plain(moment: Time) -> bool:
    """Whether a Time is whole, well formed and real, and agrees: quick, and right when it says yes.

    It says no to whatever is not written like most, and to days and offsets that `agrees` did not see before.
    """
    local, utc, offset = moment.local, moment.utc, moment.offset
    if local is None or utc is None or offset is None or moment.utc_candidates:
        return False
    shift = _shifts.get((local[:10], utc[:10], offset))
    if shift is None or _LENGTHS[moment.precision] != len(local) or utc[16:] != _IN_UTC.get(local[16:]):
        return False
    here, there = _MINUTES.get(local[10:16]), _MINUTES.get(utc[10:16])
    return here is not None and there is not None and here - there == shift


def agrees(moment: Time) -> bool:
    """Whether a Time whose parts are each well formed and real contradicts itself nowhere; `contradictions` says where.

    Docs/conversation-1.0.md, Times that agree. A part that is None contradicts nothing.
    """
    local, utc, offset = moment.local, moment.utc, moment.offset
    if local is None:
        return True
    length = len(local)
    if _LENGTHS[moment.precision] != length and not _fits(local, moment.precision):
        return False
    if moment.utc_candidates and not all(_is_near(local, candidate) for candidate in moment.utc_candidates):
        return False
    if utc is None:
        return True
    if offset is not None and (length == 16 or (length > 16 and local[16:] == utc[16:-1])):
        shift = _shifts.get((local[:10], utc[:10], offset))
        if shift is not None and _MINUTES[local[10:16]] - _MINUTES[utc[10:16]] == shift:
            return True
    return _is_same(local, offset, utc, moment.precision)


def contradictions(local: Any, precision: Any, offset: Any, utc: Any, candidates: Any) -> Iterator[tuple[str, Text]]:
    """Give the field and the sentence of each contradiction between local, offset and utc, which must be well formed.

    The form that does not fit the precision is not among them: the JSON Schema tells that.
    """
    for index, candidate in enumerate(candidates):
        if not _is_near(local, candidate):
            yield f"utc_candidates[{index}]", say.FAR_FROM_LOCAL
    if utc is not None and not _is_same(local, offset, utc, precision):
        yield "utc", say.FAR_FROM_LOCAL if offset is None else say.OTHER_INSTANT


def _fits(local: str, precision: str) -> bool:
    return _FITTING[precision].fullmatch(local) is not None


def _is_same(local: str, offset: str | None, utc: str, precision: str) -> bool:
    """Whether local and utc name one instant, at the coarsest of how they are written and how precise they are.

    Without an offset utc only has to lie within the offsets that zones have. Before 1973 zones had offsets with
    seconds, which `offset` cannot say: up to a minute may then be lost.
    """
    if offset is None:
        return _is_near(local, utc)
    _learn_shift(local[:10], utc[:10], offset)
    unit = max(_unit(local), _unit(utc[:-1]), _UNITS[precision])
    here = _value(local) // unit * unit
    there = (_value(utc[:-1]) + _minutes(offset) * _MINUTE) // unit * unit
    return abs(here - there) <= (0 if local >= _WHOLE_MINUTES_FROM else max(unit, _MINUTE))


def _learn_shift(local: str, utc: str, offset: str) -> None:
    """Keep how many minutes the clock of local is ahead of that of utc on these two days, so that `agrees` is quick."""
    if len(_shifts) >= _MOST_KNOWN:
        _shifts.clear()
    _shifts[local, utc, offset] = (_ordinal(utc) - _ordinal(local)) * 24 * 60 + _minutes(offset)


def _is_near(local: str, utc: str) -> bool:
    distance = _value(utc[:-1]) - _value(local)
    return -_FARTHEST <= distance < _FARTHEST + _unit(local)


def _unit(text: str) -> int:
    """How long what is written lasts, in microseconds: a day for a date, a minute for hh:mm."""
    if len(text) > 20:
        return int(10 ** (6 - (len(text) - 20)))
    return {10: _DAY, 16: _MINUTE}.get(len(text), _SECOND)


def _value(text: str) -> int:
    """Return the begin of a date or of a date and time, in microseconds of a calendar that never changes its clock."""
    value = _ordinal(text) * _DAY
    if len(text) > 10:
        value += _MINUTES[text[10:16]] * _MINUTE
    if len(text) > 16:
        value += int(text[17:19]) * _SECOND + int(text[20:].ljust(6, "0") or "0")
    return value


def _ordinal(text: str) -> int:
    return dt.date.fromisoformat(text[:10]).toordinal()


def _minutes(offset: str) -> int:
    return int(offset[0] + "1") * (int(offset[1:3]) * 60 + int(offset[4:6]))

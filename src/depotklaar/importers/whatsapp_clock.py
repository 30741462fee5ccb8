"""The moment of a record: its stamp as local time, and what the time zone makes of it."""

import datetime as dt
import re
from collections.abc import Sequence
from typing import Literal, NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from depotklaar.errors import Problem
from depotklaar.importers.whatsapp_dates import Order, read_date
from depotklaar.language import Text
from depotklaar.model.event import Certainty, Time

ASSUMED_ZONE = "Europe/Amsterdam"
_MOST_KEPT = 50_000
_MOST_HOURS = 100_000
_CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?\D*\Z")
_MORNING = re.compile(r"[Aa]\.?[ \u00a0\u202f]?[Mm]|오전|上午|午前|ص|π")
_EVENING = re.compile(r"[Pp]\.?[ \u00a0\u202f]?[Mm]|오후|下午|午後|م|μ\.?μ")
_ODD = {"ambiguous_dst": ("time-ambiguous",), "nonexistent_dst": ("time-nonexistent",)}
_NO_ZONE = Text("de tijdzone {zone} bestaat niet", "there is no time zone {zone}")
_ZONE_HINT = Text(
    'Noem een zone van de IANA-lijst, zoals tijdzone = "Europe/Amsterdam" in [[bron]] of --tijdzone Europe/Amsterdam.',
    'Name a zone of the IANA list, such as tijdzone = "Europe/Amsterdam" in [[bron]] or --tijdzone Europe/Amsterdam.',
)

Precision = Literal["second", "minute", "unknown"]
_DAY = 24 * 60
_CLOCKS = tuple(f"T{hour:02d}:{minute:02d}" for hour in range(24) for minute in range(60))

_Hour = tuple[int, str, Precision, tuple[str, ...]]
_Reading = tuple[str | None, str | None, tuple[str, ...], Certainty]


def zone_problem(name: str, place: str) -> Problem | None:
    """Return what is wrong with the name of a time zone; None when it exists."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return Problem(place=place, text=_NO_ZONE.fill(zone=name[:80]), hint=_ZONE_HINT)
    return None


class Calendar:
    """Which days the dates of a file stand for; `orders` gives the date order of each header shape."""

    def __init__(self, orders: Sequence[Order]) -> None:
        self._orders = orders
        self._days: dict[tuple[int, str], dt.date | None] = {}

    def day(self, shape: int, text: str) -> dt.date | None:
        """Return the day of a date text; None when there is no such day."""
        key = (shape, text)
        if key not in self._days:
            if len(self._days) >= _MOST_KEPT:
                self._days.clear()
            self._days[key] = read_date(text, self._orders[shape])
        return self._days[key]


class _Day(NamedTuple):
    """A day in a zone, its neighbours, and its distance to UTC; `minutes` is None on a day when the clock changes."""

    day: dt.date
    text: str
    before: str
    after: str
    offset: str
    minutes: int | None


class Moment(NamedTuple):
    """The values of a Time, without its making, and the codes of what is odd about it."""

    local: str | None
    precision: Precision
    offset: str | None
    utc: str | None
    candidates: tuple[str, ...]
    certainty: Certainty
    odd: tuple[str, ...]


class Clock:
    """Tells the moment of a stamp. What the zone makes of a day is worked out once and kept, so is each hour text.

    `seconds_last` says of each header shape whether its stamps end in two digits of seconds, which then come apart.
    """

    def __init__(self, calendar: Calendar, zone: str, stated: bool, seconds_last: Sequence[bool]) -> None:
        self.calendar = calendar
        self._seconds_last = seconds_last
        self.zone = zone
        self._zone = ZoneInfo(zone)
        self._certainty: Certainty = "zone_stated" if stated else "zone_assumed"
        self._days: dict[tuple[int, str], _Day | None] = {}
        self._hours: dict[str, _Hour | None] = {}

    def time(self, shape: int, stamp: str, date: str) -> tuple[Time, tuple[str, ...]]:
        """Return the time of a stamp and the codes of what is odd about it."""
        moment = self.moment(shape, stamp, date)
        known = Time(
            local=moment.local,
            precision=moment.precision,
            zone=self.zone if moment.local else None,
            offset=moment.offset,
            utc=moment.utc,
            utc_candidates=moment.candidates,
            certainty=moment.certainty,
            basis="device_clock",
            raw=stamp,
        )
        return known, moment.odd

    def moment(self, shape: int, stamp: str, date: str) -> Moment:
        """Return what a stamp stands for; all is unknown when its day or its hour does not exist."""
        key, text, seconds = (shape, date), stamp[len(date) :], ""
        if self._seconds_last[shape]:
            text, seconds = text[:-3], f":{text[-2:]}"
        day = self._days[key] if key in self._days else self._learn_day(key)
        hour = self._hours[text] if text in self._hours else self._learn_hour(text)
        if day is None or hour is None or seconds > ":59":
            return Moment(None, "unknown", None, None, (), "unknown", ("impossible-time",))
        minute, tail, precision, odd = hour
        if seconds:
            precision = "second"
        else:
            seconds = tail
        local = f"{day.text}{_CLOCKS[minute]}{seconds}"
        if day.minutes is None:
            return self._changing(day.day, (minute, seconds, precision, odd), local)
        past = minute - day.minutes
        date = day.text if 0 <= past < _DAY else day.before if past < 0 else day.after
        utc = f"{date}{_CLOCKS[past % _DAY]}{seconds or ':00'}Z"
        return Moment(local, precision, day.offset, utc, (), self._certainty, odd)

    def _changing(self, day: dt.date, hour: _Hour, local: str) -> Moment:
        """Return a moment on a day when the clock changes."""
        minute, seconds, precision, odd = hour
        begin = dt.datetime.combine(day, dt.time(minute // 60, minute % 60))
        offset, instant, candidates, certainty = _reading(begin, self._zone, self._certainty)
        tail = f"{seconds or ':00'}Z"
        utc = None if instant is None else instant + tail
        return Moment(
            local,
            precision,
            offset,
            utc,
            tuple(candidate + tail for candidate in candidates),
            certainty,
            (*odd, *_ODD.get(certainty, ())),
        )

    def _learn_hour(self, text: str) -> _Hour | None:
        if len(self._hours) >= _MOST_HOURS:
            self._hours.clear()
        self._hours[text] = hour = _hour(text)
        return hour

    def _learn_day(self, key: tuple[int, str]) -> _Day | None:
        if len(self._days) >= _MOST_KEPT:
            self._days.clear()
        self._days[key] = day = self._day(*key)
        return day

    def _day(self, shape: int, date: str) -> _Day | None:
        day = self.calendar.day(shape, date)
        if day is None:
            return None
        one = dt.timedelta(days=1)
        begin = dt.datetime.combine(day, dt.time())
        ends = [
            edge.replace(tzinfo=self._zone, fold=fold).utcoffset() for edge in (begin, begin + one) for fold in (0, 1)
        ]
        offset = ends[0] or dt.timedelta()
        is_even = len(set(ends)) == 1 and offset.total_seconds() % 60 == 0
        return _Day(
            day,
            day.isoformat(),
            (day - one).isoformat(),
            (day + one).isoformat(),
            _offset(begin.replace(tzinfo=self._zone)),
            int(offset.total_seconds() // 60) if is_even else None,
        )


def _reading(local: dt.datetime, zone: ZoneInfo, certainty: Certainty) -> _Reading:
    """Tell offset, instant or candidates, and certainty of a local minute.

    In the doubled hour of autumn both instants are possible. In the hour that spring leaves out neither is: the
    candidates are then what the clock before and the clock after the change would have meant.
    """
    early, late = (local.replace(tzinfo=zone, fold=fold) for fold in (0, 1))
    if early.utcoffset() == late.utcoffset():
        return _offset(early), _utc(early), (), certainty
    exists = early.astimezone(dt.UTC).astimezone(zone).replace(tzinfo=None) == local
    candidates = tuple(sorted((_utc(early), _utc(late))))
    return None, None, candidates, "ambiguous_dst" if exists else "nonexistent_dst"


def _offset(moment: dt.datetime) -> str:
    minutes = round((moment.utcoffset() or dt.timedelta()).total_seconds() / 60)
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"


def _utc(moment: dt.datetime) -> str:
    return moment.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M")


def read_clock(text: str) -> tuple[int, int, int | None, bool] | None:
    """Return hour (0 to 23), minute, second or None, and whether AM or PM contradicts the hour; None when impossible.

    `text` is what follows the date. `12:xx AM` is 00:xx. `00:04 AM` and `23:59 PM` are no times of a 12-hour clock;
    they are read as they stand.
    """
    match = _CLOCK.search(text)
    if match is None:
        return None
    hour, minute = int(match[1]), int(match[2])
    second = None if match[3] is None else int(match[3])
    if hour > 23 or minute > 59 or (second or 0) > 59:
        return None
    evening, morning = _EVENING.search(text), _MORNING.search(text)
    if not evening and not morning:
        return hour, minute, second, False
    if hour == 0 or hour > 12:
        return hour, minute, second, True
    return hour % 12 + (12 if evening else 0), minute, second, False


def _hour(text: str) -> _Hour | None:
    read = read_clock(text)
    if read is None:
        return None
    hour, minute, second, impossible = read
    seconds, precision = ("", "minute") if second is None else (f":{second:02d}", "second")
    return hour * 60 + minute, seconds, precision, ("meridiem-impossible",) if impossible else ()  # type: ignore[return-value]

"""Dates and durations as MDTO writes them: what days they span, and adding one to the other by the calendar.

Source: XML Schema part 2, appendix E (adding durations to dateTimes): months first, clipped to the end of the month.
"""

import calendar
import datetime as dt
import re
from functools import lru_cache

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T\d\d:\d\d:\d\d(?:\.\d+)?)?)?)?(?:Z|[+-]\d\d:\d\d)?")
_DURATION = re.compile(r"P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?=.)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?")
_FIXED = re.compile(
    r"P(?=.)(?:(\d{1,9})Y)?(?:(\d{1,9})M)?(?:(\d{1,9})D)?"
    r"(?:T(?=.)(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9}(?:\.\d{1,9})?)S)?)?"
)

Span = tuple[dt.date, dt.date]


@lru_cache(maxsize=1_024)
def span(text: str) -> Span | None:
    """Return the first and last day of `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or a dateTime; None when it is no such date."""
    match = _DATE.fullmatch(text.strip())
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    try:
        if month is None:
            return dt.date(year, 1, 1), dt.date(year, 12, 31)
        if day is None:
            return dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1])
        return dt.date(year, month, day), dt.date(year, month, day)
    except ValueError:
        return None


def later(day: dt.date, duration: str) -> dt.date | None:
    """Return `day` plus an ISO 8601 duration; None when it is no duration or leads past the year 9999."""
    match = _DURATION.fullmatch(duration.strip())
    if match is None:
        return None
    years, months, days = (int(part or 0) for part in match.groups())
    total = day.year * 12 + day.month - 1 + years * 12 + months
    year, month = divmod(total, 12)
    if year > dt.MAXYEAR:
        return None
    clipped = min(day.day, calendar.monthrange(year, month + 1)[1])
    try:
        return dt.date(year, month + 1, clipped) + dt.timedelta(days=days)
    except OverflowError:
        return None


def fixed_length(duration: str) -> dt.timedelta | None:
    """Return an ISO 8601 duration as a fixed time, with years of 365 and months of 30 days, as .NET's TimeSpan does.

    None when it is no duration or too long.
    """
    match = _FIXED.fullmatch(duration.strip())
    if match is None:
        return None
    years, months, days, hours, minutes = (int(part or 0) for part in match.groups()[:5])
    total = 365 * years + 30 * months + days
    try:
        return dt.timedelta(days=total, hours=hours, minutes=minutes, seconds=float(match[6] or 0))
    except OverflowError:
        return None

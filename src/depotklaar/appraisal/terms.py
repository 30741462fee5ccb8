"""Terms: what a duration adds to a day, when a term ends, and which of two durations is the longer.

Source: XML Schema Part 2, adding durations to dateTimes; MDTO Metagegevensschema, termijnLooptijd (ISO 8601).
"""

import calendar
import datetime as dt
from functools import lru_cache

from depotklaar.model import duration as durations
from depotklaar.model.delivery import Einddatum

parsed = lru_cache(maxsize=256)(durations.parse_duration)


def add_duration(day: dt.date, duration: str) -> dt.date:
    """Return the day that lies a duration (PnYnMnD) later: years and months first, clipped to the end of the month.

    29 February and P1Y give 28 February. ValueError when the text is no such duration or the sum has no date.
    """
    added = parsed(duration)
    year, month = divmod(day.year * 12 + day.month - 1 + added.years * 12 + added.months, 12)
    if year > dt.MAXYEAR:
        raise ValueError(f"no date lies {duration} after {day}")
    moved = dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
    try:
        return moved + dt.timedelta(days=added.days)
    except OverflowError as error:
        raise ValueError(f"no date lies {duration} after {day}") from error


def end_of_term(begin: dt.date, duration: str, rounding: Einddatum) -> dt.date:
    """Return the end of a term: the exact sum, or 1 January of the year after it. ValueError as `add_duration`."""
    end = add_duration(begin, duration)
    return end if rounding == "exact" else dt.date(end.year + 1, 1, 1)


def is_longer(a: str, b: str) -> bool | None:
    """Whether `a` is the longer from whatever day both run; None where that depends on the day (P1M and P30D).

    ValueError when one of them is no duration.
    """
    return durations.is_longer(parsed(a), parsed(b))

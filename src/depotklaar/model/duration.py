"""A duration in years, months and days, as selection lists and delivery files write it, and which of two is longer."""

import re
from dataclasses import dataclass

_DURATION = re.compile(r"P(?=[0-9])(?:([0-9]{1,4})Y)?(?:([0-9]{1,4})M)?(?:([0-9]{1,5})D)?")
_YEAR = (365, 366)
_MONTH = (28, 31)


@dataclass(frozen=True, slots=True, kw_only=True)
class Duration:
    """A duration of calendar years, months and days. Source: XML Schema Part 2, xsd:duration, without a time of day."""

    years: int = 0
    months: int = 0
    days: int = 0


def parse_duration(text: str) -> Duration:
    """Return the duration that `P10Y`, `P6M`, `P1Y6M` or `P42D` is. ValueError for any other text."""
    match = _DURATION.fullmatch(text)
    if match is None:
        raise ValueError(f"{text!r} is no duration in years, months and days")
    years, months, days = (int(part or 0) for part in match.groups())
    return Duration(years=years, months=months, days=days)


def is_longer(a: Duration, b: Duration) -> bool | None:
    """Whether `a` is longer than `b` from whatever day both run; None where that depends on the day (P1M and P30D).

    A year is twelve months and 365 or 366 days, a month 28 to 31 days.
    """
    months = (a.years - b.years) * 12 + a.months - b.months
    days = a.days - b.days
    least, most = sorted((_in_days(months, 0), _in_days(months, 1)))
    if least + days > 0:
        return True
    return False if most + days <= 0 else None


def _in_days(months: int, most: int) -> int:
    years, rest = divmod(abs(months), 12)
    size = years * _YEAR[most] + rest * _MONTH[most]
    return size if months >= 0 else -size

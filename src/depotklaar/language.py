"""The two languages in which depotklaar speaks to its users, a sentence in both, and numbers as each writes them."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

Language = Literal["nl", "en"]


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence in Dutch and in English; `{name}` marks a place that `fill` replaces."""

    nl: str
    en: str

    def fill(self, **params: object) -> "Text":
        """Return the sentence with every `{name}` replaced in both languages; KeyError when a name is missing."""
        return Text(self.nl.format_map(params), self.en.format_map(params))

    def in_language(self, language: Language) -> str:
        """Return the sentence in one language."""
        return self.nl if language == "nl" else self.en


_MONTHS = Text(
    "januari februari maart april mei juni juli augustus september oktober november december",
    "January February March April May June July August September October November December",
)
_DAY_LENGTH = len("2026-11-22")
_SIZES = ((10**12, "TB"), (10**9, "GB"), (10**6, "MB"), (10**3, "kB"))


def as_count(count: int, language: Language) -> str:
    """Return a whole number with its thousands apart, `10.000` in Dutch and `10,000` in English."""
    text = f"{count:,}"
    return text.replace(",", ".") if language == "nl" else text


def as_size(size: float, language: Language) -> str:
    """Return bytes in decimal units with one digit, `3,2 MB` in Dutch and `3.2 MB` in English."""
    for unit, name in _SIZES:
        if size >= unit:
            text = f"{size / unit:.1f} {name}"
            return text.replace(".", ",") if language == "nl" else text
    return f"{size:.0f} B"


def as_exact_size(size: int, language: Language) -> str:
    """Return bytes in a unit and in full: `48,2 kB (48.213 bytes)`; below a thousand only in full."""
    full = f"{as_count(size, language)} {'byte' if size == 1 else 'bytes'}"
    return full if size < 1000 else f"{as_size(size, language)} ({full})"


def as_moment(moment: str, language: Language) -> str:
    """Return an ISO 8601 moment as `22 november 2026, 12:00 UTC`, a day as a day; what is neither as it is."""
    if len(moment) == _DAY_LENGTH:
        return as_day(moment, language)
    try:
        then = dt.datetime.fromisoformat(moment)
    except ValueError:
        return moment
    zone = "" if then.tzinfo is None else " UTC" if not then.utcoffset() else f" {then.isoformat()[-6:]}"
    return f"{_day(then, language)}, {then:%H:%M}{zone}"


def as_day(day: str, language: Language) -> str:
    """Return a day YYYY-MM-DD as `22 november 2026`; what is no day comes back as it is."""
    try:
        return _day(dt.date.fromisoformat(day), language)
    except ValueError:
        return day


def _day(day: dt.date, language: Language) -> str:
    return f"{day.day} {_MONTHS.in_language(language).split()[day.month - 1]} {day.year}"

"""Moments for a reader: the clock time, its zone and how sure it is; and days, spans and numbers in words."""

import re
from datetime import date

from depotklaar.model.event import Time
from depotklaar.renditions.reading.text import flat, show
from depotklaar.renditions.reading.words import Wording

Quality = tuple[str | None, str, str, str]

_CLOCK = re.compile(r"T(\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:\d\d)?", re.ASCII)


class Moments:
    """Writes moments in one language."""

    def __init__(self, words: Wording) -> None:
        self._words = words

    def day_title(self, day: str) -> str:
        """`maandag 2 mei 2022` for `2022-05-02`; what is no date is shown as it is, an empty one as unknown."""
        if not day:
            return self._words["no_date"]
        then = _date(day)
        title = self.date_title(day)
        return f"{self._words.weekday(then.weekday())} {title}" if then else title

    def date_title(self, day: str) -> str:
        """`2 mei 2022` for `2022-05-02`, `2 mei 2022 14:08:00 UTC` for a full moment; anything else as it is."""
        then = _date(day[:10])
        clock = _CLOCK.fullmatch(day, 10)
        if then is None or (len(day) > 10 and clock is None):
            return show(day)
        title = f"{then.day} {self._words.month(then.month)} {then.year}"
        if clock is None:
            return title
        zone = "UTC" if clock[2] == "Z" else clock[2] or ""
        return f"{title} {clock[1]} {zone}".rstrip()

    def period_title(self, first: str | None, last: str | None) -> str:
        """`vanaf 2 mei 2022 t/m 3 mei 2022`; a side that is None is left out."""
        parts = [f"{self._words['from_day']} {self.date_title(first)}"] if first else []
        parts += [f"{self._words['until_day']} {self.date_title(last)}"] if last else []
        return " ".join(parts)

    def quality_title(self, quality: Quality) -> str:
        """In words: which zone, how sure, how precise, whose clock."""
        zone, certainty, precision, basis = quality
        parts = [show(zone)] if zone else []
        parts += [self._words.code(kind, code) for kind, code in (("certainty", certainty), ("precision", precision))]
        return "; ".join([*parts, self._words.code("basis", basis)])

    def clock(self, time: Time | None) -> str:
        """The clock time within its day as a `<time>` element with its offset from UTC."""
        if time is None:
            return f'<span class="t">{self._words["no_time"]}</span>'
        if time.local is not None:
            return self._element(time.local, time.offset, time)
        if time.utc is not None:
            return self._element(time.utc.removesuffix("Z"), "Z", time)
        return f'<span class="t">{self._words["no_time"]}{self._raw(time.raw)}</span>'

    def moment(self, time: Time | None) -> str:
        """Day and clock time, for what stands outside its own day (edits, receipts); empty when there is none."""
        if time is None:
            return ""
        day = day_of(time)
        return f"{self.day_title(day)} {self.clock(time)}" if day else self.clock(time)

    def candidates(self, time: Time) -> str:
        """The instants that a doubled clock time can be, in words; empty when there is no doubt."""
        return f" {self._words['or']} ".join(show(utc) for utc in time.utc_candidates)

    def span(self, seconds: int) -> str:
        """A length of time: `7 dagen`, `1 uur 5 min.`, `12 s`."""
        if seconds >= 86400 and seconds % 86400 == 0:
            days = seconds // 86400
            return f"{days} {self._words['day' if days == 1 else 'days']}"
        hours, rest = divmod(seconds, 3600)
        parts = ((hours, "hours"), (rest // 60, "minutes"), (rest % 60, "seconds"))
        told = " ".join(f"{number} {self._words[unit]}" for number, unit in parts if number)
        return told or f"0 {self._words['seconds']}"

    def size(self, size: int) -> str:
        """A number of bytes in full and, from a thousand on, in a larger unit: `48.213 bytes (48 kB)`."""
        dot, comma = (".", ",") if self._words.language == "nl" else (",", ".")
        full = f"{size:,}".replace(",", dot) + f" {self._words['bytes']}"
        for step, unit in ((10**9, "GB"), (10**6, "MB"), (10**3, "kB")):
            if size >= step:
                tenths = size * 10 // step
                amount = str(tenths // 10) if tenths >= 100 else f"{tenths // 10}{comma}{tenths % 10}"
                return f"{amount} {unit} ({full})"
        return full

    def _element(self, local: str, offset: str | None, time: Time) -> str:
        day, _, clock = local.partition("T")
        if not clock:
            return f'<time datetime="{flat(day)}">{self._words["no_time"]}{self._raw(time.raw)}</time>'
        if offset is None:
            doubt = "" if time.zone else f" <small>{self._words['no_zone']}</small>"
            return f'<time datetime="{flat(local)}">{show(clock)}{doubt}</time>'
        shown = "UTC" if offset == "Z" else show(offset)
        return f'<time datetime="{flat(local + offset)}">{show(clock)} <small>{shown}</small></time>'

    def _raw(self, raw: str | None) -> str:
        return f" ({self._words['in_source']}: {show(raw)})" if raw else ""


def _date(day: str) -> date | None:
    try:
        return date.fromisoformat(day) if len(day) == 10 else None
    except ValueError:
        return None


def day_of(time: Time) -> str:
    """The day on which a moment stands (YYYY-MM-DD), in its own zone or else in UTC; empty when unknown."""
    return (time.local or time.utc or "")[:10]


def is_of_one_moment(quality: Quality) -> bool:
    """Whether this doubt belongs to a single clock time and cannot hold for a whole day."""
    return quality[1] in ("ambiguous_dst", "nonexistent_dst")


def quality_of(time: Time) -> Quality:
    """What makes moments equally trustworthy: zone, certainty, precision and clock."""
    return time.zone, time.certainty, time.precision, time.basis

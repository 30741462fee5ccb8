"""Conditions: which cases meet them, how specific they are, where they cut the days, and which words they look for."""

import datetime as dt
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache

from depotklaar.model.appraisal import Case
from depotklaar.model.delivery import Voorwaarden
from depotklaar.model.mark import mark_key

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_DAY = dt.timedelta(days=1)
_NEVER = re.compile("(?!)")


class Test:
    """The conditions of one rule, made ready: marks as keys, functions without case. Pure."""

    __slots__ = ("_conversation", "_function", "_holder", "_participant", "first", "last")

    def __init__(self, conditions: Voorwaarden) -> None:
        self._conversation = _keys(conditions.gesprek)
        self._participant = _keys(conditions.deelnemer)
        self._holder = _keys(conditions.houder)
        self._function = frozenset(map(function_key, conditions.functie))
        self.first = conditions.van
        self.last = conditions.tot

    @property
    def names(self) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
        """The mark keys of conversation, participants and holder that are asked for, each empty when none is."""
        return self._conversation, self._participant, self._holder

    def concerns(
        self, conversation: Collection[str], participants: Collection[str], holder: Collection[str] | None
    ) -> bool:
        """Whether everything but function and period holds; the collections are mark keys. An unknown holder fits."""
        return (
            (not self._conversation or not self._conversation.isdisjoint(conversation))
            and (not self._participant or not self._participant.isdisjoint(participants))
            and (not self._holder or holder is None or not self._holder.isdisjoint(holder))
        )

    def fits_function(self, function: str | None) -> bool:
        """Whether the function, a `function_key`, is one of those asked for, if any is."""
        return not self._function or function in self._function

    def fits_days(self, first: dt.date | None, last: dt.date | None) -> bool:
        """Whether the days lie within the period. Where there is one, what has no day does not."""
        if self.first is None and self.last is None:
            return True
        if first is None or last is None:
            return False
        return (self.first is None or self.first <= first) and (self.last is None or last <= self.last)


def meets(conditions: Voorwaarden, case: Case) -> bool:
    """Whether every kind of condition that is given holds; within a kind one value is enough."""
    test = Test(conditions)
    return (
        test.concerns(case.conversation, case.participants, case.holder)
        and test.fits_function(function_key(case.function))
        and test.fits_days(case.first, case.last)
    )


def concerns(
    conditions: Voorwaarden, conversation: Collection[str], participants: Collection[str], holder: Collection[str]
) -> bool:
    """Whether the conditions can hold in a conversation: all of them but function and period. Values are mark keys."""
    return Test(conditions).concerns(conversation, participants, holder)


def can_hold(conditions: Voorwaarden, functions: Collection[str]) -> bool:
    """Whether a rule can ever hold for someone who had these functions."""
    held = {function_key(function) for function in functions}
    return not conditions.functie or any(function_key(function) in held for function in conditions.functie)


def specificity(conditions: Voorwaarden) -> tuple[bool, ...]:
    """How specific conditions are, to be compared from left to right: the greater one wins."""
    return (
        bool(conditions.gesprek),
        bool(conditions.deelnemer),
        bool(conditions.functie),
        bool(conditions.houder),
        conditions.van is not None or conditions.tot is not None,
    )


@lru_cache(maxsize=1024)
def function_key(function: str | None) -> str | None:
    """A function as it is compared: without case and surrounding spaces."""
    return None if function is None else unicodedata.normalize("NFC", function).strip().casefold()


def day_cuts(
    rules: Iterable[Voorwaarden],
    conversation: Collection[str],
    participants: Collection[str],
    holder: Collection[str],
) -> tuple[dt.date, ...]:
    """The days, in order, on which a rule that concerns this conversation begins to hold or holds no longer."""
    cuts: set[dt.date] = set()
    for rule in rules:
        if (rule.van is None and rule.tot is None) or not concerns(rule, conversation, participants, holder):
            continue
        if rule.van is not None:
            cuts.add(rule.van)
        if rule.tot is not None and rule.tot < dt.date.max:
            cuts.add(rule.tot + _DAY)
    return tuple(sorted(cuts))


class Slots:
    """The stretches of days in which a conversation is cut: months, and within a month where a rule begins or ends."""

    __slots__ = ("_cuts",)

    def __init__(self, cuts: Sequence[dt.date] = ()) -> None:
        self._cuts = sorted(cuts)

    def slot_of(self, day: dt.date | None) -> str | None:
        """`YYYY-MM`, or `YYYY-MM-DD` from the latest cut within that month on; None for what has no day."""
        if day is None:
            return None
        place = bisect_right(self._cuts, day)
        if place:
            cut = self._cuts[place - 1]
            if cut.day > 1 and cut.month == day.month and cut.year == day.year:
                return cut.isoformat()
        return day.isoformat()[:7]


class KeywordFinder:
    """Finds key words as whole words, without regard to case; within a key word any white space is a space."""

    __slots__ = ("_pattern",)

    def __init__(self, words: Iterable[str]) -> None:
        parts = sorted({tuple(re.escape(part) for part in _folded(word).split()) for word in words} - {()})
        found = "|".join(r"\s+".join(word) for word in parts)
        self._pattern = re.compile(rf"(?<![^\W_])(?:{found})(?![^\W_])") if parts else _NEVER

    def found_in(self, text: str | None) -> bool:
        """Whether one of the words stands in the text; an underscore is no part of a word."""
        return text is not None and self._pattern.search(_folded(text)) is not None


def _folded(text: str) -> str:
    if text.isascii():
        return text.lower()
    folded = unicodedata.normalize("NFC", text).casefold()
    return unicodedata.normalize("NFC", _INVISIBLE.sub("", folded))


def _keys(marks: Iterable[str]) -> frozenset[str]:
    return frozenset(map(mark_key, marks))

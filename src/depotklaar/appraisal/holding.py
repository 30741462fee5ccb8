"""Holds: which messages may not be left out or destroyed, since somebody needs them. In doubt a message is held."""

import datetime as dt
from collections.abc import Callable, Collection, Sequence
from functools import lru_cache

from depotklaar.appraisal.conditions import KeywordFinder, Test, function_key
from depotklaar.model.conversation import Head
from depotklaar.model.delivery import Bevriezing
from depotklaar.model.event import Event
from depotklaar.model.mark import mark_key

_NONE: frozenset[int] = frozenset()


class Holds:
    """The holds that concern one conversation. Pure: the same event and day always get the same answer.

    `participants` and `holder` are mark keys, `function_on` gives the holder's function on a day. Without `holder` or
    `function_on` a hold that asks for them is taken to apply.
    """

    def __init__(
        self,
        bevriezingen: Sequence[Bevriezing],
        head: Head,
        participants: Collection[str],
        *,
        holder: Collection[str] | None = None,
        function_on: Callable[[dt.date | None], str | None] | None = None,
    ) -> None:
        conversation = frozenset(mark_key(mark) for mark in head.conversation.marks() if mark)
        self._function_on = function_on
        self._tests: list[tuple[int, Test, KeywordFinder | None]] = []
        for number, hold in enumerate(bevriezingen):
            test = Test(hold)
            if test.concerns(conversation, participants, holder):
                finder = KeywordFinder(hold.trefwoord) if hold.trefwoord else None
                self._tests.append((number, test, finder))
        self._on_day = lru_cache(maxsize=64)(self._applying_on)

    def touching(self, event: Event, day: dt.date | None) -> frozenset[int]:
        """The places (from 0, in the delivery) of the holds that touch an event; `day` is its local date or None."""
        if not self._tests:
            return _NONE
        always, by_word = self._on_day(day)
        if not by_word:
            return always
        texts = texts_of(event)
        found = {number for number, finder in by_word if any(map(finder.found_in, texts))}
        return always | found if found else always

    def _applying_on(self, day: dt.date | None) -> tuple[frozenset[int], tuple[tuple[int, KeywordFinder], ...]]:
        """The holds that touch every event of a day, and those that ask for a word."""
        applying = [(number, finder) for number, test, finder in self._tests if self._applies(test, day)]
        always = frozenset(number for number, finder in applying if finder is None)
        return always, tuple((number, finder) for number, finder in applying if finder is not None)

    def _applies(self, test: Test, day: dt.date | None) -> bool:
        if day is not None and not test.fits_days(day, day):
            return False
        if self._function_on is None:
            return True
        function = self._function_on(day)
        return function is None or test.fits_function(function_key(function))


def texts_of(event: Event) -> tuple[str, ...]:
    """The texts of an event in which a key word counts: body, subject, quote, poll, and earlier versions."""
    texts = [event.body, event.subject]
    if event.quote is not None:
        texts.append(event.quote.text)
    if event.poll is not None:
        texts.append(event.poll.question)
        texts.extend(option.text for option in event.poll.options)
    texts.extend(edit.previous for edit in event.edits)
    return tuple(text for text in texts if text)

"""Series: under whose name and function a message of a certain day belongs."""

import datetime as dt
from collections.abc import Sequence

from depotklaar.model.conversation import Head
from depotklaar.model.delivery import Functionaris
from depotklaar.model.mark import mark_key
from depotklaar.model.plan import SerieKey

UNKNOWN_HOLDER = "Houder onbekend"


def holder_of(head: Head, stated: str | None) -> str:
    """Return whose copy a conversation is: as the delivery states, else as the source itself says."""
    if stated:
        return stated
    custodian = head.conversation.custodian
    by_id = {participant.id: participant for participant in head.participants}
    return by_id[custodian].display if custodian in by_id else UNKNOWN_HOLDER


class SerieFinder:
    """Finds the Serie for each day of one holder's conversation. Who is named outright is never taken for another."""

    def __init__(self, holder: str, head: Head, functionaries: Sequence[Functionaris]) -> None:
        custodian = head.conversation.custodian
        marks = {mark_key(holder)}
        for participant in head.participants:
            if participant.id == custodian:
                marks.update(mark_key(mark) for mark in participant.marks())
        named = [f for f in functionaries if mark_key(f.naam) == mark_key(holder)]
        known = [f for f in functionaries if marks & {mark_key(mark) for mark in (f.naam, *f.herkend_aan)}]
        self._held = sorted(named or known, key=lambda f: (f.van or dt.date.min, f.tot or dt.date.max, f.functie))
        self._holder = self._held[0].naam if self._held else holder

    @property
    def functions(self) -> frozenset[str]:
        """The functions that the delivery says this holder ever had."""
        return frozenset(held.functie for held in self._held)

    def serie_on(self, day: dt.date | None) -> SerieKey:
        """Return the Serie for a day: the function held then, or none. Without a day only a sole function counts."""
        if day is None:
            function = self._held[0].functie if len(self._held) == 1 else None
            return SerieKey(holder=self._holder, function=function)
        for held in self._held:
            if (held.van is None or held.van <= day) and (held.tot is None or day <= held.tot):
                return SerieKey(holder=self._holder, function=held.functie)
        return SerieKey(holder=self._holder, function=None)

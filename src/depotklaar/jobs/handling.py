"""How a delivery wants its conversations handled, and what of that concerns one conversation."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from depotklaar.appraisal.conditions import KeywordFinder, Slots, can_hold, concerns, day_cuts
from depotklaar.appraisal.holding import Holds, texts_of
from depotklaar.appraisal.selection import Selector
from depotklaar.arrangement.series import SerieFinder, holder_of
from depotklaar.jobs.cases import Keys, keys_of
from depotklaar.jobs.sorting import UNMARKED, Marks
from depotklaar.model.conversation import Head
from depotklaar.model.delivery import Aanlevering, Bevriezing, Functionaris, Hotspot, Periode, Uitsluiting, Voorwaarden
from depotklaar.model.event import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class Handling:
    """What a delivery says of every conversation.

    `decided_by` and `decided_at` (YYYY-MM-DD) are who decided on its period and when; where the delivery does not say
    that, whom to ask about it and None.
    """

    functionaries: tuple[Functionaris, ...]
    exclusions: tuple[Uitsluiting, ...]
    hotspots: tuple[Hotspot, ...]
    holds: tuple[Bevriezing, ...]
    rules: tuple[Voorwaarden, ...]
    period: Periode
    decided_by: str
    decided_at: str | None = None

    def watch(self, head: Head, custodian: str | None) -> "Watch":
        """What concerns one conversation; `custodian` is the holder that the delivery names."""
        return Watch(self, head, holder_of(head, custodian))


def handling_of(delivery: Aanlevering) -> Handling:
    """Gather from a delivery what concerns every conversation."""
    period = delivery.periode
    contact = f"{delivery.contact.naam} (periode van aanlevering {delivery.id})"
    return Handling(
        functionaries=delivery.functionarissen,
        exclusions=delivery.uitsluitingen,
        hotspots=delivery.hotspots,
        holds=delivery.bevriezingen,
        rules=(*delivery.waardering.regels, *delivery.hotspots, *delivery.beperking_gebruik.regels),
        period=period.days,
        decided_by=period.besloten_door or contact,
        decided_at=period.datum.isoformat() if period.datum else None,
    )


class Watch:
    """Looks at the events of one conversation for what the delivery asks: where it is cut, which words, which holds.

    `is_dated` says that it matters on which day something was said: a rule names days, or the function changed.
    """

    def __init__(self, handling: Handling, head: Head, holder: str) -> None:
        self._handling = handling
        self._head = head
        keys = keys_of(head, holder, handling.functionaries)
        self.finder = SerieFinder(holder, head, handling.functionaries)
        self.holds = Holds(handling.holds, head, keys.participants, holder=keys.holder, function_on=self._function_on)
        rules = [rule for rule in handling.rules if can_hold(rule, self.finder.functions)]
        cuts = day_cuts(rules, keys.conversation, keys.participants, keys.holder)
        self.slot_of = Slots(cuts).slot_of
        self.is_dated = bool(cuts) or len(self.finder.functions) > 1
        self._finders = _finders(handling.hotspots, keys)

    def _function_on(self, day: dt.date | None) -> str | None:
        return self.finder.serie_on(day).function

    def selector(self) -> Selector:
        """A selector for the conversation."""
        handling, dated = self._handling, self.is_dated
        return Selector(
            self._head,
            handling.exclusions,
            handling.period,
            handling.decided_by,
            self.holds,
            decided_at=handling.decided_at,
            is_dated=dated,
        )

    def marks_on(self, event: Event, day: dt.date | None) -> Marks:
        """Which hotspots' words and which holds a kept event touches."""
        holds = self.holds.touching(event, day)
        if not self._finders:
            return Marks(holds=holds) if holds else UNMARKED
        texts = texts_of(event)
        hits = frozenset(number for number, finder in self._finders if any(map(finder.found_in, texts)))
        return Marks(hits=hits, holds=holds)


def _finders(hotspots: Sequence[Hotspot], keys: Keys) -> list[tuple[int, KeywordFinder]]:
    return [
        (number, KeywordFinder(hotspot.trefwoord))
        for number, hotspot in enumerate(hotspots)
        if hotspot.trefwoord and concerns(hotspot, keys.conversation, keys.participants, keys.holder)
    ]

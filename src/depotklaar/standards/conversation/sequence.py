"""Checks the order of the records of one conversation, the order of its events, and that no id is given twice."""

from collections.abc import Iterator

from depotklaar.model.event import Event, Gap
from depotklaar.standards.conversation import sentences as say
from depotklaar.standards.conversation.faults import Fault
from depotklaar.standards.conversation.forms import KINDS
from depotklaar.standards.conversation.uniqueness import HELD, UniqueIds

EVENTS = 5
RANKS = {"document": 0, "conversation": 1, "capture": 2, "participant": 3, "attachment": 4}
RANKS |= {"event": EVENTS, "gap": EVENTS, "finding": 6}
_SINGLE = ("document", "conversation")


class RecordSequence:
    """Follows the records one by one. Ids of the head are kept; those of events take a bounded amount of memory."""

    def __init__(self, held: int = HELD) -> None:
        self._rank = 0
        self._kind = ""
        self._order = 0
        self._numbers: dict[str, dict[str, int]] = {kind: {} for kind in KINDS}
        self._single: dict[str, int] = {}
        self._event_ids = UniqueIds(held)

    def advance(self, event: Event, number: int) -> bool:
        """Take an event that plainly comes next; if it does not, change nothing, and `follow` and `rise` say why."""
        if self._rank != EVENTS or event.order <= self._order or self._event_ids.add(event.id, number) is not None:
            return False
        self._order = event.order
        return True

    def follow(self, kind: str, mark: object, number: int) -> list[Fault]:
        """Check that a record of this kind and id may come now; the record itself may be faulty, `mark` anything."""
        faults = [] if kind == self._kind and kind not in _SINGLE else self._change(kind, number)
        if isinstance(mark, str) and kind not in _SINGLE:
            first = (
                self._event_ids.add(mark, number) if kind == "event" else self._numbers[kind].setdefault(mark, number)
            )
            if first is not None and first != number:
                faults.append(Fault("id", say.SAME_ID.fill(first=first), say.SAME_ID_HINT))
        return faults

    def rise(self, record: Event | Gap) -> list[Fault]:
        """Check that an event or gap lies beyond all before it, and that a gap has room for what it leaves out."""
        if isinstance(record, Event):
            path, first, last = "order", record.order, record.order
        else:
            path, first, last = "order_first", record.order_first, record.order_last
        before, self._order = self._order, max(self._order, last)
        faults = []
        if first <= before:
            faults.append(Fault(path, say.NOT_RISING.fill(found=first, before=before), say.RISING_HINT))
        if last < first:
            faults.append(Fault("order_last", say.BACKWARDS, say.RISING_HINT))
        elif isinstance(record, Gap) and record.events > last - first + 1:
            text = say.GAP_COUNT.fill(found=record.events, most=last - first + 1)
            faults.append(Fault("events", text, say.GAP_COUNT_HINT))
        return faults

    def end(self) -> Iterator[tuple[int, str, Fault]]:
        """Give, as number of the record and id, the faults that only the whole file can show."""
        for first, number, mark in self._event_ids.repeated_later():
            yield number, mark, Fault("id", say.SAME_ID.fill(first=first), say.SAME_ID_HINT)

    def absent(self) -> list[Fault]:
        """The faults of a file without a document or conversation record."""
        return [Fault("", say.NONE_OF.fill(kind=k), say.ORDER_HINT) for k in _SINGLE if k not in self._single]

    def close(self) -> None:
        """Release what is held on disk."""
        self._event_ids.close()

    def _change(self, kind: str, number: int) -> list[Fault]:
        faults = []
        if not self._kind and kind != "document":
            faults.append(Fault("", say.FIRST, say.ORDER_HINT))
        if kind in _SINGLE and self._single.setdefault(kind, number) != number:
            faults.append(Fault("", say.SECOND.fill(kind=kind, first=self._single[kind]), say.ORDER_HINT))
        elif RANKS[kind] < self._rank:
            faults.append(Fault("", say.OUT_OF_ORDER.fill(kind=kind, after=self._kind), say.ORDER_HINT))
        if RANKS[kind] >= self._rank:
            self._rank, self._kind = RANKS[kind], kind
        return faults

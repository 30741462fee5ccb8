"""Notices when an offset is not one that the time zone has at that local time; the source may yet be right."""

import datetime as dt
import zoneinfo
from functools import cache

from depotklaar.importers.interface import noticed
from depotklaar.importers.normalized_source.notices import NOTICES, OTHER_OFFSET, UNKNOWN_ZONE
from depotklaar.model.conversation import SourceFinding
from depotklaar.model.event import Event, Time
from depotklaar.standards.conversation.faults import shown
from depotklaar.standards.conversation.moments import times_within

MOST_TOLD = 100
_MOST_KNOWN = 100_000
_MINUTE = dt.timedelta(minutes=1)
_NOT_IANA = {"localtime"}


class ZoneWatch:
    """Follows the times of one conversation and notices each zone with an offset that it did not have, once.

    A finding, not an error: the time zone rules of this computer may be older than those of the source. At most
    `MOST_TOLD` differing pairs of zone and offset are told. Memory does not grow with the number of events.
    """

    def __init__(self) -> None:
        self._plain: set[tuple[str, str, str]] = set()
        self._told: set[tuple[str, str]] = set()

    def is_plain(self, event: Event) -> bool:
        """Whether there plainly is nothing to notice: the quick question, whose answer `findings` explains."""
        if event.edits or event.deletion or event.reactions or event.read_receipts:
            return False
        moment = event.timestamp
        if moment is None or moment.zone is None:
            return True
        local, offset = moment.local, moment.offset
        return local is not None and offset is not None and (moment.zone, local[:10], offset) in self._plain

    def findings(self, event: Event) -> list[SourceFinding]:
        """Return what the times of this event give reason to notice, with its id."""
        times = [moment for moment in (event.timestamp, *times_within(event)) if moment is not None]
        return [finding for moment in times if moment.zone is not None for finding in self._look(moment, event.id)]

    def _look(self, moment: Time, event: str) -> list[SourceFinding]:
        zone, local, offset = str(moment.zone), moment.local, moment.offset
        if zone not in _names():
            return self._tell(UNKNOWN_ZONE, (zone, ""), event, shown(zone) or "?")
        if local is None or offset is None or moment.certainty == "nonexistent_dst":
            return []
        if (zone, local[:10], offset) in self._plain:
            return []
        if _has_all_day(zone, local[:10], offset):
            if len(self._plain) >= _MOST_KNOWN:
                self._plain.clear()
            self._plain.add((zone, local[:10], offset))
            return []
        if _has(zone, local, offset):
            return []
        return self._tell(OTHER_OFFSET, (zone, offset), event, f"{zone}, {offset}")

    def _tell(self, code: str, pair: tuple[str, str], event: str, evidence: str) -> list[SourceFinding]:
        if pair in self._told or len(self._told) >= MOST_TOLD:
            return []
        self._told.add(pair)
        return [noticed(NOTICES, code, event=event, evidence=evidence)]


@cache
def _names() -> frozenset[str]:
    return frozenset(zoneinfo.available_timezones() - _NOT_IANA)


def _has_all_day(zone: str, day: str, offset: str) -> bool:
    """Whether the clock does not change on this day, and the zone has this offset then."""
    begin = dt.datetime.fromisoformat(day)
    try:
        edges = (begin, begin + dt.timedelta(days=1))
        known = {_offset(zone, edge, fold) for edge in edges for fold in (0, 1)}
    except OverflowError:
        return False
    return len(known) == 1 and _is_close(known.pop(), offset)


def _has(zone: str, local: str, offset: str) -> bool:
    """Whether the zone has this offset at a local time; in the doubled hour it has two, in the hour left out none.

    Of a date it is enough that the zone has the offset at some time of that day. What lies at the edge of the
    calendar cannot be told and is let pass.
    """
    moment = dt.datetime.fromisoformat(local)
    try:
        if len(local) == 10:
            edges = (moment, moment + dt.timedelta(days=1))
            return any(_is_close(_offset(zone, edge, fold), offset) for edge in edges for fold in (0, 1))
        held = moment.replace(tzinfo=zoneinfo.ZoneInfo(zone))
        if held.astimezone(dt.UTC).astimezone(held.tzinfo).replace(tzinfo=None) != moment:
            return False
    except OverflowError:
        return True
    return any(_is_close(_offset(zone, moment, fold), offset) for fold in (0, 1))


def _offset(zone: str, moment: dt.datetime, fold: int) -> dt.timedelta:
    return moment.replace(tzinfo=zoneinfo.ZoneInfo(zone), fold=fold).utcoffset() or dt.timedelta()


def _is_close(known: dt.timedelta, offset: str) -> bool:
    """Whether an offset is this one, but for the seconds that zones had long ago and `offset` cannot say."""
    given = dt.timedelta(hours=int(offset[1:3]), minutes=int(offset[4:6]))
    return abs(known - (given if offset[0] == "+" else -given)) < _MINUTE

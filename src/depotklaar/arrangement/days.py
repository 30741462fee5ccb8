"""Days: on which local date an event falls."""

import datetime as dt
from functools import lru_cache
from zoneinfo import ZoneInfo

from depotklaar.model.event import Event

DEFAULT_ZONE = "Europe/Amsterdam"


@lru_cache(maxsize=4096)
def _as_date(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


@lru_cache(maxsize=64)
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)


def local_day(event: Event, zone: str) -> dt.date | None:
    """Return the date that the source shows; without one, that of the instant in `zone`; else None.

    An instant so near the first or the last year of the calendar that `zone` moves it outside keeps its own date.
    """
    moment = event.timestamp
    if moment is None:
        return None
    if moment.local is not None:
        return _as_date(moment.local[:10])
    instant = moment.utc or (moment.utc_candidates[0] if moment.utc_candidates else None)
    if instant is None:
        return None
    try:
        return dt.datetime.fromisoformat(instant).astimezone(_zone(zone)).date()
    except OverflowError:
        return _as_date(instant[:10])
    except ValueError:
        return None

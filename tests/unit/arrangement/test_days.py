"""Days: the date that the source shows, else that of the instant."""

import datetime as dt

import pytest

from depotklaar.arrangement.days import local_day
from depotklaar.model.event import Event, Time


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (Time(local="2022-05-02T16:08"), (2022, 5, 2)),
        (Time(utc="2022-05-31T22:30:00Z"), (2022, 6, 1)),
        (Time(utc_candidates=("2022-10-30T00:30:00Z", "2022-10-30T01:30:00Z")), (2022, 10, 30)),
        (Time(local="2022-02-31T10:00"), None),
        (Time(utc="9999-12-31T23:59:59Z"), (9999, 12, 31)),
        (Time(), None),
        (None, None),
    ],
)
def test_the_day_of_an_event(moment, day):
    event = Event(id="e", type="message", order=1, timestamp=moment)
    assert local_day(event, "Europe/Amsterdam") == (dt.date(*day) if day else None)

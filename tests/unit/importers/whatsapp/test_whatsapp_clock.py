"""The moment of a record: local time, zone, instant, and how certain that is."""

import pytest


def at(read_chat, stamp, **options):
    return read_chat(f"[{stamp}] Alice: x\n[25-12-2024 10:00:00] Alice: y\n", **options)


@pytest.mark.parametrize(
    ("stamp", "offset", "utc"),
    [
        ("13-03-2024 09:00:05", "+01:00", "2024-03-13T08:00:05Z"),
        ("13-07-2024 00:30:05", "+02:00", "2024-07-12T22:30:05Z"),
        ("31-03-2024 01:59:59", "+01:00", "2024-03-31T00:59:59Z"),
        ("31-03-2024 03:00:00", "+02:00", "2024-03-31T01:00:00Z"),
        ("01-01-2024 00:00:00", "+01:00", "2023-12-31T23:00:00Z"),
    ],
)
def test_amsterdam(read_chat, stamp, offset, utc):
    outcome = at(read_chat, stamp)
    time = outcome.events[0].timestamp
    assert (time.offset, time.utc, time.certainty) == (offset, utc, "zone_assumed")
    assert (time.zone, time.precision, time.raw) == ("Europe/Amsterdam", "second", stamp)
    assert "whatsapp.zone-assumed" in outcome.codes


def test_a_stated_zone(read_chat):
    outcome = at(read_chat, "13-03-2024 23:00:05", zone="America/New_York")
    time = outcome.events[0].timestamp
    assert (time.utc, time.certainty) == ("2024-03-14T03:00:05Z", "zone_stated")
    assert "whatsapp.zone-assumed" not in outcome.codes
    assert at(read_chat, "13-03-2024 23:00:05", zone="Asia/Kathmandu").events[0].timestamp.offset == "+05:45"


def test_the_hour_that_comes_twice(read_chat):
    outcome = at(read_chat, "27-10-2024 02:30:00")
    time = outcome.events[0].timestamp
    assert (time.utc, time.offset, time.certainty) == (None, None, "ambiguous_dst")
    assert time.utc_candidates == ("2024-10-27T00:30:00Z", "2024-10-27T01:30:00Z")
    assert "whatsapp.time-ambiguous" in outcome.codes


def test_the_hour_that_does_not_exist(read_chat):
    outcome = at(read_chat, "31-03-2024 02:30:00")
    time = outcome.events[0].timestamp
    assert (time.utc, time.certainty) == (None, "nonexistent_dst")
    assert time.utc_candidates == ("2024-03-31T00:30:00Z", "2024-03-31T01:30:00Z")
    assert "whatsapp.time-nonexistent" in outcome.codes


@pytest.mark.parametrize(
    ("clock", "local", "odd"),
    [
        ("12:05 AM", "00:05", False),
        ("12:05 PM", "12:05", False),
        ("1:05\u202fpm", "13:05", False),
        ("1:05 p.\u00a0m.", "13:05", False),
        ("23:59 PM", "23:59", True),
        ("00:04 AM", "00:04", True),
    ],
)
def test_twelve_hours(read_chat, clock, local, odd):
    outcome = read_chat(f"25/12/2024, {clock} - Alice: x\n")
    assert outcome.events[0].timestamp.local == f"2024-12-25T{local}"
    assert outcome.events[0].body == "x"
    assert ("whatsapp.meridiem-impossible" in outcome.codes) == odd


@pytest.mark.parametrize(
    ("line", "local"),
    [
        ("[2024/2/9 下午8:01:15] A: x", "2024-02-09T20:01:15"),
        ("[2023. 12. 31. 오후 11:58:02] A: x", "2023-12-31T23:58:02"),
        ("[15/03/2024, 9:12:05 م] A: x", "2024-03-15T21:12:05"),
        ("12/07/2017 à 22:35 - A: x\n13/07/2017 à 22:35 - A: x", "2017-07-12T22:35"),
        ("13.6.2018 klo 21.25.15 - A: x", "2018-06-13T21:25:15"),
        ("2024/12/01, 10:04 pm - A: x", "2024-12-01T22:04"),
    ],
)
def test_other_countries(read_chat, line, local):
    assert read_chat(line + "\n").events[0].timestamp.local == local

"""What only a face may read: the clock and the number of processors."""

import datetime as dt

import pytest

from depotklaar.cli.arguments import jobs_of, moment_of
from depotklaar.errors import UsageError


@pytest.mark.parametrize(
    ("asked", "moment"),
    [
        ("2026-05-01T10:00:00+02:00", "2026-05-01T08:00:00Z"),
        ("2026-05-01T10:00:00Z", "2026-05-01T10:00:00Z"),
        ("2026-05-01T10:00:00.987Z", "2026-05-01T10:00:00Z"),
        ("2026-05-01 10:00+00:00", "2026-05-01T10:00:00Z"),
        ("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z"),
    ],
)
def test_now_becomes_utc_in_whole_seconds(asked, moment):
    assert moment_of(asked) == moment


@pytest.mark.parametrize(
    "asked", ["", "nu", "2026-05-01", "2026-05-01T10:00:00", "2026-02-31T10:00:00Z", "0001-01-01T00:00:00+14:00"]
)
def test_what_is_no_moment_with_a_zone_is_a_usage_error(asked):
    with pytest.raises(UsageError, match="--now"):
        moment_of(asked)


def test_without_now_the_clock_counts():
    before = dt.datetime.now(dt.UTC).replace(microsecond=0)
    assert before <= dt.datetime.fromisoformat(moment_of(None)) <= dt.datetime.now(dt.UTC)


def test_jobs_are_as_asked_or_at_least_one():
    assert jobs_of(7) == 7
    assert jobs_of(None) >= 1
    with pytest.raises(UsageError, match="--jobs"):
        jobs_of(-1)

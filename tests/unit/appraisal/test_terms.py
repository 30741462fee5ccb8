"""Terms: sums by the calendar, and which duration is longer."""

import datetime as dt

import pytest

from depotklaar.appraisal.terms import add_duration, end_of_term, is_longer


@pytest.mark.parametrize(
    ("day", "duration", "end"),
    [
        ("2011-11-05", "P75Y", "2086-11-05"),
        ("2024-02-29", "P1Y", "2025-02-28"),
        ("2024-02-29", "P4Y", "2028-02-29"),
        ("2024-01-31", "P1M", "2024-02-29"),
        ("2023-12-31", "P2M", "2024-02-29"),
        ("2024-01-31", "P1M1D", "2024-03-01"),
        ("2024-01-31", "P42D", "2024-03-13"),
        ("2024-05-31", "P1Y6M", "2025-11-30"),
        ("2024-05-31", "P0D", "2024-05-31"),
        ("9998-12-31", "P1Y", "9999-12-31"),
    ],
)
def test_years_and_months_come_before_days(day, duration, end):
    assert add_duration(dt.date.fromisoformat(day), duration).isoformat() == end


@pytest.mark.parametrize(
    "nonsense", ["", "P", "10Y", "P-1Y", "P1.5Y", "P1W", "PT1H", "P1M1Y", "p1y", "P1Y ", "P9999Y", "P\u0661Y", "P1YT"]
)
def test_what_is_no_duration_or_has_no_end_is_refused(nonsense):
    with pytest.raises(ValueError):
        add_duration(dt.date(2024, 1, 1), nonsense)


def test_days_past_the_last_year_are_refused():
    with pytest.raises(ValueError):
        add_duration(dt.date(9999, 12, 31), "P1D")


@pytest.mark.parametrize(
    ("begin", "exact", "rounded"),
    [("2024-03-01", "2029-03-01", "2030-01-01"), ("2024-01-01", "2029-01-01", "2030-01-01")],
)
def test_a_term_ends_on_the_day_or_on_the_next_first_of_january(begin, exact, rounded):
    day = dt.date.fromisoformat(begin)
    assert end_of_term(day, "P5Y", "exact").isoformat() == exact
    assert end_of_term(day, "P5Y", "1-januari").isoformat() == rounded


def test_there_is_no_first_of_january_after_the_last_year():
    with pytest.raises(ValueError):
        end_of_term(dt.date(9998, 1, 1), "P1Y", "1-januari")


@pytest.mark.parametrize(
    ("a", "b", "longer"),
    [
        ("P10Y", "P5Y", True),
        ("P5Y", "P10Y", False),
        ("P12M", "P1Y", False),
        ("P1M", "P30D", None),
        ("P42D", "P1M", True),
    ],
)
def test_which_is_longer(a, b, longer):
    assert is_longer(a, b) is longer

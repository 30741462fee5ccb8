"""Dates and durations: spans at the precision given, and adding by the calendar."""

import datetime as dt

import pytest

from depotklaar.rules.periods import later, span

D = dt.date


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2020", (D(2020, 1, 1), D(2020, 12, 31))),
        ("2020-02", (D(2020, 2, 1), D(2020, 2, 29))),
        ("2020-02-29", (D(2020, 2, 29), D(2020, 2, 29))),
        ("2020-02-29T10:11:12+02:00", (D(2020, 2, 29), D(2020, 2, 29))),
        ("9999", (D(9999, 1, 1), D(9999, 12, 31))),
        ("2019-02-29", None),
        ("0000", None),
        ("12020", None),
        ("-2020", None),
        ("", None),
        ("2020-1-1", None),
    ],
)
def test_span(text, expected):
    assert span(text) == expected


@pytest.mark.parametrize(
    ("day", "duration", "expected"),
    [
        (D(2011, 11, 5), "P75Y", D(2086, 11, 5)),
        (D(2020, 2, 29), "P1Y", D(2021, 2, 28)),
        (D(2021, 1, 31), "P1M", D(2021, 2, 28)),
        (D(2021, 12, 31), "P1M", D(2022, 1, 31)),
        (D(2021, 1, 1), "P1Y6M", D(2022, 7, 1)),
        (D(2021, 1, 1), "P42D", D(2021, 2, 12)),
        (D(9999, 1, 1), "P1Y", None),
        (D(9999, 12, 31), "P1D", None),
        (D(2021, 1, 1), "P", None),
        (D(2021, 1, 1), "-P1Y", None),
        (D(2021, 1, 1), "7 jaar", None),
    ],
)
def test_later(day, duration, expected):
    assert later(day, duration) == expected

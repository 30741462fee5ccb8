"""Months and periods in words."""

import pytest

from depotklaar.arrangement.account import month_title, period_title


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        ("2023-03-13", "2023-03-26", "13 maart 2023 t/m 26 maart 2023"),
        ("2023-03-13", "2023-03-13", "13 maart 2023"),
        (None, None, "zonder datum"),
    ],
)
def test_a_period(first, last, told):
    assert period_title(first, last) == told


def test_a_month():
    assert (month_title("2022-05"), month_title(None)) == ("mei 2022", "zonder datum")

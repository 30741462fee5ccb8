"""Durations: what is one, and which is longer whatever the day."""

import pytest

from depotklaar.model.duration import Duration, is_longer, parse_duration


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("P10Y", Duration(years=10)),
        ("P6M", Duration(months=6)),
        ("P42D", Duration(days=42)),
        ("P1Y6M2D", Duration(years=1, months=6, days=2)),
        ("P0D", Duration()),
    ],
)
def test_a_duration_is_read(text: str, wanted: Duration) -> None:
    assert parse_duration(text) == wanted


@pytest.mark.parametrize("text", ["", "P", "10Y", "P1.5Y", "P2W", "PT1H", "P1D1Y", "-P1Y", "P1Y\n", "P١Y"])
def test_what_is_no_duration_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no duration"):
        parse_duration(text)


@pytest.mark.parametrize(
    ("a", "b", "wanted"),
    [
        ("P10Y", "P5Y", True),
        ("P5Y", "P10Y", False),
        ("P1Y", "P12M", False),
        ("P12M", "P1Y", False),
        ("P13M", "P1Y", True),
        ("P1Y1D", "P1Y", True),
        ("P1M", "P30D", None),
        ("P1M", "P31D", False),
        ("P1M", "P27D", True),
        ("P1Y", "P365D", None),
        ("P1Y", "P364D", True),
        ("P365D", "P1Y", False),
        ("P366D", "P1Y", None),
        ("P0D", "P0D", False),
    ],
)
def test_the_longer_of_two(a: str, b: str, wanted: bool | None) -> None:
    assert is_longer(parse_duration(a), parse_duration(b)) is wanted

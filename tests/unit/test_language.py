"""Numbers, sizes and moments as Dutch and English write them."""

import pytest

from depotklaar.language import as_count, as_day, as_exact_size, as_moment


@pytest.mark.parametrize(
    ("count", "nl", "en"), [(0, "0", "0"), (999, "999", "999"), (1234567, "1.234.567", "1,234,567")]
)
def test_counts(count, nl, en):
    assert (as_count(count, "nl"), as_count(count, "en")) == (nl, en)


@pytest.mark.parametrize(
    ("size", "nl", "en"),
    [
        (1, "1 byte", "1 byte"),
        (999, "999 bytes", "999 bytes"),
        (48213, "48,2 kB (48.213 bytes)", "48.2 kB (48,213 bytes)"),
    ],
)
def test_exact_sizes(size, nl, en):
    assert (as_exact_size(size, "nl"), as_exact_size(size, "en")) == (nl, en)


@pytest.mark.parametrize(
    ("moment", "nl", "en"),
    [
        ("2026-11-22T12:00:00Z", "22 november 2026, 12:00 UTC", "22 November 2026, 12:00 UTC"),
        ("2026-05-01T10:05:00+02:00", "1 mei 2026, 10:05 +02:00", "1 May 2026, 10:05 +02:00"),
        ("2026-05-01T10:05", "1 mei 2026, 10:05", "1 May 2026, 10:05"),
        ("2026-05-01", "1 mei 2026", "1 May 2026"),
        ("gisteren", "gisteren", "gisteren"),
    ],
)
def test_moments(moment, nl, en):
    assert (as_moment(moment, "nl"), as_moment(moment, "en")) == (nl, en)


@pytest.mark.parametrize(
    ("day", "nl", "en"), [("2022-05-02", "2 mei 2022", "2 May 2022"), ("ooit", "ooit", "ooit"), ("2022-02-30",) * 3]
)
def test_days(day, nl, en):
    assert (as_day(day, "nl"), as_day(day, "en")) == (nl, en)

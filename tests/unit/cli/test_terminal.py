"""Progress is short in a log, a bar on a terminal and nothing when quiet."""

import io
import sys

import pytest

from depotklaar.cli.terminal import (
    BarProgress,
    LineProgress,
    as_count,
    as_size,
    print_bytes,
    print_lines,
    progress_for,
)
from depotklaar.language import Text
from depotklaar.model.progress import Progress

STAGE = Text("Inlezen", "Reading")


class Clock:
    """A clock that stands still until it is set."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def log():
    return []


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def lines(log, clock):
    return LineProgress("nl", say=log.extend, clock=clock)


def test_a_stage_is_one_line_however_many_items_it_has(lines, log):
    lines.started(STAGE, items=10_000, size=3_210_000)
    for _ in range(10_000):
        lines.advanced(items=1, size=321)
    lines.finished()
    assert log == ["Inlezen (10.000 onderdelen, 3,2 MB)"]


def test_a_long_stage_speaks_every_ten_seconds_with_the_time_left(lines, log, clock):
    lines.started(STAGE, items=4, size=4_000)
    for second in (5, 10, 15, 20):
        clock.now = second
        lines.advanced(items=1, size=1_000)
    assert log[1:] == [
        "Inlezen: 2 van 4 onderdelen, 2,0 kB, nog ongeveer 10 s",
        "Inlezen: 4 van 4 onderdelen, 4,0 kB, nog ongeveer 0 s",
    ]


def test_a_stage_of_unknown_length_promises_nothing(lines, log, clock):
    lines.started(STAGE)
    clock.now = 11
    lines.advanced(items=3)
    assert log == ["Inlezen", "Inlezen: 3 onderdelen"]


def test_notes_are_said_in_the_language(log, clock):
    progress = LineProgress("en", say=log.extend, clock=clock)
    progress.noted(Text("opgeruimd", "cleared"))
    assert log == ["cleared"]


def test_the_bar_shows_counts_bytes_and_time_left():
    screen = io.StringIO()
    bar = BarProgress("nl", screen)
    bar.started(STAGE, items=2, size=2_000)
    bar.advanced(items=1, size=1_000)
    bar.noted(Text("let op", "mind"))
    bar.advanced(items=1, size=1_000)
    bar.finished()
    text = screen.getvalue()
    last = text.rstrip().split("\r")[-1]
    assert "let op" in text
    assert "Inlezen: 100%" in last
    assert "2.00k/2.00k, 2/2" in last
    assert "nog " in last


def test_a_bar_without_totals_counts(capsys):
    screen = io.StringIO()
    bar = BarProgress("en", screen)
    bar.advanced(items=1)
    bar.started(STAGE)
    bar.advanced(items=5)
    bar.finished()
    bar.noted(Text("klaar", "done"))
    assert "Reading: 5" in screen.getvalue()
    assert capsys.readouterr().err == "done\n"


def test_progress_suits_the_stream(monkeypatch):
    assert type(progress_for("nl", quiet=True)) is Progress
    assert type(progress_for("nl", quiet=False)) is LineProgress
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    assert type(progress_for("nl", quiet=False)) is BarProgress
    monkeypatch.setattr(sys, "stderr", None)
    assert type(progress_for("nl", quiet=False)) is Progress


def test_printing_without_stdout_is_silent(monkeypatch):
    monkeypatch.setattr(sys, "stdout", None)
    print_lines(["weg"])
    print_bytes(b"weg")


def test_documents_are_utf8_whatever_the_terminal(monkeypatch):
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="ascii"))
    print_bytes("é🙈".encode())
    assert raw.getvalue() == "é🙈".encode()


@pytest.mark.parametrize(
    ("size", "nl", "en"),
    [(0, "0 B", "0 B"), (999, "999 B", "999 B"), (1_234_567, "1,2 MB", "1.2 MB"), (5 * 10**12, "5,0 TB", "5.0 TB")],
)
def test_sizes(size, nl, en):
    assert (as_size(size, "nl"), as_size(size, "en")) == (nl, en)


def test_counts():
    assert (as_count(1234567, "nl"), as_count(1234567, "en")) == ("1.234.567", "1,234,567")


def test_one_item_is_not_many(lines, log):
    lines.started(STAGE, items=1)
    assert log == ["Inlezen (1 onderdeel)"]

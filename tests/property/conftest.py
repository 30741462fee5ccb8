"""Good bytes spoilt with a plan: what a fuzz test draws its inputs from, and how it runs."""

import os
import re
import signal
from collections.abc import Callable, Sequence
from contextlib import contextmanager
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

ASKED = "DEPOTKLAAR_FUZZ" in os.environ
EXAMPLES = int(os.environ.get("DEPOTKLAAR_FUZZ", "200"))
HANG_SECONDS = 60
NUMBERS = (0, 1, 0x7F, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF, (1 << 63) - 1, (1 << 64) - 1)
_LEAF = re.compile(rb"<([\w:]+)(?: [^<>]*)?>([^<]*)</\1>")
_BRANCH = re.compile(rb"<([\w:]+)(?: [^<>]*)?>.*?</\1>", re.DOTALL)
_WORD = re.compile(rb'"[^"\n]*"|[\w.:+-]+')

_place = st.integers(0, 1 << 24)
_length = st.integers(0, 64) | st.integers(0, 1 << 16)
_fill = st.binary(max_size=12)


def _within(data: bytes, place: int) -> int:
    return place % (len(data) + 1)


def _flip(data: bytes, place: int, length: int, fill: bytes, other: bytes) -> bytes:
    at = _within(data, place)
    return data[:at] + bytes([data[at] ^ (1 << length % 8)]) + data[at + 1 :] if at < len(data) else data


def _cut(data: bytes, place: int, length: int, fill: bytes, other: bytes) -> bytes:
    at = _within(data, place)
    return data[:at] + data[at + length :]


def _truncate(data: bytes, place: int, length: int, fill: bytes, other: bytes) -> bytes:
    return data[: _within(data, place)]


def _insert(data: bytes, place: int, length: int, fill: bytes, other: bytes) -> bytes:
    at = _within(data, place)
    return data[:at] + fill + data[at:]


def _overwrite(data: bytes, place: int, length: int, fill: bytes, other: bytes) -> bytes:
    at = _within(data, place)
    return data[:at] + fill + data[at + len(fill) :]


def _splice(data: bytes, place: int, length: int, fill: bytes, other: bytes) -> bytes:
    at = _within(data, place)
    start = _within(other, place * 31 + length)
    return data[:at] + other[start : start + length] + data[at + length * (place % 2) :]


def _repeat(data: bytes, place: int, length: int, fill: bytes, other: bytes) -> bytes:
    at = _within(data, place)
    return data[:at] + data[at : at + length] * (2 + place % 7) + data[at + length :]


def _number(data: bytes, place: int, length: int, fill: bytes, other: bytes) -> bytes:
    width = (1, 2, 4, 8)[length % 4]
    value = NUMBERS[place % len(NUMBERS)] % (1 << 8 * width)
    return _overwrite(data, place, length, value.to_bytes(width, "little"), other)


def _span(pattern: "re.Pattern[bytes]", data: bytes, place: int, group: int = 0) -> tuple[int, int]:
    found = list(pattern.finditer(data))
    return found[place % len(found)].span(group) if found else (0, 0)


def _refill(data: bytes, place: int, length: int, fill: bytes, other: bytes) -> bytes:
    start, end = _span(_LEAF, data, place, 2)
    return data[:start] + fill + data[end:]


def _reword(data: bytes, place: int, length: int, fill: bytes, other: bytes) -> bytes:
    start, end = _span(_WORD, data, place)
    return data[:start] + fill + data[end:]


def _uproot(data: bytes, place: int, length: int, fill: bytes, other: bytes) -> bytes:
    start, end = _span(_BRANCH, data, place)
    return data[:start] + data[end:]


def _transplant(data: bytes, place: int, length: int, fill: bytes, other: bytes) -> bytes:
    start, end = _span(_BRANCH, other, place)
    _, at = _span(_LEAF, data, length)
    return data[:at] + other[start:end] + data[at:]


def _drop_line(data: bytes, place: int, length: int, fill: bytes, other: bytes) -> bytes:
    lines = data.splitlines(keepends=True)
    return b"".join(line for at, line in enumerate(lines) if at != place % len(lines)) if lines else data


def _move_line(data: bytes, place: int, length: int, fill: bytes, other: bytes) -> bytes:
    lines, more = data.splitlines(keepends=True), other.splitlines(keepends=True)
    lines.insert(length % (len(lines) + 1), more[place % len(more)] if more else fill)
    return b"".join(lines)


_BLIND = (_flip, _cut, _truncate, _insert, _overwrite, _splice, _repeat, _number)
_XML = (_refill, _uproot, _transplant)
_LINES = (_reword, _drop_line, _move_line)


def spoilt(seeds: Sequence[bytes], tokens: Sequence[bytes] = (), *, xml: bool = False, lines: bool = False) -> Any:
    """Give a strategy of good bytes to which one to eight harms were done; what is filled in is often a token."""
    harms = _BLIND + (_XML * 3 if xml else ()) + (_LINES * 2 if lines else ())
    fill = st.sampled_from(tokens) | _fill if tokens else _fill
    harm = st.tuples(st.sampled_from(harms), _place, _length, fill, st.sampled_from(seeds))

    def apply(drawn: tuple[bytes, list[Any]]) -> bytes:
        data, todo = drawn
        for spoil, place, length, filling, other in todo:
            data = spoil(data, place, length, filling, other)
        return data

    return st.tuples(st.sampled_from(seeds), st.lists(harm, min_size=1, max_size=8)).map(apply)


@contextmanager
def bounded() -> Any:
    """Fail what takes a minute: an input of some kilobytes has then sent its reader round in circles."""

    def stop(number: int, frame: object) -> None:
        raise AssertionError(f"no end after {HANG_SECONDS} seconds")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(HANG_SECONDS)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


@pytest.fixture(scope="session")
def fuzz() -> Callable[..., None]:
    """Run a check over inputs drawn from a strategy: 200, the same at each run, or as many new ones as are asked.

    DEPOTKLAAR_FUZZ says how many; `part` is for a check that is too slow for that many in a normal run.
    """

    def run(check: Callable[[Any], object], inputs: Any, part: float = 1) -> None:
        @settings(
            max_examples=EXAMPLES if ASKED else max(1, int(EXAMPLES * part)),
            deadline=None,
            database=None,
            derandomize=not ASKED,
            suppress_health_check=list(HealthCheck),
        )
        @given(inputs)
        def over(data: Any) -> None:
            with bounded():
                check(data)

        over()

    return run


@pytest.fixture(scope="session")
def spoil() -> Callable[..., Any]:
    """Give the strategy `spoilt` to tests that draw from it."""
    return spoilt

"""Every id that is given twice is found, also when only a few ids are held in memory."""

import pytest

from depotklaar.standards.conversation.uniqueness import UniqueIds


def doubles(marks, held):
    ids = UniqueIds(held)
    found = {(ids.add(mark, number), number) for number, mark in enumerate(marks, 1)}
    at_once = {pair for pair in found if pair[0] is not None}
    later = list(ids.repeated_later())
    ids.close()
    assert all(marks[number - 1] == mark for _, number, mark in later)
    return at_once | {(first, number) for first, number, _ in later}


@pytest.mark.parametrize("held", [1, 2, 3, 100])
def test_doubles_are_found(held):
    assert doubles(["a", "b", "a\n", "é", "b", "\ud800", "\ud800"], held) == {(2, 5), (6, 7)}


@pytest.mark.parametrize("held", [2, 7, 50])
def test_many_ids_without_doubles(held):
    assert doubles([f"e{number % 1000}" for number in range(1000)], held) == set()


def test_runs_larger_than_a_block():
    marks = [f"{number:0200}" for number in range(2000)]
    assert doubles([*marks, marks[0], marks[1999]], 1500) == {(1, 2001), (2000, 2002)}

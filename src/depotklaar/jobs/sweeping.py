"""Sweeping: how often Python looks for objects that only hold each other, which costs more the more it remembers."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

NEW_OBJECTS = 50_000
_ROUNDS = 1_000


def sweep_seldom() -> None:
    """Look once in 50,000 new objects, among those only, and leave alone what is there already."""
    gc.freeze()
    gc.set_threshold(NEW_OBJECTS, _ROUNDS, _ROUNDS)


@contextmanager
def seldom_swept() -> Iterator[None]:
    """Do so until the end of a job that builds much that stays; what it throws away is still found in time."""
    before = gc.get_threshold()
    sweep_seldom()
    try:
        yield
    finally:
        gc.unfreeze()
        gc.set_threshold(*before)

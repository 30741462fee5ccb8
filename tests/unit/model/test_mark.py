"""Marks: when two names or numbers mean the same person."""

import pytest

from depotklaar.model.mark import same_mark

SAME = [
    ("+31 6 12345678", "+31612345678"),
    ("06-12345678", "+31 6 1234 5678"),
    ("0031612345678", "+31612345678"),
    ("\u202a+31\u00a06\u00a012345678\u202c", "+31612345678"),
    ("+1\u2011202\u2011555\u20110100", "+1 202 555 0100"),
    ("Jan de Vries", "jan  de vries"),
    ("~\u202fPiet", "Piet"),
    ("Zoe\u0308", "Zoë"),
]
OTHER = [("Jan de Vries", "J. de Vries"), ("+31612345678", "+31612345679"), ("Piet", "Piet (FIN)"), ("112", "+31112")]


@pytest.mark.parametrize(("one", "two"), SAME)
def test_the_same_person(one, two):
    assert same_mark(one, two)


@pytest.mark.parametrize(("one", "two"), OTHER)
def test_another_person(one, two):
    assert not same_mark(one, two)

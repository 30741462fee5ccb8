"""What is packed comes back equal, also with half a pair in a text."""

import pytest

from depotklaar.model.mdto import Begrip, Verwijzing
from depotklaar.storage.packing import pack, unpack

HALVES = ["\ud83d", "x\udc00y", "\udfff\ud800", "\ud83d\x00\uffff"]


@pytest.mark.parametrize("text", ["", "gewoon", "\U0001f468", *HALVES])
def test_every_text_comes_back(text):
    value = (
        Begrip(label=text, begrippenlijst=Verwijzing(naam="ë")),
        Begrip(label="é", begrippenlijst=Verwijzing(naam=text)),
    )
    assert unpack(tuple[Begrip, ...], pack(value)) == value


def test_maps_and_nothing_come_back():
    value = {"\ud800": (1, None, "x"), "gewoon": (2, "\udc00", None)}
    kind = dict[str, tuple[int, str | None, str | None]]
    assert unpack(kind, pack(value)) == value


def test_the_mark_is_there_only_when_it_is_needed():
    assert pack("\ud800")[:1] == b"\xc1"
    assert all(pack(value)[:1] != b"\xc1" for value in ("é", 0, -1, 2**40, [], {}, None, True, "x" * 300))

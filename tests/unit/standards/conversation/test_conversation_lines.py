"""Lines end at a line feed and nowhere else, whatever the size of the pieces in which they come."""

import io

import pytest

from depotklaar.standards.conversation import lines as subject
from depotklaar.standards.conversation.lines import Lines


@pytest.mark.parametrize("chunk", [1, 2, 3, 7, 100])
@pytest.mark.parametrize(
    ("data", "expected", "is_cut"),
    [
        (b"", [], False),
        (b"\n", [b""], False),
        (b"a\nbb\n", [b"a", b"bb"], False),
        (b"a\n\nbb", [b"a", b"", b"bb"], True),
        (b"\xe2\x80\xa8b\r\n", [b"\xe2\x80\xa8b\r"], False),
        (b"123456\n12345\n1234567", [None, b"12345", None], True),
    ],
)
def test_lines(monkeypatch, chunk, data, expected, is_cut):
    monkeypatch.setattr(subject, "_CHUNK", chunk)
    lines = Lines(io.BytesIO(data), longest=5)
    assert list(lines) == expected
    assert lines.is_cut is is_cut

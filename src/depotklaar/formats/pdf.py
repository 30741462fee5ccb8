"""Whether a PDF is protected or holds other files, from its trailer and the names of its streams (ISO 32000-1, 7.5).

No object is unpacked: `/Encrypt` stands in the trailer, which is never compressed, and a file that is embedded is a
stream of its own, of which the dictionary is never compressed either.
"""

import re
from collections.abc import Iterator
from typing import BinaryIO

from depotklaar.model.format import Trait

_CHUNK = 1 << 20
_OVERLAP = 256
_TAIL = 4096
_DICTIONARY = 64 << 10
_START = re.compile(rb"startxref\s+(\d{1,12})")
_STREAM = re.compile(rb"\d+\s+\d+\s+obj\b")
_NAME = re.compile(rb"/(Encrypt|EmbeddedFile)(?=[\s/<>\[\]()])(\s*(?:\d+\s+\d+\s+R|<<))?")
_ENCRYPT = re.compile(rb"/(?:E|#45)(?:n|#6[Ee])crypt(?=[\s/<])")


def find_traits(stream: BinaryIO, size: int) -> Iterator[Trait]:
    """Yield `protected` for a PDF that is encrypted, by password or against copying, and `embedded` for attachments."""
    names = _names(stream)
    if "EmbeddedFile" in names:
        yield "embedded"
    trailer = _last_trailer(stream, size)
    if _ENCRYPT.search(trailer) if trailer is not None else "Encrypt" in names:
        yield "protected"


def _names(stream: BinaryIO) -> set[str]:
    """Which of the names stand anywhere in the file; `Encrypt` only where it leads to a dictionary."""
    found: set[str] = set()
    stream.seek(0)
    before = b""
    while chunk := stream.read(_CHUNK):
        window = before + chunk
        for match in _NAME.finditer(window) if b"/E" in window else ():
            if match[1] == b"EmbeddedFile" or match[2]:
                found.add(match[1].decode())
        before = window[-_OVERLAP:]
    return found


def _last_trailer(stream: BinaryIO, size: int) -> bytes | None:
    """The dictionary to which the last `startxref` leads, as written; None when there is none to be found.

    It is that of the trailer after a table of references, or that of a stream of references.
    """
    stream.seek(max(0, size - _TAIL))
    starts = _START.findall(stream.read(_TAIL))
    if not starts or int(starts[-1]) >= size:
        return None
    stream.seek(int(starts[-1]))
    begin = stream.read(_DICTIONARY)
    if begin.lstrip().startswith(b"xref"):
        return _after_table(stream, begin)
    if _STREAM.match(begin.lstrip()):
        return begin.partition(b"stream")[0]
    return None


def _after_table(stream: BinaryIO, begin: bytes) -> bytes | None:
    """The trailer after a table of references that begins so, however long the table is."""
    while b"trailer" not in begin:
        chunk = stream.read(_CHUNK)
        if not chunk:
            return None
        begin = begin[-_OVERLAP:] + chunk
    trailer = begin.partition(b"trailer")[2] + stream.read(_DICTIONARY)
    return trailer.partition(b"startxref")[0]

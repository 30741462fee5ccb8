"""Whether a zip, or an Office or OpenDocument file that is one, is protected or holds macros or other files.

Only the list of parts at its end is read (APPNOTE 6.3.3, 4.3.12), record by record, and of an OpenDocument file the
manifest. Sources: ECMA-376 part 2 (parts), MS-OFFMACRO2 2.2 (vbaProject.bin), OpenDocument 1.2 part 3, 4.8
(encryption-data).
"""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from depotklaar.model.format import Trait

_END = b"PK\x05\x06"
_END_SIZE = 22
_RECORD = b"PK\x01\x02"
_RECORD_SIZE = 46
_LOCAL_SIZE = 30
_MOST_PARTS = 65_534
_MOST_LISTED = 16 << 20
_MOST_MANIFEST = 1 << 20
_MANIFEST = "META-INF/manifest.xml"

_MACROS = re.compile(r"(?:.*/)?vbaProject\.bin|xl/macrosheets/.+|Basic/.+|Scripts/[^/]+/.+", re.IGNORECASE)
_EMBEDDED = re.compile(r"(?:word|xl|ppt|visio)/embeddings/[^/]+|Object [0-9]+(?:/content\.xml)?", re.IGNORECASE)
_ODF = b"mimetypeapplication/vnd.oasis.opendocument"


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a zip: whether it is encrypted, how it is packed, its size as packed and where it begins."""

    name: str
    encrypted: bool
    method: int
    size: int
    offset: int


def find_traits(stream: BinaryIO, size: int) -> Iterator[Trait]:
    """Yield what the list of parts tells. A zip of which the list cannot be found tells nothing."""
    stream.seek(0)
    is_odf = stream.read(256)[_LOCAL_SIZE:].startswith(_ODF)
    ending = _ending(stream, size)
    if ending is None:
        return
    count, listed, place = ending
    if count > _MOST_PARTS or listed > _MOST_LISTED:
        yield "unopened"
        return
    parts = list(_parts(stream, listed, place))
    is_office = is_odf or any(part.name.casefold() == "[content_types].xml" for part in parts)
    if any(part.encrypted for part in parts):
        yield "protected"
    if is_office and any(_MACROS.fullmatch(part.name) for part in parts):
        yield "macros"
    if is_office and any(_EMBEDDED.fullmatch(part.name) for part in parts):
        yield "embedded"
    if is_odf and any(b"encryption-data" in _read(stream, part) for part in parts if part.name == _MANIFEST):
        yield "protected"


def _ending(stream: BinaryIO, size: int) -> tuple[int, int, int] | None:
    """How many parts there are, how many bytes their list takes and where it begins; None when it is not there."""
    tail = min(size, _END_SIZE + 0xFFFF)
    stream.seek(size - tail)
    end = stream.read(tail)
    at = end.rfind(_END)
    if at < 0 or len(end) - at < _END_SIZE:
        return None
    listed = _number(end, at + 12, 4)
    place = size - tail + at - listed
    return _number(end, at + 10, 2), listed, max(0, place)


def _parts(stream: BinaryIO, listed: int, place: int) -> Iterator[_Part]:
    stream.seek(place)
    raw = stream.read(listed)
    at = 0
    while raw.startswith(_RECORD, at) and at + _RECORD_SIZE <= len(raw):
        name_length, extra, remark = (_number(raw, at + field, 2) for field in (28, 30, 32))
        start = at + _RECORD_SIZE
        yield _Part(
            name=raw[start : start + name_length].decode("utf-8", "replace"),
            encrypted=bool(_number(raw, at + 8, 2) & 1),
            method=_number(raw, at + 10, 2),
            size=_number(raw, at + 20, 4),
            offset=_number(raw, at + 42, 4),
        )
        at = start + name_length + extra + remark


def _read(stream: BinaryIO, part: _Part) -> bytes:
    """The begin of a part, unpacked; nothing when it is broken."""
    stream.seek(part.offset)
    head = stream.read(_LOCAL_SIZE)
    stream.seek(part.offset + _LOCAL_SIZE + _number(head, 26, 2) + _number(head, 28, 2))
    packed = stream.read(min(part.size, _MOST_MANIFEST))
    if part.method == 0:
        return packed
    try:
        return zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, _MOST_MANIFEST)
    except zlib.error:
        return b""


def _number(raw: bytes, at: int, length: int) -> int:
    return int.from_bytes(raw[at : at + length], "little")

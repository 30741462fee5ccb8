"""Whether an OLE2 file (.doc, .xls, .ppt, .msg) is protected or holds macros or other files, from its directory.

The entries of the directory are found where they lie, at multiples of 128 bytes, and no chain of sectors is followed;
so a hostile file can make it neither loop nor grow. Sources: MS-CFB 2.6 (directory entry), MS-OFFCRYPTO 2.3.4
(EncryptedPackage), MS-DOC 2.5.2 (fEncrypted), MS-XLS 2.4.117 (FilePass), MS-PPT 2.1.4 (EncryptedSummary).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from depotklaar.model.format import Trait

_ENTRY = 128
_CHUNK = 1 << 20
_HEADER = 512
_FILEPASS = 0x002F
_RECORDS = 16
_WORD = 0xA5EC
_STORAGE, _STREAM = 1, 2

_TELLING: tuple[tuple[re.Pattern[str], int, Trait], ...] = (
    (re.compile(r"EncryptedPackage|EncryptedSummary"), _STREAM, "protected"),
    (re.compile(r"_VBA_PROJECT"), _STREAM, "macros"),
    (re.compile(r"\x01Ole10Native"), _STREAM, "embedded"),
    (re.compile(r"MBD[0-9A-F]{8}|__attach_version1\.0_#[0-9A-F]{8}"), _STORAGE, "embedded"),
)
_BODIES = ("WordDocument", "Workbook", "Book")
_WANTED = re.compile(
    b"|".join(
        re.escape(name.encode("utf-16-le"))
        for name in ("Encrypted", "_VBA_PROJECT", "\x01Ole10Native", "MBD", "__attach_version1.0_#", *_BODIES)
    )
)


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry of the directory: its name, its kind, and the sector with which its content begins."""

    name: str
    kind: int
    start: int


def find_traits(stream: BinaryIO, size: int) -> Iterator[Trait]:
    """Yield what the directory tells, and whether the document in it says that it is encrypted."""
    for entry in _entries(stream):
        for name, kind, trait in _TELLING:
            if entry.kind == kind and name.fullmatch(entry.name):
                yield trait
        if entry.kind == _STREAM and entry.name in _BODIES and _is_encrypted(_content(stream, entry, size), entry.name):
            yield "protected"


def _entries(stream: BinaryIO) -> Iterator[_Entry]:
    stream.seek(_HEADER)
    at = _HEADER
    while chunk := stream.read(_CHUNK):
        for match in _WANTED.finditer(chunk):
            if match.start() % _ENTRY == 0 and (entry := _entry(chunk[match.start() : match.start() + _ENTRY])):
                yield entry
        at += len(chunk)
        stream.seek(at)


def _entry(raw: bytes) -> _Entry | None:
    """The entry in these 128 bytes; None when they hold none."""
    length = int.from_bytes(raw[64:66], "little")
    if len(raw) < _ENTRY or not 2 <= length <= 64 or length % 2 or raw[66] not in (_STORAGE, _STREAM):
        return None
    name = raw[: length - 2].decode("utf-16-le", "replace")
    return _Entry(name, raw[66], int.from_bytes(raw[116:120], "little"))


def _content(stream: BinaryIO, entry: _Entry, size: int) -> bytes:
    """The first sector of what an entry holds; nothing when it lies outside the file."""
    stream.seek(30)
    shift = int.from_bytes(stream.read(2), "little")
    sector = 1 << shift if shift in (9, 12) else 512
    place = (entry.start + 1) * sector
    if place >= size:
        return b""
    stream.seek(place)
    return stream.read(sector)


def _is_encrypted(content: bytes, name: str) -> bool:
    """What the begin of a document says of itself: a bit in Word's, a record in Excel's."""
    if name == "WordDocument":
        return _number(content, 0, 2) == _WORD and bool(content[11:12] and content[11] & 1)
    at = 0
    for _ in range(_RECORDS):
        if _number(content, at, 2) == _FILEPASS:
            return True
        at += 4 + _number(content, at + 2, 2)
        if at + 4 > len(content):
            break
    return False


def _number(raw: bytes, at: int, length: int) -> int:
    return int.from_bytes(raw[at : at + length], "little")

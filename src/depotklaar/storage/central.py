"""The central directory of a zip, read record by record and checked for being whole (APPNOTE 6.3, 4.3.12-4.3.16)."""

import os
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from depotklaar.language import Text
from depotklaar.storage.guard import refuse

_END = struct.Struct("<4s4H2LH")
_LOCATOR = struct.Struct("<4sLQL")
_END64 = struct.Struct("<4sQ2H2L4Q")
_RECORD = struct.Struct("<4s6H3L5H2L")
_LONGEST_RECORD = _RECORD.size + 3 * 0xFFFF
_FULL16, _FULL32 = 0xFFFF, 0xFFFFFFFF
_CHUNK = 1 << 20

NO_DIRECTORY = Text(
    "het zipbestand is beschadigd: de inhoudsopgave aan het eind ontbreekt of klopt niet",
    "the zip file is damaged: the directory at its end is missing or wrong",
)
VOLUMES = Text("het zipbestand is een deel van een reeks", "the zip file is one volume of several")


@dataclass(frozen=True, slots=True)
class Directory:
    """Where the central directory lies in the file (bytes) and how many records it holds."""

    start: int
    size: int
    records: int


@dataclass(frozen=True, slots=True)
class Record:
    """One file or folder as the central directory tells of it; `packed`, `size` and `offset` in bytes, `crc` CRC-32.

    `host` is the system for which it was made (APPNOTE 4.4.2): 0 DOS, 3 Unix, 10 and 11 Windows, 14 FAT.
    """

    raw: bytes
    host: int
    flags: int
    method: int
    crc: int
    packed: int
    size: int
    offset: int
    mode: int
    unicode_name: str | None


def find_directory(descriptor: int, length: int, place: str) -> Directory:
    """Find the central directory of a zip of `length` bytes. SourceError when it is damaged or one of several."""
    tail_start = max(0, length - _END.size - _FULL16)
    tail = os.pread(descriptor, length - tail_start, tail_start)
    at = _end_record(tail)
    if at is None:
        refuse(place, NO_DIRECTORY)
    _, disk, first_disk, here, records, size, start, _ = _END.unpack_from(tail, at)
    end = tail_start + at
    if _FULL16 in (disk, first_disk, here, records) or _FULL32 in (size, start):
        found = _zip64(descriptor, end, place)
        if found is not None:
            return found
    if disk or first_disk or here != records:
        refuse(place, VOLUMES)
    if start + size != end:
        refuse(place, NO_DIRECTORY)
    return Directory(start, size, records)


def _end_record(tail: bytes) -> int | None:
    """Where the end record stands whose comment fills the file exactly."""
    at = tail.rfind(b"PK\5\6")
    while at >= 0:
        if at + _END.size <= len(tail) and at + _END.size + _END.unpack_from(tail, at)[7] == len(tail):
            return at
        at = tail.rfind(b"PK\5\6", 0, at)
    return None


def _zip64(descriptor: int, end: int, place: str) -> Directory | None:
    """The directory as the zip64 end record tells of it, or None when there is no such record."""
    locator = os.pread(descriptor, _LOCATOR.size, max(0, end - _LOCATOR.size))
    if len(locator) < _LOCATOR.size or not locator.startswith(b"PK\6\7"):
        return None
    _, disk, at, disks = _LOCATOR.unpack(locator)
    if at >= end:
        refuse(place, NO_DIRECTORY)
    record = os.pread(descriptor, _END64.size, at)
    if len(record) < _END64.size or not record.startswith(b"PK\6\6"):
        refuse(place, NO_DIRECTORY)
    _, rest, _, _, own_disk, first_disk, here, records, size, start = _END64.unpack(record)
    if disk or own_disk or first_disk or disks > 1 or here != records:
        refuse(place, VOLUMES)
    if start + size != at or at + 12 + rest != end - _LOCATOR.size:
        refuse(place, NO_DIRECTORY)
    return Directory(start, size, records)


def records(descriptor: int, directory: Directory, place: str) -> Iterator[Record]:
    """Every record in the order of the file. SourceError when one is damaged or the number is not as announced."""
    data, at, read = b"", 0, 0
    for _ in range(directory.records):
        if len(data) - at < _LONGEST_RECORD and read < directory.size:
            more = os.pread(descriptor, min(_CHUNK, directory.size - read), directory.start + read)
            data, at, read = data[at:] + more, 0, read + len(more)
        if len(data) - at < _RECORD.size or data[at : at + 4] != b"PK\1\2":
            refuse(place, NO_DIRECTORY)
        fields = _RECORD.unpack_from(data, at)
        length = _RECORD.size + fields[10] + fields[11] + fields[12]
        if at + length > len(data):
            refuse(place, NO_DIRECTORY)
        yield _record(fields, data[at + _RECORD.size : at + length], place)
        at += length
    if at != len(data) or read != directory.size:
        refuse(place, NO_DIRECTORY)


def _record(fields: tuple[int, ...], tail: bytes, place: str) -> Record:
    flags, method, crc, packed, size = fields[3], fields[4], fields[7], fields[8], fields[9]
    raw, extra = tail[: fields[10]], tail[fields[10] : fields[10] + fields[11]]
    blocks = dict(_extra_blocks(extra))
    wide = blocks.get(1, b"")
    sizes = []
    for value in (size, packed, fields[16]):
        if value == _FULL32 and len(wide) >= 8:
            value, wide = int.from_bytes(wide[:8], "little"), wide[8:]
        sizes.append(value)
    return Record(
        raw=raw,
        host=fields[1] >> 8,
        flags=flags,
        method=method,
        crc=crc,
        packed=sizes[1],
        size=sizes[0],
        offset=sizes[2],
        mode=fields[15] >> 16,
        unicode_name=_unicode_name(blocks.get(0x7075, b""), raw),
    )


def _extra_blocks(extra: bytes) -> Iterator[tuple[int, bytes]]:
    """The extra fields by their header id; what does not fit is passed over."""
    at = 0
    while at + 4 <= len(extra):
        kind, length = struct.unpack_from("<2H", extra, at)
        yield kind, extra[at + 4 : at + 4 + length]
        at += 4 + length


def _unicode_name(block: bytes, raw: bytes) -> str | None:
    """The name in the Info-ZIP Unicode Path field (APPNOTE 4.6.9), when it belongs to the name in the header."""
    if len(block) < 6 or block[0] != 1 or int.from_bytes(block[1:5], "little") != zlib.crc32(raw):
        return None
    try:
        return block[5:].decode("utf-8")
    except UnicodeDecodeError:
        return None

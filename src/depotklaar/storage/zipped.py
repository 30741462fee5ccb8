"""A zip as a tree: names as they were meant, every trick refused, and content checked while it is read."""

import os
import stat
import struct
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from depotklaar.language import Text
from depotklaar.storage.central import NO_DIRECTORY, Directory, Record, find_directory, records
from depotklaar.storage.folder import open_regular, root_place
from depotklaar.storage.guard import Guard, place_in, refuse
from depotklaar.storage.indexed import Index, IndexedTree
from depotklaar.storage.streams import BAD_CONTENT, Stored, Unpacked, buffered
from depotklaar.storage.tree import Container, Limits
from depotklaar.storage.unpacking import OTHER_METHODS, UNPACKERS

_LOCAL = struct.Struct("<4s5H3L2H")
_STORED, _AES = 0, 99
_DOS_HOSTS = (0, 10, 11, 14)
_UTF8_FLAG = 1 << 11
_ENCRYPTED_FLAGS = 1 << 0 | 1 << 6 | 1 << 13

_ENCRYPTED = Text("het bestand is versleuteld", "the file is encrypted")
_DECRYPT = Text(
    "Vraag het archief zonder wachtwoord, of pak het zelf uit en bied de map aan.",
    "Ask for the archive without a password, or unpack it yourself and offer the folder.",
)
_LINK = Text("dit is een verwijzing (symbolic link)", "this is a symbolic link")
_ODD_KIND = Text("dit is geen gewoon bestand of map", "this is not a regular file or folder")
_METHOD = Text(
    "gecomprimeerd met methode {method}, die depotklaar niet leest",
    "compressed with method {method}, which depotklaar does not read",
)
_FULL_FOLDER = Text("dit heet een map maar heeft inhoud", "this is called a folder but has content")
_OVERLAP = Text("dit deelt zijn bytes met een ander bestand", "this shares its bytes with another file")
_LOCAL_NAME = Text(
    "de naam bij de inhoud is een andere dan in de inhoudsopgave",
    "the name beside the content differs from the name in the directory",
)

Decoder = Callable[[Record], str]


class ZipTree(IndexedTree):
    """A zip file. `open` may be called from several threads. SourceError names everything that is refused."""

    container: Container = "zip"

    def __init__(self, path: Path, limits: Limits) -> None:
        self._place = root_place(path)
        self._descriptor = open_regular(os.path.realpath(path), self._place)
        try:
            length = os.fstat(self._descriptor).st_size
            directory = find_directory(self._descriptor, length, self._place)
            guard = Guard(str(path), limits)
            if directory.records > limits.entries:
                guard.over("entries", directory.records)
                guard.settle()
            index = self._read(directory, guard)
            guard.settle(length)
        except BaseException:
            self.close()
            raise
        super().__init__(path, index)

    def __enter__(self) -> "ZipTree":
        return self

    def _read(self, directory: Directory, guard: Guard) -> Index:
        """Read the directory twice: once to learn how its names are written, once to take them in."""
        habits = _Habits()
        for record in records(self._descriptor, directory, self._place):
            habits.learn(record)
        decode = habits.decoder()
        index = Index(columns=5)
        for record in records(self._descriptor, directory, self._place):
            raw = decode(record)
            name = guard.name(raw)
            if name is None:
                continue
            guard.counted(raw, record.size, record.packed)
            fault = _fault(record, raw)
            if fault is not None:
                guard.fault(raw, fault, _DECRYPT if fault is _ENCRYPTED else _WITHOUT)
            elif raw.endswith("/") or not name:
                index.add_folder(name)
            else:
                method_and_crc = record.method << 32 | record.crc
                index.add(name, record.size, record.packed, record.offset, method_and_crc, zlib.crc32(record.raw))
        index.seal(guard)
        _check_overlap(index, directory.start, guard)
        return index

    def open(self, name: str) -> BinaryIO:
        """Open a file; a stored one has random access. Damage is a SourceError while reading."""
        size, packed, offset, method_and_crc, name_sum = self._index.row(name)
        method, crc = method_and_crc >> 32, method_and_crc & 0xFFFFFFFF
        place = place_in(str(self.path), name)
        start = self._content(offset, name_sum, place)
        own = os.dup(self._descriptor)
        if method == _STORED:
            return buffered(Stored(own, start, size, place, crc))
        unpacker = UNPACKERS[method](size)
        return buffered(Unpacked(Stored(own, start, packed, place), unpacker, size, crc, place))

    def _content(self, offset: int, name_sum: int, place: str) -> int:
        """Where the content of the file begins whose local header stands at `offset`."""
        header = os.pread(self._descriptor, _LOCAL.size, offset)
        if len(header) < _LOCAL.size or not header.startswith(b"PK\3\4"):
            refuse(place, BAD_CONTENT)
        *_, name_length, extra_length = _LOCAL.unpack(header)
        name = os.pread(self._descriptor, name_length, offset + _LOCAL.size)
        if zlib.crc32(name) != name_sum:
            refuse(place, _LOCAL_NAME)
        return offset + _LOCAL.size + int(name_length) + int(extra_length)

    def close(self) -> None:
        """Close the file; streams that are open go on."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1


_WITHOUT = Text(
    "Vraag de afzender om een nieuwe export of een nieuw pakket zonder dit onderdeel; versleutelde, gekoppelde en "
    "vreemde onderdelen neemt depotklaar niet over.",
    "Ask the sender for a new export or a new package without this part; depotklaar does not take over encrypted, "
    "linked or odd parts.",
)


class _Habits:
    """How the maker of a zip wrote names, learnt from all of them: their encoding, and what stands between folders."""

    def __init__(self) -> None:
        self._utf8 = True
        self._slashes = False
        self._backslashes = False

    def learn(self, record: Record) -> None:
        """Look at one name."""
        self._utf8 = self._utf8 and _fits_utf8(record)
        self._slashes = self._slashes or b"/" in record.raw
        self._backslashes = self._backslashes or (b"\\" in record.raw and record.host in _DOS_HOSTS)

    def decoder(self) -> Decoder:
        """How to read names: as UTF-8 when marked or when all of the others fit, else as CP437 (APPNOTE appendix D).

        A backslash is taken for a slash, which APPNOTE 4.4.17.1 asks for, where DOS or Windows made the zip and no name
        in it has a slash; elsewhere it is a sign like any other.
        """
        unmarked = "utf-8" if self._utf8 else "cp437"
        swap = self._backslashes and not self._slashes

        def decode(record: Record) -> str:
            name = _decoded(record, unmarked)
            return name.replace("\\", "/") if swap and record.host in _DOS_HOSTS else name

        return decode


def _fits_utf8(record: Record) -> bool:
    """Whether a name can be UTF-8, or says itself what it is."""
    if record.flags & _UTF8_FLAG or record.unicode_name is not None or record.raw.isascii():
        return True
    try:
        record.raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _decoded(record: Record, unmarked: str) -> str:
    if record.unicode_name is not None:
        return record.unicode_name
    if record.flags & _UTF8_FLAG:
        return record.raw.decode("utf-8", "surrogateescape")
    return record.raw.decode(unmarked)


def _fault(record: Record, raw: str) -> Text | None:
    """Why a part of the zip is refused, or None."""
    kind = stat.S_IFMT(record.mode)
    if kind == stat.S_IFLNK:
        return _LINK
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        return _ODD_KIND
    if record.flags & _ENCRYPTED_FLAGS or record.method == _AES:
        return _ENCRYPTED
    if record.method != _STORED and record.method not in UNPACKERS:
        known = OTHER_METHODS.get(record.method)
        return _METHOD.fill(method=f"{record.method} ({known})" if known else record.method)
    if record.method == _STORED and record.packed != record.size:
        return NO_DIRECTORY
    if (raw.endswith("/") or kind == stat.S_IFDIR) and record.size:
        return _FULL_FOLDER
    return None


def _check_overlap(index: Index, end: int, guard: Guard) -> None:
    """Note parts that lie over each other or over the directory: the trick of the bomb that needs no nesting."""
    offsets, packed = index.column(2), index.column(1)
    names = [entry.name for entry in index.entries()]
    order = sorted(range(len(names)), key=offsets.__getitem__)
    for place, at in enumerate(order):
        bound = offsets[order[place + 1]] if place + 1 < len(order) else end
        if offsets[at] + _LOCAL.size + packed[at] > bound:
            guard.fault(names[at], _OVERLAP)

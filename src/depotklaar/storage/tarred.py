"""A tar, gzipped or not, as a tree with random access; links, devices and names that climb are refused."""

import os
import tarfile
import tempfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, BinaryIO

from depotklaar.errors import SourceError
from depotklaar.language import Text
from depotklaar.storage.folder import open_regular, root_place
from depotklaar.storage.guard import Guard, over_limit, place_in, refuse
from depotklaar.storage.indexed import Index, IndexedTree
from depotklaar.storage.reasons import with_reason
from depotklaar.storage.streams import CUT_OFF, Stored, buffered
from depotklaar.storage.tree import Container, Limits

_BLOCK = 512
_LONGEST_HEADER = 1 << 20
_CHUNK = 1 << 18
_PACKED_CHUNK = 1 << 14
_TARFILE_FAULTS = (tarfile.TarError, ValueError, OverflowError, EOFError, LookupError, RecursionError)

_DAMAGED = Text("het tarbestand is beschadigd", "the tar file is damaged")
_BAD_GZIP = Text("het gzipbestand is beschadigd", "the gzip file is damaged")
_NO_END = Text(
    "het tarbestand is afgebroken of bevat iets na zijn einde",
    "the tar file is cut off or holds something after its end",
)
_SPARSE = Text("dit is een bestand met gaten (sparse)", "this is a sparse file")
_LINK = Text("dit is een verwijzing (symbolic link)", "this is a symbolic link")
_HARD_LINK = Text("dit is een verwijzing naar een ander bestand (hard link)", "this is a hard link to another file")
_ODD_KIND = Text("dit is geen gewoon bestand of map", "this is not a regular file or folder")
_NO_ROOM_TEXT = Text("uitpakken lukt niet: {reason}", "cannot be unpacked: {reason}")
_NO_ROOM = Text(
    "Maak ruimte vrij in de map voor tijdelijke bestanden, of pak het archief zelf uit en bied de map aan.",
    "Make room in the folder for temporary files, or unpack the archive yourself and offer the folder.",
)


def begins_as_tar(head: bytes) -> bool:
    """Whether these first bytes hold a tar header: 512 bytes whose own checksum is right."""
    block = head[:_BLOCK]
    if len(block) < _BLOCK or not block[0]:
        return False
    try:
        expected = int(block[148:156].strip(b"\0 "), 8)
    except ValueError:
        return False
    return expected == sum(block) - sum(block[148:156]) + 8 * 0x20


def gzip_begins_as_tar(head: bytes) -> bool:
    """Whether these first bytes are gzip around a tar header."""
    if not head.startswith(b"\x1f\x8b"):
        return False
    try:
        return begins_as_tar(zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(head, _BLOCK))
    except zlib.error:
        return False


class _Bounded:
    """A file for tarfile that refuses the giant headers with which a hostile tar fills the memory."""

    def __init__(self, stream: BinaryIO, place: str) -> None:
        self._stream = stream
        self._place = place

    def read(self, size: int = -1) -> bytes:
        if not 0 <= size <= _LONGEST_HEADER:
            refuse(self._place, _DAMAGED)
        return self._stream.read(size)

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        return self._stream.seek(offset, whence)

    def tell(self) -> int:
        return self._stream.tell()


class TarTree(IndexedTree):
    """A tar file. A gzipped one is unpacked first into a nameless temporary file. `open` is safe in threads."""

    container: Container = "tar"

    def __init__(self, path: Path, limits: Limits, *, gzipped: bool = False) -> None:
        self._place = root_place(path)
        self._descriptor = open_regular(os.path.realpath(path), self._place)
        try:
            packed = os.fstat(self._descriptor).st_size
            if gzipped:
                given, self._descriptor = self._descriptor, -1
                self._descriptor = _unzipped(given, limits, self._place)
            guard = Guard(str(path), limits)
            index = self._read(guard)
            guard.settle(packed if gzipped else None)
        except BaseException:
            self.close()
            raise
        super().__init__(path, index)

    def __enter__(self) -> "TarTree":
        return self

    def _read(self, guard: Guard) -> Index:
        index = Index(columns=2)
        length = os.fstat(self._descriptor).st_size
        with os.fdopen(os.dup(self._descriptor), "rb") as stream:
            stream.seek(0)
            try:
                end = _members(stream, length, index, guard)
            except _TARFILE_FAULTS:
                refuse(self._place, _DAMAGED)
            _check_end(stream, end, self._place)
        index.seal(guard)
        return index

    def open(self, name: str) -> BinaryIO:
        """Open a file with random access."""
        size, start = self._index.row(name)
        place = place_in(str(self.path), name)
        return buffered(Stored(os.dup(self._descriptor), start, size, place))

    def close(self) -> None:
        """Close the file; streams that are open go on."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1


def _members(stream: BinaryIO, length: int, index: Index, guard: Guard) -> int:
    """Take in every member and return where the end marker should stand."""
    bounded: IO[bytes] = _Bounded(stream, guard.source)  # type: ignore[assignment]
    with tarfile.open(fileobj=bounded, mode="r:", encoding="utf-8", errors="surrogateescape") as archive:
        last = -1
        while (member := archive.next()) is not None:
            archive.members = []  # type: ignore[attr-defined]
            if member.size < 0 or archive.offset <= last:
                refuse(guard.source, _DAMAGED)
            last = archive.offset
            if member.offset_data + member.size > length and not member.issparse():
                guard.fault(member.name, CUT_OFF)
                guard.settle()
            _take(member, index, guard)
        return archive.offset


def _take(member: tarfile.TarInfo, index: Index, guard: Guard) -> None:
    name = guard.name(member.name)
    if name is None:
        return
    guard.counted(member.name, member.size)
    fault = _fault(member)
    if fault is not None:
        guard.fault(member.name, fault)
    elif member.isdir() or not name:
        index.add_folder(name)
    else:
        index.add(name, member.size, member.offset_data)


def _fault(member: tarfile.TarInfo) -> Text | None:
    """Why a member is refused, or None."""
    if member.issym():
        return _LINK
    if member.islnk():
        return _HARD_LINK
    if member.issparse():
        return _SPARSE
    if not (member.isreg() or member.isdir()):
        return _ODD_KIND
    return None


def _check_end(stream: BinaryIO, end: int, place: str) -> None:
    """See to it that the archive ends with a block of zeros and that nothing comes after it."""
    stream.seek(end)
    found = 0
    while chunk := stream.read(_CHUNK):
        found += len(chunk)
        if chunk.strip(b"\0"):
            refuse(place, _NO_END)
    if found < _BLOCK:
        refuse(place, _NO_END)


def _unzipped(descriptor: int, limits: Limits, place: str) -> int:
    """Unpack gzip into a nameless temporary file within the limits and return its descriptor; closes the given one."""
    with os.fdopen(descriptor, "rb") as packed, tempfile.TemporaryFile(buffering=0) as plain:
        by_ratio = max(1 << 20, limits.ratio * os.fstat(descriptor).st_size)
        total = 0
        for data in _gunzip(packed, place):
            total += len(data)
            if total > limits.total_size:
                raise SourceError(over_limit(place, limits, "total_size", total))
            if total > by_ratio:
                raise SourceError(over_limit(place, limits, "ratio", limits.ratio + 1))
            try:
                plain.write(data)
            except OSError as error:
                refuse(place, with_reason(_NO_ROOM_TEXT, error), _NO_ROOM)
        return os.dup(plain.fileno())


def _gunzip(packed: BinaryIO, place: str) -> Iterator[bytes]:
    """The content of a gzip file of one or more members, in pieces (RFC 1952).

    What follows a member is copied for the next one, so that little is read ahead: a file may hold nothing but members.
    """
    inflater = zlib.decompressobj(zlib.MAX_WBITS | 16)
    data = packed.read(_PACKED_CHUNK)
    while data:
        try:
            piece = inflater.decompress(data, _CHUNK)
        except zlib.error:
            refuse(place, _BAD_GZIP)
        if piece:
            yield piece
        data = inflater.unconsumed_tail or inflater.unused_data or packed.read(_PACKED_CHUNK)
        if inflater.eof and data:
            inflater = zlib.decompressobj(zlib.MAX_WBITS | 16)
    if not inflater.eof:
        refuse(place, _BAD_GZIP)

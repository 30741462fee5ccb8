"""A finished package folder as one zip or tar: byte for byte the same every time, hashed while it is written."""

import os
import struct
import tarfile
import zlib
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from depotklaar.errors import Problem, WriteError
from depotklaar.language import Text
from depotklaar.storage.disk import write_error
from depotklaar.storage.guard import printable
from depotklaar.storage.intake import Digests
from depotklaar.storage.sink import BUFFER, Sink

FILE_MODE, FOLDER_MODE = 0o100644, 0o040755
_LOCAL = struct.Struct("<4s5H3L2H")
_RECORD = struct.Struct("<4s6H3L5H2L")
_END64 = struct.Struct("<4sQ2H2L4Q")
_LOCATOR = struct.Struct("<4sLQL")
_END = struct.Struct("<4s4H2LH")
_FULL16, _FULL32 = 0xFFFF, 0xFFFFFFFF
_PLAIN, _WIDE = 20, 45
_UNIX = 3
_UTF8_FLAG = 1 << 11
_FOLDER_BIT = 0x10
_LARGE = BUFFER // 2
_AHEAD = 2

_ODD = Text("kan niet in een container: geen gewoon bestand of map", "cannot go into a container: no file or folder")
_NO_NAME = Text("kan niet in een container: de naam is geen UTF-8", "cannot go into a container: name is not UTF-8")
_CHANGED = Text("veranderde tijdens het inpakken", "changed while it was packed")
_AGAIN = Text("Begin opnieuw en laat de map met rust.", "Start again and leave the folder alone.")

OnBytes = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class _Part:
    """A file or folder to pack: its name in the container (UTF-8; folders end in a slash), place and size in bytes."""

    name: bytes
    path: str
    size: int

    @property
    def is_folder(self) -> bool:
        return self.name.endswith(b"/")


def write_zip(
    folder: Path,
    target: Path,
    *,
    root: str,
    moment: datetime,
    algorithm: str = "sha256",
    on_bytes: OnBytes | None = None,
) -> Digests:
    """Write the folder into a new zip under the folder name `root`, stored and not compressed (APPNOTE 6.3, zip64).

    Every time stamp is `moment` in UTC, to two seconds and within 1980-2107. `on_bytes` hears how many bytes were
    written. Returns the digests of the zip. WriteError when the target exists or anything goes wrong; then nothing of
    it is left.
    """

    def fill(sink: Sink) -> None:
        zipped = _Zip(sink, _dos_time(moment))
        for part, crc in _with_crc(_parts(folder, root)):
            zipped.add(part, crc)
        zipped.finish()

    return _write(target, algorithm, on_bytes, fill)


def write_tar(
    folder: Path,
    target: Path,
    *,
    root: str,
    moment: datetime,
    algorithm: str = "sha256",
    on_bytes: OnBytes | None = None,
) -> Digests:
    """Write the folder into a new tar (POSIX pax) under the folder name `root`; owner 0, every time stamp `moment`.

    For the rest as `write_zip`.
    """
    seconds = int(moment.timestamp())

    def fill(sink: Sink) -> None:
        for part in _parts(folder, root):
            sink.put(_tar_header(part, seconds))
            if not part.is_folder:
                _pour(sink, part)
                sink.put(bytes(-part.size % tarfile.BLOCKSIZE))
        sink.put(bytes(2 * tarfile.BLOCKSIZE))
        sink.put(bytes(-sink.written % tarfile.RECORDSIZE))

    return _write(target, algorithm, on_bytes, fill)


def _write(target: Path, algorithm: str, on_bytes: OnBytes | None, fill: Callable[[Sink], None]) -> Digests:
    try:
        sink = Sink(target, algorithm, on_bytes)
    except OSError as error:
        raise write_error(target, error) from error
    try:
        with sink:
            fill(sink)
        return Digests(sink.written, {algorithm: sink.digest()})
    except BaseException as error:
        target.unlink()
        if isinstance(error, OSError):
            raise write_error(error.filename or target, error) from error
        raise


def _parts(folder: Path, root: str) -> Iterator[_Part]:
    """Everything under the folder in order of the bytes of its name, each folder before what it holds."""
    name = _name(root, str(folder)) + b"/"
    yield _Part(name, str(folder), 0)
    yield from _within(str(folder), name)


def _within(folder: str, prefix: bytes) -> Iterator[_Part]:
    found = []
    with os.scandir(folder) as scan:
        for item in scan:
            name = prefix + _name(item.name, item.path)
            if item.is_dir(follow_symlinks=False):
                found.append(_Part(name + b"/", item.path, 0))
            elif item.is_file(follow_symlinks=False):
                found.append(_Part(name, item.path, item.stat(follow_symlinks=False).st_size))
            else:
                raise WriteError(Problem(place=printable(item.path), text=_ODD, hint=_AGAIN))
    for part in sorted(found, key=lambda part: part.name):
        yield part
        if part.is_folder:
            yield from _within(part.path, part.name)


def _name(name: str, path: str) -> bytes:
    try:
        return name.encode("utf-8")
    except UnicodeEncodeError as error:
        raise WriteError(Problem(place=printable(path), text=_NO_NAME, hint=_AGAIN)) from error


def _with_crc(parts: Iterator[_Part]) -> Iterator[tuple[_Part, Future[int] | None]]:
    """The parts, large ones with a CRC that a second thread works out some parts ahead."""
    waiting: deque[tuple[_Part, Future[int] | None]] = deque()
    thread = ThreadPoolExecutor(1)
    try:
        for part in parts:
            waiting.append((part, thread.submit(_crc, part.path) if part.size > _LARGE else None))
            if len(waiting) > _AHEAD:
                yield waiting.popleft()
        yield from waiting
    finally:
        thread.shutdown(cancel_futures=True)


def _crc(path: str) -> int:
    crc = 0
    buffer = memoryview(bytearray(BUFFER))
    descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NOFOLLOW)
    try:
        while count := os.readv(descriptor, [buffer]):
            crc = zlib.crc32(buffer[:count], crc)
    finally:
        os.close(descriptor)
    return crc


def _tar_header(part: _Part, seconds: int) -> bytes:
    header = tarfile.TarInfo(part.name.decode("utf-8"))
    header.type = tarfile.DIRTYPE if part.is_folder else tarfile.REGTYPE
    header.mode = (FOLDER_MODE if part.is_folder else FILE_MODE) & 0o777
    header.size = part.size
    header.mtime = seconds
    return header.tobuf(tarfile.PAX_FORMAT, "utf-8", "strict")


def _pour(sink: Sink, part: _Part) -> None:
    descriptor = os.open(part.path, os.O_RDONLY | os.O_CLOEXEC | os.O_NOFOLLOW)
    try:
        if sink.pour(descriptor, part.size) != part.size or os.fstat(descriptor).st_size != part.size:
            raise WriteError(Problem(place=printable(part.path), text=_CHANGED, hint=_AGAIN))
    finally:
        os.close(descriptor)


def _dos_time(moment: datetime) -> tuple[int, int]:
    """Time and date as a zip has them (APPNOTE 4.4.6)."""
    utc = moment.astimezone(UTC)
    if utc.year < 1980:
        return 0, 1 << 5 | 1
    if utc.year > 2107:
        return 23 << 11 | 59 << 5 | 29, 127 << 9 | 12 << 5 | 31
    return utc.hour << 11 | utc.minute << 5 | utc.second // 2, (utc.year - 1980) << 9 | utc.month << 5 | utc.day


class _Zip:
    """Local headers and contents as they come; the central directory, some hundred bytes a file, at the end."""

    def __init__(self, sink: Sink, time_and_date: tuple[int, int]) -> None:
        self._sink = sink
        self._stamp = time_and_date
        self._directory = bytearray()
        self._count = 0

    def add(self, part: _Part, known_crc: Future[int] | None) -> None:
        """Add a file or folder. A small file is read once; a large one twice, for its CRC stands before it."""
        offset = self._sink.written
        if known_crc is None:
            length = _LOCAL.size + len(part.name)
            view = self._sink.reserve(length + part.size)
            crc = self._read_whole(part, view[length:]) if part.size else 0
            view[:length] = self._local(part, crc)
        else:
            crc = known_crc.result()
            self._sink.put(self._local(part, crc))
            _pour(self._sink, part)
        self._remember(part, crc, offset)

    def _read_whole(self, part: _Part, view: memoryview) -> int:
        descriptor = os.open(part.path, os.O_RDONLY | os.O_CLOEXEC | os.O_NOFOLLOW)
        try:
            if os.readv(descriptor, [view]) != part.size or os.fstat(descriptor).st_size != part.size:
                raise WriteError(Problem(place=printable(part.path), text=_CHANGED, hint=_AGAIN))
        finally:
            os.close(descriptor)
        return zlib.crc32(view)

    def _local(self, part: _Part, crc: int) -> bytes:
        wide = part.size >= _FULL32
        size = _FULL32 if wide else part.size
        extra = struct.pack("<2H2Q", 1, 16, part.size, part.size) if wide else b""
        version = _WIDE if wide else _PLAIN
        fields = (version, _UTF8_FLAG, 0, *self._stamp, crc, size, size, len(part.name), len(extra))
        return _LOCAL.pack(b"PK\3\4", *fields) + part.name + extra

    def _remember(self, part: _Part, crc: int, offset: int) -> None:
        large = [value for value in (part.size, part.size, offset) if value >= _FULL32]
        extra = struct.pack(f"<2H{len(large)}Q", 1, 8 * len(large), *large) if large else b""
        version = _WIDE if large else _PLAIN
        size, start = min(part.size, _FULL32), min(offset, _FULL32)
        attributes = FOLDER_MODE << 16 | _FOLDER_BIT if part.is_folder else FILE_MODE << 16
        fields = (_UNIX << 8 | version, version, _UTF8_FLAG, 0, *self._stamp, crc, size, size, len(part.name))
        self._directory += _RECORD.pack(b"PK\1\2", *fields, len(extra), 0, 0, 0, attributes, start) + part.name + extra
        self._count += 1

    def finish(self) -> None:
        """Write the central directory and its end records."""
        start, size, count = self._sink.written, len(self._directory), self._count
        self._sink.put(self._directory)
        if count >= _FULL16 or start >= _FULL32 or size >= _FULL32:
            end = start + size
            made_by = _UNIX << 8 | _WIDE
            self._sink.put(_END64.pack(b"PK\6\6", _END64.size - 12, made_by, _WIDE, 0, 0, count, count, size, start))
            self._sink.put(_LOCATOR.pack(b"PK\6\7", 0, end, 1))
        counts = min(count, _FULL16)
        self._sink.put(_END.pack(b"PK\5\6", 0, 0, counts, counts, min(size, _FULL32), min(start, _FULL32), 0))

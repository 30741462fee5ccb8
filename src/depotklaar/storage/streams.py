"""Files inside a file: a stored part with random access and a packed part, both checked while they are read."""

import io
import os
import zlib
from typing import TYPE_CHECKING

from depotklaar.language import Text
from depotklaar.storage.folder import unreadable
from depotklaar.storage.guard import refuse
from depotklaar.storage.unpacking import Damaged, Unpacker

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

BUFFER = 1 << 16
PACKED_CHUNK = 1 << 18

CUT_OFF = Text("het archief houdt op voordat dit bestand uit is", "the archive ends before this file does")
WRONG_CRC = Text("de inhoud past niet bij de controlesom in het archief", "the content does not match its CRC")
BAD_CONTENT = Text("de gecomprimeerde inhoud is beschadigd", "the compressed content is damaged")
WRONG_SIZE = Text(
    "uitgepakt is het bestand niet {size} bytes, zoals het archief zegt",
    "unpacked the file is not {size} bytes, as the archive says",
)


class Stored(io.RawIOBase):
    """The bytes of a file from `start`, `size` long, with random access; owns its descriptor.

    With a `crc` (CRC-32, None: not known) a reader that goes from begin to end hears of damage as a SourceError.
    """

    def __init__(self, descriptor: int, start: int, size: int, place: str, crc: int | None = None) -> None:
        self._descriptor = descriptor
        self._start = start
        self._size = size
        self._place = place
        self._crc = crc
        self._at = 0
        self._checked = 0
        self._sum = 0

    def readable(self) -> bool:
        """Yes."""
        return True

    def seekable(self) -> bool:
        """Yes."""
        return True

    def tell(self) -> int:
        """Where the next read begins."""
        return self._at

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """Go to an offset from the begin, the present place or the end."""
        base = {os.SEEK_SET: 0, os.SEEK_CUR: self._at, os.SEEK_END: self._size}[whence]
        if base + offset < 0:
            raise ValueError("negative seek position")
        self._at = base + offset
        return self._at

    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        """Fill the buffer as far as the file goes."""
        view = memoryview(buffer).cast("B")[: max(0, self._size - self._at)]
        if not view:
            return 0
        try:
            count = os.preadv(self._descriptor, [view], self._start + self._at)
        except OSError as error:
            raise unreadable(self._place, error) from error
        if count == 0:
            refuse(self._place, CUT_OFF)
        if self._crc is not None and self._at == self._checked:
            self._check(view[:count])
        self._at += count
        return count

    def _check(self, data: memoryview) -> None:
        self._sum = zlib.crc32(data, self._sum)
        self._checked += len(data)
        if self._checked == self._size and self._sum != self._crc:
            refuse(self._place, WRONG_CRC)

    def close(self) -> None:
        """Give the descriptor back."""
        if not self.closed:
            os.close(self._descriptor)
        super().close()


class Unpacked(io.RawIOBase):
    """The content of a packed part, read once from begin to end; owns `source`.

    It never gives more than the declared `size` bytes: longer, shorter or damaged content is a SourceError.
    """

    def __init__(self, source: Stored, unpacker: Unpacker, size: int, crc: int, place: str) -> None:
        self._source = source
        self._left = size
        self._size = size
        self._crc = crc
        self._place = place
        self._sum = 0
        self._whole = False
        self._unpacker = unpacker

    def readable(self) -> bool:
        """Yes."""
        return True

    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        """Fill the buffer with some of what comes next; 0 at the end."""
        view = memoryview(buffer).cast("B")
        if self._whole or not view:
            return 0
        data = self._next(min(len(view), self._left)) if self._left else b""
        if self._left and not data:
            refuse(self._place, WRONG_SIZE.fill(size=self._size) if self._unpacker.ended else CUT_OFF)
        view[: len(data)] = data
        self._sum = zlib.crc32(data, self._sum)
        self._left -= len(data)
        if self._left == 0:
            self._finish()
        return len(data)

    def _next(self, most: int) -> bytes:
        """Up to `most` bytes of what comes next; nothing when the stream has ended or its bytes have run out."""
        data = b""
        while not data and not self._unpacker.ended:
            packed = (self._source.read(PACKED_CHUNK) or b"") if self._unpacker.hungry else b""
            exhausted = self._unpacker.hungry and not packed
            try:
                data = self._unpacker.unpack(packed, most)
            except Damaged:
                refuse(self._place, BAD_CONTENT)
            if exhausted and not data:
                break
        return data

    def _finish(self) -> None:
        self._whole = True
        if self._next(1):
            refuse(self._place, WRONG_SIZE.fill(size=self._size))
        if self._sum != self._crc:
            refuse(self._place, WRONG_CRC)

    def close(self) -> None:
        """Close the packed bytes too."""
        if not self.closed:
            self._source.close()
        super().close()


def buffered(raw: io.RawIOBase) -> io.BufferedReader:
    """Return a buffered reader of a raw stream."""
    return io.BufferedReader(raw, BUFFER)

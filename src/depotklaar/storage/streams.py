"""Files inside a file: a stored part with random access and a deflated part, both checked while they are read."""

import io
import os
import zlib
from typing import TYPE_CHECKING

from depotklaar.language import Text
from depotklaar.storage.folder import unreadable
from depotklaar.storage.guard import refuse

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

BUFFER = 1 << 16
PACKED_CHUNK = 1 << 18

CUT_OFF = Text("het archief houdt op voordat dit bestand uit is", "the archive ends before this file does")
WRONG_CRC = Text("de inhoud past niet bij de controlesom in het archief", "the content does not match its CRC")
BAD_DEFLATE = Text("de gecomprimeerde inhoud is beschadigd", "the compressed content is damaged")
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


class Inflated(io.RawIOBase):
    """The content of a deflated part, read once from begin to end; owns `source`.

    It never gives more than the declared `size` bytes: longer, shorter or damaged content is a SourceError.
    """

    def __init__(self, source: Stored, size: int, crc: int, place: str) -> None:
        self._source = source
        self._left = size
        self._size = size
        self._crc = crc
        self._place = place
        self._sum = 0
        self._whole = False
        self._inflater = zlib.decompressobj(-zlib.MAX_WBITS)
        self._packed = b""

    def readable(self) -> bool:
        """Yes."""
        return True

    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        """Fill the buffer with some of what comes next; 0 at the end."""
        view = memoryview(buffer).cast("B")
        if self._whole or not view:
            return 0
        data = self._inflate(min(len(view), self._left)) if self._left else b""
        view[: len(data)] = data
        self._sum = zlib.crc32(data, self._sum)
        self._left -= len(data)
        if self._left == 0:
            self._finish()
        return len(data)

    def _inflate(self, most: int) -> bytes:
        data = b""
        while not data and not self._inflater.eof:
            self._packed = self._packed or self._source.read(PACKED_CHUNK) or b""
            exhausted = not self._packed
            try:
                data = self._inflater.decompress(self._packed, most)
            except zlib.error:
                refuse(self._place, BAD_DEFLATE)
            self._packed = self._inflater.unconsumed_tail
            if exhausted and not data:
                refuse(self._place, CUT_OFF)
        if not data and self._left:
            refuse(self._place, WRONG_SIZE.fill(size=self._size))
        return data

    def _finish(self) -> None:
        self._whole = True
        if not self._inflater.eof and self._inflate(1):
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

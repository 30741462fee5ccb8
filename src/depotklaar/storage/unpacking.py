"""The ways in which a zip packs its parts, as readers that give no more at a time than they are asked for."""

import bz2
import lzma
import zlib
from collections.abc import Callable
from typing import Protocol

DEFLATED, BZIP2, LZMA = 8, 12, 14
OTHER_METHODS = {
    1: "Shrink",
    6: "Implode",
    9: "Deflate64",
    93: "Zstandard",
    95: "XZ",
    96: "JPEG",
    97: "WavPack",
    98: "PPMd",
}
LONGEST_DICTIONARY = 1 << 26
_SHORTEST_DICTIONARY = 1 << 12
_LZMA_HEADER = 9


class Damaged(ValueError):  # noqa: N818 - the name says the fact
    """The packed bytes are not what their method asks for, or ask for more than 64 MiB of memory."""


class Unpacker(Protocol):
    """Unpacks a stream of packed bytes that comes in pieces."""

    @property
    def ended(self) -> bool:
        """Whether the stream said that it has ended."""

    @property
    def hungry(self) -> bool:
        """Whether more packed bytes are needed before there can be more content."""

    def unpack(self, packed: bytes, most: int) -> bytes:
        """Return at most `most` bytes of what comes next, given more packed bytes when `hungry`. Damaged."""


class Inflate:
    """Deflate (RFC 1951)."""

    def __init__(self) -> None:
        self._inflater = zlib.decompressobj(-zlib.MAX_WBITS)
        self._rest = b""

    @property
    def ended(self) -> bool:
        """See Unpacker."""
        return self._inflater.eof

    @property
    def hungry(self) -> bool:
        """See Unpacker."""
        return not self._rest

    def unpack(self, packed: bytes, most: int) -> bytes:
        """See Unpacker."""
        try:
            data = self._inflater.decompress(self._rest or packed, most)
        except zlib.error as error:
            raise Damaged from error
        self._rest = self._inflater.unconsumed_tail
        return data


class Bunzip:
    """Bzip2."""

    def __init__(self) -> None:
        self._inner = bz2.BZ2Decompressor()

    @property
    def ended(self) -> bool:
        """See Unpacker."""
        return self._inner.eof

    @property
    def hungry(self) -> bool:
        """See Unpacker."""
        return self._inner.needs_input

    def unpack(self, packed: bytes, most: int) -> bytes:
        """See Unpacker."""
        try:
            return self._inner.decompress(packed, most)
        except (OSError, ValueError) as error:
            raise Damaged from error


class Unlzma:
    """LZMA as a zip holds it: a header of nine bytes, then a bare LZMA1 stream (APPNOTE 6.3, 5.8).

    A stream without an end mark never says that it ended. `size` is that of the content, which needs no longer memory
    of itself.
    """

    def __init__(self, size: int) -> None:
        self._size = size
        self._head = b""
        self._inner: lzma.LZMADecompressor | None = None

    @property
    def ended(self) -> bool:
        """See Unpacker."""
        return self._inner is not None and self._inner.eof

    @property
    def hungry(self) -> bool:
        """See Unpacker."""
        return self._inner is None or self._inner.needs_input

    def unpack(self, packed: bytes, most: int) -> bytes:
        """See Unpacker."""
        if self._inner is None:
            self._head += packed
            if len(self._head) < _LZMA_HEADER:
                return b""
            packed, self._inner = self._head[_LZMA_HEADER:], _bare_lzma(self._head, self._size)
        try:
            return self._inner.decompress(packed, most)
        except (lzma.LZMAError, ValueError) as error:
            raise Damaged from error


def _bare_lzma(head: bytes, size: int) -> lzma.LZMADecompressor:
    properties, dictionary = head[4], int.from_bytes(head[5:9], "little")
    needed = max(_SHORTEST_DICTIONARY, min(dictionary, size))
    if head[2:4] != b"\x05\x00" or needed > LONGEST_DICTIONARY or properties >= 9 * 5 * 5:
        raise Damaged
    settings = {"lc": properties % 9, "lp": properties // 9 % 5, "pb": properties // 45}
    try:
        filters = [{"id": lzma.FILTER_LZMA1, "dict_size": needed, **settings}]
        return lzma.LZMADecompressor(lzma.FORMAT_RAW, filters=filters)
    except lzma.LZMAError as error:
        raise Damaged from error


UNPACKERS: dict[int, Callable[[int], Unpacker]] = {
    DEFLATED: lambda size: Inflate(),
    BZIP2: lambda size: Bunzip(),
    LZMA: Unlzma,
}

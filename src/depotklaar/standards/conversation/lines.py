"""Splits a stream into lines at line feeds only, without ever holding more than one line."""

from collections.abc import Iterator
from typing import BinaryIO

LONGEST_LINE = 64 << 20
_CHUNK = 1 << 20


class Lines:
    """The lines of a stream without their line feed; None stands for a line of more than `longest` bytes.

    `is_cut` is true once the last line has been given and it had no line feed.
    """

    def __init__(self, stream: BinaryIO, longest: int = LONGEST_LINE) -> None:
        self.is_cut = False
        self._stream = stream
        self._longest = longest
        self._held: list[bytes] = []
        self._length = 0

    def __iter__(self) -> Iterator[bytes | None]:
        while chunk := self._stream.read(_CHUNK):
            first, *others = chunk.split(b"\n")
            self._hold(first)
            if others:
                yield self._release()
                for piece in others[:-1]:
                    yield piece if len(piece) <= self._longest else None
                self._hold(others[-1])
        if self._length:
            self.is_cut = True
            yield self._release()

    def _hold(self, piece: bytes) -> None:
        self._length += len(piece)
        if self._length > self._longest:
            self._held.clear()
        elif piece:
            self._held.append(piece)

    def _release(self) -> bytes | None:
        line = self._held[0] if len(self._held) == 1 else b"".join(self._held)
        too_long = self._length > self._longest
        self._held.clear()
        self._length = 0
        return None if too_long else line

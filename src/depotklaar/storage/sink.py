"""A new file that is hashed in a second thread while the first one reads and writes."""

import hashlib
import os
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Self

from depotklaar.storage.disk import NEW_FILE, write_all

BUFFER = 1 << 20
_BUFFERS = 4


class Sink:
    """Takes bytes in order through a ring of buffers; memory stays flat. OSError when the disk refuses."""

    def __init__(self, target: Path, algorithm: str, on_bytes: Callable[[int], None] | None) -> None:
        self._hash = hashlib.new(algorithm, usedforsecurity=False)
        self._descriptor = os.open(target, NEW_FILE, 0o644)
        self._on_bytes = on_bytes
        self._buffers = [memoryview(bytearray(BUFFER)) for _ in range(_BUFFERS)]
        self._hashing: list[Future[None] | None] = [None] * _BUFFERS
        self._thread = ThreadPoolExecutor(1)
        self._turn = 0
        self._filled = 0
        self._flushed = 0

    @property
    def written(self) -> int:
        """How many bytes were taken in."""
        return self._flushed + self._filled

    def put(self, data: bytes | bytearray) -> None:
        """Take in some bytes."""
        view = memoryview(data)
        while view:
            room = self._room()[: len(view)]
            room[:] = view[: len(room)]
            self._filled += len(room)
            view = view[len(room) :]

    def reserve(self, size: int) -> memoryview:
        """Return room for `size` bytes (at most BUFFER), to be filled before anything else is taken in."""
        if self._filled + size > BUFFER:
            self._flush()
        view = self._buffers[self._turn][self._filled : self._filled + size]
        self._filled += size
        return view

    def pour(self, descriptor: int, size: int) -> int:
        """Take in at most `size` bytes of a file and return how many there were."""
        left = size
        while left:
            count = os.readv(descriptor, [self._room()[:left]])
            if not count:
                break
            self._filled += count
            left -= count
        return size - left

    def digest(self) -> str:
        """The digest of everything, once the sink is closed; lower-case hexadecimal."""
        return self._hash.hexdigest()

    def _room(self) -> memoryview:
        if self._filled == BUFFER:
            self._flush()
        return self._buffers[self._turn][self._filled :]

    def _flush(self) -> None:
        """Hand the buffer to the hash, write it, and go on with the next one that is free."""
        data = self._buffers[self._turn][: self._filled]
        self._hashing[self._turn] = self._thread.submit(self._hash.update, data)
        write_all(self._descriptor, data)
        if self._on_bytes is not None:
            self._on_bytes(self._filled)
        self._flushed += self._filled
        self._filled = 0
        self._turn = (self._turn + 1) % _BUFFERS
        waiting = self._hashing[self._turn]
        if waiting is not None:
            waiting.result()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        try:
            if kind is None and self._filled:
                self._flush()
        finally:
            self._thread.shutdown()
            os.close(self._descriptor)

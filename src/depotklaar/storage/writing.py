"""New files that are hashed while they are written, so that nothing has to be read back."""

import hashlib
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from depotklaar.storage.disk import NEW_FILE, write_all, write_error
from depotklaar.storage.intake import Digests

BUFFER = 1 << 18


class HashedFile:
    """A new file for writing only; WriteError when there is one already. `digests` holds once it is closed."""

    def __init__(self, path: Path, algorithms: Sequence[str]) -> None:
        self._path = path
        try:
            self._descriptor = os.open(path, NEW_FILE, 0o644)
        except OSError as error:
            raise write_error(path, error) from error
        self._hashes = {name: hashlib.new(name, usedforsecurity=False) for name in algorithms}
        self._waiting = bytearray()
        self._size = 0

    def write(self, data: bytes) -> int:
        """Take in some bytes; they reach the disk in larger pieces."""
        self._waiting += data
        if len(self._waiting) >= BUFFER:
            self._flush()
        return len(data)

    def close(self) -> None:
        """Write what is left."""
        try:
            self._flush()
        finally:
            os.close(self._descriptor)

    def digests(self) -> Digests:
        """Size and hashes of everything that was written."""
        values: Mapping[str, str] = {name: value.hexdigest() for name, value in self._hashes.items()}
        return Digests(size=self._size, values=values)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _flush(self) -> None:
        data, self._waiting = self._waiting, bytearray()
        self._size += len(data)
        for value in self._hashes.values():
            value.update(data)
        try:
            write_all(self._descriptor, memoryview(data))
        except OSError as error:
            raise write_error(self._path, error) from error


def write_hashed(path: Path, data: bytes, algorithms: Sequence[str]) -> Digests:
    """Write a new file whole; WriteError when there is one already or the disk refuses."""
    with HashedFile(path, algorithms) as out:
        out.write(data)
    return out.digests()

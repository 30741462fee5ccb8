"""New files that are hashed while they are written, so that nothing has to be read back."""

import hashlib
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from depotklaar.storage.intake import Digests

BUFFER = 1 << 18


class HashedFile:
    """A new file for writing only; it must not exist yet. `digests` holds once it is closed."""

    def __init__(self, path: Path, algorithms: Sequence[str]) -> None:
        self._descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o644)
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
        self._flush()
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
        view = memoryview(data)
        while view:
            view = view[os.write(self._descriptor, view) :]


def write_hashed(path: Path, data: bytes, algorithms: Sequence[str]) -> Digests:
    """Write a new file whole; FileExistsError when there is one."""
    with HashedFile(path, algorithms) as out:
        out.write(data)
    return out.digests()

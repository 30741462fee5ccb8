"""One plain file as a tree with one entry: its own base name."""

import os
from pathlib import Path
from typing import BinaryIO

from depotklaar.storage.folder import changed, open_regular, root_place
from depotklaar.storage.guard import NOT_UTF8, RENAME, Guard
from depotklaar.storage.indexed import Index, IndexedTree
from depotklaar.storage.tree import Container, Limits


class SingleTree(IndexedTree):
    """A plain file. The path itself may be a link, for the user named it; SourceError when it cannot be read."""

    container: Container = "file"

    def __init__(self, path: Path, limits: Limits) -> None:
        self._real = os.path.realpath(path)
        descriptor = open_regular(self._real, root_place(path))
        size = os.fstat(descriptor).st_size
        os.close(descriptor)
        guard = Guard(str(path), limits)
        index = Index(columns=1)
        if any("\ud800" <= c <= "\udfff" for c in path.name):
            guard.fault(path.name, NOT_UTF8, RENAME)
        guard.counted(path.name, size)
        index.add(path.name, size)
        index.seal(guard)
        guard.settle()
        super().__init__(path, index)

    def __enter__(self) -> "SingleTree":
        return self

    def open(self, name: str) -> BinaryIO:
        """Open the file. KeyError when it has another name, SourceError when its size has changed."""
        (size,) = self._index.row(name)
        descriptor = open_regular(self._real, root_place(self.path))
        if os.fstat(descriptor).st_size != size:
            os.close(descriptor)
            raise changed(root_place(self.path))
        return os.fdopen(descriptor, "rb")

    def locate(self, name: str) -> str | None:
        """Where the file lies. KeyError when it has another name."""
        self._index.row(name)
        return self._real

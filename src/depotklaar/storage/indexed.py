"""A tree whose names are known beforehand: sorted, small in memory, with a row of numbers for each file."""

from array import array
from bisect import bisect_left
from collections.abc import Iterator
from pathlib import Path

from depotklaar.storage.guard import FILE_AND_FOLDER, TWICE, Guard
from depotklaar.storage.tree import Container, Entry


class Index:
    """File names in order of their code points, each with one whole number a column; the first is the size."""

    def __init__(self, columns: int) -> None:
        self._names: list[str] = []
        self._columns = [array("Q") for _ in range(columns)]
        self._folders: set[str] = set()

    def __len__(self) -> int:
        return len(self._names)

    def add(self, name: str, *numbers: int) -> None:
        """Add a file with its numbers, in any order."""
        self._names.append(name)
        for column, number in zip(self._columns, numbers, strict=True):
            column.append(number)

    def add_folder(self, name: str) -> None:
        """Add a folder, with or without files; "" is the root and needs no mention."""
        while name and name not in self._folders:
            self._folders.add(name)
            name = name.rpartition("/")[0]

    def seal(self, guard: Guard) -> None:
        """Put everything in order, add the folders that files imply, and note names that occur twice."""
        order = sorted(range(len(self._names)), key=self._names.__getitem__)
        self._names = [self._names[i] for i in order]
        self._columns = [array("Q", (column[i] for i in order)) for column in self._columns]
        last: str | None = None
        for name in self._names:
            if name == last:
                guard.fault(name, TWICE)
            last = name
            self.add_folder(name.rpartition("/")[0])
        for name in self._names:
            if name in self._folders:
                guard.fault(name, FILE_AND_FOLDER)

    def row(self, name: str) -> tuple[int, ...]:
        """Return the numbers of a file. KeyError when there is none of that name."""
        at = bisect_left(self._names, name)
        if at == len(self._names) or self._names[at] != name:
            raise KeyError(name)
        return tuple(column[at] for column in self._columns)

    def column(self, number: int) -> "array[int]":
        """Return one column in the order of the names."""
        return self._columns[number]

    def entries(self) -> Iterator[Entry]:
        """Every file with its size, by name."""
        for name, size in zip(self._names, self._columns[0], strict=True):
            yield Entry(name=name, size=size)

    def folders(self) -> list[str]:
        """Every folder, by name."""
        return sorted(self._folders)


class IndexedTree:
    """What the four kinds of tree have in common."""

    container: Container

    def __init__(self, path: Path, index: Index) -> None:
        self.path = path
        self._index = index

    def entries(self) -> Iterator[Entry]:
        """Every regular file, by name (code points)."""
        return self._index.entries()

    def folders(self) -> Iterator[str]:
        """Every folder, the root not included, also the empty ones, by name (code points)."""
        return iter(self._index.folders())

    def local_path(self, name: str) -> Path | None:
        """Where the file lies on disk, None inside an archive. KeyError when there is none of that name."""
        where = self.locate(name)
        return None if where is None else Path(where)

    def locate(self, name: str) -> str | None:
        """The same as text, which is quicker for many files."""
        self._index.row(name)
        return None

    def size(self, name: str) -> int:
        """How many bytes a file holds. KeyError when there is none of that name."""
        return self._index.row(name)[0]

    def close(self) -> None:
        """Nothing is held open."""

    def __exit__(self, *args: object) -> None:
        self.close()

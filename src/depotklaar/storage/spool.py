"""A list on disk: values of one type written one after the other and read back in that order."""

from collections.abc import Iterator
from pathlib import Path
from typing import Generic, TypeVar

from depotklaar.storage.packing import pack, unpack

T = TypeVar("T")


class Spool(Generic[T]):
    """Holds any number of values in the memory of one. It lies in a private folder and never outlives the run."""

    def __init__(self, path: Path, kind: type[T]) -> None:
        self._path = path
        self._kind = kind
        self._count = 0
        path.touch(exist_ok=False)

    @staticmethod
    def opened(path: Path, kind: type[T]) -> Iterator[T]:
        """Yield the values of a list that was written before, by this process or another."""
        with path.open("rb") as stream:
            while prefix := stream.read(8):
                yield unpack(kind, stream.read(int.from_bytes(prefix, "little")))

    def __len__(self) -> int:
        return self._count

    def append(self, value: T) -> None:
        """Add a value at the end."""
        data = pack(value)
        with self._path.open("ab") as stream:
            stream.write(len(data).to_bytes(8, "little") + data)
        self._count += 1

    def __iter__(self) -> Iterator[T]:
        return (unpack(self._kind, data) for data in self.packed())

    def packed(self) -> Iterator[bytes]:
        """The values as they lie on disk; `unpack` makes each of them whole."""
        with self._path.open("rb") as stream:
            while prefix := stream.read(8):
                yield stream.read(int.from_bytes(prefix, "little"))

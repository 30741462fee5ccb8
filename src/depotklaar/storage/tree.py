"""Any source or package as a tree of files: a folder, one file, a zip or a tar, read safely and in a fixed order."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from typing import BinaryIO, Literal, Protocol

Container = Literal["folder", "file", "zip", "tar"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much an archive may hold before it is refused. Sizes in bytes, lengths in characters."""

    entries: int = 5_000_000
    entry_size: int = 1 << 42
    total_size: int = 1 << 44
    ratio: int = 1_000
    name_length: int = 4_096
    depth: int = 64

    def widened(self) -> "Limits":
        """These limits where they are wider than the usual ones, else the usual ones."""
        return Limits(**{one.name: max(getattr(self, one.name), one.default) for one in fields(self)})


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A file in a tree; `name` has forward slashes and is relative to the tree's root, `size` is in bytes."""

    name: str
    size: int


class Tree(Protocol):
    """A folder, file, zip or tar seen as files. Entries come sorted by name (code points)."""

    path: Path
    container: Container

    def entries(self) -> Iterator[Entry]:
        """Every regular file."""

    def folders(self) -> Iterator[str]:
        """Every folder, the root not included, also the empty ones."""

    def open(self, name: str) -> BinaryIO:
        """Open a file of the tree for reading. KeyError when there is none of that name."""

    def local_path(self, name: str) -> Path | None:
        """Where the file lies on disk when it lies there as such, else None."""

    def close(self) -> None:
        """Release what the tree holds open."""

    def __enter__(self) -> "Tree": ...

    def __exit__(self, *args: object) -> None: ...

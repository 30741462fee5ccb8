"""Two trees seen as one: an export, and the folder in which its media lie apart from it."""

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Self

from depotklaar.storage.opening import open_tree
from depotklaar.storage.tree import Container, Entry, Limits, Tree


class JoinedTree:
    """The files of `main` under their own names, and those of `beside` below a folder named `prefix`.

    Path and container are those of `main`. Entries stay sorted by name. Closing closes both.
    """

    def __init__(self, main: Tree, beside: Tree, prefix: str) -> None:
        self.path: Path = main.path
        self.container: Container = main.container
        self._main = main
        self._beside = beside
        self._prefix = f"{prefix}/"

    def entries(self) -> Iterator[Entry]:
        """Every file of both."""
        others = (Entry(name=self._prefix + entry.name, size=entry.size) for entry in self._beside.entries())
        yield from sorted((*self._main.entries(), *others), key=lambda entry: entry.name)

    def folders(self) -> Iterator[str]:
        """Every folder of both, and the one that holds what lies beside."""
        others = (self._prefix + name for name in self._beside.folders())
        yield from sorted((*self._main.folders(), self._prefix[:-1], *others))

    def open(self, name: str) -> BinaryIO:
        """Open a file of either. KeyError when there is none of that name."""
        tree, own = self._find(name)
        return tree.open(own)

    def local_path(self, name: str) -> Path | None:
        """Where the file lies on disk, or None."""
        tree, own = self._find(name)
        return tree.local_path(own)

    def close(self) -> None:
        """Release both."""
        try:
            self._main.close()
        finally:
            self._beside.close()

    def _find(self, name: str) -> tuple[Tree, str]:
        if name.startswith(self._prefix):
            return self._beside, name[len(self._prefix) :]
        return self._main, name

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *args: object) -> None:
        self.close()


def open_with_media(path: Path, media: Path | None, limits: Limits) -> Tree:
    """Open a source together with the folder of its media; None, or a folder within the source, adds nothing.

    SourceError when either cannot be opened.
    """
    main = open_tree(path, limits)
    if media is None or media.resolve().is_relative_to(path.resolve()):
        return main
    try:
        beside = open_tree(media, limits)
    except BaseException:
        main.close()
        raise
    prefix = "media"
    while any(entry.name.startswith(f"{prefix}/") for entry in main.entries()):
        prefix = f"{prefix}-los"
    return JoinedTree(main, beside, prefix)

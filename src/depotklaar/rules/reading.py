"""A package read from disk: each byte once, in a fixed order, into facts."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from depotklaar.errors import SourceError
from depotklaar.language import Text
from depotklaar.rules.interface import FileFacts
from depotklaar.standards.xml import SIDECAR_LIMIT
from depotklaar.storage.intake import hash_stream
from depotklaar.storage.tree import Tree

WHOLE = 1 << 18
_BATCH = 64
_SUFFIXES = (".tar.gz", ".tgz", ".tar", ".zip")

_GONE = Text("het bestand is verdwenen of veranderd tijdens het lezen", "the file vanished or changed while being read")


@dataclass(frozen=True, slots=True)
class Inside:
    """A package inside its tree: paths get `prefix` before them to be found in the tree."""

    tree: Tree
    prefix: str

    def read(self, path: str, size: int, algorithms: Sequence[str], *, whole: bool = False) -> tuple[bytes, FileFacts]:
        """Read a file and hash it; no bytes when it cannot be read, or is too large to be metadata and not `whole`."""
        if size > SIDECAR_LIMIT and not whole:
            return b"", self.digest(path, size, algorithms)
        try:
            with self.tree.open(self.prefix + path) as stream:
                data = stream.read()
        except (SourceError, OSError, KeyError) as error:
            return b"", FileFacts(path=path, size=size, unreadable=_reason(error))
        digests = {name: hashlib.new(name, data, usedforsecurity=False).hexdigest() for name in algorithms}
        return data, FileFacts(path=path, size=len(data), digests=digests)

    def digest(self, path: str, size: int, algorithms: Sequence[str]) -> FileFacts:
        """Read a file of any size to its end and keep only its digests."""
        try:
            with self.tree.open(self.prefix + path) as stream:
                if size <= WHOLE:
                    data = stream.read()
                    values = {name: hashlib.new(name, data, usedforsecurity=False).hexdigest() for name in algorithms}
                    return FileFacts(path=path, size=len(data), digests=values)
                found = hash_stream(stream, algorithms)
        except (SourceError, OSError, KeyError) as error:
            return FileFacts(path=path, size=size, unreadable=_reason(error))
        return FileFacts(path=path, size=found.size, digests=found.values)

    def digest_many(
        self, wanted: Sequence[tuple[str, int, tuple[str, ...]]], jobs: int, done: Callable[[int, int], None]
    ) -> Iterator[FileFacts]:
        """Yield the facts of many files (path, size, algorithms) in their order; `done` hears of items and bytes."""
        batches = [wanted[start : start + _BATCH] for start in range(0, len(wanted), _BATCH)]
        if jobs <= 1 or len(wanted) < 2:
            for batch in batches:
                yield from self._batch(batch, done)
            return
        with ThreadPoolExecutor(jobs) as pool:
            small = [[one] for one in wanted] if len(wanted) <= _BATCH else batches
            for facts in pool.map(lambda batch: self._batch(batch, lambda _items, _size: None), small):
                done(len(facts), sum(one.size for one in facts))
                yield from facts

    def _batch(
        self, wanted: Sequence[tuple[str, int, tuple[str, ...]]], done: Callable[[int, int], None]
    ) -> list[FileFacts]:
        found = []
        for path, size, algorithms in wanted:
            found.append(self.digest(path, size, algorithms))
            done(1, size)
        return found


def package_name(path: Path) -> tuple[str, str]:
    """Return the package's own name and that of its file; a container's suffix is not part of the former."""
    file_name = path.absolute().name
    lowered = file_name.lower()
    suffix = next((suffix for suffix in _SUFFIXES if lowered.endswith(suffix)), "")
    own = file_name if path.is_dir() or not suffix else file_name[: -len(suffix)]
    return own or file_name, file_name


def find_root(tree: Tree, name: str) -> str | None:
    """Return the folder in a container that holds the package; None when the container itself is the package.

    That is its only top folder, or among several entries the one that holds a bag, or the one with the package's name.
    """
    if tree.container not in ("zip", "tar"):
        return None
    tops, files = set[str](), set[str]()
    for entry in tree.entries():
        files.add(entry.name) if "/" not in entry.name else tops.add(entry.name.partition("/")[0])
        if entry.name.endswith("/bagit.txt") and entry.name.count("/") == 1:
            return entry.name.partition("/")[0]
    tops.update(folder.partition("/")[0] for folder in tree.folders())
    if "bagit.txt" in files:
        return None
    if len(tops) == 1 and not files:
        return next(iter(tops))
    return name if name in tops else None


def _reason(error: Exception) -> Text:
    if isinstance(error, SourceError):
        return error.problems[0].text
    return _GONE

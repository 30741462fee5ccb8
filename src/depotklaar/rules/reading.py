"""A package read from disk: each byte once, into facts."""

import hashlib
import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO, cast

from depotklaar.errors import SourceError
from depotklaar.formats.inside import look_at, look_inside
from depotklaar.language import Text
from depotklaar.model.format import Trait
from depotklaar.rules.interface import FileFacts
from depotklaar.rules.leftovers import MACOS_FOLDER, is_leftover
from depotklaar.standards.xml import SIDECAR_LIMIT
from depotklaar.storage.folder import changed, open_regular, unreadable
from depotklaar.storage.guard import place_in
from depotklaar.storage.intake import Digests, hash_stream
from depotklaar.storage.stand_in import Passing, StandIn, write_stand_in
from depotklaar.storage.tree import Tree

WHOLE = 1 << 18
_SUFFIXES = (".tar.gz", ".tgz", ".tar", ".zip")

_GONE = Text("het bestand is verdwenen of veranderd tijdens het lezen", "the file vanished or changed while being read")


@dataclass(frozen=True, slots=True)
class Inside:
    """The inside of a package: a folder on disk, or what lies below `prefix` in a tree.

    `tree` is None for a folder, whose files are opened by their paths: `root` is its real path and `path` the one by
    which it was asked for.
    """

    path: Path
    root: str
    tree: Tree | None
    prefix: str

    @property
    def on_disk(self) -> str | None:
        """The folder in which the files lie as such, None for a container."""
        return self.root if self.tree is None else None

    def read(self, path: str, size: int, algorithms: Sequence[str], *, whole: bool = False) -> tuple[bytes, FileFacts]:
        """Read a file and hash it; no bytes when it cannot be read, or is too large to be metadata and not `whole`.

        `size` is what the file measured when the package was opened.
        """
        if size > SIDECAR_LIMIT and not whole:
            return b"", self.digest(path, size, algorithms)
        try:
            data = self._whole(path, size)
        except (SourceError, OSError, KeyError) as error:
            return b"", FileFacts(path=path, size=size, unreadable=_reason(error))
        return data, _facts(path, data, algorithms)

    def digest(self, path: str, size: int, algorithms: Sequence[str]) -> FileFacts:
        """Read a file of any size to its end and keep only its digests."""
        try:
            if size <= WHOLE:
                return _facts(path, self._whole(path, size), algorithms)
            with self._open(path, size) as stream:
                found = hash_stream(stream, algorithms)
        except (SourceError, OSError, KeyError) as error:
            return FileFacts(path=path, size=size, unreadable=_reason(error))
        return FileFacts(path=path, size=found.size, digests=found.values)

    def look(self, path: str, size: int, algorithms: Sequence[str], stand_in: str | None) -> FileFacts:
        """As `digest`, and look inside; a file of a container also goes to a new file `stand_in`, in that same pass.

        WriteError when that cannot be written.
        """
        try:
            if size <= WHOLE:
                data = self._whole(path, size)
                if stand_in is not None:
                    write_stand_in(stand_in, data)
                return replace(_facts(path, data, algorithms), traits=look_at(data))
            with self._open(path, size) as stream:
                found, traits = _look(stream, size, algorithms, stand_in)
        except (SourceError, OSError, KeyError) as error:
            return FileFacts(path=path, size=size, unreadable=_reason(error))
        return FileFacts(path=path, size=found.size, digests=found.values, traits=traits)

    def _whole(self, path: str, size: int) -> bytes:
        if self.tree is not None:
            with self.tree.open(self.prefix + path) as stream:
                return stream.read()
        descriptor = self._descriptor(path, size)
        try:
            data = os.read(descriptor, size)
            while len(data) < size and (more := os.read(descriptor, size - len(data))):
                data += more
        except OSError as error:
            raise unreadable(place_in(str(self.path), path), error) from error
        finally:
            os.close(descriptor)
        if len(data) != size:
            raise changed(place_in(str(self.path), path))
        return data

    def _open(self, path: str, size: int) -> BinaryIO:
        if self.tree is not None:
            return self.tree.open(self.prefix + path)
        return os.fdopen(self._descriptor(path, size), "rb")

    def _descriptor(self, path: str, size: int) -> int:
        descriptor = open_regular(f"{self.root}/{path}", str(self.path), path)
        if os.fstat(descriptor).st_size != size:
            os.close(descriptor)
            raise changed(place_in(str(self.path), path))
        return descriptor


def _facts(path: str, data: bytes, algorithms: Sequence[str]) -> FileFacts:
    digests = {name: hashlib.new(name, data, usedforsecurity=False).hexdigest() for name in algorithms}
    return FileFacts(path=path, size=len(data), digests=digests)


def package_name(path: Path) -> tuple[str, str]:
    """Return the package's own name and that of its file; a container's suffix is not part of the former."""
    file_name = path.absolute().name
    lowered = file_name.lower()
    suffix = next((suffix for suffix in _SUFFIXES if lowered.endswith(suffix)), "")
    own = file_name if path.is_dir() or not suffix else file_name[: -len(suffix)]
    return own or file_name, file_name


def _look(
    stream: BinaryIO, size: int, algorithms: Sequence[str], stand_in: str | None
) -> tuple[Digests, tuple[Trait, ...]]:
    if stand_in is None:
        found = hash_stream(stream, algorithms)
        return found, look_inside(stream, size)
    with StandIn(stand_in, size) as copy:
        found = hash_stream(cast(BinaryIO, Passing(stream, copy)), algorithms)
    if not copy.is_whole:
        return found, ("partly",)
    with Path(stand_in).open("rb") as kept:
        return found, look_inside(kept, size)


def is_gzipped(path: Path) -> bool:
    """Whether the package is a gzipped file, that has to be unpacked to be read."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(2) == b"\x1f\x8b"


def find_root(tree: Tree, name: str) -> str | None:
    """Return the folder in a container that holds the package; None when the container itself is the package.

    That is its only top folder, or among several entries the one that holds a bag, or the one with the package's name.
    What systems leave behind does not count.
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
    meant = tops - {MACOS_FOLDER}
    if len(meant) == 1 and all(map(is_leftover, files)):
        return next(iter(meant))
    return name if name in tops else None


def _reason(error: Exception) -> Text:
    if isinstance(error, SourceError):
        return error.problems[0].text
    return _GONE

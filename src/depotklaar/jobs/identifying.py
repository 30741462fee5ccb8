"""The formats of content files, found anew while a package is judged, in one process for all of them."""

import os
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Self

from depotklaar.jobs.desk import ToHash, ToLook
from depotklaar.model.format import Opinion
from depotklaar.rules.interface import FileFacts

FindFormats = Callable[[Sequence[Path]], list[Opinion]]

MANY = 500
MUCH = 64 << 20
_LONGEST_EXTENSION = 32


class Identifying:
    """Asks for content files to be looked into and adds their formats, by the handful, to the facts that come back.

    `find` is what identifies; None leaves files as they are. A package at `root` on disk is read there; of one in a
    container (None) each file gets a stand-in in a private folder, that is gone as soon as it was identified.
    """

    def __init__(self, find: FindFormats | None, root: str | None) -> None:
        self._find = find
        self._root = root
        self._private: tempfile.TemporaryDirectory[str] | None = None
        self._count = 0
        self._seen: dict[Opinion, Opinion] = {}

    def __enter__(self) -> Self:
        if self._find is not None and self._root is None:
            self._private = tempfile.TemporaryDirectory(prefix="depotklaar-formaten-")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._private is not None:
            self._private.cleanup()

    def ask(self, one: ToHash) -> ToHash:
        """The same file, to be looked into as well."""
        if self._find is None:
            return one
        return ToLook(one.path, one.size, one.algorithms, self._stand_in(one.path))

    def add(self, pairs: Iterable[tuple[ToHash, FileFacts]]) -> Iterator[tuple[ToHash, FileFacts]]:
        """Yield the pairs in order, the facts of what was looked into with its format."""
        batch: list[tuple[ToHash, FileFacts]] = []
        size = 0
        for one, found in pairs:
            batch.append((one, found))
            size += one.size
            if len(batch) >= MANY or size >= MUCH:
                yield from self._identified(batch)
                batch, size = [], 0
        yield from self._identified(batch)

    def _identified(self, batch: Sequence[tuple[ToHash, FileFacts]]) -> Iterator[tuple[ToHash, FileFacts]]:
        """The batch with formats; what could not be read has none."""
        wanted = {
            one.path: Path(one.stand_in or f"{self._root}/{one.path}")
            for one, found in batch
            if isinstance(one, ToLook) and found.unreadable is None
        }
        opinions = self._find(list(wanted.values())) if self._find is not None and wanted else []
        formats = dict(zip(wanted, opinions, strict=True))
        for one, found in batch:
            if isinstance(one, ToLook) and one.stand_in is not None:
                with suppress(FileNotFoundError):
                    os.unlink(one.stand_in)  # noqa: PTH108
            opinion = formats.get(one.path)
            yield one, found if opinion is None else replace(found, format=self._seen.setdefault(opinion, opinion))

    def _stand_in(self, path: str) -> str | None:
        """A new name in the private folder, with the extension of the file, of which siegfried makes use."""
        if self._private is None:
            return None
        self._count += 1
        _, dot, ending = path.rpartition("/")[2].rpartition(".")
        extension = dot + ending if dot else ""
        fits = extension.isascii() and extension.isprintable() and len(extension) <= _LONGEST_EXTENSION
        return f"{self._private.name}/{self._count}{extension if fits else ''}"

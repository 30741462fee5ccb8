"""The bagit library of the Library of Congress: its opinion on whether a bag in a folder is whole."""

import logging
import os
from functools import cache
from pathlib import Path
from typing import Any


def ask_library(bag: Path) -> str | None:
    """Return what the library finds wrong with a bag, as the name of its exception; None when it finds nothing.

    It reads all tag files by itself and compares them with what lies on disk: names, numbers and sizes. Hashes are not
    computed again. Every link in the folder must have been refused before. Whatever it trips over is its opinion: of a
    label that stands in bagit.txt twice, for instance, it makes a TypeError.
    """
    logging.getLogger("bagit").addHandler(logging.NullHandler())
    logging.getLogger("bagit").propagate = False
    library = _bag_class()
    try:
        library(os.fsdecode(bag)).validate(completeness_only=True)
    except Exception as problem:
        return type(problem).__name__
    return None


@cache
def _bag_class() -> Any:
    """The library's bag, that asks once a folder instead of once a line whether a path leads outside the bag.

    The library follows each path from the root of the disk, twice: more than half of its time. Without links the
    answer is that of the folder, save for a last part that climbs or a first one that a shell would expand.
    """
    import bagit

    class Bag(bagit.Bag):  # type: ignore[misc]
        def __init__(self, path: str) -> None:
            self._dangerous: dict[str, bool] = {}
            super().__init__(path)

        def _path_is_dangerous(self, path: str) -> bool:
            folder, _, name = path.rpartition("/")
            asked = path if name in ("", ".", "..") else folder or path
            if asked not in self._dangerous:
                self._dangerous[asked] = bool(super()._path_is_dangerous(asked))
            return self._dangerous[asked]

    return Bag

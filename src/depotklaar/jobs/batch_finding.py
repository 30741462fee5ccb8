"""Finds the packages on a shelf: everything below a folder that is a package, in a fixed order, following no link.

A package is a folder with `bagit.txt`, with a metadata file of its own name (`x/x.mdto.xml`, in capitals or not) or
with a pakbon beside it (`x.pakbon.xml`), and a file named as a zip or tar. What lies in a package is part of it.
"""

import os
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from depotklaar.errors import Problem, SourceError
from depotklaar.language import Text
from depotklaar.rules.reading import package_name
from depotklaar.storage.folder import unreadable
from depotklaar.storage.guard import printable

SUFFIXES = (".zip", ".tar", ".tar.gz", ".tgz")
_SIDECAR = ".mdto.xml"
_PAKBON = ".pakbon.xml"
_LINK = Problem(
    place="",
    text=Text("dit is een verwijzing (symbolic link), die niet wordt gevolgd", "this is a symbolic link, not followed"),
    hint=Text("Geef het doel ervan zelf op als dat beoordeeld moet worden.", "Name its target if it must be judged."),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Something on the shelf: a package, or what could not be looked into (`trouble`), or a link (`is_link`).

    `name` is the path from the shelf, as the system has it; `path` is how to open it.
    """

    name: str
    path: Path
    trouble: SourceError | None = None
    is_link: bool = False


def find_packages(shelves: Sequence[Path], skip: Path | None = None) -> Iterator[Found]:
    """Yield the packages of each shelf. A shelf that is a package itself, or a file, is yielded as it is.

    `skip` is a folder that is not looked into, the one where the reports go. A folder's files come before its folders,
    each by name.
    """
    left_out = _identity(skip) if skip is not None else None
    for name, shelf in zip(_labels(shelves), shelves, strict=True):
        if shelf.is_dir():
            yield from _below(name, shelf, left_out)
        else:
            yield Found(name=name, path=shelf)


def pakbon_beside(package: Path) -> Path | None:
    """`<id>.pakbon.xml` beside the package, None when it is not there."""
    whole = package.absolute()
    pakbon = whole.parent / f"{package_name(package)[0]}{_PAKBON}"
    return pakbon if pakbon.is_file() else None


def is_package(folder: Path) -> bool:
    """Whether a folder is a package by what is in it or beside it; False when it cannot be looked into."""
    try:
        return _holds_package(x.name for x in folder.iterdir()) or pakbon_beside(folder) is not None
    except OSError:
        return False


def _labels(shelves: Sequence[Path]) -> list[str]:
    """The shelves' own names, or their paths as they were given where two have the same name."""
    names = [shelf.absolute().name or str(shelf) for shelf in shelves]
    return names if len(set(names)) == len(names) else [os.path.normpath(shelf) for shelf in shelves]


def _below(name: str, shelf: Path, left_out: tuple[int, int] | None) -> Iterator[Found]:
    waiting = [(name, shelf, pakbon_beside(shelf) is not None)]
    while waiting:
        name, folder, has_pakbon = waiting.pop()
        if has_pakbon:
            yield Found(name=name, path=folder)
            continue
        try:
            with os.scandir(folder) as listing:
                entries = sorted(listing, key=lambda entry: entry.name)
        except OSError as error:
            yield Found(name=name, path=folder, trouble=unreadable(printable(name), error))
            continue
        if _holds_package(entry.name for entry in entries):
            yield Found(name=name, path=folder)
            continue
        yield from _files_in(name, entries)
        waiting.extend(reversed(list(_folders_in(name, entries, left_out))))


def _holds_package(entries: Iterable[str]) -> bool:
    """Whether a folder is a bag or holds metadata, under whatever name: what is described there belongs together."""
    return any(entry == "bagit.txt" or entry.casefold().endswith(_SIDECAR) for entry in entries)


def _files_in(name: str, entries: Iterable["os.DirEntry[str]"]) -> Iterator[Found]:
    for entry in entries:
        within = f"{name}/{entry.name}"
        if entry.is_symlink():
            place = printable(within)
            problem = Problem(place=place, text=_LINK.text, hint=_LINK.hint)
            yield Found(name=within, path=Path(entry.path), trouble=SourceError(problem), is_link=True)
        elif entry.name.lower().endswith(SUFFIXES) and entry.is_file(follow_symlinks=False):
            yield Found(name=within, path=Path(entry.path))


def _folders_in(
    name: str, entries: Collection["os.DirEntry[str]"], left_out: tuple[int, int] | None
) -> Iterator[tuple[str, Path, bool]]:
    notes = {entry.name for entry in entries if entry.name.endswith(_PAKBON)}
    for entry in entries:
        if entry.is_dir(follow_symlinks=False) and not _is_workplace(entry.name):
            path = Path(entry.path)
            if left_out is None or _identity(path) != left_out:
                yield f"{name}/{entry.name}", path, f"{entry.name}{_PAKBON}" in notes


def _is_workplace(name: str) -> bool:
    """Whether a folder is one in which a package is being made."""
    return name.startswith(".depotklaar-") and name.endswith(".werk")


def _identity(path: Path) -> tuple[int, int] | None:
    """What makes a folder that folder, however it is reached; None when there is none."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino

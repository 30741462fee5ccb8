"""A folder on disk as a tree: only regular files and folders, nothing followed, everything that is odd told at once."""

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from depotklaar.errors import Problem, SourceError
from depotklaar.language import Text
from depotklaar.storage.guard import NOT_UTF8, Guard, place_in, printable, refuse
from depotklaar.storage.indexed import Index, IndexedTree
from depotklaar.storage.reasons import is_absence, with_reason
from depotklaar.storage.tree import Container, Limits

READ_ONLY = os.O_RDONLY | os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK

_KINDS = {
    stat.S_IFLNK: Text("dit is een verwijzing (symbolic link)", "this is a symbolic link"),
    stat.S_IFIFO: Text("dit is een named pipe (fifo)", "this is a named pipe (fifo)"),
    stat.S_IFSOCK: Text("dit is een socket", "this is a socket"),
    stat.S_IFCHR: Text("dit is een apparaatbestand", "this is a device file"),
    stat.S_IFBLK: Text("dit is een apparaatbestand", "this is a device file"),
}
_ODD_KIND = Text("dit is geen gewoon bestand", "this is not a regular file")
_REMOVE = Text(
    "Vervang het door het bestand zelf of haal het uit de map, en begin opnieuw.",
    "Replace it by the file itself or take it out of the folder, and start again.",
)
_RENAME = Text(
    "Geef het bestand een naam in UTF-8 (bijvoorbeeld met convmv) en begin opnieuw.",
    "Give the file a name in UTF-8 (with convmv for instance) and start again.",
)
_UNREADABLE = Text("kan niet worden gelezen: {reason}", "cannot be read: {reason}")
_PERMIT = Text(
    "Zorg dat u dit mag lezen, of vraag de beheerder erom.",
    "See to it that you may read this, or ask the administrator.",
)
_LOOK = Text(
    "Controleer hoe het pad is geschreven, en of de schijf is aangesloten.",
    "Check how the path is written, and whether the disk is connected.",
)
_CHANGED = Text("is veranderd sinds het begin van deze opdracht", "has changed since this job began")
_LEAVE = Text(
    "Zorg dat niemand de bron verandert terwijl depotklaar werkt, en begin opnieuw.",
    "See to it that nobody changes the source while depotklaar works, and start again.",
)


def unreadable(place: str, error: OSError) -> SourceError:
    """Return the error of a source that the system does not let us read."""
    return SourceError(Problem(place=place, text=with_reason(_UNREADABLE, error), hint=_hint_for(error)))


def _hint_for(error: OSError) -> Text:
    return _LOOK if is_absence(error) else _PERMIT


def changed(place: str) -> SourceError:
    """Return the error of a source that is not what it was when it was opened."""
    return SourceError(Problem(place=place, text=_CHANGED, hint=_LEAVE))


def open_regular(path: str, *where: str) -> int:
    """Open a regular file read-only, following no link at its end; `where` names it in an error.

    SourceError when it is no regular file or cannot be read.
    """
    try:
        descriptor = os.open(path, READ_ONLY)
    except OSError as error:
        raise unreadable(place_in(*where), error) from error
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        refuse(place_in(*where), _ODD_KIND, _REMOVE)
    return descriptor


class FolderTree(IndexedTree):
    """A folder on disk. SourceError names every link, device, pipe, socket, unreadable file and name not in UTF-8."""

    container: Container = "folder"

    def __init__(self, path: Path, limits: Limits) -> None:
        self._root = os.path.realpath(path)
        index = Index(columns=1)
        guard = Guard(str(path), limits)
        folders = [""]
        while folders:
            folders += self._look(folders.pop(), index, guard)
        index.seal(guard)
        guard.settle()
        super().__init__(path, index)

    def __enter__(self) -> "FolderTree":
        return self

    def _look(self, folder: str, index: Index, guard: Guard) -> Iterator[str]:
        """Note what lies in one folder and give the folders within it."""
        try:
            with os.scandir(f"{self._root}/{folder}") as scan:
                found = list(scan)
        except OSError as error:
            self._note(guard, folder or ".", error)
            return
        for item in found:
            name = folder + item.name
            if not _is_utf8(item.name):
                guard.fault(name, NOT_UTF8, _RENAME)
            elif not guard.within(name):
                continue
            elif item.is_dir(follow_symlinks=False):
                index.add_folder(name)
                yield f"{name}/"
            else:
                self._add(item, name, index, guard)

    def _add(self, item: "os.DirEntry[str]", name: str, index: Index, guard: Guard) -> None:
        try:
            status = item.stat(follow_symlinks=False)
        except OSError as error:
            self._note(guard, name, error)
            return
        if not stat.S_ISREG(status.st_mode):
            guard.fault(name, _KINDS.get(stat.S_IFMT(status.st_mode), _ODD_KIND), _REMOVE)
        elif not os.access(item.path, os.R_OK):
            self._note(guard, name, PermissionError(errno.EACCES, os.strerror(errno.EACCES)))
        else:
            guard.counted(name, status.st_size)
            index.add(name, status.st_size)

    def _note(self, guard: Guard, name: str, error: OSError) -> None:
        guard.fault(name, with_reason(_UNREADABLE, error), _hint_for(error))

    def open(self, name: str) -> BinaryIO:
        """Open a file of the folder. SourceError when it is no longer what it was when the tree was opened."""
        (size,) = self._index.row(name)
        where = str(self.path), name
        descriptor = open_regular(f"{self._root}/{name}", *where)
        if os.fstat(descriptor).st_size != size:
            os.close(descriptor)
            raise changed(place_in(*where))
        return os.fdopen(descriptor, "rb")

    def locate(self, name: str) -> str | None:
        """Where the file lies. KeyError when there is none of that name."""
        self._index.row(name)
        return f"{self._root}/{name}"


def _is_utf8(name: str) -> bool:
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def root_place(path: Path) -> str:
    """Name a source as a place in an error."""
    return printable(str(path))

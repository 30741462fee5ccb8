"""Writing to disk with nothing lost: whole writes, new files only, and the system's refusals in the user's words."""

import ctypes
import errno
import os
from collections.abc import Iterable
from pathlib import Path

from depotklaar.errors import Problem, WriteError
from depotklaar.language import Text
from depotklaar.storage.guard import printable
from depotklaar.storage.reasons import with_reason

NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC | os.O_NOFOLLOW

_FULL = (
    Text("de schijf is vol", "the disk is full"),
    Text("Maak ruimte vrij of kies een andere uitvoermap.", "Make room or choose another output folder."),
)
_TOO_LARGE = (
    Text("het bestand wordt groter dan hier mag", "the file grows larger than is allowed here"),
    Text(
        "Kies een schijf die grote bestanden aankan (geen FAT32), of verhoog de grens.",
        "Choose a disk that can hold large files (no FAT32), or raise the limit.",
    ),
)
_FORBIDDEN = (
    Text("hier mag niet worden geschreven", "writing is not permitted here"),
    Text("Kies een uitvoermap waarin u mag schrijven.", "Choose an output folder that you may write to."),
)
_EXISTS = (
    Text("bestaat al", "exists already"),
    Text("Kies een andere uitvoermap of haal dit weg.", "Choose another output folder or take this away."),
)
_NAME = (
    Text("deze naam is te lang voor deze schijf", "this name is too long for this disk"),
    Text("Kies een uitvoermap met een korter pad.", "Choose an output folder with a shorter path."),
)
_OTHER = Text("kan niet worden geschreven: {reason}", "cannot be written: {reason}")
_OTHER_HINT = Text("Controleer de schijf en de uitvoermap.", "Check the disk and the output folder.")

_KNOWN = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: _TOO_LARGE,
    errno.EROFS: _FORBIDDEN,
    errno.EACCES: _FORBIDDEN,
    errno.EPERM: _FORBIDDEN,
    errno.EEXIST: _EXISTS,
    errno.ENOTEMPTY: _EXISTS,
    errno.ENAMETOOLONG: _NAME,
}


def write_error(path: Path | str, error: OSError) -> WriteError:
    """Return the error of what the system refused to write."""
    text, hint = _KNOWN.get(error.errno or 0, (with_reason(_OTHER, error), _OTHER_HINT))
    return WriteError(Problem(place=printable(str(path)), text=text, hint=hint))


def write_all(descriptor: int, data: memoryview | bytes) -> None:
    """Write all of the bytes, however often the system stops half-way."""
    written = os.write(descriptor, data)
    if written == len(data):
        return
    rest = memoryview(data)[written:]
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def sync_folder(path: Path) -> None:
    """Make the names in a folder durable."""
    descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_trees(paths: Iterable[Path], anchor: Path) -> None:
    """Make files and whole folders durable; `anchor` lies on the same disk. Raises OSError when the disk cannot.

    One call for the whole file system where the system has it (Linux: syncfs), which for many small files takes a
    tenth of the time of a call for each; else a call for each.
    """
    if _sync_file_system(anchor):
        return
    for path in paths:
        _sync_each(path)


def _sync_file_system(anchor: Path) -> bool:
    """Whether the whole file system of `anchor` could be written out in one go."""
    call = getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None)
    if call is None:
        return False
    descriptor = os.open(anchor, os.O_RDONLY | os.O_CLOEXEC)
    try:
        if call(descriptor) == 0:
            return True
        code = ctypes.get_errno()
    finally:
        os.close(descriptor)
    if code in (errno.ENOSYS, errno.EINVAL):
        return False
    raise OSError(code, os.strerror(code), str(anchor))


def _sync_each(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        for child in path.iterdir():
            _sync_each(child)
    descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NOFOLLOW)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

"""Writing an outcome to a file of the user's choice: whole or not at all."""

import os
from pathlib import Path

from depotklaar.errors import Problem, WriteError
from depotklaar.language import Text
from depotklaar.storage.reasons import with_reason

_UNWRITABLE = Text("kan niet worden geschreven: {reason}", "cannot be written: {reason}")
_CHECK = Text("Controleer de map, de rechten en de ruimte.", "Check the folder, the permissions and the room.")
_EXISTS = Text("bestaat al en wordt niet overschreven", "exists already and is not overwritten")
_ELSEWHERE = Text("Kies een andere map of verplaats het bestand.", "Choose another folder or move the file.")


def write_whole(target: Path, content: bytes) -> None:
    """Write the file, replacing one that is there. WriteError when it cannot be written; the old one then stays.

    A device or pipe, such as /dev/stdout, is written to as it is.
    """
    try:
        if target.exists() and not target.is_file():
            target.write_bytes(content)
        else:
            _settle(target, content)
    except OSError as error:
        raise _unwritable(target, error) from error


def write_new(target: Path, content: bytes) -> None:
    """Write the file and its folder. WriteError when it cannot be written, or when there is anything of that name."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _fill(target, content)
    except FileExistsError as error:
        raise WriteError(Problem(place=str(target), text=_EXISTS, hint=_ELSEWHERE)) from error
    except OSError as error:
        raise _unwritable(target, error) from error


def refuse_existing(target: Path) -> None:
    """WriteError when there is anything of that name, before any work is done for it."""
    if os.path.lexists(target):
        raise WriteError(Problem(place=str(target), text=_EXISTS, hint=_ELSEWHERE))


def _settle(target: Path, content: bytes) -> None:
    """Put the content in a new file beside the target, and let it take the target's place at once."""
    aside = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        _fill(aside, content)
        aside.replace(target)
    finally:
        aside.unlink(missing_ok=True)


def _fill(target: Path, content: bytes) -> None:
    """Write a file that is not there yet, down to the disk."""
    with target.open("xb") as out:
        out.write(content)
        out.flush()
        os.fsync(out.fileno())


def _unwritable(target: Path, error: OSError) -> WriteError:
    return WriteError(Problem(place=str(target), text=with_reason(_UNWRITABLE, error), hint=_CHECK))

"""What a commit is about to do, on disk before it does it, so that a run that is killed can be finished."""

import json
import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from depotklaar.errors import Problem, WriteError
from depotklaar.language import Text
from depotklaar.storage.disk import sync_folder, write_all
from depotklaar.storage.guard import printable

_FOREIGN = Text("is geen journaal van depotklaar", "is no journal of depotklaar")
_LOOK = Text(
    "Bekijk wat er in deze map staat, zet het elders en begin opnieuw.",
    "Look what is in this folder, move it elsewhere and start again.",
)
_NAME = "journal.json"
_NEW = "journal.new"


@dataclass(frozen=True, slots=True)
class Move:
    """One staged thing (path within the workplace) and its name in the output folder."""

    staged: str
    final: str


@dataclass(frozen=True, slots=True)
class Journal:
    """All that one commit moves, in order, and whether it may replace what stands there."""

    moves: tuple[Move, ...]
    replace: bool


def write_journal(folder: Path, journal: Journal, at: Callable[[str], None]) -> None:
    """Write the journal whole or not at all; when this returns it is durable. OSError when the disk refuses."""
    descriptor = os.open(folder / _NEW, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o600)
    try:
        write_all(descriptor, json.dumps(asdict(journal)).encode("ascii"))
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    at("journal written")
    (folder / _NEW).rename(folder / _NAME)
    sync_folder(folder)


def read_journal(folder: Path) -> Journal | None:
    """Return the journal of a commit that had begun, or None when there is none.

    WriteError when it is not one of ours, or would move anything outside the workplace and the output folder.
    """
    path = folder / _NAME
    try:
        data = json.loads(path.read_bytes())
        journal = Journal(tuple(Move(move["staged"], move["final"]) for move in data["moves"]), bool(data["replace"]))
        sound = all(_stays_inside(move) for move in journal.moves)
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError, AttributeError):
        sound = False
    if not sound:
        raise WriteError(Problem(place=printable(str(path)), text=_FOREIGN, hint=_LOOK))
    return journal


def _stays_inside(move: Move) -> bool:
    parts = move.staged.split("/")
    inside = all(part not in ("", ".", "..") for part in parts)
    return inside and "/" not in move.final and move.final not in ("", ".", "..")


def remove_journal(folder: Path) -> None:
    """Take the journal away: the commit is over."""
    with suppress(FileNotFoundError):
        (folder / _NAME).unlink()
    sync_folder(folder)

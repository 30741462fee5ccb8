"""What every importer of selection lists gives: lists as nouns, with what it understood of them in numbers."""

import datetime as dt
import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from depotklaar.errors import Problem, SourceError
from depotklaar.language import Text
from depotklaar.model.selectielijst import Selectielijst
from depotklaar.profiles.list_counts import ListCounts, count_entries
from depotklaar.storage.guard import printable
from depotklaar.storage.reasons import with_reason

MOST_BYTES = 16 << 20
MOST_PROBLEMS = 100

_UNREADABLE = Text("kan niet worden gelezen: {reason}", "cannot be read: {reason}")
_CHECK = Text("Controleer de naam en uw rechten op het bestand.", "Check the name and your rights to the file.")
_TOO_LARGE = Text("is te groot voor een selectielijst", "is too large for a selection list")
_RIGHT_FILE = Text("Controleer of dit het juiste bestand is.", "Check whether this is the right file.")
_NOT_UTF8 = Text("is geen UTF-8", "is not UTF-8")
_SAVE = Text("Bewaar het bestand met codering UTF-8.", "Save the file with encoding UTF-8.")
_MORE = Text("nog {count} fouten", "{count} more faults")


@dataclass(frozen=True, slots=True, kw_only=True)
class ListOptions:
    """What the archivist states about the list because the source does not; None leaves it to the source."""

    name: str | None = None
    title: str | None = None
    version: str | None = None
    organisation: str | None = None
    reference: str | None = None
    valid_from: dt.date | None = None
    valid_until: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedList:
    """One list of a source and what was understood of it. Its `sha256` is that of the source."""

    lijst: Selectielijst
    counts: ListCounts


class ListImporter(Protocol):
    """A reader of one kind of source of selection lists."""

    NAME: str
    TITLE: Text

    def recognises(self, sources: Sequence[Path]) -> bool:
        """Whether the content of these sources together is of this importer's kind; never raises."""

    def read(self, sources: Sequence[Path], options: ListOptions) -> Iterator[ImportedList]:
        """Give the lists of the sources one by one. SourceError names every fault that can be known at once."""


def imported(lijst: Selectielijst) -> ImportedList:
    """The list with its counts."""
    return ImportedList(lijst=lijst, counts=count_entries(lijst))


def bytes_of(path: Path) -> bytes:
    """Read a source of at most `MOST_BYTES`. SourceError when it is larger or cannot be read."""
    try:
        with path.open("rb") as stream:
            raw = stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise _fault(path, with_reason(_UNREADABLE, error), _CHECK) from error
    if len(raw) > MOST_BYTES:
        raise _fault(path, _TOO_LARGE, _RIGHT_FILE)
    return raw


def text_of(path: Path, raw: bytes) -> str:
    """The bytes of a source as text. SourceError when they are not UTF-8."""
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _fault(path, _NOT_UTF8, _SAVE) from error


def place_in(path: Path, *parts: object) -> str:
    """How a problem names a place in a source: `lijst.csv, regel 7, kolom label`."""
    return ", ".join([printable(str(path)), *map(str, parts)])


def refuse(problems: Sequence[Problem]) -> None:
    """Raise SourceError with the faults, the first hundred in full, if there are any."""
    if len(problems) > MOST_PROBLEMS:
        rest = Problem(
            place=problems[-1].place.split(",")[0],
            text=_MORE.fill(count=len(problems) - MOST_PROBLEMS),
            hint=_RIGHT_FILE,
        )
        raise SourceError([*problems[:MOST_PROBLEMS], rest])
    if problems:
        raise SourceError(problems)


def one_line(text: str) -> str:
    """The text on one line, without what does not show."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def list_name(title: str) -> str:
    """A short name for a list: its title in lower case, with hyphens, of at most 64 characters."""
    words = re.findall(r"[a-z0-9]+", title.lower().replace("&", "en"))
    return "-".join(words)[:64].strip("-") or "lijst"


def hash_of(*raws: bytes) -> str:
    """The SHA-256 of the sources, one after another."""
    return hashlib.sha256(b"".join(raws)).hexdigest()


def _fault(path: Path, text: Text, hint: Text) -> SourceError:
    return SourceError(Problem(place=printable(str(path)), text=text, hint=hint))

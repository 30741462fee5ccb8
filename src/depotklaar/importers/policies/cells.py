"""What stands in the cells of a table of formats: PUIDs one by one or as a range, extensions, a verdict, a version."""

import re
from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.policy import Status

MOST_IN_RANGE = 500

_SEPARATORS = re.compile(r"[\s,;]+")
_NONE = frozenset({"", "-", "geen", "n.v.t.", "nvt", "none", "onbekend"})
_DASH = re.compile(r"(?<=\d)\s*[-\u2010-\u2015]\s*(?=\d|(?:x-)?fmt/)")
_PUID = re.compile(r"((?:x-)?fmt/)([1-9][0-9]{0,5})(?:-(?:((?:x-)?fmt/))?([1-9][0-9]{0,5}))?")
_EXTENSION = re.compile(r"[a-z0-9][a-z0-9_+-]{0,31}")
_DECIMAL_COMMA = re.compile(r"(?<=\d),(?=\d)")
_STATUSES: dict[str, Status | None] = {"voorkeur": "voorkeur", "acceptabel": "acceptabel", "": None}

_NO_PUID = Text("{what} is geen PUID en geen reeks van PUIDs", "{what} is no PUID and no range of PUIDs")
_NO_EXTENSION = Text("{what} is geen extensie", "{what} is no extension")
_NO_STATUS = Text("{what} is geen status", "{what} is no status")


class CellFaultError(ValueError):
    """A cell holds something else than it should; `text` says so."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


def puids_in(cell: str) -> tuple[str, ...]:
    """The PUIDs in a cell, each once, ranges such as `fmt/14-20` written out; none for a blank cell or `geen`.

    CellFaultError for anything else, and for a range that runs backwards or has more than 500.
    """
    words = _SEPARATORS.split(_DASH.sub("-", cell.strip().lower()))
    return tuple(dict.fromkeys(puid for word in words if word not in _NONE for puid in _expanded(word)))


def _expanded(word: str) -> Iterator[str]:
    match = _PUID.fullmatch(word)
    if match is None:
        raise CellFaultError(_NO_PUID.fill(what=word[:80]))
    kind, first, other, last = match.groups()
    numbers = range(int(first), int(last or first) + 1)
    if other not in (None, kind) or not 1 <= len(numbers) <= MOST_IN_RANGE:
        raise CellFaultError(_NO_PUID.fill(what=word[:80]))
    for number in numbers:
        yield f"{kind}{number}"


def extensions_in(cell: str) -> tuple[str, ...]:
    """The extensions in a cell, in lower case, without dot or asterisk, each once. CellFaultError for anything else."""
    words = [word.lstrip("*.") for word in re.split(r"[\s,;/]+", cell.strip().lower()) if word not in _NONE]
    for word in words:
        if not _EXTENSION.fullmatch(word):
            raise CellFaultError(_NO_EXTENSION.fill(what=word[:80]))
    return tuple(dict.fromkeys(words))


def status_in(cell: str) -> Status | None:
    """The verdict in a cell, None for a blank one. CellFaultError for a word that is none."""
    word = cell.strip().casefold()
    if word not in _STATUSES:
        raise CellFaultError(_NO_STATUS.fill(what=cell.strip()[:80]))
    return _STATUSES[word]


def version_in(cell: str) -> str | None:
    """The version in a cell, a decimal comma written as a point; None for a blank cell."""
    return _DECIMAL_COMMA.sub(".", cell.strip()) or None

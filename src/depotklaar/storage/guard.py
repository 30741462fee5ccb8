"""What makes a source untrustworthy: names that climb or cannot be read, and archives beyond their limits."""

import re
from typing import NoReturn

from depotklaar.errors import Problem, SourceError
from depotklaar.language import Text
from depotklaar.storage.tree import Limits

MOST_PROBLEMS = 200
LONGEST_SHOWN = 200
RATIO_FLOOR = 1 << 20

OPTIONS = {
    "entries": "--max-entries",
    "entry_size": "--max-entry-size",
    "total_size": "--max-total-size",
    "ratio": "--max-ratio",
    "name_length": "--max-name-length",
    "depth": "--max-depth",
}

_MEASURES = {
    "entries": Text("aantal bestanden en mappen", "number of files and folders"),
    "entry_size": Text("grootte van een bestand in bytes", "size of a file in bytes"),
    "total_size": Text("uitgepakte grootte in bytes", "unpacked size in bytes"),
    "ratio": Text("aantal keren dat iets groter wordt bij uitpakken", "number of times something grows when unpacked"),
    "name_length": Text("lengte van een naam in tekens", "length of a name in characters"),
    "depth": Text("aantal mappen diep", "depth in folders"),
}
_OVER = Text(
    "te veel: {measure} is {found}, de grens is {limit}",
    "too much: {measure} is {found}, the limit is {limit}",
)
_RAISE = Text(
    "Controleer of dit archief te vertrouwen is. Zo ja, verhoog de grens met {option}.",
    "Check whether this archive can be trusted. If so, raise the limit with {option}.",
)

ASK_ANEW = Text(
    "Pak dit archief niet zelf uit, maar vraag de afzender om een nieuwe export of een nieuw pakket.",
    "Do not unpack this archive yourself, but ask the sender for a new export or a new package.",
)
RENAME = Text("Geef het bestand een andere naam en begin opnieuw.", "Give the file another name and start again.")

CLIMBS = Text("de naam wijst buiten het archief", "the name points outside the archive")
ABSOLUTE = Text("de naam begint bij de wortel van een schijf", "the name starts at the root of a disk")
NO_NAME = Text("de naam is leeg of bevat een nulteken", "the name is empty or holds a null character")
NOT_UTF8 = Text("de naam is geen geldige UTF-8", "the name is not valid UTF-8")
TWICE = Text("deze naam komt meer dan eens voor", "this name occurs more than once")
FILE_AND_FOLDER = Text("deze naam is zowel een bestand als een map", "this name is both a file and a folder")
_MORE = Text("nog {count} soortgelijke fouten", "{count} more faults like these")

_DRIVE = re.compile(r"[A-Za-z]:")


def printable(name: str) -> str:
    """Return a name as it can be shown anywhere: unprintable characters and stray bytes escaped, the end cut off."""
    if name.isprintable() and len(name) <= LONGEST_SHOWN:
        return name
    text = name.encode("utf-8", "surrogateescape" if _is_escaped(name) else "backslashreplace")
    shown = text.decode("utf-8", "backslashreplace")
    shown = "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in shown)
    return shown if len(shown) <= LONGEST_SHOWN else shown[:LONGEST_SHOWN] + "..."


def _is_escaped(name: str) -> bool:
    return all(not "\ud800" <= c <= "\udfff" or "\udc80" <= c <= "\udcff" for c in name)


def place_in(*where: str) -> str:
    """Name a source, or an entry of a source, as a place in an error."""
    return " > ".join(map(printable, where))


def refuse(place: str, text: Text, hint: Text = ASK_ANEW) -> NoReturn:
    """Raise a SourceError for one fault."""
    raise SourceError(Problem(place=place, text=text, hint=hint))


def archive_name(raw: str) -> str | Text:
    """Return an archive's entry name without empty and `.` parts, or why it is refused."""
    if not raw or "\0" in raw:
        return NO_NAME
    if any("\ud800" <= c <= "\udfff" for c in raw):
        return NOT_UTF8
    if raw[0] in "/\\" or _DRIVE.match(raw):
        return ABSOLUTE
    if ".." in raw.replace("\\", "/").split("/"):
        return CLIMBS
    return "/".join(part for part in raw.split("/") if part not in ("", "."))


class Guard:
    """Gathers what is wrong with one source, so that everything is told at once."""

    def __init__(self, source: str, limits: Limits) -> None:
        self.source = source
        self.limits = limits
        self._problems: list[Problem] = []
        self._unlisted = 0
        self._entries = 0
        self._total = 0

    def fault(self, entry: str, text: Text, hint: Text = ASK_ANEW) -> None:
        """Note a fault of an entry."""
        if len(self._problems) >= MOST_PROBLEMS:
            self._unlisted += 1
            return
        self._problems.append(Problem(place=place_in(self.source, entry), text=text, hint=hint))

    def over(self, measure: str, found: int, entry: str = "") -> None:
        """Note that an entry (or with no name the whole source) goes beyond a limit, named as in `Limits`."""
        place = place_in(self.source, entry) if entry else printable(self.source)
        self._problems.append(over_limit(place, self.limits, measure, found))

    def name(self, raw: str) -> str | None:
        """Return the name under which an archive's entry is known, or None when it is refused."""
        if len(raw) > self.limits.name_length:
            self._over_once("name_length", len(raw), raw)
            return None
        name = archive_name(raw)
        if isinstance(name, Text):
            self.fault(raw, name)
            return None
        return name if self.within(name) else None

    def within(self, name: str) -> bool:
        """Whether a name is short enough and does not lie too deep; notes it when not."""
        if len(name) > self.limits.name_length:
            self._over_once("name_length", len(name), name)
        elif name.count("/") >= self.limits.depth:
            self._over_once("depth", name.count("/"), name)
        else:
            return True
        return False

    def counted(self, entry: str, size: int, packed: int | None = None) -> None:
        """Count an entry of `size` bytes that takes `packed` bytes in the archive; None when it is not compressed.

        Raises SourceError at once when there are too many entries, for there is no end to them.
        """
        self._entries += 1
        self._total += size
        if self._entries > self.limits.entries:
            self.over("entries", self._entries)
            self.settle()
        if size > self.limits.entry_size:
            self._over_once("entry_size", size, entry)
        if packed is not None and size > RATIO_FLOOR and size > self.limits.ratio * max(packed, 1):
            self._over_once("ratio", size // max(packed, 1), entry)

    def settle(self, stored: int | None = None) -> None:
        """Raise SourceError with all that was found; `stored` is the archive's size, None when it is not compressed."""
        if self._total > self.limits.total_size:
            self.over("total_size", self._total)
        if stored is not None and self._total > max(RATIO_FLOOR, self.limits.ratio * stored):
            self.over("ratio", self._total // max(stored, 1))
        if self._unlisted:
            text = _MORE.fill(count=self._unlisted)
            self._problems.append(Problem(place=printable(self.source), text=text, hint=ASK_ANEW))
        if self._problems:
            raise SourceError(self._problems)

    def _over_once(self, measure: str, found: int, entry: str) -> None:
        if len(self._problems) >= MOST_PROBLEMS:
            self._unlisted += 1
        else:
            self.over(measure, found, entry)


def over_limit(place: str, limits: Limits, measure: str, found: int) -> Problem:
    """Return the fault of going beyond the limit of that name in `Limits`, with the option that raises it."""
    names = _MEASURES[measure]
    values = {"found": found, "limit": getattr(limits, measure)}
    text = Text(_OVER.nl.format(measure=names.nl, **values), _OVER.en.format(measure=names.en, **values))
    return Problem(place=place, text=text, hint=_RAISE.fill(option=OPTIONS[measure]))

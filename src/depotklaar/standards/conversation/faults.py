"""The faults of a conversation file: each with its record and field, all together and never more than fit in memory."""

import re
from dataclasses import dataclass

from depotklaar.errors import Problem, SourceError
from depotklaar.language import Text

MOST = 1_000
_TOKEN = re.compile(r"[0-9A-Za-z_.:+@#/-]{1,40}")
_REST = Text("Er zijn nog {rest} fouten, die hier niet staan.", "There are {rest} more faults, not shown here.")
_REST_HINT = Text(
    "Los eerst de genoemde fouten op en lees het bestand opnieuw in.",
    "Mend the faults named first and read the file again.",
)


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one record; `path` leads to the field (`occurrences[0].raw`), empty for the record itself."""

    path: str
    text: Text
    hint: Text


class Faults:
    """Collects the faults of one file; beyond the first `MOST` they are only counted."""

    def __init__(self, place: str, unit: str = ":") -> None:
        self._place = place
        self._unit = unit
        self._problems: list[Problem] = []
        self._rest = 0

    def __bool__(self) -> bool:
        return bool(self._problems)

    def add(self, fault: Fault, number: int | None = None, kind: object = None, mark: object = None) -> None:
        """Add a fault of record `number`; `kind` and `mark` (its id) are shown when they can be shown safely."""
        if len(self._problems) >= MOST:
            self._rest += 1
            return
        place = self._place if number is None else f"{self._place}{self._unit}{number}"
        words = (place, shown(kind), shown(mark), fault.path)
        self._problems.append(Problem(place=" ".join(w for w in words if w), text=fault.text, hint=fault.hint))

    def all(self) -> list[Problem]:
        """Return what was added, with one problem more that counts the rest when there were too many."""
        if not self._rest:
            return list(self._problems)
        rest = Problem(place=self._place, text=_REST.fill(rest=self._rest), hint=_REST_HINT)
        return [*self._problems, rest]

    def raise_all(self) -> None:
        """Raise a SourceError with everything that was added; do nothing when there is nothing."""
        if self._problems:
            raise SourceError(self.all())


def shown(value: object) -> str:
    """Return a value as it may stand in an error: a short mark or number; empty for anything that could be a text."""
    text = str(value) if isinstance(value, (str, int, float)) and not isinstance(value, bool) else ""
    return text if _TOKEN.fullmatch(text) else ""

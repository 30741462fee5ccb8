"""From a row of cells to a format on a list, with everything that cannot be understood told with its place."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from depotklaar.errors import Problem
from depotklaar.importers.policies.cells import CellFaultError, extensions_in, puids_in, status_in, version_in
from depotklaar.language import Text
from depotklaar.model.policy import PolicyRow

Value = TypeVar("Value")

LONGEST_LINE = 255
LONGEST_TEXT = 3000

_MEND = Text("Verbeter de cel in een kopie van het bestand.", "Correct the cell in a copy of the file.")
_MISSING = Text("de cel is leeg", "the cell is empty")
_TOO_LONG = Text("de cel is te lang", "the cell is too long")


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Under which column (by `column_key`) each value stands; None when this kind of table has none."""

    kind: str
    name: str
    extension: str
    version: str
    status: str
    puid: str
    remark: str | None = None


@dataclass(slots=True)
class RowReader:
    """Reads row after row and gathers the problems. `names` leads from `column_key` to the column as it is called."""

    columns: Columns
    names: Mapping[str, str]
    problems: list[Problem] = field(default_factory=list)

    def read(self, cells: Mapping[str, str], place: str, heading: str) -> PolicyRow:
        """The format in a row; `heading` is the kind of information when the row names none."""
        columns = self.columns
        remark = self._short(cells, columns.remark, place, LONGEST_TEXT) if columns.remark else ""
        return PolicyRow(
            informatiesoort=self._line(cells, columns.kind, place, heading),
            naam=self._line(cells, columns.name, place, cells.get(columns.extension, "")),
            status=self._value(cells, columns.status, place, status_in, None),
            puids=self._value(cells, columns.puid, place, puids_in, ()),
            extensies=self._value(cells, columns.extension, place, extensions_in, ()),
            versie=version_in(self._short(cells, columns.version, place, LONGEST_LINE)),
            opmerking=remark or None,
        )

    def _value(
        self, cells: Mapping[str, str], column: str, place: str, read: Callable[[str], Value], default: Value
    ) -> Value:
        try:
            return read(cells.get(column, ""))
        except CellFaultError as fault:
            self._tell(place, column, fault.text)
            return default

    def _line(self, cells: Mapping[str, str], column: str, place: str, otherwise: str) -> str:
        text = self._short(cells, column, place, LONGEST_LINE) or otherwise[:LONGEST_LINE]
        if not text:
            self._tell(place, column, _MISSING)
        return text

    def _short(self, cells: Mapping[str, str], column: str, place: str, longest: int) -> str:
        text = cells.get(column, "")
        if len(text) > longest:
            self._tell(place, column, _TOO_LONG)
        return text[:longest]

    def _tell(self, place: str, column: str, text: Text) -> None:
        self.problems.append(Problem(place=f"{place}, kolom {self.names.get(column, column)}", text=text, hint=_MEND))


def has_columns(columns: Sequence[str], wanted: Columns) -> bool:
    """Whether a table has what makes a format policy: a name, a verdict and PUIDs, each under its own column."""
    return {wanted.kind, wanted.name, wanted.status, wanted.puid} <= set(columns)

"""What every importer of format policies gives: the rows of a table as nouns, and what it knows of such a list."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from depotklaar.errors import Problem
from depotklaar.language import Text
from depotklaar.model.policy import PolicyRow
from depotklaar.standards.tables.table import Row, Table


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyOptions:
    """What the archivist states about the list; None leaves it to the importer. `date` is that of the list itself."""

    name: str | None = None
    title: str | None = None
    version: str | None = None
    manager: str | None = None
    date: dt.date | None = None


class PolicyImporter(Protocol):
    """A reader of one kind of table of formats.

    `LIST_TITLE` and `MANAGER` are those of the list that is published in this form, `SHEET` the sheet of a workbook
    that holds it (None: the first). `REFUSES` says that its manager refuses what is not on it.
    """

    NAME: str
    TITLE: Text
    LIST_TITLE: str
    MANAGER: str
    REFUSES: bool
    SHEET: str | None

    def recognises(self, columns: Sequence[str]) -> bool:
        """Whether a table with these columns, as `column_key` writes them, is of this kind."""

    def read_rows(self, table: Table) -> tuple[tuple[PolicyRow, ...], tuple[Problem, ...]]:
        """The formats in the table, and everything in it that cannot be understood."""


def column_key(name: str) -> str:
    """A column's name without case, spaces and signs: `Versie en/of profiel` is `versieenofprofiel`."""
    return "".join(character for character in name.casefold() if character.isalnum())


def cells_of(row: Row) -> dict[str, str]:
    """The cells of a row by `column_key`, without white space at their ends."""
    return {column_key(name): " ".join(cell.split()) for name, cell in row.cells.items()}

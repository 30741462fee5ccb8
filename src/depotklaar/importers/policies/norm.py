"""Reads the Norm Voorkeursformaten: the workbook that the Nationaal Archief publishes, by the shape of its list.

A row with nothing but an informatiesoort is a heading; it holds for the rows below that name none. The sheet with the
grounds (`Onderbouwing`) holds no verdict and is not taken over.
"""

from collections.abc import Sequence

from depotklaar.errors import Problem
from depotklaar.importers.policies.interface import cells_of, column_key
from depotklaar.importers.policies.rows import Columns, RowReader, has_columns
from depotklaar.language import Text
from depotklaar.model.policy import PolicyRow
from depotklaar.standards.tables.table import Table

NAME = "norm-voorkeursformaten"
TITLE: Text = Text("Norm Voorkeursformaten (Excel)", "Norm Voorkeursformaten (Excel)")
LIST_TITLE = "Norm Voorkeursformaten"
MANAGER = "Nationaal Archief"
REFUSES = False
SHEET: str | None = "Lijst Voorkeursformaten"

_COLUMNS = Columns(
    kind="informatiesoort",
    extension="extensie",
    version="versieenofprofiel",
    name="formaatnaam",
    status="status",
    puid="puid",
    remark="opmerkingen",
)


def recognises(columns: Sequence[str]) -> bool:
    """Whether these are the columns of the list of the norm."""
    return has_columns(columns, _COLUMNS)


def read_rows(table: Table) -> tuple[tuple[PolicyRow, ...], tuple[Problem, ...]]:
    """The formats in the list, each under the kind of information of its row or of the heading above it."""
    reader = RowReader(_COLUMNS, {column_key(name): name for name in table.columns})
    rows: list[PolicyRow] = []
    heading = ""
    for row in table.rows:
        cells = cells_of(row)
        kind = cells[_COLUMNS.kind]
        if kind and not any(text for column, text in cells.items() if column != _COLUMNS.kind):
            heading = kind
        else:
            rows.append(reader.read(cells, table.place(row), heading))
    return tuple(rows), tuple(reader.problems)

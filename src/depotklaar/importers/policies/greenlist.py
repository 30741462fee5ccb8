"""Reads the CSV of formats that the Noord-Hollands Archief lets through (`voorkeursformaten.csv`): a row for each PUID.

Rows that differ in nothing but PUID or extension are one format; so what is refused and what is not stays the same.
"""

import dataclasses
from collections.abc import Sequence

from depotklaar.errors import Problem
from depotklaar.importers.policies.interface import cells_of, column_key
from depotklaar.importers.policies.rows import Columns, RowReader, has_columns
from depotklaar.language import Text
from depotklaar.model.policy import PolicyRow
from depotklaar.standards.tables.table import Table

NAME = "greenlist"
TITLE: Text = Text("Lijst van het Noord-Hollands Archief (CSV)", "List of the Noord-Hollands Archief (CSV)")
LIST_TITLE = "Voorkeursformaten van het Noord-Hollands Archief"
MANAGER = "Noord-Hollands Archief"
REFUSES = True
SHEET: str | None = None

_COLUMNS = Columns(
    kind="type",
    extension="extension",
    version="version",
    name="description",
    status="categoryformat",
    puid="puid",
)


def recognises(columns: Sequence[str]) -> bool:
    """Whether these are the columns of that CSV."""
    return has_columns(columns, _COLUMNS)


def read_rows(table: Table) -> tuple[tuple[PolicyRow, ...], tuple[Problem, ...]]:
    """The formats in the list, in the order in which each first occurs."""
    reader = RowReader(_COLUMNS, {column_key(name): name for name in table.columns})
    found: dict[tuple[object, ...], PolicyRow] = {}
    for row in table.rows:
        one = reader.read(cells_of(row), table.place(row), "")
        key = (one.informatiesoort, one.naam, one.versie, one.status, bool(one.puids))
        other = found.setdefault(key, one)
        found[key] = dataclasses.replace(
            other,
            puids=tuple(dict.fromkeys((*other.puids, *one.puids))),
            extensies=tuple(dict.fromkeys((*other.extensies, *one.extensies))),
        )
    return tuple(found.values()), tuple(reader.problems)

"""From the rows of a table to categories: rows with one key and a name in the column `deel` are parts of one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from depotklaar.errors import Problem
from depotklaar.importers.lists.tabel_cells import PART_COLUMN, value_of
from depotklaar.language import Text
from depotklaar.profiles.fault import quoted
from depotklaar.standards.tables.table import Row, Table

_KEY = ("code", "actor", "geldig_van", "regel")
_OF_PART = ("waardering", "bewaartermijn", "trigger", "trigger_soort", "voorwaarde")
_DIFFERS = Text(
    "{found} wijkt af van {first} op regel {number}, terwijl het één categorie is",
    "{found} differs from {first} on line {number}, while it is one category",
)
_SAME = Text(
    "Laat de cel leeg, of maak het verschil met actor, geldig_van of regel.",
    "Leave the cell empty, or tell them apart by actor, geldig_van or regel.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """One category as TOML would hold it, the row where it begins, and the row of each of its parts."""

    data: dict[str, Any]
    row: Row
    parts: list[Row]


def column_name(column: str) -> str:
    """The name of a column without regard to case, spaces and hyphens."""
    return "_".join(column.lower().replace("-", " ").split())


def categories_of(table: Table) -> tuple[list[Category], list[Problem]]:
    """The categories of a table in the order of their first rows, and what its rows say against each other."""
    found: list[Category] = []
    open_parts: dict[str, Category] = {}
    problems: list[Problem] = []
    for row in table.rows:
        values = {
            column_name(column): value_of(column_name(column), cell)
            for column, cell in row.cells.items()
            if cell.strip()
        }
        if PART_COLUMN not in values:
            found.append(Category(data=_conditional(values), row=row, parts=[]))
            continue
        key = repr([values.get(name) for name in _KEY])
        if key not in open_parts:
            open_parts[key] = Category(data=_common(values) | {"delen": []}, row=row, parts=[])
            found.append(open_parts[key])
        problems += _differences(table, row, _common(values), open_parts[key])
        open_parts[key].data["delen"].append(_part(values))
        open_parts[key].parts.append(row)
    return found, problems


def _conditional(values: dict[str, Any]) -> dict[str, Any]:
    """A value under a condition is something that a person must read, unless the table says so itself."""
    return values if "voorwaarde" not in values or "complex" in values else values | {"complex": ["voorwaarde"]}


def _common(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if name not in (*_OF_PART, PART_COLUMN)}


def _part(values: Mapping[str, Any]) -> dict[str, Any]:
    return {"naam": values[PART_COLUMN]} | {name: values[name] for name in _OF_PART if name in values}


def _differences(table: Table, row: Row, values: Mapping[str, Any], category: Category) -> Iterator[Problem]:
    for name, value in values.items():
        known = category.data.setdefault(name, value)
        if known != value:
            text = _DIFFERS.fill(found=quoted(value), first=quoted(known), number=category.row.number)
            yield Problem(place=f"{table.place(row)}, kolom {name}", text=text, hint=_SAME)

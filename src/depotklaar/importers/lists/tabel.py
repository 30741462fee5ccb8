"""Reads a selection list that an archivist keeps as a table, CSV or Excel: a column for each key, a row a category.

The columns are the keys of `[[categorie]]`; rows of one category with a name in the column `deel` are its parts. The
head of the list comes from the options, or from a second table (in Excel: a sheet `lijst`) with `sleutel` and `waarde`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from depotklaar.errors import Problem, ProfileError, SourceError
from depotklaar.importers.lists.interface import (
    ImportedList,
    ListOptions,
    bytes_of,
    hash_of,
    imported,
    list_name,
    place_in,
    refuse,
)
from depotklaar.importers.lists.tabel_cells import COLUMNS, HEAD_KEYS, TRUTHS, value_of
from depotklaar.importers.lists.tabel_rows import Category, categories_of, column_name
from depotklaar.language import Text
from depotklaar.profiles.fault import Fault, suggestion
from depotklaar.profiles.list_rules import SELECTION_SCHEMA, faults_of_list
from depotklaar.profiles.lists import selection_list_of
from depotklaar.standards.tables.reading import table_of
from depotklaar.standards.tables.table import Table
from depotklaar.standards.tables.xlsx_table import read_xlsx

NAME = "tabel"
TITLE: Text = Text("Eigen tabel (CSV of Excel)", "A table of one's own (CSV or Excel)")

_HEAD_SHEET = "lijst"
_ZIP = b"PK\x03\x04"
_UNKNOWN = Text("deze kolom bestaat niet", "there is no such column")
_UNKNOWN_KEY = Text("deze sleutel bestaat niet", "there is no such key")
_YES_OR_NO = Text("Hier hoort ja of nee.", "This must be ja (yes) or nee (no).")
_ONE_TABLE = Text("hier hoort één tabel met de kolommen code en label", "one table with columns code and label is due")
_GIVE_TABLE = Text(
    "Geef één tabel, met ten hoogste één tabel voor de kop.", "Give one table, and at most one of a head."
)
_GIVE_HEAD = Text(
    "Geef --title, --version en --organisation, of een tabel met de kolommen sleutel en waarde.",
    "Give --title, --version and --organisation, or a table with the columns sleutel and waarde.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sheets:
    path: Path
    entries: Table
    head: Table | None
    sha256: str


def recognises(sources: Sequence[Path]) -> bool:
    """Whether one of the sources is a table with at least `code` and `label`, and the other, if any, its head."""
    try:
        _open(sources)
    except (SourceError, ProfileError):
        return False
    return True


def read(sources: Sequence[Path], options: ListOptions) -> Iterator[ImportedList]:
    """Give the one list of this table. SourceError holds every fault, by row and column."""
    try:
        sheets = _open(sources)
    except ProfileError as error:
        raise SourceError(error.problems) from error
    head, problems = _head(sheets, options)
    problems += list(_unknown_columns(sheets.entries))
    refuse(problems)
    categories, problems = categories_of(sheets.entries)
    data = {
        "schema": f"depotklaar-{SELECTION_SCHEMA}",
        "selectielijst": head,
        "categorie": [category.data for category in categories],
    }
    refuse([*problems, *(_problem(fault, sheets, categories) for fault in faults_of_list(data))])
    yield imported(selection_list_of(data, sheets.sha256))


def _open(sources: Sequence[Path]) -> _Sheets:
    raws = [(path, bytes_of(path)) for path in sources]
    tables = [(path, table_of(raw, path.name)) for path, raw in raws]
    entries = [(path, table) for path, table in tables if {"code", "label"} <= _names(table)]
    heads = [table for _, table in tables if {"sleutel", "waarde"} <= _names(table)]
    if len(entries) != 1 or len(entries) + len(heads) != len(tables) or len(heads) > 1:
        place = ", ".join(path.name for path, _ in tables)
        raise SourceError(Problem(place=place, text=_ONE_TABLE, hint=_GIVE_TABLE))
    path, table = entries[0]
    raw = next(raw for other, raw in raws if other == path)
    head = heads[0] if heads else _head_sheet(path, raw)
    return _Sheets(path=path, entries=table, head=head, sha256=hash_of(*(raw for _, raw in raws)))


def _head_sheet(path: Path, raw: bytes) -> Table | None:
    if not raw.startswith(_ZIP):
        return None
    try:
        return read_xlsx(raw, path.name, _HEAD_SHEET)
    except ProfileError:
        return None


def _names(table: Table) -> set[str]:
    return {column_name(column) for column in table.columns}


def _unknown_columns(table: Table) -> Iterator[Problem]:
    for column in table.columns:
        if column_name(column) not in COLUMNS:
            place = f"{table.file}, kolom {column}"
            yield Problem(place=place, text=_UNKNOWN, hint=suggestion(column, COLUMNS))


def _head(sheets: _Sheets, options: ListOptions) -> tuple[dict[str, Any], list[Problem]]:
    """The head as TOML would hold it; what was asked for goes before what the table says."""
    head: dict[str, Any] = {}
    problems = []
    for row in sheets.head.rows if sheets.head else ():
        cells = {column_name(column): text for column, text in row.cells.items()}
        key, text = column_name(cells.get("sleutel", "")), cells.get("waarde", "")
        if key not in HEAD_KEYS and sheets.head:
            hint = suggestion(key, HEAD_KEYS)
            problems.append(Problem(place=sheets.head.place(row), text=_UNKNOWN_KEY, hint=hint))
        elif text.strip():
            head[key] = value_of(key, text)
    head |= {key: str(value) for key, value in _asked(options).items() if value is not None}
    head.setdefault("naam", list_name(str(head.get("titel", sheets.path.stem))))
    return head, problems


def _asked(options: ListOptions) -> Mapping[str, object]:
    return {
        "naam": options.name,
        "titel": options.title,
        "versie": options.version,
        "organisatie": options.organisation,
        "vindplaats": options.reference,
        "geldig_van": options.valid_from,
        "geldig_tot": options.valid_until,
    }


def _problem(fault: Fault, sheets: _Sheets, categories: Sequence[Category]) -> Problem:
    match fault.path:
        case ("categorie", int(index), "delen", int(part), *rest):
            row, column = categories[index].parts[part], str(rest[0]) if rest else "deel"
            column = "deel" if column == "naam" else column
        case ("categorie", int(index), *rest):
            row, column = categories[index].row, str(rest[0]) if rest else "code"
        case ("selectielijst", key, *_):
            return Problem(place=place_in(sheets.path, "kop", key), text=fault.text, hint=_GIVE_HEAD)
        case _:
            return Problem(place=place_in(sheets.path), text=fault.text, hint=fault.hint)
    text = _YES_OR_NO if column in TRUTHS else fault.text
    return Problem(place=f"{sheets.entries.place(row)}, kolom {column}", text=text, hint=fault.hint)

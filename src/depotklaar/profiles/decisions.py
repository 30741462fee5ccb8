"""Reads the decisions file that people filled in: CSV or Excel as a spreadsheet saved it, or JSON."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from depotklaar.errors import Problem
from depotklaar.language import Text
from depotklaar.model.appraisal import Decision
from depotklaar.profiles.decisions_columns import BY_KEY, COLUMNS, READ, REQUIRED, column_key
from depotklaar.profiles.decisions_json import is_json, json_lines
from depotklaar.profiles.decisions_line import Line, decision_of, line_problems
from depotklaar.profiles.fault import quoted, suggestion
from depotklaar.standards.tables.faults import refuse
from depotklaar.standards.tables.reading import read_bytes, table_of
from depotklaar.standards.tables.table import Row, Table


def read_decisions(path: Path) -> tuple[Decision, ...]:
    """Every line of a decisions file, in the order of the file, also those that nobody decided upon yet.

    Columns may stand in any order; those that a decision does not need may be left out. Dates are ISO, or day, month
    and year as a Dutch spreadsheet writes them. ProfileError with all faults: another kind of file, unknown or missing
    columns, a wrong value or date, who without when, an Archiefstuk twice, no or no sound hash of the content.
    """
    raw = read_bytes(path)
    if is_json(raw, path.name):
        lines, problems = json_lines(raw, path.name)
    else:
        lines, problems = _table_lines(table_of(raw, path.name))
    problems += [problem for line in lines for problem in line_problems(line)] + _doubles(lines)
    refuse(path.name, problems)
    return tuple(decision_of(line) for line in lines)


def _table_lines(table: Table) -> tuple[list[Line], list[Problem]]:
    """The lines of a table and what is wrong with its columns; no lines where one that a decision needs is missing."""
    known = {BY_KEY[key]: name for name in table.columns if (key := column_key(name)) in BY_KEY}
    problems = _column_problems(table)
    if not known.keys() >= set(REQUIRED):
        return [], problems
    return [Line(place=table.place(row), cells=_cells(row, known)) for row in table.rows], problems


def _cells(row: Row, known: Mapping[str, str]) -> dict[str, str]:
    return {column: text for column, name in known.items() if column in READ and (text := row.cells[name])}


def _column_problems(table: Table) -> list[Problem]:
    found = [BY_KEY.get(column_key(name)) for name in table.columns]
    unknown = [_unknown(table.file, name) for name, known in zip(table.columns, found, strict=True) if known is None]
    twice = [_twice(table.file, name) for name in COLUMNS if found.count(name) > 1]
    return [*unknown, *twice, *(_missing(table.file, name) for name in REQUIRED if name not in found)]


def _unknown(file: str, name: str) -> Problem:
    return Problem(
        place=file,
        text=Text("Een besluitenbestand kent geen kolom {name}.", "A decisions file has no column {name}.").fill(
            name=quoted(name)
        ),
        hint=suggestion(name, COLUMNS),
    )


def _twice(file: str, name: str) -> Problem:
    return Problem(
        place=file,
        text=Text("Kolom {name} staat er twee keer.", "Column {name} occurs twice.").fill(name=quoted(name)),
        hint=Text("Haal een van de twee kolommen weg.", "Take one of the two columns away."),
    )


def _missing(file: str, name: str) -> Problem:
    return Problem(
        place=file,
        text=Text("Kolom {name} ontbreekt.", "Column {name} is missing.").fill(name=quoted(name)),
        hint=Text(
            "Laat deze kolom staan zoals depotklaar hem schreef; begin zo nodig met een nieuw besluitenbestand.",
            "Leave this column as depotklaar wrote it; if need be, begin with a new decisions file.",
        ),
    )


def _doubles(lines: Sequence[Line]) -> list[Problem]:
    first: dict[str, str] = {}
    problems = []
    for line in lines:
        name = line.text("archiefstuk")
        if name is not None and first.setdefault(name, line.place) != line.place:
            problems.append(_double(line.place, name, first[name]))
    return problems


def _double(place: str, name: str, first: str) -> Problem:
    return Problem(
        place=place,
        text=Text("Archiefstuk {name} staat al op {first}.", "Archiefstuk {name} is already at {first}.").fill(
            name=quoted(name), first=first
        ),
        hint=Text("Houd één regel per Archiefstuk over.", "Keep one line for each Archiefstuk."),
    )

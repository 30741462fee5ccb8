"""From lines of cells to a table: the header gives the columns, and every cell must stand under one."""

from collections.abc import Iterable, Sequence

from depotklaar.errors import Problem
from depotklaar.language import Text
from depotklaar.standards.tables.cells import tidy
from depotklaar.standards.tables.faults import empty, refuse, too_large
from depotklaar.standards.tables.table import Cells, Row, Table, place_of

MOST_ROWS = 1_000_000
MOST_COLUMNS = 200


def as_table(file: str, lines: Iterable[tuple[int, Sequence[str]]]) -> Table:
    """The table of numbered lines: the first that holds anything is the header, empty lines do not count.

    ProfileError: no header, two columns of one name (case and spaces do not count), a cell outside the columns, more
    than a million rows or two hundred columns.
    """
    filled = ((number, cells) for number, cells in lines if any(map(tidy, cells)))
    number, header = next(filled, (0, ()))
    if not header:
        raise empty(file)
    names = _trimmed([tidy(name) for name in header])
    if len(names) > MOST_COLUMNS:
        raise too_large(file)
    problems = _doubles(place_of(file, number), names)
    places = {name: place for place, name in enumerate(names) if name}
    rows = _rows(file, filled, places, problems)
    refuse(file, problems)
    return Table(file=file, columns=tuple(places), rows=tuple(rows))


def _trimmed(cells: Sequence[str]) -> tuple[str, ...]:
    count = len(cells)
    while count and not cells[count - 1]:
        count -= 1
    return tuple(cells[:count])


def _doubles(place: str, names: Sequence[str]) -> list[Problem]:
    seen: set[str] = set()
    problems = []
    for name in filter(None, names):
        key = "".join(name.casefold().split())
        if key in seen:
            text = Text('Kolom "{name}" staat er twee keer.', 'Column "{name}" occurs twice.').fill(name=name)
            hint = Text("Haal een van de twee kolommen weg.", "Take one of the two columns away.")
            problems.append(Problem(place=place, text=text, hint=hint))
        seen.add(key)
    return problems


def _rows(
    file: str, lines: Iterable[tuple[int, Sequence[str]]], places: dict[str, int], problems: list[Problem]
) -> list[Row]:
    known: dict[str, str] = {}
    named = frozenset(places.values())
    rows: list[Row] = []
    for number, cells in lines:
        if len(rows) == MOST_ROWS:
            raise too_large(file)
        texts = tuple(known.setdefault(cell, cell) for cell in _trimmed(cells))
        if any(tidy(text) for place, text in enumerate(texts) if place not in named):
            problems.append(_outside(place_of(file, number), len(named)))
        rows.append(Row(number=number, cells=Cells(places, texts)))
    return rows


def _outside(place: str, columns: int) -> Problem:
    return Problem(
        place=place,
        text=Text(
            "Hier staat een cel buiten de {columns} kolommen van de kopregel.",
            "There is a cell here outside the {columns} columns of the header.",
        ).fill(columns=columns),
        hint=Text(
            "Kijk of een scheidingsteken in een cel de regel verschuift, of geef de kolom een naam.",
            "See whether a separator within a cell shifts the line, or name the column.",
        ),
    )

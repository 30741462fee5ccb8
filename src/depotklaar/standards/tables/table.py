"""A table as it was read from a file: its columns by name, and rows that know where they stood."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass


class Cells(Mapping[str, str]):
    """The cells of one row by column; a cell that the row does not have is the empty text.

    Rows of one table share `places` (column to position), so that a long table stays small.
    """

    __slots__ = ("_places", "_texts")

    def __init__(self, places: Mapping[str, int], texts: tuple[str, ...]) -> None:
        self._places = places
        self._texts = texts

    def __getitem__(self, column: str) -> str:
        place = self._places[column]
        return self._texts[place] if place < len(self._texts) else ""

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row. `number` is the line of the file on which it begins or the row of the sheet, from 1 with the header."""

    number: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """All rows that hold anything, in the order of the file. `file` is how problems name it."""

    file: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    def place(self, row: Row) -> str:
        """Where a row stands, for people: `lijst.csv, regel 7`."""
        return place_of(self.file, row.number)


def place_of(file: str, number: int) -> str:
    """Where a line or row stands, for people: `lijst.csv, regel 7`."""
    return f"{file}, regel {number}"

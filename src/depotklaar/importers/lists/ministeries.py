"""Reads entries of lists of ministries (basisselectiedocumenten) from a CSV: one list per name in column `lijst`.

The columns are those of the CSV in which such entries were taken from wetten.overheid.nl. A BSD says that a term
without an event runs from the closing of the case (Voorlichting van de rijksoverheid, BWBR0022040).
"""

import csv
import dataclasses
import io
import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from depotklaar.errors import Problem, SourceError
from depotklaar.importers.lists.interface import (
    ImportedList,
    ListOptions,
    bytes_of,
    hash_of,
    imported,
    list_name,
    one_line,
    place_in,
    refuse,
    text_of,
)
from depotklaar.importers.lists.ministeries_text import read_value
from depotklaar.language import Text
from depotklaar.model.selectielijst import Selectielijst, SelectionEntry

NAME = "ministeries"
TITLE: Text = Text("Handelingen uit lijsten van ministeries (CSV)", "Entries of lists of ministries (CSV)")

_COLUMNS = ("bwb", "lijst", "handeling", "kop", "label", "periode", "waardering_tekst", "regel")
_NEEDED = ("bwb", "lijst", "handeling", "label", "regel")
_LONGEST = {"bwb": 100, "lijst": 255, "handeling": 100, "kop": 255, "label": 1000, "waardering_tekst": 3000}
_BEYOND = "beyond"
_WITH_BODY = re.compile(r".*\((?P<body>[^()]+)\)")
_SOURCE = (
    "Overgenomen uit de handelingen van {bwb} op wetten.overheid.nl, door een programma gelezen en niet nagelezen. "
    "Een V zonder gebeurtenis loopt vanaf de afsluiting van de zaak. Een handeling kan voor elke actor iets anders "
    "zeggen; de bron noemt de actor niet, kijk daarvoor bij rubriek en regel. De jaren in de titel zijn die van de "
    "handelingen; wanneer de lijst geldt, is niet nagegaan."
)
_BAD_COLUMNS = Text("de kolommen zijn niet {wanted}", "the columns are not {wanted}")
_GIVE_COLUMNS = Text("Geef een CSV met precies deze kolommen.", "Give a CSV with exactly these columns.")
_EMPTY = Text("is leeg", "is empty")
_NO_NUMBER = Text("is geen heel getal vanaf 1", "is no whole number from 1")
_TOO_LONG = Text("is langer dan {most} tekens", "is longer than {most} characters")
_TOO_MANY = Text("hier staan meer cellen dan er kolommen zijn", "there are more cells here than columns")
_TWICE = Text("deze handeling staat al op deze regel", "this entry is on this line already")
_FILL = Text("Vul dit veld in.", "Fill in this field.")
_CORRECT = Text("Verbeter dit veld.", "Correct this field.")
_BROKEN = Text("is geen goede CSV", "is no proper CSV")
_MANY = Text(
    "een naam of titel kan niet voor {count} lijsten gelden", "one name or title cannot be that of {count} lists"
)
_ONE_BY_ONE = Text("Laat --name en --title weg.", "Leave out --name and --title.")

_Row = dict[str, str]


def recognises(sources: Sequence[Path]) -> bool:
    """Whether every source is a CSV with these columns."""
    try:
        return bool(sources) and all(_header(text_of(path, bytes_of(path))) == _COLUMNS for path in sources)
    except (SourceError, csv.Error):
        return False


def read(sources: Sequence[Path], options: ListOptions) -> Iterator[ImportedList]:
    """Give one list for each name in the column `lijst`, in the order of the source. SourceError holds every fault."""
    for path in sources:
        raw = bytes_of(path)
        rows = _rows(path, text_of(path, raw))
        names = {name: place for place, name in enumerate(dict.fromkeys(row["lijst"] for _, row in rows))}
        if len(names) > 1 and (options.name or options.title):
            place = place_in(path)
            raise SourceError(Problem(place=place, text=_MANY.fill(count=len(names)), hint=_ONE_BY_ONE))
        ordered = sorted((row for _, row in rows), key=lambda row: names[row["lijst"]])
        for _, group in groupby(ordered, key=lambda row: row["lijst"]):
            yield imported(_list_of(list(group), hash_of(raw), options))


def _header(text: str) -> tuple[str, ...]:
    return tuple(next(csv.reader(io.StringIO(text)), ()))


def _rows(path: Path, text: str) -> list[tuple[int, _Row]]:
    """The rows with the line on which each ends."""
    try:
        if _header(text) != _COLUMNS:
            wanted = ", ".join(_COLUMNS)
            place = place_in(path, "regel 1")
            raise SourceError(Problem(place=place, text=_BAD_COLUMNS.fill(wanted=wanted), hint=_GIVE_COLUMNS))
        reader = csv.DictReader(io.StringIO(text, newline=""), restkey=_BEYOND, restval="", strict=True)
        rows = [(reader.line_num, row) for row in reader]
    except csv.Error as error:
        raise SourceError(Problem(place=place_in(path), text=_BROKEN, hint=_CORRECT)) from error
    refuse(list(_faults(path, rows)))
    return rows


def _faults(path: Path, rows: Sequence[tuple[int, _Row]]) -> Iterator[Problem]:
    seen: set[tuple[str, str, str]] = set()
    if not rows:
        yield Problem(place=place_in(path), text=_EMPTY, hint=_GIVE_COLUMNS)
    for line, row in rows:
        if _BEYOND in row:
            yield Problem(place=place_in(path, f"regel {line}"), text=_TOO_MANY, hint=_CORRECT)
        for column, text, hint in _faults_of(row):
            yield Problem(place=place_in(path, f"regel {line}", f"kolom {column}"), text=text, hint=hint)
        key = (row["lijst"], row["handeling"], row["regel"])
        if key in seen:
            yield Problem(place=place_in(path, f"regel {line}", "kolom regel"), text=_TWICE, hint=_CORRECT)
        seen.add(key)


def _faults_of(row: _Row) -> Iterator[tuple[str, Text, Text]]:
    for column in _NEEDED:
        if not row[column].strip():
            yield column, _EMPTY, _FILL
    if row["regel"].strip() and not re.fullmatch(r"0*[1-9][0-9]{0,8}", row["regel"], re.ASCII):
        yield "regel", _NO_NUMBER, _CORRECT
    for column, most in _LONGEST.items():
        if len(row[column]) > most:
            yield column, _TOO_LONG.fill(most=most), _CORRECT


def _list_of(rows: Sequence[_Row], sha256: str, options: ListOptions) -> Selectielijst:
    bwb, title = rows[0]["bwb"], options.title or one_line(rows[0]["lijst"])
    body = _WITH_BODY.fullmatch(title)
    return Selectielijst(
        name=options.name or list_name(title),
        title=title,
        version=options.version or bwb,
        reference=options.reference or bwb,
        organisation=options.organisation or (body["body"] if body else title),
        valid_from=options.valid_from,
        valid_until=options.valid_until,
        fictional=False,
        entries=tuple(_entry(row) for row in rows),
        sha256=sha256,
        source=_SOURCE.format(bwb=bwb),
    )


def _entry(row: _Row) -> SelectionEntry:
    reading = read_value(row["waardering_tekst"])
    fields = {field.name: getattr(reading, field.name) for field in dataclasses.fields(reading)}
    return SelectionEntry(
        code=one_line(row["handeling"]),
        label=one_line(row["label"]),
        toelichting=f"Periode: {one_line(row['periode'])}" if row["periode"].strip() else None,
        tekst=one_line(row["waardering_tekst"]) or None,
        rubriek=one_line(row["kop"]) or None,
        regel=int(row["regel"]),
        **fields,
    )

"""CSV as spreadsheets in the Netherlands save and expect it: read in all its forms, written in one (RFC 4180)."""

import codecs
import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO

from depotklaar.standards.tables.cells import as_cell, plain
from depotklaar.standards.tables.faults import broken_line, no_table
from depotklaar.standards.tables.header import as_table
from depotklaar.standards.tables.table import Table, place_of

_SEPARATORS = ";,\t"
_QUOTED = re.compile(r'"[^"]*"')
_SEP_LINE = re.compile(r'"?sep=([^\r\n])"?(?:\r\n|\r|\n|$)', re.IGNORECASE)
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_BATCH = 500


def read_csv(raw: bytes, file: str) -> Table:
    """The table in these bytes; `file` is how problems name it.

    UTF-8 or UTF-16 with a byte-order mark, else UTF-8, else Windows-1252. The separator is the one of `;`, `,` and tab
    that the header has most, or that a first line `sep=;` names. Cells are freed of the guard against formulas.
    ProfileError: no text, quotation marks that do not close, and all that `as_table` refuses.
    """
    text = _decoded(raw, file)
    named = _SEP_LINE.match(text)
    start = named.end() if named else 0
    separator = named.group(1) if named else _separator(text)
    return as_table(file, _lines(text[start:], separator, file, bool(named)))


def write_csv(columns: Sequence[str], rows: Iterable[Sequence[str | int | None]], out: BinaryIO) -> None:
    """Write header and rows as they come: semicolons, byte-order mark, CRLF, every cell guarded against formulas.

    A lone surrogate is written as its backslash escape. Memory does not grow with the number of rows.
    """
    out.write(codecs.BOM_UTF8)
    for part in csv_lines([columns], ";"):
        out.write(part)
    for part in csv_lines(rows, ";"):
        out.write(part)


def csv_lines(rows: Iterable[Sequence[str | int | None]], separator: str) -> Iterator[bytes]:
    """Yield the lines of the rows as UTF-8 bytes, some hundreds at a time, every cell guarded against formulas."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=separator, lineterminator="\r\n")
    for count, row in enumerate(rows, 1):
        writer.writerow([as_cell(cell) for cell in row])
        if count % _BATCH == 0:
            yield text.getvalue().encode("utf-8", "backslashreplace")
            text.seek(0)
            text.truncate()
    yield text.getvalue().encode("utf-8", "backslashreplace")


def _decoded(raw: bytes, file: str) -> str:
    coding = "utf-16" if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8-sig"
    try:
        text = raw.decode(coding)
    except UnicodeDecodeError:
        try:
            text = raw.decode("cp1252")
        except UnicodeDecodeError as error:
            raise no_table(place_of(file, raw.count(b"\n", 0, error.start) + 1)) from error
    if "\x00" in text:
        raise no_table(file)
    return text


def _separator(text: str) -> str:
    header = next((line for line in _QUOTED.sub("", text[:100_000]).splitlines() if line.strip(_SEPARATORS + " ")), "")
    return max(_SEPARATORS, key=header.count)


def _lines(text: str, separator: str, file: str, skipped: bool) -> Iterator[tuple[int, list[str]]]:
    lines = csv.reader((line.group() for line in _LINE.finditer(text)), delimiter=separator, strict=True)
    number = 1 + skipped
    try:
        for cells in lines:
            yield number, [plain(cell) for cell in cells]
            number = lines.line_num + 1 + skipped
    except csv.Error as error:
        raise broken_line(place_of(file, number)) from error

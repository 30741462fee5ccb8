"""A sheet of an Excel workbook as a table, read with openpyxl (values only), however hostile the file is."""

import datetime as dt
import io
import re
import warnings
import zipfile
from collections.abc import Iterator

from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from depotklaar.errors import ProfileError
from depotklaar.standards.tables.cells import plain
from depotklaar.standards.tables.faults import no_sheet, no_workbook, too_large
from depotklaar.standards.tables.header import MOST_COLUMNS, as_table
from depotklaar.standards.tables.table import Table

MOST_BYTES = 16 * 1024**2
MOST_UNPACKED = 200 * 1024**2
MOST_ENTRIES = 2000

_LAST_ROW = 1_048_576
_MOST_PLACES = 20_000_000
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_WHOLE_BELOW = 10**15


def read_xlsx(raw: bytes, file: str, sheet: str | None = None) -> Table:
    """The table on one sheet of a workbook, the first when `sheet` is None; `file` is how problems name it.

    A formula is the value that was saved with it. Dates become ISO texts (without time at midnight), whole numbers
    digits, other numbers text with a point, truth values `true` and `false`. Cells are freed of the guard against
    formulas. ProfileError: no workbook, no such sheet, more than 16 MiB (200 MiB or 2000 parts when unpacked), and all
    that `as_table` refuses. Source of the escapes: ECMA-376 part 1, 22.9.2.19 (ST_Xstring).
    """
    try:
        _check_parts(raw, file)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = load_workbook(io.BytesIO(raw), read_only=True, data_only=True, keep_links=False)
            try:
                return as_table(file, _lines(book, file, sheet))
            finally:
                book.close()
    except (ProfileError, MemoryError):
        raise
    except Exception as error:
        raise no_workbook(file) from error


def _check_parts(raw: bytes, file: str) -> None:
    if len(raw) > MOST_BYTES:
        raise too_large(file)
    with zipfile.ZipFile(io.BytesIO(raw)) as parts:
        infos = parts.infolist()
    if len(infos) > MOST_ENTRIES or sum(info.file_size for info in infos) > MOST_UNPACKED:
        raise too_large(file)


def _lines(book: Workbook, file: str, sheet: str | None) -> Iterator[tuple[int, list[str]]]:
    sheets = {page.title: page for page in book.worksheets}
    if not sheets:
        raise no_workbook(file)
    page = next(iter(sheets.values())) if sheet is None else sheets.get(sheet)
    if page is None:
        raise no_sheet(file, str(sheet))
    page.reset_dimensions()
    places = 0
    for number, values in enumerate(page.iter_rows(values_only=True), 1):
        places += len(values)
        if number > _LAST_ROW or places > _MOST_PLACES or any(value is not None for value in values[MOST_COLUMNS:]):
            raise too_large(file)
        yield number, [_as_text(value) for value in values[:MOST_COLUMNS]]


def _as_text(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case float() if value.is_integer() and abs(value) < _WHOLE_BELOW:
            return str(int(value))
        case dt.datetime() if value.time() == dt.time():
            return value.date().isoformat()
        case dt.date() | dt.time():
            return value.isoformat()
        case str():
            return plain(_ESCAPED.sub(_unescaped, value))
        case _:
            return str(value)


def _unescaped(found: re.Match[str]) -> str:
    code = int(found.group(1), 16)
    return found.group() if 0xD800 <= code < 0xE000 else chr(code)

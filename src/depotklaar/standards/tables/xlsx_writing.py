"""Writes a table as one sheet of an Excel workbook with XlsxWriter: the same bytes each time, and no formulas."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, islice
from typing import BinaryIO
from xml.sax.saxutils import escape

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from depotklaar.errors import Problem, WriteError
from depotklaar.language import Text
from depotklaar.standards.tables.cells import as_cell

MOST_CHARACTERS = 32_767
MOST_ROWS = 1_048_575

_Value = str | int | None
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_MEASURED = 200
_NARROWEST, _WIDEST = 9, 48


def write_xlsx(
    columns: Sequence[str],
    rows: Iterable[Sequence[_Value]],
    out: BinaryIO,
    *,
    sheet: str,
    created: str,
    choices: Mapping[str, Sequence[str]] | None = None,
    notes: Mapping[str, str] | None = None,
) -> None:
    """Write header and rows as they come; memory does not grow with their number. Equal input gives equal bytes.

    Texts stay texts, also when they are edited; an int becomes a number. `created` is the moment in the file's
    properties (ISO 8601 with zone). `choices` gives a column a list to choose from (together at most 255 characters),
    `notes` an explanation on its header. What XML 1.0 cannot hold is written as its backslash escape.
    WriteError when a cell or the number of rows is more than Excel holds; `out` then holds nothing of use.
    """
    book = Workbook(out, _OPTIONS)
    book.set_properties({"created": dt.datetime.fromisoformat(created).astimezone(dt.UTC).replace(tzinfo=None)})
    page = book.add_worksheet(sheet)
    text = book.add_format({"num_format": "@", "valign": "top"})
    head = book.add_format({"num_format": "@", "valign": "top", "bold": True, "bg_color": "#E7ECF2", "bottom": 1})
    try:
        ahead = iter(rows)
        first = list(islice(ahead, _MEASURED))
        _set_columns(page, columns, first, text)
        for place, name in enumerate(columns):
            if notes and name in notes:  # XlsxWriter takes no comment on a row that it has passed
                page.write_comment(0, place, notes[name], {"x_scale": 2, "author": ""})
            _write(page, 0, place, name, head)
        last = 0
        for last, row in enumerate(chain(first, ahead), 1):
            if last > MOST_ROWS:
                raise _too_much(sheet, last)
            for place, value in enumerate(row):
                _write(page, last, place, value, text)
        _finish(page, columns, last, choices or {})
    finally:
        book.close()


def _set_columns(page: Worksheet, columns: Sequence[str], rows: Sequence[Sequence[_Value]], text: Format) -> None:
    for place, name in enumerate(columns):
        longest = max((len(as_cell(row[place])) for row in rows if place < len(row)), default=0)
        page.set_column(place, place, min(_WIDEST, max(_NARROWEST, longest, len(name) + 3)), text)


def _finish(page: Worksheet, columns: Sequence[str], last: int, choices: Mapping[str, Sequence[str]]) -> None:
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, last, len(columns) - 1)
    for place, name in enumerate(columns):
        if name in choices:
            page.data_validation(1, place, max(last, 1), place, {"validate": "list", "source": list(choices[name])})


def _write(page: Worksheet, row: int, place: int, value: _Value, form: Format) -> None:
    if value is None or value == "":
        return
    if isinstance(value, int):
        page.write_number(row, place, value)
        return
    text = _ILLEGAL.sub(_escaped, as_cell(value) if value.startswith("'") else value)
    if len(text.encode("utf-16-le")) // 2 > MOST_CHARACTERS:
        raise _too_much(page.get_name(), row + 1)
    if text.startswith("<r>") and text.endswith("</r>"):  # XlsxWriter takes such a text for markup of its own
        text = f'<r><t xml:space="preserve">{escape(text)}</t></r>'
    page.write_string(row, place, text, form)


def _escaped(found: re.Match[str]) -> str:
    return found.group().encode("unicode_escape").decode()


def _too_much(sheet: str, row: int) -> WriteError:
    return WriteError(
        Problem(
            place=f"{sheet}, regel {row}",
            text=Text(
                "Dit past niet in Excel: een cel heeft ten hoogste 32.767 tekens, een blad ruim een miljoen rijen.",
                "Excel cannot hold this: a cell has at most 32,767 characters, a sheet just over a million rows.",
            ),
            hint=Text("Kies csv of json.", "Choose csv or json."),
        )
    )

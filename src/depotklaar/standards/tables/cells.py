"""What a cell holds: guarded against becoming a formula when it is written, and freed of that guard when it is read."""

import re

_FORMULA = re.compile(r"'* *[=+\-@\t\r\n|%]")
_SUSPECT = "' =+-@\t\r\n|%"
_EDGES = " \t\r\n\u00a0\ufeff"


def as_cell(value: str | int | None) -> str:
    """The value as the text of a cell; a leading apostrophe keeps a spreadsheet from taking it for a formula.

    None is the empty text. NUL goes out, because no spreadsheet keeps it. A text that itself begins with apostrophes
    before such a character gets one more, so that `plain` gives every text back.
    Source: OWASP, CSV Injection.
    """
    if value is None or isinstance(value, int):
        return "" if value is None else str(value)
    text = value.replace("\x00", "")
    return f"'{text}" if text[:1] in _SUSPECT and _FORMULA.match(text) else text


def plain(cell: str) -> str:
    """Undo the guard of `as_cell`: `plain(as_cell(text)) == text` for every text without NUL."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell, 1) else cell


def tidy(cell: str) -> str:
    """The text without what an editor leaves at its ends unseen: white space, no-break spaces, byte-order marks."""
    return cell.strip(_EDGES)

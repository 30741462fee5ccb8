"""What is wrong where a file is no TOML: the parser's remark as a sentence that an archivist can use."""

import re

from depotklaar.errors import Problem
from depotklaar.language import Text

_POSITION = re.compile(r"^(?P<remark>.*) \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)$", re.S)

_QUOTES = Text(
    "Zet tekst tussen aanhalingstekens en een datum als 2024-05-31.",
    "Put text between quotes and write a date as 2024-05-31.",
)
_ONCE = Text("Laat er één staan.", "Leave one of them.")
_CLOSE = Text("Sluit het af of haal het weg.", "Close it or take it away.")
_LOOK = Text(
    "Vergelijk de regel met het voorbeeld in de handleiding.", "Compare the line with the example in the manual."
)
_SINGLE = Text(
    "Zet een pad met schuine strepen terug tussen enkele aanhalingstekens: 'C:\\map\\bestand.zip'.",
    "Put a path with backslashes between single quotes: 'C:\\folder\\file.zip'.",
)

_REMARKS: tuple[tuple[str, Text, Text], ...] = (
    (
        "Expected '=' after a key",
        Text("Na een sleutel hoort een is-teken.", "A key is followed by an equals sign."),
        Text('Schrijf: sleutel = "waarde".', 'Write: key = "value".'),
    ),
    (
        "Expected newline or end of document",
        Text("Na deze waarde hoort een nieuwe regel.", "This value must be followed by a new line."),
        _QUOTES,
    ),
    (
        "Invalid statement",
        Text("Hier begint geen sleutel, tabel of commentaar.", "No key, table or comment starts here."),
        _LOOK,
    ),
    ("Invalid value", Text("Hier staat geen geldige waarde.", "There is no valid value here."), _QUOTES),
    ("Invalid date", Text("Deze datum bestaat niet.", "This date does not exist."), _QUOTES),
    ("Cannot overwrite", Text("Deze sleutel staat er twee keer.", "This key is there twice."), _ONCE),
    ("Cannot declare", Text("Deze tabel staat er twee keer.", "This table is there twice."), _ONCE),
    ("Cannot mutate", Text("Deze tabel is al afgesloten.", "This table is already closed."), _ONCE),
    ("Duplicate inline", Text("Deze sleutel staat er twee keer.", "This key is there twice."), _ONCE),
    ("Unterminated string", Text("Deze tekst is niet afgesloten.", "This text is not closed."), _CLOSE),
    ("Unclosed", Text("Een lijst of tabel is niet afgesloten.", "A list or table is not closed."), _CLOSE),
    ("Illegal character '\\n'", Text("Deze tekst is niet afgesloten.", "This text is not closed."), _CLOSE),
    ("Illegal character", Text("Hier staat een stuurteken.", "There is a control character here."), _CLOSE),
    (
        "Unescaped '\\'",
        Text("Een backslash heeft een eigen betekenis.", "A backslash has a meaning of its own."),
        _SINGLE,
    ),
    ("Invalid hex", Text("Een backslash heeft een eigen betekenis.", "A backslash has a meaning of its own."), _SINGLE),
    (
        "Expected ']",
        Text("De haken van deze tabel sluiten niet.", "The brackets of this table do not close."),
        Text("Schrijf [naam] of [[naam]].", "Write [name] or [[name]]."),
    ),
)
_OTHER = Text("Dit is geen geldige TOML.", "This is not valid TOML.")


def syntax_fault(remark: str, text: str, file: str) -> Problem:
    """Return the problem for a remark of tomllib, with line and column; `text` is the whole file."""
    found = _POSITION.match(remark)
    cause = found["remark"] if found else remark
    if found and found["line"]:
        place = f"{file}, regel {found['line']}, kolom {found['column']}"
    else:
        place = f"{file}, regel {text.count(chr(10)) + 1}"
    sentence, hint = next(((s, h) for start, s, h in _REMARKS if cause.startswith(start)), (_OTHER, _LOOK))
    return Problem(place=place, text=sentence, hint=hint)

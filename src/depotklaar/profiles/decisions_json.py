"""The JSON form of a decisions file as lines with cells, so that it is judged as a table is."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from depotklaar.errors import Problem, ProfileError
from depotklaar.language import Text
from depotklaar.profiles.decisions_columns import COLUMNS, NUMBERS, REQUIRED, SCHEMA
from depotklaar.profiles.decisions_line import Line
from depotklaar.profiles.fault import fault_of_file, quoted, suggestion

_BOM = b"\xef\xbb\xbf"
_AS_WRITTEN = Text(
    "Houd de vorm van het bestand dat depotklaar schreef.", "Keep the form of the file that depotklaar wrote."
)
_HEAD = ("schema", "aanlevering", "gemaakt_op", "besluiten")


def is_json(raw: bytes, file: str) -> bool:
    """Whether the file is meant as JSON: it begins as an object does, or is named so."""
    return raw[:100].removeprefix(_BOM).lstrip().startswith(b"{") or file.lower().endswith(".json")


def json_lines(raw: bytes, file: str) -> tuple[list[Line], list[Problem]]:
    """The lines of the file and everything that is wrong with its build. ProfileError when it is no JSON of this kind.

    A null counts as an empty cell, and a key that a decision does not need may be left out.
    """
    entries = _entries(_parsed(raw, file), file)
    lines: list[Line] = []
    problems: list[Problem] = []
    for number, entry in enumerate(entries, 1):
        place = f"{file}, besluit {number}"
        found = list(_entry_problems(place, entry))
        problems += found
        if not found:
            cells = {name: str(value) for name, value in entry.items() if value is not None}
            lines.append(Line(place=place, cells=cells))
    return lines, problems


class _TwiceError(ValueError):
    """A key that occurs twice in one object."""


def _parsed(raw: bytes, file: str) -> Any:
    try:
        text_of_file = raw.decode("utf-8-sig")
    except ValueError as error:
        text = Text("Dit is geen JSON in UTF-8.", "This is no JSON in UTF-8.")
        hint = Text("Bewaar het bestand met codering UTF-8.", "Save the file with encoding UTF-8.")
        raise fault_of_file(file, text, hint) from error
    return _loaded(text_of_file, file)


def _loaded(raw: str, file: str) -> Any:
    try:
        return json.loads(raw, object_pairs_hook=_once)
    except _TwiceError as error:
        text = Text("Sleutel {key} staat er twee keer.", "Key {key} occurs twice.").fill(key=quoted(error.args[0]))
        raise fault_of_file(file, text, Text("Haal een van de twee weg.", "Take one of the two away.")) from error
    except json.JSONDecodeError as error:
        text = Text("Dit is geen geldige JSON.", "This is no valid JSON.")
        hint = Text("Kijk bij teken {column} van deze regel.", "Look at character {column} of this line.")
        raise fault_of_file(f"{file}, regel {error.lineno}", text, hint.fill(column=error.colno)) from error
    except RecursionError as error:
        text = Text("Deze JSON is te diep genest.", "This JSON is nested too deeply.")
        raise fault_of_file(file, text, _AS_WRITTEN) from error
    except ValueError as error:
        text = Text("In deze JSON staat een te groot getal.", "This JSON holds a number that is too large.")
        raise fault_of_file(file, text, _AS_WRITTEN) from error


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        raise _TwiceError(next(name for name in names if names.count(name) > 1))
    return found


def _entries(data: Any, file: str) -> list[Any]:
    kind = data.get("schema") if isinstance(data, dict) else None
    if kind != SCHEMA:
        raise fault_of_file(
            file,
            Text("Dit is geen besluitenbestand van depotklaar.", "This is no decisions file of depotklaar."),
            Text('Verwacht is "schema": "{kind}".', 'Expected is "schema": "{kind}".').fill(kind=SCHEMA),
        )
    unknown = [_unknown(file, name, _HEAD) for name in data if name not in _HEAD]
    if unknown:
        raise ProfileError(unknown)
    entries = data.get("besluiten")
    if not isinstance(entries, list):
        raise fault_of_file(
            file,
            Text("De lijst besluiten ontbreekt.", "The list besluiten is missing."),
            Text('Verwacht is "besluiten": [ … ].', 'Expected is "besluiten": [ … ].'),
        )
    return entries


def _entry_problems(place: str, entry: Any) -> Iterator[Problem]:
    if not isinstance(entry, Mapping):
        text = Text("Dit besluit is geen object.", "This decision is no object.")
        yield Problem(place=place, text=text, hint=Text("Verwacht is { … }.", "Expected is { … }."))
        return
    for name, value in entry.items():
        if name not in COLUMNS:
            yield _unknown(place, name, COLUMNS)
        elif value is not None and (isinstance(value, bool) or not isinstance(value, int if name in NUMBERS else str)):
            yield _wrong_kind(place, name)
    for name in ("archiefstuk", "inhoud"):
        if name not in entry:
            yield _missing(place, name)


def _unknown(place: str, name: str, known: tuple[str, ...]) -> Problem:
    text = Text("Sleutel {name} is onbekend.", "Key {name} is unknown.").fill(name=quoted(name))
    return Problem(place=place, text=text, hint=suggestion(name, known))


def _missing(place: str, name: str) -> Problem:
    text = Text("Sleutel {name} ontbreekt.", "Key {name} is missing.").fill(name=quoted(name))
    hint = Text("Neem de sleutels over van: {names}.", "Take over the keys: {names}.").fill(names=", ".join(REQUIRED))
    return Problem(place=place, text=text, hint=hint)


def _wrong_kind(place: str, name: str) -> Problem:
    wanted = Text("een geheel getal", "a whole number") if name in NUMBERS else Text("tekst", "text")
    text = Text(f"Verwacht is {wanted.nl}.", f"Expected is {wanted.en}.")
    hint = Text("Zet tekst en datums tussen aanhalingstekens.", "Put texts and dates between quotation marks.")
    return Problem(place=f"{place}, {name}", text=text, hint=hint)

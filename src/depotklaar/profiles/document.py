"""A TOML file that follows one of our schemas, read with every fault found at once."""

import datetime as dt
import hashlib
import json
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from depotklaar import resources
from depotklaar.errors import ProfileError
from depotklaar.language import Text
from depotklaar.profiles.fault import Fault, KeyPath, fault_of_file
from depotklaar.profiles.schema import schema_faults
from depotklaar.profiles.syntax import syntax_fault

FILL_IN = "INVULLEN"

_MAX_BYTES = 4 << 20
_MAX_DEPTH = 16
_LONG_KEY = re.compile(r"(?<![\w\-\"'])(?:[\w\-\"']++[ \t]*+\.[ \t]*+){32}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A TOML file in memory, dates as ISO texts. Where there are `faults` against its schema, `data` has any shape."""

    file: str
    sha256: str
    data: Mapping[str, Any]
    faults: tuple[Fault, ...]
    order: Mapping[str, int]

    def sorted(self, faults: Iterable[Fault]) -> list[Fault]:
        """The faults by table in the order of the schema, and within a list by position."""
        return sorted(faults, key=lambda fault: _rank(fault.path, self.order))


def read_document(path: Path, schema: str) -> Document:
    """Read a file and hold it against `schemas/<schema>.schema.json`. ProfileError when it is no readable TOML."""
    return document_of(_bytes_of(path), str(path), schema)


def document_of(raw: bytes, file: str, schema: str) -> Document:
    """As `read_document`, of bytes that were read elsewhere; `file` is how the problems name it."""
    data = _parsed(raw, file)
    rules = json.loads(resources.read_schema(f"{schema}.schema.json"))
    if _of_another_kind(data, rules):
        data = {"schema": data["schema"]}
        rules = {**rules, "required": ["schema"]}
    unfilled = tuple(_unfilled(data, ()))
    marked = {fault.path for fault in unfilled}
    faults = [fault for fault in schema_faults(data, rules) if not _under(fault.path, marked)]
    order = {name: rank for rank, name in enumerate(rules["properties"])}
    return Document(
        file=file,
        sha256=hashlib.sha256(raw).hexdigest(),
        data=data,
        faults=(*faults, *unfilled),
        order=order,
    )


def _of_another_kind(data: Mapping[str, Any], rules: Mapping[str, Any]) -> bool:
    kind = data.get("schema")
    return isinstance(kind, str) and kind.startswith("depotklaar-") and kind != rules["properties"]["schema"]["const"]


def _bytes_of(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            raw = stream.read(_MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise fault_of_file(str(path), *_unreadable(error)) from error
    return raw


def _unreadable(error: Exception) -> tuple[Text, Text]:
    if isinstance(error, FileNotFoundError):
        return (
            Text("Dit bestand bestaat niet.", "This file does not exist."),
            Text("Controleer de naam en de map.", "Check the name and the folder."),
        )
    if isinstance(error, IsADirectoryError):
        return (
            Text("Dit is een map, geen bestand.", "This is a folder, not a file."),
            Text("Geef het TOML-bestand in die map op.", "Name the TOML file in that folder."),
        )
    return (
        Text("Dit bestand is niet te lezen.", "This file cannot be read."),
        Text("Controleer de naam en uw rechten op het bestand.", "Check the name and your rights to the file."),
    )


def _parsed(raw: bytes, file: str) -> dict[str, Any]:
    text = _decoded(raw, file)
    try:
        data = tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise ProfileError(syntax_fault(str(error), text, file)) from error
    except (RecursionError, ValueError) as error:
        raise _too_much(file) from error
    if _depth(data) > _MAX_DEPTH:
        raise _too_much(file)
    plain: dict[str, Any] = _with_iso_dates(data)
    return plain


def _decoded(raw: bytes, file: str) -> str:
    if len(raw) > _MAX_BYTES:
        raise _too_much(file)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise fault_of_file(
            f"{file}, regel {line}",
            Text("Hier staat een teken dat geen UTF-8 is.", "There is a character here that is not UTF-8."),
            Text("Bewaar het bestand met codering UTF-8.", "Save the file with encoding UTF-8."),
        ) from error
    if _LONG_KEY.search(text):
        raise _too_much(file)
    return text


def _too_much(file: str) -> ProfileError:
    return fault_of_file(
        file,
        Text("Dit bestand is te groot of te diep genest.", "This file is too large or nested too deeply."),
        Text("Controleer of dit het juiste bestand is.", "Check whether this is the right file."),
    )


def _depth(data: dict[str, Any]) -> int:
    depth = 0
    level: list[dict[str, Any] | list[Any]] = [data]
    while level and depth <= _MAX_DEPTH:
        children = [child for part in level for child in (part.values() if isinstance(part, dict) else part)]
        level = [child for child in children if isinstance(child, dict | list)]
        depth += 1
    return depth


def _with_iso_dates(value: Any) -> Any:
    match value:
        case dict():
            return {key: _with_iso_dates(child) for key, child in value.items()}
        case list():
            return [_with_iso_dates(child) for child in value]
        case dt.date() | dt.time():
            return value.isoformat()
        case _:
            return value


def _unfilled(value: Any, path: KeyPath) -> Iterator[Fault]:
    if isinstance(value, dict):
        for key, child in value.items():
            yield from _unfilled(child, (*path, key))
    elif isinstance(value, list):
        for index, child in enumerate(value):
            yield from _unfilled(child, (*path, index))
    elif isinstance(value, str) and FILL_IN in value:
        yield Fault(
            path=path,
            text=Text("moet nog worden ingevuld.", "must still be filled in."),
            hint=Text('Vervang "{mark}" door de juiste waarde.', 'Replace "{mark}" by the right value.').fill(
                mark=FILL_IN
            ),
        )


def _under(path: KeyPath, marked: set[KeyPath]) -> bool:
    return any(path[:length] in marked for length in range(len(path) + 1))


def _rank(path: KeyPath, order: Mapping[str, int]) -> tuple[int, int]:
    table = order.get(str(path[0]), len(order)) if path else -1
    return table, next((part for part in path[1:3] if isinstance(part, int)), -1)

"""Explains everything that is wrong with one record, by the JSON Schema; asked only when a record was refused."""

import difflib
import json
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Any

from depotklaar.language import Text
from depotklaar.standards.conversation import sentences as say
from depotklaar.standards.conversation.faults import Fault, shown
from depotklaar.standards.conversation.forms import CLOCK, DAY, KINDS

_PYTHON_TYPES: tuple[tuple[type, str], ...] = (
    (bool, "boolean"),
    (int, "integer"),
    (float, "number"),
    (str, "string"),
    (list, "array"),
    (dict, "object"),
    (type(None), "null"),
)
_FORM_OF_FIELD = {
    "sha256": "sha256",
    "raw_sha256": "sha256",
    "path": "path",
    "local": "local",
    "utc": "utc",
    "utc_candidates": "utc",
    "offset": "offset",
}
_LOCAL = re.compile(rf"^{DAY}(T{CLOCK})?$(?!\n)")
_LIMITS = {
    "minimum": say.TOO_SMALL,
    "maximum": say.TOO_LARGE,
    "minLength": say.TOO_SHORT,
    "maxLength": say.TOO_LONG,
}


class Explainer:
    """Holds the conversation's JSON Schema, which is read and compiled when the first record has to be explained."""

    def __init__(self, schema: bytes) -> None:
        self._schema = schema

    def faults(self, values: object) -> Iterator[Fault]:
        """Give every fault of one record (as a JSON reader gives it) that the schema knows of."""
        if not isinstance(values, dict):
            yield Fault("", say.SYNTAX["object"], say.ADVICE)
        elif values.get("record") not in tuple(KINDS):
            yield Fault("record", say.KIND_MISSING, _suggestion(values.get("record"), KINDS))
        else:
            seen: set[tuple[str, str]] = set()
            for error in self._validators[values["record"]].iter_errors(values):
                for fault in _faults_of(error):
                    if (fault.path, fault.text.en) not in seen:
                        seen.add((fault.path, fault.text.en))
                        yield fault

    @cached_property
    def _validators(self) -> dict[str, Any]:
        from jsonschema import Draft202012Validator
        from jsonschema.validators import extend

        schema = json.loads(self._schema)
        checker = Draft202012Validator.TYPE_CHECKER.redefine(
            "integer", lambda _, value: isinstance(value, int) and not isinstance(value, bool)
        )
        strict = extend(Draft202012Validator, type_checker=checker)  # type: ignore[no-untyped-call]
        common = {"$id": schema["$id"], "$defs": schema["$defs"]}
        return {kind: strict({**common, "$ref": f"#/$defs/{kind}"}) for kind in KINDS}


def path_of(parts: Iterable[str | int]) -> str:
    """Return the path to a field as users write it: `occurrences[0].raw`. Keys that may be a text are not shown."""
    path = ""
    for part in parts:
        path += f"[{part}]" if isinstance(part, int) else f".{shown(part) or '?'}"
    return path.removeprefix(".")


def _faults_of(error: Any) -> Iterator[Fault]:
    path = path_of(error.absolute_path)
    keyword = error.validator
    if keyword in _BY_KEYWORD:
        yield from _BY_KEYWORD[keyword](error, path)
    elif keyword in _LIMITS:
        yield Fault(path, _LIMITS[keyword].fill(limit=error.validator_value), say.ADVICE)
    else:
        yield Fault(path, say.SYNTAX["refused"], say.ADVICE)


def _unknown_keys(error: Any, path: str) -> Iterator[Fault]:
    known = error.schema["properties"]
    for key in error.instance:
        if key not in known:
            yield Fault(_beneath(path, shown(key) or "?"), say.UNKNOWN_KEY, _suggestion(key, known))


def _missing_keys(error: Any, path: str) -> Iterator[Fault]:
    for key in error.validator_value:
        if key not in error.instance:
            yield Fault(_beneath(path, key), say.MISSING, say.ADVICE)


def _wrong_type(error: Any, path: str) -> Iterator[Fault]:
    if error.instance is None:
        yield Fault(path, say.NULL, say.NULL_HINT)
        return
    found = say.TYPES[next(name for kind, name in _PYTHON_TYPES if isinstance(error.instance, kind))]
    expected = say.TYPES[error.validator_value]
    nl = say.WRONG_TYPE.nl.format(found=found.nl, expected=expected.nl)
    yield Fault(path, Text(nl, say.WRONG_TYPE.en.format(found=found.en, expected=expected.en)), say.ADVICE)


def _not_allowed(error: Any, path: str) -> Iterator[Fault]:
    if error.instance is None:
        yield Fault(path, say.NULL, say.NULL_HINT)
        return
    allowed = error.validator_value if error.validator == "enum" else [error.validator_value]
    yield Fault(path, say.NOT_ALLOWED.fill(found=_found(error.instance)), _suggestion(error.instance, allowed))


def _wrong_form(error: Any, path: str) -> Iterator[Fault]:
    field = next((part for part in reversed(error.absolute_path) if isinstance(part, str)), "")
    form = _FORM_OF_FIELD.get(field)
    if "then" in error.absolute_schema_path:
        if _LOCAL.match(error.instance):
            yield Fault(path, say.OTHER_PRECISION, say.PRECISION_HINT)
        return
    if form is None:
        form = "moment" if "T" in error.validator_value else "day"
    yield Fault(path, say.WRONG_FORM.fill(found=_found(error.instance)), say.FORMS[form])


def _only_present(error: Any, path: str) -> Iterator[Fault]:
    yield Fault(path, say.ONLY_PRESENT, say.ADVICE)


def _beneath(path: str, key: str) -> str:
    return f"{path}.{key}" if path else key


def _found(value: object) -> str:
    text = shown(value)
    return f" ({text})" if text else ""


def _suggestion(found: object, allowed: Iterable[str]) -> Text:
    names = list(allowed)
    near = difflib.get_close_matches(found, names, n=1) if isinstance(found, str) and len(found) <= 100 else []
    if near:
        return say.NEAREST.fill(near=near[0])
    return say.ALLOWED.fill(allowed=", ".join(sorted(names)))


_BY_KEYWORD: dict[str, Callable[[Any, str], Iterator[Fault]]] = {
    "additionalProperties": _unknown_keys,
    "required": _missing_keys,
    "type": _wrong_type,
    "enum": _not_allowed,
    "const": _not_allowed,
    "pattern": _wrong_form,
    "not": _only_present,
}

"""Holds data against one of our JSON Schemas and tells every fault in sentences of our own."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker, ValidationError
from jsonschema.protocols import Validator
from jsonschema.validators import extend

from depotklaar.language import Text
from depotklaar.profiles.fault import Fault, nearest
from depotklaar.profiles.sentences import SENTENCES, Breach

Rules = Mapping[str, Any]

_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def schema_faults(data: Mapping[str, Any], rules: Rules) -> list[Fault]:
    """Return every fault of `data` (plain values, dates as ISO text) against a JSON Schema 2020-12 of ours."""
    checker = FormatChecker(formats=())
    checker.checks("date")(_is_date)
    checker.checks("regex")(_is_regex)
    validator = _Validator(rules, format_checker=checker)
    homes = _homes(rules)
    faults = [fault for error in validator.iter_errors(data) for fault in _faults_of(_breach_of(error), homes)]
    return list({(fault.path, fault.text): fault for fault in faults}.values())


def _pattern(_: Any, pattern: str, instance: Any, __: Any) -> Iterator[ValidationError]:
    # Python's `$` also matches before a final line end; that of JSON Schema does not.
    strict = pattern[:-1] + r"\Z" if pattern.endswith("$") else pattern
    if isinstance(instance, str) and not re.search(strict, instance):
        yield ValidationError("pattern")


_Validator: type[Validator] = extend(Draft202012Validator, {"pattern": _pattern})  # type: ignore[no-untyped-call]


def _is_date(value: object) -> bool:
    if not isinstance(value, str):
        return True
    try:
        return bool(_ISO_DATE.fullmatch(value)) and bool(dt.date.fromisoformat(value))
    except ValueError:
        return False


def _is_regex(value: object) -> bool:
    try:
        return not isinstance(value, str) or bool(re.compile(value))
    except (re.error, RecursionError, OverflowError):
        return False


def _breach_of(error: ValidationError) -> Breach:
    rules = error.schema if isinstance(error.schema, Mapping) else {}
    return Breach(
        path=tuple(error.absolute_path),
        keyword=str(error.validator),
        wanted=error.validator_value,
        found=error.instance,
        rules=rules,
    )


def _faults_of(breach: Breach, homes: Mapping[str, tuple[str, ...]]) -> Iterator[Fault]:
    if breach.keyword == "additionalProperties":
        yield from _unknown_keys(breach, homes)
    elif breach.keyword in ("required", "dependentRequired"):
        yield from _missing_keys(breach, homes)
    else:
        text, hint = SENTENCES[breach.keyword](breach)
        yield Fault(path=(*breach.path, *_unwanted(breach)), text=text, hint=hint)


def _unwanted(breach: Breach) -> tuple[str, ...]:
    """The one key that must not be there, where the rule is about one key."""
    keys = breach.wanted.get("required", ()) if breach.keyword == "not" else ()
    return tuple(keys) if len(keys) == 1 else ()


def _homes(rules: Rules) -> dict[str, tuple[str, ...]]:
    """Where each key of the schema belongs: key to the tables that know it."""
    found: dict[str, tuple[str, ...]] = {}
    for table, double, known in _tables(rules):
        for key in known:
            found[key] = (*found.get(key, ()), f"[[{table}]]" if double else f"[{table}]")
    return found


def _tables(rules: Rules) -> Iterator[tuple[str, bool, Rules]]:
    """Each table of the schema with its keys, and whether it stands in double brackets; also the rules in a table."""
    shared = rules.get("$defs", {})
    for table, part in rules["properties"].items():
        double = part.get("type") == "array"
        inner = part["items"] if double and "properties" in part["items"] else shared.get(table, part)
        yield table, double, inner.get("properties", {})
        if f"{table}.regel" in shared:
            yield f"{table}.regel", True, shared[f"{table}.regel"]["properties"]


def _unknown_keys(breach: Breach, homes: Mapping[str, tuple[str, ...]]) -> Iterator[Fault]:
    known = breach.rules["properties"]
    for key in breach.found:
        if key not in known:
            yield Fault(
                path=(*breach.path, key),
                text=Text("Deze sleutel bestaat hier niet.", "There is no such key here."),
                hint=_key_hint(key, [name for name in known if name not in breach.found], homes),
            )


def _key_hint(key: str, free: list[str], homes: Mapping[str, tuple[str, ...]]) -> Text:
    if key in homes:
        places = " / ".join(homes[key])
        return Text("Deze sleutel hoort onder {places}.", "This key belongs under {places}.").fill(places=places)
    near = nearest(key, free)
    if near is not None:
        return Text("Bedoelde u {near}?", "Did you mean {near}?").fill(near=near)
    return Text("Haal de regel weg.", "Take the line away.")


def _missing_keys(breach: Breach, homes: Mapping[str, tuple[str, ...]]) -> Iterator[Fault]:
    known = breach.rules.get("properties", {})
    free = [name for name in known if name not in breach.found]
    misspelt = {nearest(key, free) for key in breach.found if known and key not in known and key not in homes}
    for key in _missing(breach):
        if key not in misspelt:
            about = known.get(key, {}).get("description", "")
            yield Fault(
                path=(*breach.path, key),
                text=Text("Deze sleutel ontbreekt.", "This key is missing."),
                hint=Text(f"Voeg hem toe. {about}".rstrip(), "Add it."),
            )


def _missing(breach: Breach) -> list[str]:
    if breach.keyword == "required":
        return [key for key in breach.wanted if key not in breach.found]
    wanted = (key for present, keys in breach.wanted.items() if present in breach.found for key in keys)
    return [key for key in wanted if key not in breach.found]

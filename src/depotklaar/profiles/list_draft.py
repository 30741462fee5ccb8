"""The text of a selection list as our TOML: the same list always gives the same text, and reading it gives the list."""

import dataclasses
import datetime as dt
from collections.abc import Iterator

from depotklaar.model.selectielijst import Deel, Selectielijst, SelectionEntry
from depotklaar.profiles.draft import toml_string
from depotklaar.profiles.list_rules import SELECTION_SCHEMA

_HEAD = "# Een selectielijst voor depotklaar. Alle sleutels staan uitgelegd in docs/selectielijsten.md."
_FICTIONAL = "# VERZONNEN: deze lijst is niet vastgesteld en dient niet voor een echte aanlevering."
_ADVICE = "# Een gepubliceerd ADVIES, geen vastgestelde lijst."
_NO_VALIDITY = "# Wanneer deze lijst geldt, is niet vastgesteld: vul geldig_van en geldig_tot in als u dat weet."
_PERSON = "# Regels met complex zijn niet als één waardering te lezen: een mens beslist daar."


def selection_list_text(lijst: Selectielijst) -> str:
    """Return the list as TOML that `read_selection_list` reads back as it was; `sha256` of the list is not written.

    ValueError when a text of the list cannot be written in TOML (a lone surrogate).
    """
    lines = [*_captions(lijst), f"schema = {toml_string(f'depotklaar-{SELECTION_SCHEMA}')}", "", *_head(lijst)]
    for entry in lijst.entries:
        lines += ["", "[[categorie]]", *_pairs(entry)]
        for part in entry.delen:
            lines += ["", "[[categorie.delen]]", *_part(part)]
    return "\n".join(lines) + "\n"


def _captions(lijst: Selectielijst) -> Iterator[str]:
    yield _HEAD
    if lijst.fictional:
        yield _FICTIONAL
    if lijst.advice:
        yield _ADVICE
    if lijst.valid_from is None and lijst.valid_until is None:
        yield _NO_VALIDITY
    if any(entry.complex for entry in lijst.entries):
        yield _PERSON


def _head(lijst: Selectielijst) -> Iterator[str]:
    yield "[selectielijst]"
    values: dict[str, object] = {
        "naam": lijst.name,
        "titel": lijst.title,
        "versie": lijst.version,
        "vindplaats": lijst.reference,
        "organisatie": lijst.organisation,
        "geldig_van": lijst.valid_from,
        "geldig_tot": lijst.valid_until,
        "fictief": lijst.fictional,
        "advies": lijst.advice,
        "besluit": lijst.decision,
        "bron": lijst.source,
        "vervangt": lijst.vervangt,
        "opvolger": lijst.opvolger,
        "gesloten_op": lijst.gesloten_op,
    }
    yield from (f"{key} = {_value(value)}" for key, value in values.items() if _is_said(value))


def _pairs(entry: SelectionEntry) -> Iterator[str]:
    for field in dataclasses.fields(entry):
        value = getattr(entry, field.name)
        if field.name != "delen" and _is_said(value):
            yield f"{field.name} = {_value(value)}"


def _part(part: Deel) -> Iterator[str]:
    yield f"naam = {_value(part.naam)}"
    for field in dataclasses.fields(part):
        value = getattr(part, field.name)
        if field.name != "naam" and _is_said(value):
            yield f"{field.name} = {_value(value)}"


def _is_said(value: object) -> bool:
    return value is not None and value is not False and value != ()


def _value(value: object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case int() | dt.date():
            return str(value)
        case tuple():
            return f"[{', '.join(map(_value, value))}]"
        case _:
            return toml_string(str(value))

"""The columns of an archivist's own table, and what a cell says: dates, terms, yes and no, and several texts in one."""

import dataclasses
import datetime as dt
import re

from depotklaar.model.selectielijst import SelectionEntry

PART_COLUMN = "deel"
COLUMNS = (
    *(field.name for field in dataclasses.fields(SelectionEntry) if field.name != "delen"),
    PART_COLUMN,
)
HEAD_KEYS = (
    "naam",
    "titel",
    "versie",
    "vindplaats",
    "organisatie",
    "geldig_van",
    "geldig_tot",
    "fictief",
    "advies",
    "besluit",
    "bron",
    "vervangt",
    "opvolger",
    "gesloten_op",
)

_DATES = {"geldig_van", "geldig_tot", "gesloten_op"}
_TERMS = {"bewaartermijn", "termijn_van", "termijn_tot"}
TRUTHS = {"vervallen", "fictief", "advies"}
_SEVERAL = {"complex", "criteria", "vervangt"}
_YES, _NO = {"ja", "true", "waar", "1", "x"}, {"nee", "false", "onwaar", "0"}
_DUTCH_DATE = re.compile(r"(\d{1,2})[-/](\d{1,2})[-/](\d{4})")
_WORDED_TERM = re.compile(r"(\d{1,4}) (jaar|maanden|maand|dagen|dag)")
_UNITS = {"jaar": "Y", "maanden": "M", "maand": "M", "dagen": "D", "dag": "D"}


def value_of(column: str, cell: str) -> object:
    """What a filled cell says in the form that TOML has for it; a cell that does not say so comes back as its text.

    Several texts stand apart by `;` (of codes and numbers also by `,`). `10 jaar` is P10Y, `31-12-2020` is 2020-12-31.
    """
    text = cell.strip()
    if column in _DATES:
        return _date(text)
    if column in _TERMS:
        match = _WORDED_TERM.fullmatch(text.lower())
        return f"P{int(match[1])}{_UNITS[match[2]]}" if match else text
    if column in TRUTHS:
        return _truth(text)
    if column in _SEVERAL:
        parts = re.split(";" if column == "vervangt" else "[;,]", text)
        return [part.strip() for part in parts if part.strip()]
    if column == "waardering":
        return text.upper() if text.upper() in ("B", "V") else text
    if column == "regel" and re.fullmatch(r"[0-9]{1,9}", text):
        return int(text)
    return text


def _date(text: str) -> str:
    match = _DUTCH_DATE.fullmatch(text)
    if match is None:
        return text
    try:
        return dt.date(int(match[3]), int(match[2]), int(match[1])).isoformat()
    except ValueError:
        return text


def _truth(text: str) -> bool | str:
    lower = text.lower()
    return True if lower in _YES else False if lower in _NO else text

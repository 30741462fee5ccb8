"""The tables of a delivery file as they were parsed, of whatever shape: what has the wrong shape is passed over."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from depotklaar.profiles.fault import KeyPath

Data = Mapping[str, Any]
Row = tuple[KeyPath, Mapping[str, Any]]


def rows(data: Data, name: str) -> list[Row]:
    """The tables under a name with their places, one table or a list of them; `waardering.regel` are tables in tables.

    Empty when there are none.
    """
    table, _, inner = name.partition(".")
    found = _tables((table,), data.get(table))
    return [row for path, part in found for row in _tables((*path, inner), part.get(inner))] if inner else found


def _tables(path: KeyPath, part: object) -> list[Row]:
    if isinstance(part, dict):
        return [(path, part)]
    if isinstance(part, list):
        return [((*path, index), row) for index, row in enumerate(part) if isinstance(row, dict)]
    return []


def day_of(value: object) -> dt.date | None:
    """The day that an ISO text is, or None."""
    try:
        return dt.date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def text_of(row: Mapping[str, Any], key: str) -> str | None:
    """The text under a key, or None when it is absent, blank or no text."""
    value = row.get(key)
    return value if isinstance(value, str) and value.strip() else None


def texts_of(row: Mapping[str, Any], key: str) -> list[tuple[KeyPath, str]]:
    """The texts under a key with their places in the row, whether it holds one text or a list of them."""
    value = row.get(key)
    if isinstance(value, list):
        return [((key, index), text) for index, text in enumerate(value) if isinstance(text, str) and text.strip()]
    return [((key,), value)] if isinstance(value, str) and value.strip() else []

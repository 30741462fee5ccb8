"""Inspects one record by itself: fast when it is canonical and sound, and with every fault explained when it is not."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NoReturn

import msgspec

from depotklaar.model.conversation import Attachment
from depotklaar.model.record import Record
from depotklaar.standards.conversation import sentences as say
from depotklaar.standards.conversation.explanation import Explainer, path_of
from depotklaar.standards.conversation.faults import Fault
from depotklaar.standards.conversation.forms import (
    decode_form,
    encode_form,
    form_of_values,
    record_of,
)
from depotklaar.standards.conversation.moments import contradicting_times, has_real_times, parts_of, unreal_days


@dataclass(frozen=True, slots=True)
class Inspected:
    """A record with its canonical line, or, when there are faults, what could still be read of it."""

    record: Record | None
    line: bytes
    values: dict[str, Any]
    faults: tuple[Fault, ...] = ()


class _TwiceGiven(dict[str, Any]):
    """An object in which a key stands more than once."""

    doubled: tuple[str, ...] = ()


def read_sound(line: bytes) -> Record | None:
    """Return the record of a line that is canonical and sound by itself, or None when `inspect` has to look at it.

    A line that is equal to what its record is written as has no unknown, double, null or default value.
    """
    try:
        form = decode_form(line)
        if encode_form(form) != line:
            return None
    except (ValueError, RecursionError):
        return None
    record = record_of(form)
    return record if _is_whole(record) and has_real_times(record) else None


def inspect(line: bytes, explainer: Explainer, *, is_cut: bool = False) -> Inspected:
    """Read one record with everything that is wrong with it by itself. White space and order of keys are free.

    `is_cut` tells that the file ended right after it, so that a record that breaks off can be called that.
    """
    try:
        text = line.decode("utf-8")
        values = json.loads(text, object_pairs_hook=_collect, parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        return Inspected(None, line, {}, (_syntax_fault(error, is_cut),))
    record = _record_of(values) if _is_plain(values) else None
    if record is not None:
        return Inspected(record, encode_form(form_of_values(values)), values)
    faults = [*_doubled(values, ()), *explainer.faults(values)]
    faults += [Fault(path_of(path), say.CALENDAR, say.ADVICE) for path in unreal_days(values)]
    faults += [
        Fault(f"{path_of(path)}.{field}", text, say.AGREE_HINT) for path, field, text in contradicting_times(values)
    ]
    faults = faults or [Fault("", say.SYNTAX["refused"], say.ADVICE)]
    return Inspected(None, line, values if isinstance(values, dict) else {}, tuple(faults))


def _record_of(values: object) -> Record | None:
    """Return the record when the strict types allow it and its days exist; null and double keys do not show here."""
    try:
        record = record_of(form_of_values(values))
    except (msgspec.ValidationError, RecursionError):
        return None
    return record if _is_whole(record) and has_real_times(record) else None


def _is_whole(record: Record) -> bool:
    """Whether the one rule of the schema that types cannot say is kept: path, size and sha256 of an attachment."""
    if type(record) is not Attachment:
        return True
    given = [value is not None for value in (record.path, record.size, record.sha256)]
    return given[0] if record.presence == "present" else not any(given)


def _collect(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    values = dict(pairs)
    if len(values) == len(pairs):
        return values
    marked = _TwiceGiven(values)
    keys = [key for key, _ in pairs]
    marked.doubled = tuple(key for key in values if keys.count(key) > 1)
    return marked


def _is_plain(values: object) -> bool:
    """Whether no key is given twice and none is null, which the strict types would let pass."""
    if isinstance(values, dict):
        return not isinstance(values, _TwiceGiven) and all(_is_plain(part) for part in values.values())
    return all(_is_plain(part) for part in values) if isinstance(values, list) else values is not None


def _doubled(values: object, path: tuple[str | int, ...]) -> Iterator[Fault]:
    if isinstance(values, _TwiceGiven):
        for twice in values.doubled:
            yield Fault(path_of((*path, twice)), say.SYNTAX["double"], say.SYNTAX_HINTS["double"])
    for key, part in parts_of(values):
        yield from _doubled(part, (*path, key))


def _refuse_constant(name: str) -> NoReturn:
    raise _NumberError(name)


class _NumberError(ValueError):
    """A number that JSON does not have."""


def _syntax_fault(error: Exception, is_cut: bool) -> Fault:
    if is_cut and isinstance(error, (UnicodeDecodeError, json.JSONDecodeError)):
        return Fault("", say.SYNTAX["cut"], say.SYNTAX_HINTS["cut"])
    if isinstance(error, UnicodeDecodeError):
        return Fault("", say.SYNTAX["utf8"].fill(at=error.start + 1), say.SYNTAX_HINTS["utf8"])
    if isinstance(error, json.JSONDecodeError):
        return Fault("", say.SYNTAX["json"].fill(at=error.pos + 1), say.ADVICE)
    return Fault("", say.SYNTAX["deep" if isinstance(error, RecursionError) else "number"], say.ADVICE)

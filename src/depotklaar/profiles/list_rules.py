"""What must hold within a selection list beyond the shape of its file, told as faults with a place and a hint."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from depotklaar import resources
from depotklaar.language import Text
from depotklaar.model.duration import is_longer, parse_duration
from depotklaar.profiles.fault import Fault, KeyPath, quoted
from depotklaar.profiles.schema import schema_faults

SELECTION_SCHEMA = "selectielijst-1"

_OWN_VALUE = ("waardering", "bewaartermijn", "termijn_van", "termijn_tot")
_MISSING = Text("Deze sleutel ontbreekt.", "This key is missing.")
_GIVE_VALUE = Text(
    "Voeg B of V toe, of zeg met vervallen, delen of complex waarom er geen is.",
    "Add B or V, or say with vervallen, delen or complex why there is none.",
)
_NOT_WITH = Text("{key} kan hier niet: {reason}.", "{key} is not possible here: {reason}.")
_TAKE_AWAY = Text("Haal de regel weg.", "Take the line away.")
_WITHDRAWN = Text("de categorie is vervallen", "the category is withdrawn")
_IN_PARTS = Text("elk deel heeft een eigen waardering", "each part has a value of its own")
_TO_CHOOSE = Text("het geldt alleen bij V zonder bewaartermijn", "it is only for V without bewaartermijn")
_NO_VALUE = Text("er is geen waardering V", "there is no value V")
_TWICE = Text("{value} staat er twee keer.", "{value} is there twice.")
_OWN_KEY = Text(
    "Geef elke regel een eigen code, of maak verschil met actor, geldig_van of regel.",
    "Give each line a code of its own, or tell them apart by actor, geldig_van or regel.",
)
_OWN_NAME = Text("Geef elk deel een eigen naam.", "Give each part a name of its own.")
_BACKWARD = Text("De laatste dag ligt vóór de eerste.", "The last day is before the first.")
_SWAP = Text("Verwissel of verbeter {first} en {last}.", "Swap or correct {first} and {last}.")
_SHORTER = Text("De langste termijn is korter dan de kortste.", "The longest term is shorter than the shortest.")


def faults_of_list(data: Mapping[str, Any]) -> list[Fault]:
    """Return every fault of a selection list as plain values, dates as ISO text: its shape and what must hold in it."""
    rules = json.loads(resources.read_schema(f"{SELECTION_SCHEMA}.schema.json"))
    return [*schema_faults(data, rules), *inner_faults(data)]


def inner_faults(data: Mapping[str, Any]) -> Iterator[Fault]:
    """Yield what does not agree within the list; `data` may have any shape."""
    head = data.get("selectielijst")
    if isinstance(head, dict):
        yield from _backward(head, "geldig_van", "geldig_tot", ("selectielijst",))
    rows = data.get("categorie")
    rows = rows if isinstance(rows, list) else []
    yield from _repeated(rows)
    for index, row in enumerate(rows):
        if isinstance(row, dict):
            yield from _category_faults(row, ("categorie", index))


def _repeated(rows: list[Any]) -> Iterator[Fault]:
    seen: set[str] = set()
    for index, row in enumerate(rows):
        if not isinstance(row, dict) or not isinstance(row.get("code"), str):
            continue
        key = repr([row.get(name) for name in ("code", "actor", "geldig_van", "regel")])
        if key in seen:
            yield Fault(path=("categorie", index, "code"), text=_TWICE.fill(value=quoted(row["code"])), hint=_OWN_KEY)
        seen.add(key)


def _category_faults(row: Mapping[str, Any], path: KeyPath) -> Iterator[Fault]:
    if row.get("vervallen") is True:
        yield from _not_here(row, (*_OWN_VALUE, "delen"), path, _WITHDRAWN)
    elif "delen" in row:
        yield from _not_here(row, _OWN_VALUE, path, _IN_PARTS)
    elif "waardering" not in row and "complex" not in row:
        yield Fault(path=(*path, "waardering"), text=_MISSING, hint=_GIVE_VALUE)
    elif "waardering" not in row:
        yield from _not_here(row, _OWN_VALUE, path, _NO_VALUE)
    elif row["waardering"] == "B" or "bewaartermijn" in row:
        yield from _not_here(row, ("termijn_van", "termijn_tot"), path, _TO_CHOOSE)
    yield from _backward(row, "geldig_van", "geldig_tot", path)
    yield from _shrinking(row, path)
    yield from _parts_with_one_name(row.get("delen"), path)


def _not_here(row: Mapping[str, Any], keys: tuple[str, ...], path: KeyPath, reason: Text) -> Iterator[Fault]:
    for key in keys:
        if key in row:
            text = Text(
                _NOT_WITH.nl.format(key=key, reason=reason.nl),
                _NOT_WITH.en.format(key=key, reason=reason.en),
            )
            yield Fault(path=(*path, key), text=text, hint=_TAKE_AWAY)


def _backward(row: Mapping[str, Any], first: str, last: str, path: KeyPath) -> Iterator[Fault]:
    begin, end = row.get(first), row.get(last)
    if isinstance(begin, str) and isinstance(end, str) and end < begin:
        yield Fault(path=(*path, last), text=_BACKWARD, hint=_SWAP.fill(first=first, last=last))


def _shrinking(row: Mapping[str, Any], path: KeyPath) -> Iterator[Fault]:
    try:
        least, most = (parse_duration(row[key]) for key in ("termijn_van", "termijn_tot"))
    except (KeyError, TypeError, ValueError):
        return
    if is_longer(least, most):
        hint = _SWAP.fill(first="termijn_van", last="termijn_tot")
        yield Fault(path=(*path, "termijn_tot"), text=_SHORTER, hint=hint)


def _parts_with_one_name(parts: object, path: KeyPath) -> Iterator[Fault]:
    seen: set[str] = set()
    for index, part in enumerate(parts if isinstance(parts, list) else ()):
        name = part.get("naam") if isinstance(part, dict) else None
        if isinstance(name, str):
            if name in seen:
                place = (*path, "delen", index, "naam")
                yield Fault(path=place, text=_TWICE.fill(value=quoted(name)), hint=_OWN_NAME)
            seen.add(name)

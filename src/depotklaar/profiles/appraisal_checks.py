"""What a schema cannot say about rules, hotspots and holds in a delivery file: rules that clash, unknown functions."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from depotklaar.language import Text
from depotklaar.model.mark import mark_key
from depotklaar.profiles.fault import Fault, nearest, quoted, suggestion
from depotklaar.profiles.rows import Data, rows, text_of, texts_of

_CONDITIONED = ("waardering.regel", "beperking_gebruik.regel", "hotspot", "bevriezing")
_PEOPLE = ("gesprek", "deelnemer", "houder")


def appraisal_faults(data: Data, folder: Path) -> list[Fault]:
    """Return every fault of meaning in what is said about appraisal, holds and restrictions.

    `data` may be of any shape. `folder` is where the delivery file lies; a decisions file may be absent there.
    """
    return [
        *_decisions_that_are_a_folder(data, folder),
        *_equal_rules(data),
        *_unknown_functions(data),
        *_shared_names(data),
    ]


def _decisions_that_are_a_folder(data: Data, folder: Path) -> Iterator[Fault]:
    for path, row in rows(data, "waardering"):
        name = text_of(row, "besluiten")
        if name is not None and "\0" not in name and _is_folder(folder / name):
            yield Fault(
                path=(*path, "besluiten"),
                text=Text("{name} is een map, geen bestand.", "{name} is a folder, not a file.").fill(
                    name=quoted(name)
                ),
                hint=Text("Noem het bestand: besluiten.csv.", "Name the file: besluiten.csv."),
            )


def _is_folder(place: Path) -> bool:
    try:
        return place.is_dir()
    except OSError:
        return False


def _equal_rules(data: Data) -> Iterator[Fault]:
    for name in ("waardering.regel", "beperking_gebruik.regel"):
        seen: dict[tuple[object, ...], int] = {}
        for number, (path, row) in enumerate(rows(data, name), start=1):
            conditions = _conditions(row)
            key = (conditions, text_of(row, "label") if row.get("naast") is True else None)
            if any(conditions) and key in seen:
                yield Fault(
                    path=path,
                    text=Text(
                        "Deze regel heeft dezelfde voorwaarden als regel {n}.",
                        "This rule has the same conditions as rule {n}.",
                    ).fill(n=seen[key]),
                    hint=Text("Laat er één staan, of pas de voorwaarden aan.", "Leave one, or change the conditions."),
                )
            seen.setdefault(key, number)


def _conditions(row: Mapping[str, Any]) -> tuple[object, ...]:
    """The conditions of a row in one form, however they are written; a kind that is not given is falsy."""
    people = [frozenset(mark_key(text) for _, text in texts_of(row, key)) for key in _PEOPLE]
    functions = frozenset(_plain(text) for _, text in texts_of(row, "functie"))
    return (*people, functions, text_of(row, "van"), text_of(row, "tot"))


def _plain(text: str) -> str:
    return text.strip().casefold()


def _unknown_functions(data: Data) -> Iterator[Fault]:
    if "functionaris" not in data and nearest("functionaris", list(data)) is not None:
        return  # the table is misspelt, which is told elsewhere
    held = [name for _, row in rows(data, "functionaris") if (name := text_of(row, "functie")) is not None]
    known = {_plain(name) for name in held}
    for table in _CONDITIONED:
        for path, row in rows(data, table):
            for place, name in texts_of(row, "functie"):
                if _plain(name) not in known:
                    yield Fault(
                        path=(*path, *place),
                        text=Text("Geen [[functionaris]] heeft de functie {name}.", "Nobody has function {name}.").fill(
                            name=quoted(name)
                        ),
                        hint=_function_hint(name, held),
                    )


def _function_hint(name: str, held: list[str]) -> Text:
    if held:
        return suggestion(name, held)
    return Text("Voeg een [[functionaris]] met deze functie toe.", "Add a [[functionaris]] with this function.")


def _shared_names(data: Data) -> Iterator[Fault]:
    for table in _CONDITIONED:
        seen: set[str] = set()
        for path, row in rows(data, table):
            name = text_of(row, "naam")
            if name is not None and _plain(name) in seen:
                yield Fault(
                    path=(*path, "naam"),
                    text=Text("De naam {name} staat er twee keer.", "The name {name} is there twice.").fill(
                        name=quoted(name)
                    ),
                    hint=Text("Geef elk een eigen naam.", "Give each a name of its own."),
                )
            elif name is not None:
                seen.add(_plain(name))

"""Functionaries: what a delivery says of people must agree, under whatever spelling of a name or number."""

import datetime as dt
from collections.abc import Iterator
from itertools import combinations

from depotklaar.language import Text
from depotklaar.model.delivery import Aanlevering, Functionaris
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.model.mark import mark_key
from depotklaar.profiles.fault import Fault, quoted
from depotklaar.profiles.rows import Data, rows, text_of

OVERLAP = FindingKind(
    id="DEL-FUNCTIONS-OVERLAP",
    severity=Severity.WARNING,
    level=Level.OURS,
    clause="Archiefregeling, art. 17, onder b: bij welke taak een bericht hoort",
    text=Text(
        "{name} heeft van {first} tot en met {last} twee functies: {one} en {other}. Berichten van die dagen vallen"
        " onder {one}.",
        "{name} has two functions from {first} to {last}: {one} and {other}. Messages of those days fall under {one}.",
    ),
    remedy=Text(
        "Pas van en tot aan, zodat op elke dag de functie geldt waarin de gesprekken zijn gevoerd.",
        "Change van and tot, so that on each day the function holds in which the conversations were held.",
    ),
)


def shared_marks(data: Data) -> Iterator[Fault]:
    """A name or number that stands with two people, however it is spelt. `data` may be of any shape."""
    people = [(path, row, text_of(row, "naam")) for path, row in rows(data, "functionaris")]
    owners = {mark_key(name): name for _, _, name in people if name is not None}
    for path, row, name in people:
        marks = row.get("herkend_aan")
        for index, mark in enumerate(marks if name is not None and isinstance(marks, list) else ()):
            if isinstance(mark, str) and mark_key(owner := owners.setdefault(mark_key(mark), str(name))) != mark_key(
                str(name)
            ):
                yield Fault(
                    path=(*path, "herkend_aan", index),
                    text=Text("{mark} hoort ook bij {other}.", "{mark} belongs to {other} too.").fill(
                        mark=quoted(mark), other=quoted(owner)
                    ),
                    hint=Text("Laat het bij één persoon staan.", "Leave it with one person."),
                )


def overlaps(aanlevering: Aanlevering) -> Iterator[Finding]:
    """A finding for each two functions of one person that have days in common; the earlier one counts on those days."""
    held: dict[str, list[Functionaris]] = {}
    for functionary in aanlevering.functionarissen:
        held.setdefault(mark_key(functionary.naam), []).append(functionary)
    for functions in held.values():
        for one, other in combinations(sorted(functions, key=function_order), 2):
            first = max(one.van or dt.date.min, other.van or dt.date.min)
            last = min(one.tot or dt.date.max, other.tot or dt.date.max)
            if first <= last and one.functie != other.functie:
                params = {"name": one.naam, "one": one.functie, "other": other.functie}
                days = {"first": _shown(first, dt.date.min), "last": _shown(last, dt.date.max)}
                yield Finding(kind=OVERLAP, place=Place(element="[[functionaris]]"), params={**params, **days})


def function_order(functionary: Functionaris) -> tuple[dt.date, dt.date, str]:
    """By which of two functions on one day a message is filed: the one that began first."""
    return functionary.van or dt.date.min, functionary.tot or dt.date.max, functionary.functie


def _shown(day: dt.date, open_end: dt.date) -> str:
    return "…" if day == open_end else day.isoformat()

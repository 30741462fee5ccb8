"""What a selection list holds in numbers: plain values, what a person must read and why, and codes that say several."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from depotklaar.model.selectielijst import COMPLEXITIES, Complexity, Selectielijst, SelectionEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class ListCounts:
    """Numbers of entries; `kept`, `destroyed`, `complex`, `withdrawn` and `without_value` together are `entries`.

    `kept` and `destroyed` say B or V and nothing else; of the latter `without_term` have no bewaartermijn (though maybe
    one to choose). `reasons` counts why the complex ones need a person; an entry may have several reasons. `codes` are
    the distinct codes, `several` those that say more than one thing.
    """

    entries: int
    kept: int
    destroyed: int
    without_term: int
    complex: int
    withdrawn: int
    without_value: int
    reasons: Mapping[Complexity, int]
    codes: int
    several: tuple[str, ...]


def count_entries(lijst: Selectielijst) -> ListCounts:
    """Count the entries of a list; an entry in parts counts as complex."""
    kinds = Counter(map(_kind, lijst.entries))
    reasons = Counter(reason for entry in lijst.entries if _kind(entry) == "complex" for reason in reasons_of(entry))
    return ListCounts(
        entries=len(lijst.entries),
        kept=kinds["B"],
        destroyed=kinds["V"],
        without_term=sum(_kind(entry) == "V" and entry.bewaartermijn is None for entry in lijst.entries),
        complex=kinds["complex"],
        withdrawn=kinds["withdrawn"],
        without_value=kinds["nothing"],
        reasons={reason: reasons[reason] for reason in COMPLEXITIES if reasons[reason]},
        codes=len({entry.code for entry in lijst.entries}),
        several=_several(lijst),
    )


def reasons_of(entry: SelectionEntry) -> tuple[Complexity, ...]:
    """Why a person must read the entry: as it says itself, and where it has parts or a condition. Empty when plain."""
    parts: tuple[Complexity, ...] = ("delen",) if entry.delen else ()
    condition: tuple[Complexity, ...] = ("voorwaarde",) if _is_conditional(entry) else ()
    return entry.complex or (*parts, *condition)


def _is_conditional(entry: SelectionEntry) -> bool:
    return entry.voorwaarde is not None or any(part.voorwaarde is not None for part in entry.delen)


def _kind(entry: SelectionEntry) -> str:
    if entry.vervallen:
        return "withdrawn"
    reasons = reasons_of(entry)
    if reasons == ("zonder-waardering",):
        return "nothing"
    return "complex" if reasons or entry.waardering is None else entry.waardering


def _several(lijst: Selectielijst) -> tuple[str, ...]:
    outcomes: dict[str, set[object]] = {}
    for entry in lijst.entries:
        if not entry.vervallen:
            outcomes.setdefault(entry.code, set()).add(_outcome(entry))
    return tuple(code for code, found in outcomes.items() if len(found) > 1)


def _outcome(entry: SelectionEntry) -> object:
    if entry.waardering is not None:
        return (entry.waardering, entry.bewaartermijn, entry.trigger, entry.voorwaarde)
    return entry.delen or entry.tekst

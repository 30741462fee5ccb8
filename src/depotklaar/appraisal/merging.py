"""Merging: what holds for a level above, from what holds for its parts.

Source: MDTO introductie, uitwisseling (no inheritance: every level says it itself); Archiefwet 1995, art. 3 and 5.
Both merges are associative, commutative and idempotent, so that parts can come one by one and in any order.
"""

from collections.abc import Iterable
from functools import cache

from depotklaar.appraisal.restricting import most_restricted, ordered, without_open
from depotklaar.appraisal.terms import parsed
from depotklaar.language import Text
from depotklaar.model.appraisal import Besluit, Bewaartermijn, Grond, Waardering
from depotklaar.model.mdto import BeperkingGebruik
from depotklaar.model.profile import RestrictionList

_RANK: dict[Waardering, int] = {"V": 0, "N": 1, "B": 2}
_GROUNDS: dict[Waardering, Text] = {
    "B": Text("ten minste één onderdeel is blijvend te bewaren (B)", "at least one part is kept for ever (B)"),
    "N": Text(
        "geen onderdeel is blijvend te bewaren (B) en ten minste één is nader te bepalen (N)",
        "no part is kept for ever (B) and at least one is to be determined (N)",
    ),
    "V": Text("alle onderdelen zijn tijdelijk te bewaren (V)", "all parts are kept for a time (V)"),
}
_OPEN_PARTS = Text(
    "Beslis over de onderdelen die nader te bepalen zijn.", "Decide on the parts that are still to be determined."
)


def combined(besluiten: Iterable[Besluit]) -> Besluit:
    """Return the value of a level above: B if any part is B, else N if any is N, else V. ValueError without parts.

    What the parts do not agree on is left out. Different terms give the latest end and, from the same trigger, the
    longest duration, as far as those are known of every part; such a term has no begin. Decided is what one person
    decided of every part, on the last of those days.
    """
    merged: Besluit | None = None
    previous: Besluit | None = None
    for besluit in besluiten:
        if besluit is previous:
            continue
        previous = besluit
        whole = _of_whole(besluit)
        merged = whole if merged is None or merged == whole else _merge(merged, whole)
    if merged is None:
        raise ValueError("nothing to combine")
    return merged


def combined_restrictions(
    parts: Iterable[tuple[BeperkingGebruik, ...]], restrictions: RestrictionList, single: bool
) -> tuple[BeperkingGebruik, ...]:
    """Return the restrictions of a level above: all that any part has, in a fixed order.

    What says that there is no restriction goes where another stands beside it. A receiver that takes one only
    (`single`) gets the most restricted: that with the latest end, where no end is the latest; then what has not been
    assessed. Empty without parts.
    """
    every = frozenset[BeperkingGebruik]().union(*set(parts))
    if single:
        return most_restricted(every, restrictions)
    return ordered(without_open(every, restrictions), restrictions)


def _of_whole(besluit: Besluit) -> Besluit:
    """One part as if it were all parts."""
    return Besluit(
        waardering=besluit.waardering,
        categorie=besluit.categorie,
        oorspronkelijk=besluit.oorspronkelijk,
        hotspot=besluit.hotspot,
        termijn=besluit.termijn if besluit.waardering == "V" else None,
        gronden=_grounds(besluit.waardering),
        onbeslist=besluit.onbeslist if besluit.waardering == "N" else None,
        besloten_door=besluit.besloten_door if besluit.is_decided else None,
        besloten_op=besluit.besloten_op if besluit.is_decided else None,
    )


@cache
def _grounds(waardering: Waardering) -> tuple[Grond, ...]:
    return (Grond(soort="onderdelen", text=_GROUNDS[waardering]),)


def _merge(one: Besluit, two: Besluit) -> Besluit:
    value = max(one.waardering, two.waardering, key=_RANK.__getitem__)
    same_person = one.besloten_door == two.besloten_door
    return Besluit(
        waardering=value,
        categorie=one.categorie if one.categorie == two.categorie else None,
        oorspronkelijk=one.oorspronkelijk if one.oorspronkelijk == two.oorspronkelijk else None,
        hotspot=one.hotspot if one.hotspot == two.hotspot else None,
        termijn=_merged_term(one.termijn, two.termijn) if value == "V" else None,
        gronden=_grounds(value),
        onbeslist=_merged_question(one, two) if value == "N" else None,
        besloten_door=one.besloten_door if same_person else None,
        besloten_op=_latest(one.besloten_op, two.besloten_op) if same_person else None,
    )


def _merged_question(one: Besluit, two: Besluit) -> Text | None:
    asked = [besluit.onbeslist for besluit in (one, two) if besluit.waardering == "N"]
    return asked[0] if asked[0] == asked[-1] else _OPEN_PARTS


def _merged_term(one: Bewaartermijn | None, two: Bewaartermijn | None) -> Bewaartermijn | None:
    if one == two or one is None or two is None:
        return one if one == two else None
    longest = _longest(one.looptijd, two.looptijd) if one.trigger == two.trigger else None
    end = _latest(one.einde, two.einde)
    if longest is None and end is None:
        return None
    return Bewaartermijn(
        trigger=one.trigger if longest is not None else None,
        looptijd=longest,
        einde=end,
        afronding="exact" if one.afronding == two.afronding == "exact" else "1-januari",
    )


def _latest(one: str | None, two: str | None) -> str | None:
    return None if one is None or two is None else max(one, two)


def _longest(one: str | None, two: str | None) -> str | None:
    """The longer of two durations in months or of two in days; None for one of each.

    P42D is longer than any month, yet not compared: only then is the longest of many the same in whatever order.
    """
    if one is None or two is None:
        return None
    (kind, _, _), (other, _, _) = measures = _measure(one), _measure(two)
    return max(zip(measures, (one, two), strict=True))[1] if kind == other else None


def _measure(duration: str) -> tuple[bool, int, int]:
    """Whether it is in months (and years), how many, and how many days."""
    found = parsed(duration)
    months = found.years * 12 + found.months
    return months > 0, months, found.days

"""Validity: what an archivist must know of the lists that were used, and of rules and hotspots without effect.

Source: Archiefwet 1995, art. 5; Archiefbesluit 1995, art. 2 (a list holds for at most twenty years).
"""

import datetime as dt
from collections.abc import Collection, Iterator, Sequence

from depotklaar.appraisal.evidence import named_rule
from depotklaar.language import Text
from depotklaar.model.appraisal import Case
from depotklaar.model.delivery import CategorieKeuze
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.model.selectielijst import Selectielijst

LIST_DAYS = FindingKind(
    id="APP-LIST-DAYS",
    severity=Severity.WARNING,
    level=Level.OURS,
    clause="Archiefbesluit 1995, art. 2",
    text=Text(
        "De selectielijst {list} gold van {first} tot en met {last}, niet op alle dagen van deze berichten."
        " Archiefstukken: {count}.",
        "The selection list {list} was valid from {first} to {last}, not on all days of these messages."
        " Archiefstukken: {count}.",
    ),
    remedy=Text(
        "Kies voor die dagen de lijst die toen gold, met een [[waardering.regel]] met van en tot.",
        "Choose the list that was valid on those days, by a [[waardering.regel]] with van and tot.",
    ),
)
LIST_EXPIRED = FindingKind(
    id="APP-LIST-EXPIRED",
    severity=Severity.WARNING,
    level=Level.OURS,
    clause="Archiefbesluit 1995, art. 2",
    text=Text(
        "De selectielijst {list} geldt niet meer sinds {day}. Opvolger: {successor}. Aantal Archiefstukken: {count}.",
        "The selection list {list} is no longer valid since {day}. Successor: {successor}. Archiefstukken: {count}.",
    ),
    remedy=Text(
        "Ga na of de opvolger ook voor deze gesprekken geldt.",
        "Find out whether the successor holds for these conversations too.",
    ),
)
EARLY_BEGIN = FindingKind(
    id="APP-TERM-EARLY",
    severity=Severity.WARNING,
    level=Level.OURS,
    clause="MDTO Metagegevensschema, termijnStartdatumLooptijd",
    text=Text(
        "De termijn begint op {day}, maar er zijn nog berichten van na die dag. Archiefstukken: {count}.",
        "The term begins on {day}, but there are messages of after that day. Archiefstukken: {count}.",
    ),
    remedy=Text(
        "Vul bij begin_termijn de dag in waarop gebeurde wat de lijst noemt, of laat haar weg.",
        "Give as begin_termijn the day on which happened what the list names, or leave it out.",
    ),
)
WITHOUT_EFFECT = FindingKind(
    id="APP-WITHOUT-EFFECT",
    severity=Severity.WARNING,
    level=Level.OURS,
    clause="Archiefwet 1995, art. 5: de waardering volgt uit een lijst of besluit",
    text=Text("{rule} raakt niets in deze aanlevering.", "{rule} touches nothing in this delivery."),
    remedy=Text(
        "Vergelijk namen, functies, dagen en trefwoorden met de bron: wat u bedoelde, valt nu onder iets anders.",
        "Compare names, functions, days and key words with the source: what you meant now falls under something else.",
    ),
)
KINDS = (LIST_DAYS, LIST_EXPIRED, EARLY_BEGIN, WITHOUT_EFFECT)
_DAY = dt.timedelta(days=1)


class EarlyBegins:
    """Counts the cases with messages of after the day on which their term begins, by the place that says that day."""

    def __init__(self) -> None:
        self._counts: dict[tuple[str, dt.date], int] = {}

    def note(self, place: str, begin: dt.date | None, last: dt.date | None) -> None:
        """Count a case whose last message is of the day `last`; None is not known."""
        if begin is not None and last is not None and begin < last:
            self._counts[place, begin] = self._counts.get((place, begin), 0) + 1

    def findings(self) -> Iterator[Finding]:
        """Yield a finding for each place and day."""
        for (place, day), count in sorted(self._counts.items()):
            params: dict[str, str | int] = {"day": day.isoformat(), "count": count}
            yield Finding(kind=EARLY_BEGIN, place=Place(element=place), params=params)


class Uses:
    """Counts the cases of each list, so that each list gives at most one finding of a kind."""

    def __init__(self, today: dt.date) -> None:
        self._today = today
        self._lists: dict[str, Selectielijst] = {}
        self._used: dict[str, int] = {}
        self._outside: dict[str, int] = {}
        self._early = EarlyBegins()

    def note(self, lijst: Selectielijst, keuze: CategorieKeuze, place: str, case: Case) -> None:
        """Count a case to which the list is applied, by the rule at `place`."""
        key = f"{lijst.reference_line}, {lijst.sha256}"
        self._lists[key] = lijst
        self._used[key] = self._used.get(key, 0) + 1
        if _is_outside(lijst, case):
            self._outside[key] = self._outside.get(key, 0) + 1
        self._early.note(place, keuze.begin_termijn, case.last)

    def findings(self) -> Iterator[Finding]:
        """Yield what was found, by list and then by rule."""
        for key, lijst in sorted(self._lists.items()):
            yield from self._of_list(key, lijst)
        yield from self._early.findings()

    def _of_list(self, key: str, lijst: Selectielijst) -> Iterator[Finding]:
        place = Place(element=lijst.name)
        count = self._used[key]
        if key in self._outside:
            days: dict[str, str | int] = {"first": _shown(lijst.valid_from), "last": _shown(_last_day(lijst))}
            days |= {"list": lijst.title, "count": self._outside[key]}
            yield Finding(kind=LIST_DAYS, place=place, params=days)
        last = _last_day(lijst)
        if last is not None and last < self._today:
            since = {"day": (last + _DAY).isoformat(), "successor": lijst.opvolger or "…"}
            yield Finding(kind=LIST_EXPIRED, place=place, params={"list": lijst.title, "count": count, **since})


def without_effect(table: str, names: Sequence[str | None], effective: Collection[int]) -> Iterator[Finding]:
    """A finding for each rule of a table whose place (from 0) is not in `effective`: very likely a slip of the pen."""
    for number, name in enumerate(names):
        if number not in effective:
            rule = named_rule(table, number, name)
            yield Finding(kind=WITHOUT_EFFECT, place=Place(element=f"[[{table}]] {number + 1}"), params={"rule": rule})


def _last_day(lijst: Selectielijst) -> dt.date | None:
    """The last day on which a list holds: its own, or the day before a later list closed it."""
    closed = None if lijst.gesloten_op in (None, dt.date.min) else lijst.gesloten_op - _DAY
    days = [day for day in (lijst.valid_until, closed) if day is not None]
    return min(days, default=None)


def _is_outside(lijst: Selectielijst, case: Case) -> bool:
    if case.first is None or case.last is None:
        return False
    last = _last_day(lijst)
    return (lijst.valid_from is not None and case.first < lijst.valid_from) or (last is not None and last < case.last)


def _shown(day: dt.date | None) -> str:
    return "…" if day is None else day.isoformat()

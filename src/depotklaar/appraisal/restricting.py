"""Restricting: which restrictions on use hold for each case, as the receiver's list writes them.

Source: Archiefwet 1995, art. 15; MDTO Metagegevensschema, beperkingGebruik.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from depotklaar.appraisal.choosing import Chooser
from depotklaar.appraisal.conditions import Test, function_key
from depotklaar.appraisal.evidence import named_rule
from depotklaar.appraisal.terms import add_duration, end_of_term
from depotklaar.appraisal.validity import without_effect
from depotklaar.errors import Problem
from depotklaar.language import Text
from depotklaar.model.appraisal import Case
from depotklaar.model.delivery import Beperking, BeperkingKeuze
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.model.mdto import BeperkingGebruik, Termijn, Verwijzing
from depotklaar.model.profile import RestrictionList

TOO_LONG = FindingKind(
    id="APP-RESTRICTION-LONG",
    severity=Severity.WARNING,
    level=Level.OURS,
    clause="Archiefwet 1995, art. 15, vierde lid",
    text=Text(
        "De beperking van {rule} duurt tot {end}, meer dan 75 jaar na de laatste berichten. Archiefstukken: {count}.",
        "The restriction of {rule} lasts until {end}, over 75 years after the last messages. Archiefstukken: {count}.",
    ),
    remedy=Text(
        "Neem een eerdere einddatum, of bewaar het besluit van de minister dat langer toestaat.",
        "Take an earlier end, or keep the decision of the minister that allows a longer one.",
    ),
)
BESIDE_OPEN = FindingKind(
    id="APP-RESTRICTION-BESIDE-OPEN",
    severity=Severity.WARNING,
    level=Level.OURS,
    clause="MDTO Begrippenlijst Beperkingen; Metagegevensschema, beperkingGebruik",
    text=Text(
        "{rule} stelt een beperking naast {label}. Alleen de beperking is opgenomen. Archiefstukken: {count}.",
        "{rule} sets a restriction beside {label}. Only the restriction was taken. Archiefstukken: {count}.",
    ),
    remedy=Text(
        "Laat naast = true weg, zodat de regel in de plaats komt van wat anders geldt.",
        "Leave out naast = true, so that the rule comes instead of what else holds.",
    ),
)
ONLY_ONE = FindingKind(
    id="APP-RESTRICTION-ONE",
    severity=Severity.WARNING,
    level=Level.RECEIVER,
    clause="MDTO Metagegevensschema, beperkingGebruik",
    text=Text(
        "De ontvanger neemt één beperking; {rule} staat nu in de beschrijving van een andere. Archiefstukken: {count}.",
        "The receiver takes one restriction; {rule} now stands in the description of another. Archiefstukken: {count}.",
    ),
    remedy=Text(
        "Ga na of de zwaarste beperking voor deze Archiefstukken genoeg is.",
        "Find out whether the heaviest restriction is enough for these Archiefstukken.",
    ),
)
KINDS = (TOO_LONG, BESIDE_OPEN, ONLY_ONE)
TABLE = "beperking_gebruik.regel"
BASE = "[beperking_gebruik]"
_LONGEST = "P75Y"
_GROUND = "Grond: Archiefwet 1995, art. 15, eerste lid, onder {letter}."
_BESIDE = "Daarnaast geldt: {label}{end}."
_NO_END = "~"


class Restrictor:
    """Gives each case its restrictions. The order of cases and rules does not matter.

    `single`: the receiver takes exactly one. `effective` holds the places (from 0) of the rules that restricted
    something. ValueError where a label is in no list; holding the delivery against its profile tells that beforehand.
    """

    def __init__(self, keuze: BeperkingKeuze, restrictions: RestrictionList, single: bool) -> None:
        rules = keuze.regels
        self._restrictions = restrictions
        self._single = single
        self._names = [rule.naam for rule in rules]
        beside = {number for number, rule in enumerate(rules) if rule.naast}
        self._chooser = Chooser(rules, self._names, TABLE, beside)
        self._beside = [(number, Test(rules[number])) for number in sorted(beside)]
        self._base = restriction(keuze, restrictions)
        self._made = [restriction(rule.beperking, restrictions) for rule in rules]
        self._results: dict[tuple[int, ...], tuple[BeperkingGebruik, ...]] = {}
        self._counts: dict[tuple[str, int], int] = {}
        self.effective: set[int] = set()

    def restrict(self, case: Case) -> tuple[BeperkingGebruik, ...]:
        """Return the restrictions of a case in a fixed order, at least one."""
        chosen = self._chooser.choose(case)
        key = function_key(case.function)
        beside = [
            number
            for number, test in self._beside
            if test.fits_days(case.first, case.last)
            and test.fits_function(key)
            and test.concerns(case.conversation, case.participants, case.holder)
        ]
        self.effective.update(chosen, beside)
        numbers = (chosen[0] if chosen else -1, *beside)
        if numbers not in self._results:
            self._results[numbers] = self._combined(numbers)
        self._count(numbers, self._results[numbers], case.last)
        return self._results[numbers]

    def problems(self) -> list[Problem]:
        """Each pair of rules that were tied so far."""
        return self._chooser.problems()

    def findings(self) -> list[Finding]:
        """What the archivist must know of the restrictions; whole once every case was restricted."""
        found = []
        kinds = {kind.id: kind for kind in KINDS}
        for (identity, number), count in sorted(self._counts.items()):
            params: dict[str, str | int] = {
                "rule": self._name(number),
                "count": count,
                "end": _end(self._at(number)) or "",
                "label": self._base.type.label,
            }
            place = Place(element=BASE if number < 0 else f"[[{TABLE}]] {number + 1}")
            found.append(Finding(kind=kinds[identity], place=place, params=params))
        return [*found, *without_effect(TABLE, self._names, self.effective)]

    def _combined(self, numbers: tuple[int, ...]) -> tuple[BeperkingGebruik, ...]:
        every = without_open({self._at(number) for number in numbers}, self._restrictions)
        in_order = ordered(every, self._restrictions)
        if not self._single:
            return in_order
        (heaviest,) = most_restricted(every, self._restrictions)
        others = [one for one in in_order if one != heaviest]
        told = [heaviest.nadere_beschrijving, *map(_as_beside, others)]
        words = " ".join(part for part in told if part)
        return (replace(heaviest, nadere_beschrijving=words or None),)

    def _count(self, numbers: tuple[int, ...], result: tuple[BeperkingGebruik, ...], last: dt.date | None) -> None:
        for number in numbers:
            made = self._at(number)
            if _is_too_long(_end(made), last):
                self._add(TOO_LONG, number)
            if len(numbers) > 1 and made.type.label not in self._restrictions.unrestricted:
                main = self._at(numbers[0])
                if number >= 0 and number != numbers[0] and main.type.label in self._restrictions.unrestricted:
                    self._add(BESIDE_OPEN, number)
                if self._single and made.type != result[0].type:
                    self._add(ONLY_ONE, number)

    def _add(self, kind: FindingKind, number: int) -> None:
        self._counts[kind.id, number] = self._counts.get((kind.id, number), 0) + 1

    def _at(self, number: int) -> BeperkingGebruik:
        return self._base if number < 0 else self._made[number]

    def _name(self, number: int) -> str:
        return BASE if number < 0 else named_rule(TABLE, number, self._names[number])


def restriction(keuze: Beperking, restrictions: RestrictionList) -> BeperkingGebruik:
    """A restriction as MDTO writes it: the receiver's term, its ground in words, the decision, and its end."""
    term = restrictions.restriction_term(keuze)
    if term is None:
        raise ValueError(f"{keuze.label!r} is no label of {restrictions.name!r}")
    ground = _GROUND.format(letter=keuze.grond) if keuze.grond else None
    words = " ".join(part for part in (ground, keuze.nadere_beschrijving) if part)
    end = end_of_restriction(keuze)
    return BeperkingGebruik(
        type=term,
        nadere_beschrijving=words or None,
        documentatie=(Verwijzing(naam=keuze.besluit),) if keuze.besluit else (),
        termijn=Termijn(einddatum=end.isoformat()) if end else None,
    )


def end_of_restriction(keuze: Beperking) -> dt.date | None:
    """The last day: as given, or computed from begin and duration; None when it has no end or the sum has no date."""
    if keuze.tot is not None or keuze.looptijd is None or keuze.begin is None:
        return keuze.tot
    try:
        return end_of_term(keuze.begin, keuze.looptijd, keuze.einddatum)
    except ValueError:
        return None


def without_open(every: Iterable[BeperkingGebruik], restrictions: RestrictionList) -> set[BeperkingGebruik]:
    """All but what says that there is no restriction, where something else stands beside it (MDTO, Geen beperking)."""
    some = set(every)
    closed = {one for one in some if not _is_open(one, restrictions)}
    return closed or some


def most_restricted(every: Iterable[BeperkingGebruik], restrictions: RestrictionList) -> tuple[BeperkingGebruik, ...]:
    """The one that restricts most: with the latest end, no end being the latest; then what has not been assessed."""
    found = ordered(every, restrictions)
    heaviest = max(found, key=lambda one: (_weight(one, restrictions), _end(one) or _NO_END), default=None)
    return () if heaviest is None else (heaviest,)


def ordered(every: Iterable[BeperkingGebruik], restrictions: RestrictionList) -> tuple[BeperkingGebruik, ...]:
    """In the order of the receiver's list, then by all that they say."""
    places = {term.label: place for place, term in enumerate(restrictions.terms)}
    return tuple(sorted(every, key=lambda one: (places.get(one.type.label, len(places)), repr(one))))


def _weight(one: BeperkingGebruik, restrictions: RestrictionList) -> int:
    if _is_open(one, restrictions):
        return 0
    return 1 if _is_own(one, restrictions) and one.type.label == restrictions.not_assessed else 2


def _is_open(one: BeperkingGebruik, restrictions: RestrictionList) -> bool:
    return _is_own(one, restrictions) and one.type.label in restrictions.unrestricted


def _is_own(one: BeperkingGebruik, restrictions: RestrictionList) -> bool:
    return one.type.begrippenlijst.naam == restrictions.name


def _end(one: BeperkingGebruik) -> str | None:
    return one.termijn.einddatum if one.termijn else None


def _is_too_long(end: str | None, last: dt.date | None) -> bool:
    if end is None or last is None:
        return False
    try:
        exact, rounded = add_duration(last, _LONGEST), end_of_term(last, _LONGEST, "1-januari")
        return end > exact.isoformat() and end != rounded.isoformat()
    except ValueError:
        return False


def _as_beside(one: BeperkingGebruik) -> str:
    end = _end(one)
    return _BESIDE.format(label=one.type.label, end=f" tot en met {end}" if end else "")

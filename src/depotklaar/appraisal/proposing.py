"""Proposing: the value of each case, from the rules, the selection lists and the hotspots, with its grounds.

Source: Archiefwet 1995, art. 5; Archiefbesluit 1995, art. 5; MDTO Metagegevensschema, waardering and bewaartermijn.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from depotklaar.appraisal.choosing import Chooser
from depotklaar.appraisal.conditions import Test, function_key
from depotklaar.appraisal.entries import Answer, answer, found_entries, valid_entries
from depotklaar.appraisal.evidence import base_ground, entry_ground, hotspot_ground, rule_ground, undecided_ground
from depotklaar.appraisal.terms import end_of_term
from depotklaar.appraisal.validity import Uses, without_effect
from depotklaar.errors import Problem
from depotklaar.language import Text
from depotklaar.model.appraisal import Besluit, Bewaartermijn, Case, Categorie, Grond
from depotklaar.model.delivery import CategorieKeuze, Einddatum, Hotspot, WaarderingKeuze
from depotklaar.model.finding import Finding
from depotklaar.model.selectielijst import Selectielijst, SelectionEntry, Uitkomst

RULE_TABLE = "waardering.regel"
_TIED = Text(
    "{rules} zijn even specifiek. Maak een van beide preciezer.",
    "{rules} are equally specific. Make one of them more precise.",
)
_LATE = Text(
    "De datum van het besluit ({day}) ligt na vandaag ({today}).",
    "The date of the decision ({day}) lies after today ({today}).",
)
_LATE_HINT = Text("Verbeter de datum.", "Correct the date.")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Choice:
    """A rule, or [waardering] itself, with the list that it names and the entries of its category."""

    keuze: CategorieKeuze
    name: str
    lijst: Selectielijst
    found: tuple[SelectionEntry, ...]
    is_dated: bool
    made: dict[object, Besluit] = field(default_factory=dict)


class Appraiser:
    """Proposes a value for each case. The order of cases, rules and hotspots does not matter.

    `lists` leads from the names in the delivery to the lists. `today` bounds the days on which a term can have begun.
    `effective` and `effective_hotspots` hold the places (from 0) of the rules and hotspots that decided something.
    """

    def __init__(
        self,
        *,
        keuze: WaarderingKeuze,
        hotspots: Sequence[Hotspot],
        lists: Mapping[str, Selectielijst],
        today: dt.date,
    ) -> None:
        self._keuze = keuze
        self._today = today
        self._chooser = Chooser(keuze.regels, [rule.naam for rule in keuze.regels], RULE_TABLE)
        names = [rule.selectielijst or keuze.selectielijst for rule in keuze.regels]
        self._base = _choice(keuze, keuze.selectielijst, lists)
        self._rules = [_choice(rule, name, lists) for rule, name in zip(keuze.regels, names, strict=True)]
        ordered = sorted(enumerate(hotspots), key=lambda one: (one[1].naam, one[1].lijst, one[1].code or "", one[0]))
        self._hotspots = [(number, hotspot, Test(hotspot)) for number, hotspot in ordered]
        self._hotspot_names = [hotspot.naam for hotspot in hotspots]
        self._uses = Uses(today)
        self.effective: set[int] = set()
        self.effective_hotspots: set[int] = set()

    def propose(self, case: Case) -> Besluit:
        """Return the value of a case with its grounds: B, V or N. Two tied rules give N, and a problem."""
        rules = self._chooser.choose(case)
        if len(rules) > 1:
            names = " / ".join(self._chooser.name(number) for number in rules)
            plain = _undecided(_TIED.fill(rules=names))
        else:
            plain = self._by_rule(case, rules[0] if rules else None)
        hotspots = self._met_hotspots(case)
        return self._as_hotspot(plain, hotspots) if hotspots else plain

    def problems(self) -> list[Problem]:
        """Each pair of rules that were tied so far, and a decision that was dated after today."""
        found = self._chooser.problems()
        day = self._keuze.datum
        if day is not None and day > self._today:
            text = _LATE.fill(day=day, today=self._today)
            found.append(Problem(place="[waardering], datum", text=text, hint=_LATE_HINT))
        return found

    def findings(self) -> list[Finding]:
        """What the archivist must know of the lists, rules and hotspots; whole once every case was proposed."""
        names = [rule.naam for rule in self._keuze.regels]
        return [
            *self._uses.findings(),
            *without_effect(RULE_TABLE, names, self.effective),
            *without_effect("hotspot", self._hotspot_names, self.effective_hotspots),
        ]

    def _by_rule(self, case: Case, rule: int | None) -> Besluit:
        choice = self._base if rule is None else self._rules[rule]
        place = "[waardering]" if rule is None else self._chooser.name(rule)
        if rule is not None:
            self.effective.add(rule)
        self._uses.note(choice.lijst, choice.keuze, place, case)
        besluit = self._settled(choice, case)
        if rule is None:
            return besluit
        ground = rule_ground(place, self._keuze.regels[rule], case.function, case.first, case.last)
        return replace(besluit, gronden=(ground, *besluit.gronden))

    def _settled(self, choice: _Choice, case: Case) -> Besluit:
        """What the list says under a choice; equal questions share one answer."""
        valid = valid_entries(choice.found, case.first, case.last) if choice.is_dated else choice.found
        until = case.function_until
        key = (tuple(map(id, valid)) if choice.is_dated else None, until)
        found = choice.made.get(key)
        if found is None:
            said = answer(choice.name, choice.lijst, choice.keuze, choice.found, valid)
            found = choice.made[key] = self._as_besluit(choice, said, until)
        return found

    def _as_besluit(self, choice: _Choice, said: Answer, until: dt.date | None) -> Besluit:
        is_base = choice is self._base
        decided = (self._keuze.besloten_door, self._keuze.datum) if is_base else (None, None)
        grounds: tuple[Grond, ...] = (base_ground(*decided),) if is_base else ()
        if said.outcome is None or said.categorie is None or said.entry is None:
            besluit = _undecided(said.why or Text("", ""), said.categorie)
            return replace(besluit, gronden=(*grounds, *besluit.gronden))
        decided_by, decided_on = decided
        is_decided = decided_by is not None and decided_on is not None and decided_on <= self._today
        begin = begin_of_term(said.outcome, choice.keuze.begin_termijn, until)
        return Besluit(
            waardering=said.outcome.waardering,
            categorie=said.categorie,
            termijn=term_of(said.outcome, begin, self._keuze.einddatum, self._today),
            gronden=(*grounds, entry_ground(said.categorie, said.entry, said.outcome)),
            besloten_door=decided_by if is_decided else None,
            besloten_op=decided_on.isoformat() if is_decided and decided_on else None,
        )

    def _met_hotspots(self, case: Case) -> list[tuple[int, Hotspot]]:
        """The hotspots that a case meets, in the order of their names."""
        if not self._hotspots:
            return []
        key = function_key(case.function)
        return [
            (number, hotspot)
            for number, hotspot, test in self._hotspots
            if (not hotspot.trefwoord or number in case.hits)
            and test.fits_days(case.first, case.last)
            and test.fits_function(key)
            and test.concerns(case.conversation, case.participants, case.holder)
        ]

    def _as_hotspot(self, plain: Besluit, met: list[tuple[int, Hotspot]]) -> Besluit:
        """Kept for ever, whatever the list says; the category that the list gave stays to be seen."""
        self.effective_hotspots.update(number for number, _ in met)
        first = met[0][1]
        entry = Categorie(lijst=first.lijst, label=first.naam, code=first.code)
        grounds = tuple(hotspot_ground(hotspot, by_word=bool(hotspot.trefwoord)) for _, hotspot in met)
        gronden = (*grounds, *plain.gronden)
        if plain.waardering == "B":
            return replace(plain, hotspot=entry, gronden=gronden, besloten_door=None, besloten_op=None)
        return Besluit(waardering="B", categorie=entry, oorspronkelijk=plain.categorie, hotspot=entry, gronden=gronden)


def begin_of_term(outcome: Uitkomst, given: dt.date | None, function_until: dt.date | None) -> dt.date | None:
    """The day on which the trigger happened: as a person gave it, or the end of the function; None when not known."""
    if given is not None:
        return given
    return function_until if outcome.trigger_soort == "einde-functie" else None


def term_of(outcome: Uitkomst, begin: dt.date | None, rounding: Einddatum, today: dt.date) -> Bewaartermijn | None:
    """The term of V, None for B and where the list gives no term.

    A trigger that lies after today has not happened: no begin and no end (MDTO, termijnStartdatumLooptijd). The same
    holds where the sum has no date.
    """
    if outcome.waardering != "V" or outcome.bewaartermijn is None:
        return None
    term = Bewaartermijn(trigger=outcome.trigger, looptijd=outcome.bewaartermijn, afronding=rounding)
    if begin is None or begin > today:
        return term
    try:
        end = end_of_term(begin, outcome.bewaartermijn, rounding)
    except ValueError:
        return term
    return replace(term, begin=begin.isoformat(), einde=end.isoformat())


def _undecided(why: Text, categorie: Categorie | None = None) -> Besluit:
    return Besluit(waardering="N", categorie=categorie, gronden=(undecided_ground(why),), onbeslist=why)


def _choice(keuze: CategorieKeuze, name: str, lists: Mapping[str, Selectielijst]) -> _Choice:
    found = found_entries(lists[name], keuze)
    dated = any(entry.geldig_van is not None or entry.geldig_tot is not None for entry in found)
    return _Choice(keuze=keuze, name=name, lijst=lists[name], found=found, is_dated=dated)

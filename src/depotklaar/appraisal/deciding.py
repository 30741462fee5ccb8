"""Deciding: lays what people decided over what was proposed, and refuses what cannot be followed.

Source: Archiefwet 1995, art. 5 (destruction only on the ground of a list); Archiefbesluit 1995, art. 5, first
paragraph, under e (exceptions to destruction).
"""

import bisect
import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from depotklaar.appraisal.citing import Cited, UnfitError, category_meant, is_same_category
from depotklaar.appraisal.derived import (
    check_derived,
    days_of,
    is_end_untouched,
    is_term_untouched,
    outcome_meant,
    refused_term,
)
from depotklaar.appraisal.entries import valid_entries
from depotklaar.appraisal.evidence import decision_ground, entry_ground, signature
from depotklaar.appraisal.proposing import term_of
from depotklaar.appraisal.validity import EarlyBegins
from depotklaar.errors import Problem
from depotklaar.language import Text
from depotklaar.model.appraisal import Besluit, Decision, Grond, Proposal
from depotklaar.model.delivery import Einddatum
from depotklaar.model.finding import Finding
from depotklaar.model.selectielijst import Selectielijst

_SLOT = re.compile(r"-[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?$|-[^-]*$")


class Overlay:
    """Lays decisions over one proposal after another; `accepted` holds those that fit, by their Archiefstuk.

    `today` bounds the days of decisions; `rounding` is how the end of a term is written where the proposal has none.
    """

    def __init__(
        self,
        decisions: Sequence[Decision],
        lists: Mapping[str, Selectielijst],
        today: dt.date,
        rounding: Einddatum = "exact",
    ) -> None:
        self._decisions = {decision.object: decision for decision in decisions}
        self._lists = lists
        self._today = today
        self._rounding: Einddatum = rounding
        self._seen: list[str] = []
        self._problems: list[Problem] = []
        self._early = EarlyBegins()
        self._begins: dict[dt.date, str] = {}
        self.accepted: dict[str, Decision] = {}

    def decide(self, proposal: Proposal) -> Besluit:
        """What holds for an Archiefstuk: what a person decided, else the proposal. What is unfit becomes a problem."""
        if self._decisions:
            self._seen.append(proposal.object)
        decision = self._decisions.get(proposal.object)
        if decision is None:
            return proposal.besluit
        try:
            return self._laid_over(proposal, decision)
        except UnfitError as unfit:
            self._problems.append(Problem(place=decision.place, text=unfit.text, hint=unfit.hint))
            return proposal.besluit

    def problems(self) -> list[Problem]:
        """Every decision that could not be followed so far, in the order in which the objects came."""
        return list(self._problems)

    def findings(self) -> list[Finding]:
        """What the archivist must know of the decisions: a term that begins before the last message, by its day."""
        return list(self._early.findings())

    def unused(self) -> list[Problem]:
        """Every decision on an object that is not in the delivery; whole once every proposal passed by."""
        seen = sorted(self._seen)
        known = set(seen)
        return [
            Problem(place=decision.place, text=_signed(_UNKNOWN, decision), hint=_reason(decision, seen))
            for decision in self._decisions.values()
            if decision.object not in known and _is_decided(decision)
        ]

    def _laid_over(self, proposal: Proposal, decision: Decision) -> Besluit:
        if not _is_decided(decision):
            self._check_undecided(proposal, decision)
            return proposal.besluit
        if decision.content != proposal.content:
            raise UnfitError(_signed(_CHANGED, decision), _LOOK_AGAIN)
        self._check_days(proposal, decision)
        if decision.waardering is None:
            raise UnfitError(_NO_VALUE, _FILL_VALUE)
        is_same = _is_accepted(decision, proposal.besluit)
        besluit = proposal.besluit if is_same else self._replaced(proposal, decision)
        check_derived(decision, proposal.besluit, besluit)
        self.accepted[decision.object] = _with_term(decision, besluit)
        self._note_begin(proposal, decision)
        assert decision.besloten_door is not None and decision.besloten_op is not None
        ground = decision_ground(decision.besloten_door, decision.besloten_op, decision.toelichting, accepted=is_same)
        return replace(
            besluit,
            gronden=(*besluit.gronden, ground) if is_same else (ground, *besluit.gronden),
            besloten_door=decision.besloten_door,
            besloten_op=decision.besloten_op.isoformat(),
            toelichting=decision.toelichting,
        )

    def _check_undecided(self, proposal: Proposal, decision: Decision) -> None:
        if (decision.besloten_door is None) != (decision.besloten_op is None):
            raise UnfitError(_HALF, _FILL_BOTH)
        if decision.content == proposal.content and not _is_untouched(decision, proposal.besluit):
            raise UnfitError(_UNSIGNED, _SIGN)

    def _note_begin(self, proposal: Proposal, decision: Decision) -> None:
        """Take note of a begin that a person gave; a rule's own is told of the rule."""
        begin = decision.begin_termijn
        proposed = proposal.besluit.termijn
        if decision.waardering == "V" and begin is not None and (proposed is None or proposed.begin != str(begin)):
            place = self._begins.setdefault(begin, decision.place)
            self._early.note(place, begin, days_of(proposal)[1])

    def _check_days(self, proposal: Proposal, decision: Decision) -> None:
        day, last = decision.besloten_op, days_of(proposal)[1]
        if day is not None and day > self._today:
            raise UnfitError(_TOO_LATE.fill(day=day, today=self._today), _CORRECT_DAY)
        if day is not None and last is not None and day < last:
            raise UnfitError(_TOO_EARLY.fill(day=day, last=last), _CORRECT_DAY)
        begin = decision.begin_termijn
        if decision.waardering == "V" and begin is not None and begin > self._today:
            raise UnfitError(_BEGIN_TOO_LATE.fill(day=begin, today=self._today), _NO_BEGIN)

    def _replaced(self, proposal: Proposal, decision: Decision) -> Besluit:
        """What a person decided otherwise than was proposed."""
        found = category_meant(decision, proposal, self._lists)
        if decision.waardering == "V":
            return self._temporary(proposal, decision, found)
        proposed = proposal.besluit
        if decision.waardering == "N":
            return Besluit(waardering="N", categorie=found.categorie, onbeslist=proposed.onbeslist or _PERSON_SAYS_N)
        same = found.categorie == proposed.categorie
        says_v = (same and proposed.waardering == "V") or _says_only("V", proposal, found)
        if says_v and proposed.hotspot is None and decision.toelichting is None:
            raise UnfitError(_EXCEPTION, _WHY)
        return Besluit(
            waardering="B",
            categorie=found.categorie,
            oorspronkelijk=proposed.oorspronkelijk if same else None,
            hotspot=proposed.hotspot,
        )

    def _temporary(self, proposal: Proposal, decision: Decision, found: Cited) -> Besluit:
        """V, on the ground of a category whose outcome is V."""
        if found.categorie is None or found.lijst is None:
            raise UnfitError(_NO_GROUND, _NAME_CATEGORY)
        if _says_only("B", proposal, found):
            raise UnfitError(_UNLAWFUL, _KEEP)
        outcome = outcome_meant(proposal, decision, found)
        if outcome is None or outcome[1].waardering != "V":
            raise refused_term(decision, proposal, found) or UnfitError(_NOT_V, _NAME_CATEGORY)
        if proposal.besluit.hotspot is not None and decision.toelichting is None:
            raise UnfitError(_AGAINST_HOTSPOT, _WHY)
        entry, said = outcome
        known = proposal.besluit.termijn
        categorie = replace(found.categorie, actor=entry.actor, label=entry.label)
        grounds: tuple[Grond, ...] = (entry_ground(categorie, entry, said),)
        rounding = known.afronding if known else self._rounding
        return Besluit(
            waardering="V",
            categorie=categorie,
            termijn=term_of(said, decision.begin_termijn, rounding, self._today),
            gronden=grounds,
        )


def lay_over(
    proposals: Iterable[Proposal],
    decisions: Sequence[Decision],
    lists: Mapping[str, Selectielijst],
    today: dt.date,
    rounding: Einddatum = "exact",
) -> tuple[dict[str, Besluit], list[Problem]]:
    """What holds for each Archiefstuk, and every decision that could not be followed, all at once."""
    overlay = Overlay(decisions, lists, today, rounding)
    held = {proposal.object: overlay.decide(proposal) for proposal in proposals}
    return held, [*overlay.problems(), *overlay.unused()]


def _is_decided(decision: Decision) -> bool:
    return decision.besloten_door is not None and decision.besloten_op is not None


def _signed(text: Text, decision: Decision) -> Text:
    """The text with the object, the value and who decided on it when; for a decision that has all of these."""
    assert decision.besloten_door is not None and decision.besloten_op is not None
    signed = signature(decision.besloten_door, decision.besloten_op)
    params = {"object": decision.object, "value": decision.waardering or "-"}
    return Text(text.nl.format(signed=signed.nl, **params), text.en.format(signed=signed.en, **params))


def _is_untouched(decision: Decision, proposed: Besluit) -> bool:
    """Whether a line says what was proposed, as far as it says anything."""
    begin = proposed.termijn.begin if proposed.termijn else None
    return (
        decision.waardering in (None, proposed.waardering)
        and is_same_category(decision, proposed.categorie)
        and (decision.begin_termijn is None or decision.begin_termijn.isoformat() == begin)
        and is_term_untouched(decision, proposed)
        and is_end_untouched(decision, proposed)
    )


def _is_accepted(decision: Decision, proposed: Besluit) -> bool:
    """Whether a decided line says what was proposed. A begin that was taken away was taken away."""
    begin = proposed.termijn.begin if proposed.termijn else None
    given = decision.begin_termijn.isoformat() if decision.begin_termijn else None
    is_same = decision.waardering == proposed.waardering and is_same_category(decision, proposed.categorie)
    return is_same and (proposed.waardering != "V" or (begin == given and is_term_untouched(decision, proposed)))


def _says_only(value: str, proposal: Proposal, found: Cited) -> bool:
    """Whether every reading of the category gives this value, on the days of the proposal if it was valid then."""
    deel = found.categorie.deel if found.categorie else None
    values: set[str | None] = set()
    for entry in valid_entries(found.entries, *days_of(proposal)) or found.entries:
        parts = [part.waardering for part in entry.delen if deel in (None, part.naam)]
        values.update(parts or [entry.waardering])
    return values == {value}


def _with_term(decision: Decision, besluit: Besluit) -> Decision:
    """The decision with the term and the end that it comes to."""
    term = besluit.termijn
    end = term.einde if term else None
    return replace(
        decision,
        bewaartermijn=term.looptijd if term else None,
        einde_termijn=dt.date.fromisoformat(end) if end else None,
    )


def _reason(decision: Decision, seen: Sequence[str]) -> Text:
    """Why an object is very likely not there: cut otherwise, when something else of its conversation is there."""
    place = bisect.bisect_left(seen, decision.object)
    around = seen[max(place - 1, 0) : place + 1]
    stem = _SLOT.sub("-", decision.object)
    near = next((name for name in around if stem != decision.object and name.startswith(stem)), None)
    return _CUT_OTHERWISE.fill(near=near) if near is not None else _GONE


_UNKNOWN = Text(
    "Archiefstuk {object} is niet in deze aanlevering ({value}, besloten {signed}).",
    "Archiefstuk {object} is not in this delivery ({value}, decided {signed}).",
)
_CUT_OTHERWISE = Text(
    "Wel is er {near}: het gesprek is anders geknipt (regels, perioden, functies). Maak een nieuw besluitenbestand.",
    "There is {near}: the conversation is now cut otherwise (rules, periods or functions). Make a new decisions file.",
)
_GONE = Text(
    "Het gesprek is niet meer in de aanlevering, of deze maand ervan is uitgesloten. Haal de regel weg.",
    "The conversation is no longer in the delivery, or this month of it was excluded. Take the line away.",
)
_CHANGED = Text(
    "Het gesprek is veranderd sinds dit besluit ({value}, besloten {signed}) over {object}.",
    "The conversation has changed since this decision ({value}, decided {signed}) on {object}.",
)
_LOOK_AGAIN = Text(
    "Bekijk het opnieuw: maak een nieuw besluitenbestand en besluit daarin.",
    "Look at it again: make a new decisions file and decide in that.",
)
_NO_VALUE = Text("Er is besloten, maar er staat geen waardering.", "It was decided, but there is no waardering.")
_FILL_VALUE = Text("Vul B, V of N in.", "Fill in B, V or N.")
_HALF = Text(
    "Alleen besloten_door of alleen besloten_op is ingevuld.", "Only besloten_door or only besloten_op is filled in."
)
_FILL_BOTH = Text("Vul beide in, of geen van beide.", "Fill in both, or neither.")
_UNSIGNED = Text(
    "Deze regel wijkt af van het voorstel, maar er staat niet wie dat besloot.",
    "This line differs from the proposal, but does not say who decided that.",
)
_SIGN = Text(
    "Vul besloten_door en besloten_op in. Is het voorstel zelf veranderd, maak dan een nieuw besluitenbestand.",
    "Fill in besloten_door and besloten_op. If the proposal itself has changed, make a new decisions file.",
)
_TOO_LATE = Text(
    "Het besluit is gedateerd op {day}, na vandaag ({today}).", "The decision is dated {day}, after today ({today})."
)
_TOO_EARLY = Text(
    "Het besluit is gedateerd op {day}, vóór het laatste bericht ({last}): dat was er toen nog niet.",
    "The decision is dated {day}, before the last message ({last}), which was not there yet.",
)
_CORRECT_DAY = Text("Verbeter besloten_op.", "Correct besloten_op.")
_BEGIN_TOO_LATE = Text(
    "De termijn begint op {day}, na vandaag ({today}).", "The term begins on {day}, after today ({today})."
)
_NO_BEGIN = Text(
    "Laat begin_termijn leeg zolang niet is gebeurd wat de lijst noemt.",
    "Leave begin_termijn empty as long as what the list names has not happened.",
)
_PERSON_SAYS_N = Text(
    "Besloten is dat dit nog nader te bepalen is.", "It was decided that this is yet to be determined."
)
_EXCEPTION = Text(
    "De lijst zegt V en er is geen hotspot: bewaren is dan een uitzondering, en die vraagt een toelichting.",
    "The list says V and there is no hotspot: keeping it is an exception then, which needs a toelichting.",
)
_AGAINST_HOTSPOT = Text(
    "Een hotspot maakt dit B: anders besluiten vraagt een toelichting.",
    "A hotspot makes this B: deciding otherwise needs a toelichting.",
)
_WHY = Text("Vul toelichting in.", "Fill in toelichting.")
_NO_GROUND = Text(
    "Waardering V kan alleen op grond van een categorie uit een selectielijst.",
    "Waardering V is only possible on the ground of a category of a selection list.",
)
_UNLAWFUL = Text(
    "De lijst zegt B: vernietigen zou buiten de lijst om gaan.",
    "The list says B: destruction would go outside the list.",
)
_KEEP = Text("Neem waardering B, of een categorie met V.", "Take waardering B, or a category with V.")
_NOT_V = Text(
    "De lijst zegt bij deze categorie niet eenduidig V voor deze dagen.",
    "The list does not plainly say V for this category on these days.",
)
_NAME_CATEGORY = Text(
    "Noem een categorie, en zo nodig actor, deel en bewaartermijn, met waardering V.",
    "Name a category, and if need be actor, part and bewaartermijn, with waardering V.",
)

"""Rules on the units of a delivery as they pass by: proposes, lays people's decisions over, and keeps the count."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from depotklaar.appraisal.conflicts import Conflict, conflict_problems
from depotklaar.appraisal.deciding import Overlay
from depotklaar.appraisal.merging import combined, combined_restrictions
from depotklaar.appraisal.proposing import Appraiser
from depotklaar.appraisal.restricting import Restrictor
from depotklaar.appraisal.validity import without_effect
from depotklaar.errors import DecisionNeeded, PlanError, Problem
from depotklaar.jobs.cases import cases_of
from depotklaar.jobs.verdicts import DecisionCount
from depotklaar.language import Text
from depotklaar.model.appraisal import Besluit, Case, Decision, Proposal, Ruling
from depotklaar.model.delivery import Aanlevering
from depotklaar.model.finding import Finding
from depotklaar.model.plan import PreparedConversation, Unit
from depotklaar.model.profile import Profile
from depotklaar.model.selectielijst import Selectielijst

SHOWN = 20
_APPRAISE = Text(
    "Maak met `depotklaar appraise` een bestand met voorstellen, laat een archivaris besluiten (besloten_door en"
    ' besloten_op), en noem dat bestand onder [waardering]: besluiten = "besluiten.csv".',
    "Make a file of proposals with `depotklaar appraise`, let an archivist decide (besloten_door and besloten_op), and"
    ' name that file under [waardering]: besluiten = "besluiten.csv".',
)
_SIGN = Text(
    "Vul in {name} bij deze archiefstukken besloten_door en besloten_op in. Staan ze er niet in, maak het bestand dan"
    " opnieuw met `depotklaar appraise --replace`; wat al is besloten blijft staan.",
    "Fill in besloten_door and besloten_op for these Archiefstukken in {name}. If they are not in it, make the file"
    " anew with `depotklaar appraise --replace`; what was decided is kept.",
)
_ONLY_B = Text(
    "Sluit dit uit met een [[uitsluiting]] en een toelichting, besluit anders met een toelichting, of lever het apart"
    ' aan met soort = "uitplaatsing".',
    "Leave it out with an [[uitsluiting]] and a toelichting, decide otherwise with a toelichting, or deliver it apart"
    ' with soort = "uitplaatsing".',
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Appraised:
    """What was ruled on one unit: what it is, what is proposed for it, and what holds."""

    proposal: Proposal
    case: Case
    ruling: Ruling


class Appraising:
    """Rules on one conversation after another. Memory: counts, and the first few objects that wait or do not fit."""

    def __init__(
        self,
        aanlevering: Aanlevering,
        profile: Profile,
        lists: Mapping[str, Selectielijst],
        decisions: Sequence[Decision] | None,
        today: dt.date,
    ) -> None:
        self._delivery = aanlevering
        self._restrictions = profile.restrictions
        self._single = "beperkingGebruik" in profile.single
        self._appraiser = Appraiser(
            keuze=aanlevering.waardering, hotspots=aanlevering.hotspots, lists=lists, today=today
        )
        self._restrictor = Restrictor(aanlevering.beperking_gebruik, profile.restrictions, self._single)
        self._overlay = Overlay(decisions or (), lists, today, aanlevering.waardering.einddatum)
        self._demanded = profile.person_decides == "altijd" or (
            profile.person_decides == "overbrenging" and aanlevering.soort == "overbrenging"
        )
        self._is_missing = decisions is None
        self._touched: set[int] = set()
        self._conflicts: list[Conflict] = []
        self._waiting = _Objects()
        self._unfit = _Objects()
        self.count = DecisionCount(aanlevering, lists)

    def rule(self, prepared: PreparedConversation, name_of: Callable[[Unit], tuple[str, str]]) -> Iterator[Appraised]:
        """Yield what is ruled on each unit, in order; `name_of` gives the kenmerk and the title of an Archiefstuk."""
        cases = cases_of(prepared, self._delivery.functionarissen)
        for unit, case in zip(prepared.units, cases, strict=True):
            proposal = _proposal(prepared, unit, *name_of(unit), self._appraiser.propose(case))
            besluit = self._overlay.decide(proposal)
            self._watch(proposal, besluit)
            self._touched |= case.holds
            self.count.add(besluit, case)
            ruling = Ruling(besluit=besluit, beperkingen=self._restrictor.restrict(case))
            yield Appraised(proposal=proposal, case=case, ruling=ruling)

    def combine(self, rulings: Sequence[Ruling]) -> Ruling:
        """The ruling on a level above."""
        besluit = combined([ruling.besluit for ruling in rulings])
        parts = [ruling.beperkingen for ruling in rulings]
        return Ruling(
            besluit=besluit, beperkingen=combined_restrictions(parts, self._restrictions, single=self._single)
        )

    def findings(self) -> list[Finding]:
        """What the archivist must know of rules, lists and restrictions; whole once every conversation passed by."""
        holds = [hold.naam for hold in self._delivery.bevriezingen]
        return [
            *self._appraiser.findings(),
            *self._overlay.findings(),
            *self._restrictor.findings(),
            *without_effect("bevriezing", holds, self._touched),
        ]

    def note_conflicts(self, conflicts: Iterable[Conflict]) -> None:
        """Take note of what a hold kept that would have been left out."""
        for conflict in conflicts:
            self._conflicts.append(conflict)
            self._touched.add(conflict.hold)

    def check_rules(self) -> None:
        """PlanError with every two rules that contradict each other, and every hold that an exclusion goes against."""
        held = conflict_problems(self._conflicts, self._delivery.bevriezingen)
        problems = [*held, *self._appraiser.problems(), *self._restrictor.problems()]
        if problems:
            raise PlanError(problems)

    def unfitting(self) -> list[Problem]:
        """The decisions that do not fit what is delivered now."""
        return [*self._overlay.problems(), *self._overlay.unused()]

    def accepted(self) -> Mapping[str, Decision]:
        """The decisions that fit what is delivered now, by the kenmerk of their Archiefstuk."""
        return self._overlay.accepted

    def waiting(self) -> list[Problem]:
        """What waits for a person where the profile demands one, and the file of decisions that is not there."""
        missing = [_missing(self._delivery)] if self._is_missing else []
        name = self._delivery.waardering.besluiten
        hint = _APPRAISE if name is None or self._is_missing else _SIGN.fill(name=name)
        waiting = list(self._waiting.told(self._delivery.id, _WAITS, hint)) if self._demanded else []
        return [*missing, *waiting]

    def stops(self) -> list[Problem]:
        """All that stops a package: decisions that do not fit, what cannot be transferred, and what waits."""
        return [*self._refused(), *self.waiting()]

    def demand(self) -> None:
        """PlanError with all that cannot be packaged; when only decisions are missing, DecisionNeeded with those."""
        problems, waiting = self._refused(), self.waiting()
        if problems:
            raise PlanError([*problems, *waiting])
        if waiting:
            raise DecisionNeeded(waiting)

    def _refused(self) -> list[Problem]:
        return [*self.unfitting(), *self._unfit.told(self._delivery.id, _NOT_B, _ONLY_B)]

    def _watch(self, proposal: Proposal, besluit: Besluit) -> None:
        if self._demanded and not besluit.is_decided:
            self._waiting.add(proposal, besluit)
        elif self._delivery.soort == "overbrenging" and besluit.waardering != "B":
            self._unfit.add(proposal, besluit)


_WAITS = Text(
    "wacht op een besluit van een mens; voorstel: {value}{why}", "waits for a person's decision; proposal: {value}{why}"
)
_NO_FILE = Text("dit bestand met besluiten is er nog niet: {name}", "this file of decisions is not there yet: {name}")
_NOT_B = Text(
    "is {value}, en overbrengen kan alleen wat blijvend bewaard wordt (B){why}",
    "is {value}, and only what is kept for ever (B) can be transferred{why}",
)
_MORE = Text("meer archiefstukken waarvoor dit geldt: {count}", "more Archiefstukken of which this holds: {count}")


class _Objects:
    """Objects of which the first few are named and the others counted."""

    def __init__(self) -> None:
        self._shown: list[tuple[Proposal, Besluit]] = []
        self._count = 0

    def add(self, proposal: Proposal, besluit: Besluit) -> None:
        self._count += 1
        if len(self._shown) < SHOWN:
            self._shown.append((proposal, besluit))

    def told(self, place: str, text: Text, hint: Text) -> Iterator[Problem]:
        """A problem for each object that is named, and one for the others."""
        for proposal, besluit in self._shown:
            yield Problem(place=f"{proposal.title} ({proposal.object})", text=_with_reason(text, besluit), hint=hint)
        if self._count > len(self._shown):
            yield Problem(place=place, text=_MORE.fill(count=self._count - len(self._shown)), hint=hint)


def _missing(delivery: Aanlevering) -> Problem:
    text = _NO_FILE.fill(name=delivery.waardering.besluiten)
    return Problem(place="[waardering], besluiten", text=text, hint=_APPRAISE)


def _with_reason(text: Text, besluit: Besluit) -> Text:
    why = besluit.onbeslist or Text("", "")
    value = besluit.waardering
    return Text(
        text.nl.format(value=value, why=why.nl and f". {why.nl}"),
        text.en.format(value=value, why=why.en and f". {why.en}"),
    )


def _proposal(prepared: PreparedConversation, unit: Unit, kenmerk: str, title: str, besluit: Besluit) -> Proposal:
    conversation = prepared.head.conversation
    return Proposal(
        object=kenmerk,
        conversation=conversation.display or conversation.id,
        title=title,
        holder=unit.serie.holder,
        function=unit.serie.function,
        first_day=unit.first_day,
        last_day=unit.last_day,
        messages=unit.events,
        attachments=len(unit.attachments),
        content=f"sha256:{unit.content}",
        besluit=besluit,
    )

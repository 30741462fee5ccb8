"""Rules on the units of a delivery as they pass by: proposes, lays people's decisions over, and keeps the count."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from depotklaar.appraisal.conflicts import Conflict, conflict_problems
from depotklaar.appraisal.deciding import Overlay
from depotklaar.appraisal.merging import combined, combined_restrictions
from depotklaar.appraisal.proposing import Appraiser
from depotklaar.appraisal.restricting import Restrictor
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
        decisions: Sequence[Decision],
        today: dt.date,
    ) -> None:
        self._delivery = aanlevering
        self._restrictions = profile.restrictions
        self._single = "beperkingGebruik" in profile.single
        self._appraiser = Appraiser(
            keuze=aanlevering.waardering, hotspots=aanlevering.hotspots, lists=lists, today=today
        )
        self._restrictor = Restrictor(aanlevering.beperking_gebruik, profile.restrictions, self._single)
        self._overlay = Overlay(decisions, lists, today, aanlevering.waardering.einddatum)
        self._demanded = profile.person_decides == "altijd" or (
            profile.person_decides == "overbrenging" and aanlevering.soort == "overbrenging"
        )
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
        return [*self._appraiser.findings(), *self._restrictor.findings()]

    def note_conflicts(self, conflicts: Iterable[Conflict]) -> None:
        """Take note of what a hold kept that would have been left out."""
        self._conflicts.extend(conflicts)

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
        """What waits for a person, where the profile demands one."""
        return self._waiting.told(self._delivery.id, _WAITS, _APPRAISE) if self._demanded else []

    def demand(self) -> None:
        """PlanError with all that cannot be packaged; when only decisions are missing, DecisionNeeded with those."""
        problems = [*self.unfitting(), *self._unfit.told(self._delivery.id, _NOT_B, _ONLY_B)]
        waiting = self.waiting()
        if problems:
            raise PlanError([*problems, *waiting])
        if waiting:
            raise DecisionNeeded(waiting)

    def _watch(self, proposal: Proposal, besluit: Besluit) -> None:
        if self._demanded and not besluit.is_decided:
            self._waiting.add(proposal, besluit)
        elif self._delivery.soort == "overbrenging" and besluit.waardering != "B":
            self._unfit.add(proposal, besluit)


_WAITS = Text(
    "{count} archiefstukken wachten op een besluit van een mens:{names}",
    "{count} Archiefstukken wait for a person's decision:{names}",
)
_NOT_B = Text(
    "{count} archiefstukken zijn niet blijvend te bewaren (B), en overbrengen kan alleen B:{names}",
    "{count} Archiefstukken are not kept for ever (B), and only B can be transferred:{names}",
)
_NAMED = Text("\n  - {title} ({object}): {value}{why}", "\n  - {title} ({object}): {value}{why}")
_MORE = Text("\n  - en nog {count}", "\n  - and {count} more")


class _Objects:
    """Objects of which the first few are named and the others counted."""

    def __init__(self) -> None:
        self._shown: list[tuple[Proposal, Besluit]] = []
        self._count = 0

    def add(self, proposal: Proposal, besluit: Besluit) -> None:
        self._count += 1
        if len(self._shown) < SHOWN:
            self._shown.append((proposal, besluit))

    def told(self, place: str, text: Text, hint: Text) -> list[Problem]:
        """One problem that names the objects, or none."""
        if not self._count:
            return []
        lines = [_named(proposal, besluit) for proposal, besluit in self._shown]
        if self._count > len(self._shown):
            lines.append(_MORE.fill(count=self._count - len(self._shown)))
        names = Text("".join(line.nl for line in lines), "".join(line.en for line in lines))
        told = Text(
            text.nl.format(count=self._count, names=names.nl), text.en.format(count=self._count, names=names.en)
        )
        return [Problem(place=place, text=told, hint=hint)]


def _named(proposal: Proposal, besluit: Besluit) -> Text:
    why = besluit.onbeslist or Text("", "")
    known = {"title": proposal.title, "object": proposal.object, "value": besluit.waardering}
    return Text(
        _NAMED.nl.format(**known, why=why.nl and f", {why.nl}"), _NAMED.en.format(**known, why=why.en and f", {why.en}")
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

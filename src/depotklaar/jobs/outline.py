"""The outline of a plan, as a person or a pipeline reads it: the tree, the counts, the findings. It is not kept."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from depotklaar.errors import Problem
from depotklaar.jobs.deliver import Outline
from depotklaar.language import Language, Text, as_count, as_exact_size
from depotklaar.model.finding import Finding
from depotklaar.model.plan import PlannedArchiefstuk, PlannedDossier
from depotklaar.model.report import Balance, Decisions
from depotklaar.reports.balances import MESSAGES, ONE_MESSAGE, absent_told, attachments_told, messages_told
from depotklaar.reports.interface import SEVERITY
from depotklaar.reports.json_report import as_balance, as_decisions

_TITLE = Text("Plan voor {id}: {title}", "Plan for {id}: {title}")
_MADE = Text("wordt gemaakt", "to be made")
_BALANCES = Text("Verantwoording", "Account")
_DECISIONS = Text("Waardering van de archiefstukken", "Appraisal of the Archiefstukken")
_DECIDED = Text("{decided} besloten, {open} nog niet", "{decided} decided, {open} not yet")
_ABSENT = Text("niet in de bron", "absent from the source")
_FINDINGS = Text("Bevindingen", "Findings")
_NONE = Text("geen", "none")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanOutline:
    """Planned Dossiers with their Archiefstukken and files, the account of each conversation, and the findings.

    `stops` is what would stop `package`: decisions that are missing or do not fit.
    """

    id: str
    title: str
    dossiers: tuple[Mapping[str, Any], ...]
    decisions: Decisions
    stops: tuple[Problem, ...]
    balances: tuple[Balance, ...]
    findings: tuple[Finding, ...]

    def as_lines(self, language: Language) -> Iterator[str]:
        """The outline as lines of text."""
        yield _TITLE.fill(id=self.id, title=self.title).in_language(language)
        for dossier in self.dossiers:
            yield f"  {dossier['folder']}/  {dossier['title']}"
            for stuk in dossier["archiefstukken"]:
                messages = f", {_counted(stuk['messages'], language)}" if stuk["messages"] else ""
                yield f"    {stuk['name']}/  {stuk['title']}{messages} [{stuk['waardering']}]"
                for file in stuk["files"]:
                    size = (
                        as_exact_size(file["bytes"], language)
                        if file["bytes"] is not None
                        else _MADE.in_language(language)
                    )
                    yield f"      {file['name']}  {file['title']} ({size})"
        yield from self._decided(language)
        yield _BALANCES.in_language(language)
        for balance in self.balances:
            yield f"  {_balance_line(balance, language)}"
        yield _FINDINGS.in_language(language)
        for finding in self.findings:
            severity = SEVERITY[finding.severity].in_language(language)
            yield f"  {severity}  {finding.kind.id}  {finding.place}: {finding.sentence(language)}"
        if not self.findings:
            yield f"  {_NONE.in_language(language)}"

    def _decided(self, language: Language) -> Iterator[str]:
        counts = self.decisions
        yield _DECISIONS.in_language(language)
        yield "  " + ", ".join(f"{as_count(count, language)} {value}" for value, count in counts.waarderingen.items())
        numbers = {"decided": as_count(counts.decided, language), "open": as_count(counts.undecided, language)}
        yield f"  {_DECIDED.fill(**numbers).in_language(language)}"
        for problem in self.stops:
            yield f"  {problem.place}: {problem.text.in_language(language)}"

    def as_json(self) -> str:
        """The outline as JSON, for a pipeline."""
        return json.dumps(
            {
                "id": self.id,
                "title": self.title,
                "dossiers": self.dossiers,
                "decisions": as_decisions(self.decisions),
                "stops": [{"place": p.place, "message": {"nl": p.text.nl, "en": p.text.en}} for p in self.stops],
                "balances": [as_balance(balance) for balance in self.balances],
                "findings": [_finding_values(finding) for finding in self.findings],
            },
            ensure_ascii=False,
            indent=2,
        )


def as_outline(outline: Outline, identity: str, title: str) -> PlanOutline:
    """Read the plan back as an outline that outlives the plan's own folder."""
    return PlanOutline(
        id=identity,
        title=title,
        dossiers=tuple(_dossier(dossier) for dossier in outline.dossiers),
        decisions=outline.appraising.count.decisions(),
        stops=tuple(outline.appraising.stops()),
        balances=tuple(outline.tally.balances),
        findings=outline.tally.collector.findings(),
    )


def _dossier(dossier: PlannedDossier) -> dict[str, Any]:
    return {
        "folder": dossier.folder,
        "title": dossier.description.naam,
        "serie": dossier.description.is_onderdeel_van[0].naam,
        "identification": dossier.description.identificatie[0].kenmerk,
        "archiefstukken": [_stuk(stuk) for stuk in dossier.archiefstukken],
    }


def _stuk(stuk: PlannedArchiefstuk) -> dict[str, Any]:
    return {
        "name": stuk.name,
        "title": stuk.description.naam,
        "identification": stuk.description.identificatie[0].kenmerk,
        "waardering": stuk.description.waardering.code,
        "messages": stuk.unit.events if stuk.unit else 0,
        "left_out": stuk.unit.left_out if stuk.unit else 0,
        "files": [
            {"name": file.name, "title": file.title, "bytes": file.staged.size if file.staged else None}
            for file in stuk.files
        ],
    }


def _counted(messages: int, language: Language) -> str:
    noun = ONE_MESSAGE if messages == 1 else MESSAGES
    return f"{as_count(messages, language)} {noun.in_language(language)}"


def _balance_line(balance: Balance, language: Language) -> str:
    absent = ", ".join(absent_told(balance, language))
    return (
        f"{balance.display}: {messages_told(balance, language)}; {attachments_told(balance, language)}"
        f"; {_ABSENT.in_language(language)}: {absent or _NONE.in_language(language)}"
    )


def _finding_values(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.kind.id,
        "severity": finding.severity.value,
        "place": str(finding.place),
        "message": {"nl": finding.sentence("nl"), "en": finding.sentence("en")},
    }

"""Findings gathered by stage: all counted, so many of each kind kept, weighed as the receiver wants."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Literal

from depotklaar.model.finding import Finding, FindingKind, Severity
from depotklaar.rules.interface import STAGES

KEPT = 1_000


class Collector:
    """Keeps at most `kept` findings of each rule; `severities` weighs rules by id otherwise than the norm does."""

    def __init__(self, severities: Mapping[str, Literal["error", "warning", "info"]], kept: int = KEPT) -> None:
        self._severities = severities
        self._kept = kept
        self._found: dict[str, list[Finding]] = {stage: [] for stage in STAGES}
        self._totals: dict[str, int] = {}
        self._weighed: dict[str, FindingKind] = {}

    def add(self, stage: str, findings: Iterable[Finding]) -> None:
        """Take in what a rule, or a stage of another job, yields."""
        for finding in findings:
            total = self._totals.get(finding.kind.id, 0) + 1
            self._totals[finding.kind.id] = total
            if total <= self._kept:
                self._found.setdefault(stage, []).append(self._weigh(finding))

    def findings(self) -> tuple[Finding, ...]:
        """What was kept, by stage, in the order in which it was found."""
        return tuple(finding for found in self._found.values() for finding in found)

    def totals(self) -> dict[str, int]:
        """How many there were of each rule, kept or not, by id in alphabetical order."""
        return dict(sorted(self._totals.items()))

    def _weigh(self, finding: Finding) -> Finding:
        wanted = self._severities.get(finding.kind.id)
        if wanted is None or wanted == finding.kind.severity.value:
            return finding
        kind = self._weighed.setdefault(finding.kind.id, replace(finding.kind, severity=Severity(wanted)))
        return replace(finding, kind=kind)

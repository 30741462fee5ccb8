"""The report for people: one HTML file without requests, readable on screen, on paper and aloud."""

from collections.abc import Iterator
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, Any, BinaryIO

from depotklaar.language import Language, Text, as_count, as_moment
from depotklaar.model.finding import Finding, Severity
from depotklaar.model.report import Report
from depotklaar.reports.balances import absent_told, attachments_told, messages_told
from depotklaar.reports.decisions import decided_told
from depotklaar.reports.html_words import WORDS
from depotklaar.reports.interface import (
    LEVELS,
    REASONS,
    SEVERITIES,
    SEVERITY,
    STAGES,
    Group,
    counts_told,
    groups,
    named,
    weights,
)
from depotklaar.reports.sorting import sort_script

if TYPE_CHECKING:
    from jinja2 import Template

NAME = "html"
EXTENSION = ".html"
TITLE = Text("HTML, om te lezen en te bewaren", "HTML, to read and to keep")


def write(report: Report, language: Language, out: BinaryIO) -> None:
    """Write one self-contained page of UTF-8; everything that came from the package is escaped."""
    script, script_source = sort_script()
    found = list(groups(report))
    page = _template().generate(
        script=script,
        script_source=script_source,
        language=language,
        words={key: text.in_language(language) for key, text in WORDS.items()},
        report=report,
        meaning=_meaning(report),
        made_at=as_moment(report.created_at, language),
        weights=[
            ((SEVERITY if count == 1 else SEVERITIES)[severity].in_language(language), as_count(count, language))
            for severity, count in weights(report).items()
        ],
        overview=[_row(group, language) for group in found],
        groups=(_group(group, language) for group in found),
        stages=[
            (
                _capital(named(STAGES, stage.name, language)),
                stage.skipped_because and named(REASONS, stage.skipped_because, language),
            )
            for stage in report.stages
        ],
        counts=[(_capital(name), count) for name, count in counts_told(report, language)],
        balances=[
            (balance, messages_told(balance, language), attachments_told(balance, language), told)
            for balance in report.balances
            for told in ["; ".join(absent_told(balance, language))]
        ],
        decisions=decided_told(report.decisions, language) if report.decisions else None,
        originals=[(b.display, name, digest) for b in report.balances for name, digest in b.originals],
    )
    for part in page:
        out.write(part.encode("utf-8", "backslashreplace"))


def _meaning(report: Report) -> str:
    """The key of the words that say why the verdict is what it is."""
    if report.accepted:
        return "accepted_means"
    only_warnings = report.errors == 0 and all(stage.ran for stage in report.stages)
    return "rejected_by_warning" if only_warnings else "rejected_means"


def _row(group: Group, language: Language) -> dict[str, Any]:
    """A rule in one line; `rank` and `number` are what it is sorted by."""
    severity = group.kind.severity
    return {
        "id": group.kind.id,
        "rank": list(Severity).index(severity),
        "weight": SEVERITY[severity].in_language(language),
        "number": group.total,
        "total": as_count(group.total, language),
        "level": LEVELS[group.kind.level].in_language(language),
    }


def _group(group: Group, language: Language) -> dict[str, Any]:
    """A group as the page shows it, with each remedy once for the findings that share it."""
    severity = group.kind.severity
    parts = list(_parts(group.findings, language))
    return {
        "kind": group.kind,
        "severity": severity.value,
        "weight": (SEVERITY if group.total == 1 else SEVERITIES)[severity].in_language(language),
        "total": as_count(group.total, language),
        "shown": as_count(len(group.findings), language) if group.total > len(group.findings) else None,
        "level": LEVELS[group.kind.level].in_language(language),
        "parts": parts,
        "parts_count": len(parts),
    }


def _parts(findings: tuple[Finding, ...], language: Language) -> Iterator[tuple[str, list[tuple[Finding, str]]]]:
    for remedy, shared in groupby(findings, key=lambda finding: finding.remedy(language)):
        yield remedy, [(finding, finding.sentence(language)) for finding in shared]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


@cache
def _template() -> "Template":
    from jinja2 import Environment, PackageLoader, StrictUndefined

    loader = PackageLoader("depotklaar.reports")
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template("report.html")

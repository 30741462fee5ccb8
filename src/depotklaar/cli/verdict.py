"""The outcome of a package in a few lines: accepted or not, what is in it, and whether the sums close."""

from collections.abc import Iterator

from depotklaar.language import Language, Text, as_count, as_size
from depotklaar.model.finding import Severity
from depotklaar.model.report import Report
from depotklaar.reports.balances import MESSAGES, ONE_MESSAGE, messages_told
from depotklaar.reports.interface import REASONS, STAGES, named, weight_words

_SHOWN = 20

_ACCEPTED = Text("GOEDGEKEURD  {subject}", "ACCEPTED  {subject}")
_REJECTED = Text("AFGEKEURD  {subject}", "REJECTED  {subject}")
_COUNTS = {
    "informatieobjecten": (
        Text("informatieobject", "informatieobject"),
        Text("informatieobjecten", "informatieobjecten"),
    ),
    "files": (Text("bestand", "file"), Text("bestanden", "files")),
    "sidecars": (Text("metagegevensbestand", "metadata file"), Text("metagegevensbestanden", "metadata files")),
    "messages": (ONE_MESSAGE, MESSAGES),
}
_SKIPPED = Text("niet beoordeeld: {stage} ({reason})", "not judged: {stage} ({reason})")
_MORE = Text("... en nog {count} fouten, zie het rapport", "... and {count} more errors, see the report")


def verdict_lines(report: Report, language: Language) -> Iterator[str]:
    """Give the lines: the verdict, the counts, a sum per conversation, skipped stages and the first errors."""
    verdict = _ACCEPTED if report.accepted else _REJECTED
    yield verdict.fill(subject=report.subject).in_language(language)
    yield from _counts(report, language)
    for balance in report.balances:
        yield f"  {balance.display}: {messages_told(balance, language)}"
    for stage in report.stages:
        if not stage.ran:
            reason = named(REASONS, stage.skipped_because or "", language)
            yield "  " + _SKIPPED.fill(stage=named(STAGES, stage.name, language), reason=reason).in_language(language)
    yield from _errors(report, language)


def _counts(report: Report, language: Language) -> Iterator[str]:
    parts = [
        f"{as_count(report.counts[name], language)} {(one if report.counts[name] == 1 else more).in_language(language)}"
        for name, (one, more) in _COUNTS.items()
        if name in report.counts
    ]
    if "bytes" in report.counts:
        parts.append(as_size(report.counts["bytes"], language))
    if parts:
        yield f"  {', '.join(parts)}"
    yield f"  {weight_words(report, language)}"


def _errors(report: Report, language: Language) -> Iterator[str]:
    errors = [finding for finding in report.findings if finding.severity is Severity.ERROR]
    for finding in errors[:_SHOWN]:
        yield f"  {finding.kind.id}  {finding.place}: {finding.sentence(language)}"
        yield f"      {finding.remedy(language)}"
    if len(errors) > _SHOWN:
        yield "  " + _MORE.fill(count=len(errors) - _SHOWN).in_language(language)

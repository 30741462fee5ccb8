"""The report for a terminal: the verdict in one line, then what was found, grouped by rule."""

from collections.abc import Iterator
from typing import BinaryIO

from depotklaar.language import Language, Text, as_count
from depotklaar.model.finding import Severity
from depotklaar.model.report import Balance, Report
from depotklaar.reports.balances import absent_told, attachments_told, messages_told
from depotklaar.reports.decisions import decision_lines
from depotklaar.reports.interface import (
    REASONS,
    SEVERITIES,
    SEVERITY,
    STAGES,
    Group,
    counts_told,
    groups,
    named,
    weight_words,
)

NAME = "text"
EXTENSION = ".txt"
TITLE = Text("tekst, voor de terminal", "text, for the terminal")
SHOWN = 10

_ACCEPTED = Text("GOEDGEKEURD  {subject}", "ACCEPTED  {subject}")
_REJECTED = Text("AFGEKEURD  {subject}", "REJECTED  {subject}")
_STRICT = Text("Een waarschuwing is hier genoeg om af te keuren.", "A warning is enough to reject here.")
_PROFILE = Text("Profiel: {name} (sha256 {digest}...)", "Profile: {name} (sha256 {digest}...)")
_SKIPPED = Text("Niet beoordeeld: {stage}; {reason}.", "Not judged: {stage}; {reason}.")
_MORE = Text(
    "... en nog {count}; zie het rapport in JSON of HTML", "... and {count} more; see the report in JSON or HTML"
)
_NOT_KEPT = Text("(van {count} bevindingen zijn er {kept} bewaard)", "({kept} of {count} findings were kept)")
_CLAUSE = Text("grond: {clause}", "ground: {clause}")
_REMEDY = Text("wat te doen: {remedy}", "what to do: {remedy}")
_ABSENT = Text("niet in de bron: {told}", "absent from the source: {told}")
_ORIGINAL = Text("aangeleverd bestand: {name} (sha256 {digest})", "delivered file: {name} (sha256 {digest})")
_LINE = Text("regel", "line")
_OPEN = Text("DE TELLING KLOPT NIET", "THE SUM DOES NOT CLOSE")


def write(report: Report, language: Language, out: BinaryIO) -> None:
    """Write lines of UTF-8; nothing in them can steer a terminal."""
    for line in lines(report, language):
        out.write(harmless(line).encode("utf-8", "backslashreplace") + b"\n")


def lines(report: Report, language: Language) -> Iterator[str]:
    """Yield the report line by line."""
    verdict = _ACCEPTED if report.accepted else _REJECTED
    yield verdict.fill(subject=report.subject).in_language(language)
    yield weight_words(report, language)
    yield _PROFILE.fill(name=report.profile, digest=report.profile_sha256[:12]).in_language(language)
    if report.fails_on_warning:
        yield _STRICT.in_language(language)
    for name, count in counts_told(report, language):
        yield f"  {name}: {count}"
    for stage in report.stages:
        if stage.skipped_because is not None:
            reason = named(REASONS, stage.skipped_because, language)
            yield _SKIPPED.fill(stage=named(STAGES, stage.name, language), reason=reason).in_language(language)
    if report.decisions is not None:
        yield from decision_lines(report.decisions, language)
    for balance in report.balances:
        yield from _balance(balance, language)
    last: Severity | None = None
    for group in groups(report):
        if group.kind.severity is not last:
            last = group.kind.severity
            yield ""
            yield SEVERITIES[last].in_language(language).upper()
        yield from _group(group, language)


def _group(group: Group, language: Language) -> Iterator[str]:
    severity = SEVERITY[group.kind.severity].in_language(language)
    yield f"{group.kind.id} ({severity}, {as_count(group.total, language)}x)"
    if group.kind.clause:
        yield "    " + _CLAUSE.fill(clause=group.kind.clause).in_language(language)
    remedy = ""
    for finding in group.findings[:SHOWN]:
        place = " ".join(
            part for part in (finding.place.path, _at(finding.place.line, language), finding.place.element) if part
        )
        yield f"  - {place + ': ' if place else ''}{finding.sentence(language)}"
        if finding.remedy(language) != remedy:
            remedy = finding.remedy(language)
            yield "    " + _REMEDY.fill(remedy=remedy).in_language(language)
    if group.total > SHOWN:
        yield "    " + _MORE.fill(count=as_count(group.total - SHOWN, language)).in_language(language)
    if group.total > len(group.findings):
        yield "    " + _NOT_KEPT.fill(
            count=as_count(group.total, language), kept=as_count(len(group.findings), language)
        ).in_language(language)


def _balance(balance: Balance, language: Language) -> Iterator[str]:
    yield balance.display if balance.closes else f"{balance.display}  {_OPEN.in_language(language)}"
    yield f"  {messages_told(balance, language)}"
    yield f"  {attachments_told(balance, language)}"
    absent = "; ".join(absent_told(balance, language))
    if absent:
        yield "  " + _ABSENT.fill(told=absent).in_language(language)
    for name, digest in balance.originals:
        yield "  " + _ORIGINAL.fill(name=name, digest=digest).in_language(language)


def _at(line: int | None, language: Language) -> str:
    return f"({_LINE.in_language(language)} {line})" if line is not None else ""


def harmless(line: str) -> str:
    """The line with everything that could steer a terminal as an escape."""
    return "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode("ascii") for sign in line)

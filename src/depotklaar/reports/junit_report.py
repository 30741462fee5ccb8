"""JUnit XML for pipelines: a test suite for each stage, a test case for each rule, a failure where a rule rejects.

Source: the schema by which Jenkins reads JUnit (junit-10.xsd). A case with findings that do not reject passes and tells
them in its output. A stage that was not judged is an error. There is a failure or an error exactly when the package is
rejected. No message text.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import BinaryIO
from xml.sax.saxutils import escape, quoteattr

from depotklaar.language import Language, Text, as_count
from depotklaar.model.finding import Finding, Severity
from depotklaar.model.report import Report, Stage
from depotklaar.reports.interface import REASONS, STAGES, Group, groups, named

NAME = "junit"
EXTENSION = ".xml"
TITLE = Text("JUnit XML, voor een ontwikkelstraat", "JUnit XML, for a pipeline")
HEAD = b'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="depotklaar">\n'
TAIL = b"</testsuites>\n"

_SIGNS = (range(0x20, 0x7F), range(0xA0, 0xD800), range(0xE000, 0xFFFE), range(0x10000, 0x110000))
_OTHERS = Stage(name="overig")
_NOT_JUDGED = Text("niet beoordeeld: {reason}", "not judged: {reason}")
_IN_ALL = Text("{shown} getoond van {total}", "{shown} shown of {total}")
_LINE = Text("regel {line}", "line {line}")
_REMEDY = Text("Wat te doen: {remedy}", "What to do: {remedy}")
_CLAUSE = Text("Grond: {clause}", "Ground: {clause}")


@dataclass(frozen=True, slots=True)
class _Case:
    """A test case: its name, and the element in it, of which the kind decides how the case counts."""

    name: str
    kind: str = "passed"
    inside: str = ""


def write(report: Report, language: Language, out: BinaryIO) -> None:
    """Write one document; `join` makes one of several."""
    out.write(HEAD)
    for part in _suites(report, language):
        out.write(part.encode("utf-8", "backslashreplace"))
    out.write(TAIL)


def join(pages: Sequence[bytes]) -> bytes:
    """One document with the test suites of all."""
    return HEAD + b"".join(page.removeprefix(HEAD).removesuffix(TAIL) for page in pages) + TAIL


def harmless(text: str) -> str:
    """The text without what XML 1.0 cannot hold: control characters and half pairs stand there as escapes."""
    return "".join(sign if _is_xml(ord(sign)) else sign.encode("unicode_escape").decode("ascii") for sign in text)


def attribute(value: str) -> str:
    """The value as a quoted attribute."""
    return quoteattr(harmless(value))


def _is_xml(code: int) -> bool:
    return code in (0x09, 0x0A) or any(code in signs for signs in _SIGNS)


def _suites(report: Report, language: Language) -> Iterator[str]:
    found = {group.kind.id: group for group in groups(report)}
    known = {rule for stage in report.stages for rule in stage.rules}
    others = tuple(rule for rule in found if rule not in known)
    stages = [(stage, stage.rules) for stage in report.stages] + ([(_OTHERS, others)] if others else [])
    for stage, rules in stages:
        yield from _suite(report, stage, list(_cases(report, stage, rules, found, language)), language)


def _suite(report: Report, stage: Stage, cases: Sequence[_Case], language: Language) -> Iterator[str]:
    counted = {kind: sum(case.kind == kind for case in cases) for kind in ("failure", "error", "skipped")}
    title = f"{report.subject}: {named(STAGES, stage.name, language)}"
    yield (
        f'  <testsuite name={attribute(title)} tests="{len(cases)}" failures="{counted["failure"]}"'
        f' errors="{counted["error"]}" skipped="{counted["skipped"]}" time="0"'
        f" timestamp={attribute(report.created_at.removesuffix('Z'))}>\n"
    )
    place = attribute(f"{report.subject}.{stage.name}")
    for case in cases:
        head = f'    <testcase name={attribute(case.name)} classname={place} time="0"'
        yield f"{head}>\n      {case.inside}\n    </testcase>\n" if case.inside else f"{head}/>\n"
    yield "  </testsuite>\n"


def _cases(
    report: Report, stage: Stage, rules: Sequence[str], found: Mapping[str, Group], language: Language
) -> Iterator[_Case]:
    reason = stage.skipped_because and named(REASONS, stage.skipped_because, language)
    if reason:
        told = attribute(_NOT_JUDGED.fill(reason=reason).in_language(language))
        yield _Case(stage.name, "error", f'<error message={told} type="not-judged"/>')
    for rule in dict.fromkeys(rules):
        if rule in found:
            yield _broken(report, found[rule], language)
        else:
            yield _Case(rule, "skipped", "<skipped/>") if reason else _Case(rule)


def _broken(report: Report, group: Group, language: Language) -> _Case:
    severity = group.kind.severity
    told = escape(harmless("\n".join(_lines(group, language))))
    if severity is Severity.ERROR or (severity is Severity.WARNING and report.fail_on == "warning"):
        message = attribute(group.findings[0].sentence(language))
        weight = attribute(severity.value)
        return _Case(group.kind.id, "failure", f"<failure message={message} type={weight}>{told}</failure>")
    return _Case(group.kind.id, "passed", f"<system-out>{told}</system-out>")


def _lines(group: Group, language: Language) -> Iterator[str]:
    if group.kind.clause:
        yield _CLAUSE.fill(clause=group.kind.clause).in_language(language)
    remedy = ""
    for finding in group.findings:
        yield f"{_place(finding, language)}{finding.sentence(language)}"
        if finding.remedy(language) != remedy:
            remedy = finding.remedy(language)
            yield _REMEDY.fill(remedy=remedy).in_language(language)
    if group.total > len(group.findings):
        shown, total = as_count(len(group.findings), language), as_count(group.total, language)
        yield _IN_ALL.fill(shown=shown, total=total).in_language(language)


def _place(finding: Finding, language: Language) -> str:
    place = finding.place
    line = "" if place.line is None else _LINE.fill(line=place.line).in_language(language)
    told = ", ".join(part for part in (place.path, line, place.element) if part)
    return f"{told}: " if told else ""

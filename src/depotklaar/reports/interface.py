"""What every form of report gets and gives, and the words that they share."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import BinaryIO, Protocol

from depotklaar.language import Language, Text, as_count, as_exact_size
from depotklaar.model.finding import Finding, FindingKind, Level, Severity
from depotklaar.model.report import Report


class ReportForm(Protocol):
    """A form in which a report can be written."""

    NAME: str
    EXTENSION: str
    TITLE: Text

    def write(self, report: Report, language: Language, out: BinaryIO) -> None:
        """Write the report as UTF-8; the same report gives the same bytes."""


SEVERITIES = {
    Severity.ERROR: Text("fouten", "errors"),
    Severity.WARNING: Text("waarschuwingen", "warnings"),
    Severity.INFO: Text("opmerkingen", "remarks"),
}
SEVERITY = {
    Severity.ERROR: Text("fout", "error"),
    Severity.WARNING: Text("waarschuwing", "warning"),
    Severity.INFO: Text("opmerking", "remark"),
}
LEVELS = {
    Level.NORM: Text("norm", "norm"),
    Level.IF_KNOWN: Text("norm, indien bekend", "norm, if known"),
    Level.ADVICE: Text("advies in de norm", "advice in the norm"),
    Level.RECEIVER: Text("wens van de ontvanger", "wish of the receiver"),
    Level.OURS: Text("eigen controle van depotklaar", "check of depotklaar's own"),
}
STAGES = {
    "container": Text("pakket lezen", "reading the package"),
    "bag": Text("bag (BagIt)", "bag (BagIt)"),
    "structure": Text("structuur en namen", "structure and names"),
    "schema": Text("XML-schema", "XML schema"),
    "content": Text("inhoud van de metagegevens", "content of the metadata"),
    "hierarchy": Text("hiërarchie en verwijzingen", "hierarchy and references"),
    "formats": Text("bestandsformaten", "file formats"),
    "pakbon": Text("pakbon", "pakbon"),
}
REASONS = {
    "not-opened": Text("het pakket is niet te openen", "the package cannot be opened"),
    "no-metadata": Text("er zijn geen metagegevensbestanden", "there are no metadata files"),
}
COUNTS = {
    "informatieobjecten": Text("informatieobjecten", "informatieobjecten"),
    "bestanden": Text("beschreven bestanden", "described files (bestand)"),
    "sidecars": Text("metagegevensbestanden", "metadata files"),
    "content_files": Text("inhoudsbestanden", "content files"),
    "content_bytes": Text("omvang van de inhoud", "size of the content"),
    "files": Text("bestanden in totaal", "files in all"),
    "bytes": Text("omvang in totaal", "size in all"),
    "formats_preferred": Text("bestanden in een voorkeursformaat", "files in a preferred format"),
    "formats_acceptable": Text("bestanden in een acceptabel formaat", "files in an acceptable format"),
    "formats_other": Text("bestanden in een ander formaat", "files in another format"),
    "objects": Text("objecten", "objects"),
    "messages": Text("berichten en meldingen in het pakket", "messages and notices in the package"),
    "left_out": Text("weggelaten berichten en meldingen", "messages and notices left out"),
}
_IN_BYTES = ("content_bytes", "bytes")


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The kept findings of one rule, in order, and how many there were in all."""

    kind: FindingKind
    findings: tuple[Finding, ...]
    total: int


def groups(report: Report) -> Iterator[Group]:
    """Yield the findings by rule, errors first, within a severity in the order of their first finding."""
    found: dict[str, list[Finding]] = {}
    for finding in report.findings:
        found.setdefault(finding.kind.id, []).append(finding)
    for severity in Severity:
        for rule, findings in found.items():
            if findings[0].severity is severity:
                total = max(report.totals.get(rule, 0), len(findings))
                yield Group(kind=findings[0].kind, findings=tuple(findings), total=total)


def weights(report: Report) -> Mapping[Severity, int]:
    """How many findings there are of each severity, the ones that were not kept included."""
    counted = dict.fromkeys(Severity, 0)
    for group in groups(report):
        counted[group.kind.severity] += group.total
    return counted


def counts_told(report: Report, language: Language) -> list[tuple[str, str]]:
    """Each count with its name, as a person reads it: thousands apart, bytes in a unit and in full."""
    return [
        (named(COUNTS, name, language), (as_exact_size if name in _IN_BYTES else as_count)(count, language))
        for name, count in report.counts.items()
    ]


def named(words: Mapping[str, Text], key: str, language: Language) -> str:
    """The words for a key; the key itself when there are none."""
    text = words.get(key)
    return text.in_language(language) if text else key


def weight_words(report: Report, language: Language) -> str:
    """How many findings there are of each severity, in words: `0 fouten, 1 waarschuwing, 2 opmerkingen`."""
    return ", ".join(
        f"{as_count(count, language)} {(SEVERITY if count == 1 else SEVERITIES)[weight].in_language(language)}"
        for weight, count in weights(report).items()
    )

"""A file has content."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.interface import Context, PackageFacts

KIND = FindingKind(
    id="STRUCTURE-EMPTY-FILE",
    severity=Severity.WARNING,
    level=Level.OURS,
    clause="Gebruik bij e-depots: een bestand heeft inhoud",
    text=Text(
        "Het bestand is leeg (0 bytes).",
        "The file is empty (0 bytes).",
    ),
    remedy=Text(
        "Ga na of de inhoud verloren is gegaan vóór de overbrenging.",
        "Find out whether its content was lost before the transfer.",
    ),
)


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield each content file of no bytes."""
    for path in package.layout.content_files:
        if package.files[path].size == 0:
            yield Finding(kind=KIND, place=Place(path=path))

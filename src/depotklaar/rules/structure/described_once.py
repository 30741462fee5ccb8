"""Nothing is described twice."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.interface import Context, PackageFacts

KIND = FindingKind(
    id="SIP-R44-DOUBLE",
    severity=Severity.ERROR,
    level=Level.NORM,
    clause="SIP-specificatie MDTO, een informatieobject komt eenmaal voor",
    text=Text(
        "Het bestand of de map heeft meer dan één metagegevensbestand.",
        "The file or folder has more than one metadata file.",
    ),
    remedy=Text(
        "Houd er één over.",
        "Keep one.",
    ),
)


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield each metadata file of what another describes already."""
    for path in package.layout.doubles:
        yield Finding(kind=KIND, place=Place(path=path))

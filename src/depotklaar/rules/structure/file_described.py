"""Each file has its metadata file beside it."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.interface import Context, PackageFacts

KIND = FindingKind(
    id="SIP-R44",
    severity=Severity.ERROR,
    level=Level.NORM,
    clause="SIP-specificatie MDTO, sidecarstructuur: elk bestand heeft metagegevens naast zich",
    text=Text(
        "Het bestand heeft geen metagegevensbestand naast zich.",
        "The file has no metadata file beside it.",
    ),
    remedy=Text(
        "Zet het metagegevensbestand van het bestand ernaast.",
        "Put the file's metadata file beside it.",
    ),
)


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield each file that nothing describes."""
    described = set(package.layout.sidecars.values())
    for path in package.layout.content_files:
        if path not in described:
            yield Finding(kind=KIND, place=Place(path=path))

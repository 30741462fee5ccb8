"""The metadata file of a folder bears the folder's name."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.interface import Context, PackageFacts

KIND = FindingKind(
    id="SIP-R49",
    severity=Severity.ERROR,
    level=Level.NORM,
    clause="SIP-specificatie MDTO, naamgeving: <naam>.MDTO.xml",
    text=Text(
        "Het metagegevensbestand heet niet naar de map waarin het ligt.",
        "The metadata file is not called after the folder that it lies in.",
    ),
    remedy=Text(
        "Geef het metagegevensbestand de naam van de map.",
        "Give the metadata file the folder's name.",
    ),
)


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield each folder's metadata file with another name."""
    for path in package.layout.misnamed:
        yield Finding(kind=KIND, place=Place(path=path))

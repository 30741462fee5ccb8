"""Nothing is left to be fetched."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.interface import Context, PackageFacts

KIND = FindingKind(
    id="BAG-FETCH",
    severity=Severity.ERROR,
    level=Level.NORM,
    clause="RFC 8493 (BagIt 1.0), 2.2.3 en 3 (fetch.txt)",
    text=Text(
        "fetch.txt verwijst naar een bestand dat nog moet worden opgehaald; het pakket is niet volledig.",
        "fetch.txt refers to a file that is still to be fetched; the package is not complete.",
    ),
    remedy=Text(
        "Lever het bestand zelf mee.",
        "Deliver the file itself.",
    ),
)


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield each file of fetch.txt that is not there."""
    for path in package.bag.fetch if package.bag else ():
        if path not in package.files:
            yield Finding(kind=KIND, place=Place(path=path))

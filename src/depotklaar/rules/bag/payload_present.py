"""A bag has a folder data."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.interface import Context, PackageFacts

KIND = FindingKind(
    id="BAG-PAYLOAD",
    severity=Severity.ERROR,
    level=Level.NORM,
    clause="RFC 8493 (BagIt 1.0), 2.1.2 (data)",
    text=Text(
        "De bag heeft geen map data, en dus geen inhoud.",
        "The bag has no folder data, and so no content.",
    ),
    remedy=Text(
        "Vraag het pakket opnieuw op.",
        "Ask for the package again.",
    ),
)


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield one finding when there is none; in a container a folder need not be written down to be there."""
    if package.bag is None or "data" in package.folders:
        return
    if not any(path.startswith("data/") for path in package.files):
        yield Finding(kind=KIND, place=Place(path="data"))

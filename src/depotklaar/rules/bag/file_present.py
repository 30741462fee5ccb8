"""Every file that a manifest lists is there."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.interface import Context, PackageFacts

KIND = FindingKind(
    id="BAG-MISSING",
    severity=Severity.ERROR,
    level=Level.NORM,
    clause="RFC 8493 (BagIt 1.0), 3 (volledigheid)",
    text=Text(
        "Het bestand staat in {manifest}, maar ontbreekt in de bag.",
        "The file is listed in {manifest}, but is missing from the bag.",
    ),
    remedy=Text(
        "Vraag het bestand op bij de afzender en zet het op zijn plaats.",
        "Ask the sender for the file and put it in its place.",
    ),
)


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield each listed file that is not there, once for each manifest."""
    for one in package.bag.manifests if package.bag else ():
        for path in one.entries:
            if path not in package.files:
                yield Finding(kind=KIND, place=Place(path=path), params={"manifest": one.path})

"""A manifest names only paths inside the bag, a payload manifest only inside data."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.interface import Context, PackageFacts

KIND = FindingKind(
    id="BAG-PATH",
    severity=Severity.ERROR,
    level=Level.NORM,
    clause="RFC 8493 (BagIt 1.0), 2.1.3 en 5.1 (paden buiten de bag)",
    text=Text(
        "Het manifest noemt een pad buiten de bag of buiten data: {listed}",
        "The manifest names a path outside the bag or outside data: {listed}",
    ),
    remedy=Text(
        "Vertrouw dit pakket niet zonder navraag bij de afzender.",
        "Do not trust this package without asking its sender.",
    ),
)


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield each path that leads elsewhere."""
    if package.bag is None:
        return
    for path, listed, line in package.bag.unsafe:
        yield Finding(kind=KIND, place=Place(path=path, line=line), params={"listed": listed})

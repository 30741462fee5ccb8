"""A bag declares itself."""

import re
from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.interface import Context, PackageFacts

KIND = FindingKind(
    id="BAG-DECLARATION",
    severity=Severity.ERROR,
    level=Level.NORM,
    clause="RFC 8493 (BagIt 1.0), 2.1.1 (bagit.txt)",
    text=Text(
        "Er zijn manifesten of een map data, maar bagit.txt ontbreekt; zo is dit geen bag.",
        "There are manifests or a folder data, but bagit.txt is missing; this is no bag.",
    ),
    remedy=Text(
        "Voeg bagit.txt toe zoals het was, of vraag het pakket opnieuw op.",
        "Put bagit.txt back as it was, or ask for the package again.",
    ),
)

_SIGNS = re.compile(r"(tag)?manifest-[a-z0-9-]+\.txt|bag-info\.txt")


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield one finding when the signs of a bag stand at the top without a declaration."""
    if package.bag is None:
        found = sorted(path for path in package.files if _SIGNS.fullmatch(path))
        if found:
            yield Finding(kind=KIND, place=Place(path="bagit.txt"))

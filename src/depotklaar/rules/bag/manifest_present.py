"""A bag has a payload manifest of an algorithm that can be computed."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Severity
from depotklaar.rules.interface import Context, PackageFacts

KIND = FindingKind(
    id="BAG-MANIFEST",
    severity=Severity.ERROR,
    level=Level.NORM,
    clause="RFC 8493 (BagIt 1.0), 2.1.3 (payload manifest)",
    text=Text(
        "De bag heeft geen payload-manifest dat te controleren is.",
        "The bag has no payload manifest that can be checked.",
    ),
    remedy=Text(
        "Voeg manifest-sha256.txt of manifest-sha512.txt toe.",
        "Add manifest-sha256.txt or manifest-sha512.txt.",
    ),
)


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield one finding when there is none."""
    if package.bag is not None and not any(one.payload and one.known for one in package.bag.manifests):
        yield Finding(kind=KIND)

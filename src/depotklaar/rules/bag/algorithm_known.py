"""A manifest uses an algorithm that can be computed."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.interface import Context, PackageFacts

KIND = FindingKind(
    id="BAG-ALGORITHM",
    severity=Severity.WARNING,
    level=Level.NORM,
    clause="RFC 8493 (BagIt 1.0), 2.4 (algoritmen)",
    text=Text(
        "Het algoritme {algorithm} van dit manifest is onbekend; het manifest is niet gecontroleerd.",
        "The algorithm {algorithm} of this manifest is unknown; the manifest has not been checked.",
    ),
    remedy=Text(
        "Gebruik sha256 of sha512.",
        "Use sha256 or sha512.",
    ),
)


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield each manifest of an unknown algorithm."""
    for one in package.bag.manifests if package.bag else ():
        if not one.known:
            yield Finding(kind=KIND, place=Place(path=one.path), params={"algorithm": one.algorithm})

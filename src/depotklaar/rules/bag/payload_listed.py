"""Every payload file is listed in every payload manifest."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.interface import Context, PackageFacts

KIND = FindingKind(
    id="BAG-UNLISTED",
    severity=Severity.ERROR,
    level=Level.NORM,
    clause="RFC 8493 (BagIt 1.0), 2.1.3 en 3 (volledigheid)",
    text=Text(
        "Het bestand staat in data, maar niet in {manifest}.",
        "The file is in data, but not in {manifest}.",
    ),
    remedy=Text(
        "Zoek uit waar het bestand vandaan komt; hoort het erbij, maak dan de bag opnieuw.",
        "Find out where the file comes from; if it belongs, make the bag anew.",
    ),
)


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield each unlisted payload file; before BagIt 1.0 being in one manifest was enough."""
    if package.bag is None:
        return
    manifests = [one for one in package.bag.manifests if one.payload]
    old = package.bag.version is not None and package.bag.version.startswith("0.")
    for path in package.files:
        missing = [one.path for one in manifests if path.startswith("data/") and path not in one.entries]
        if missing and not (old and len(missing) < len(manifests)):
            yield Finding(kind=KIND, place=Place(path=path), params={"manifest": ", ".join(missing)})

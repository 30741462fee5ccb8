"""The pakbon's hash is that of the package."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.interface import Context, PackageFacts
from depotklaar.rules.package_hash import package_hash

KIND = FindingKind(
    id="PAKBON-HASH",
    severity=Severity.ERROR,
    level=Level.NORM,
    clause="SIP-specificatie MDTO, pakbon: hash van de SIP",
    text=Text(
        "De hash in de pakbon is niet die van het pakket ({basis}); het pakket of de pakbon is veranderd.",
        "The hash in the pakbon is not that of the package ({basis}); the package or the pakbon has changed.",
    ),
    remedy=Text(
        "Vraag pakket en pakbon opnieuw op.",
        "Ask for package and pakbon again.",
    ),
)


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield one finding when the hash differs or that of which it was taken is not here."""
    bon = package.pakbon.pakbon if package.pakbon else None
    if bon is None or package.pakbon is None:
        return
    found = package_hash(package, bon)
    if found != bon.hash_value.strip().lower():
        yield Finding(kind=KIND, place=Place(path=package.pakbon.path), params={"basis": bon.hash_basis})

"""A pakbon names the package that it lies beside."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.interface import Context, PackageFacts

KIND = FindingKind(
    id="PAKBON-NAME",
    severity=Severity.ERROR,
    level=Level.NORM,
    clause="SIP-specificatie MDTO, pakbon: kenmerk van de SIP",
    text=Text(
        "De pakbon hoort bij {stated}, maar dit pakket heet {found}.",
        "The pakbon belongs to {stated}, but this package is called {found}.",
    ),
    remedy=Text(
        "Leg de goede pakbon bij het pakket, of geef het pakket zijn eigen naam terug.",
        "Put the right pakbon with the package, or give the package its own name back.",
    ),
)


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield one finding when the name in the pakbon is not the package's, with or without container suffix."""
    bon = package.pakbon.pakbon if package.pakbon else None
    if bon is None or package.pakbon is None or not bon.package_name.strip():
        return
    stated = bon.package_name.strip().rstrip("/")
    if stated not in (package.name, package.file_name):
        params = {"stated": stated, "found": package.file_name}
        yield Finding(kind=KIND, place=Place(path=package.pakbon.path), params=params)

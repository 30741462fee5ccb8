"""A delivery comes with a pakbon."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Severity
from depotklaar.rules.interface import Context, PackageFacts

KIND = FindingKind(
    id="PAKBON-ABSENT",
    severity=Severity.WARNING,
    level=Level.NORM,
    clause="SIP-specificatie MDTO, pakbon",
    text=Text(
        "Er is geen pakbon bij dit pakket gegeven; of het volledig is aangekomen is niet na te gaan.",
        "No pakbon was given with this package; whether it arrived whole cannot be told.",
    ),
    remedy=Text(
        "Lever de pakbon mee, naast het pakket.",
        "Deliver the pakbon, beside the package.",
    ),
)


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield one finding when there is none."""
    if package.pakbon is None:
        yield Finding(kind=KIND)

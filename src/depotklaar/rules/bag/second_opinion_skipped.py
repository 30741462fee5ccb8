"""Says that no second opinion was asked."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Severity
from depotklaar.rules.interface import Context, PackageFacts

KIND = FindingKind(
    id="BAG-SECOND-OPINION-SKIPPED",
    severity=Severity.INFO,
    level=Level.OURS,
    clause="bagit (Library of Congress), controle op volledigheid",
    text=Text(
        "Het programma bagit is niet om een tweede oordeel gevraagd: het leest geen containers.",
        "The program bagit was not asked for a second opinion: it reads no containers.",
    ),
    remedy=Text(
        "Pak de container uit als een tweede oordeel gewenst is.",
        "Unpack the container if a second opinion is wanted.",
    ),
)


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield one finding for a bag in a container."""
    if package.bag is not None and package.local is None:
        yield Finding(kind=KIND)

"""The container opens and is safe to read."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Severity
from depotklaar.rules.interface import Context, PackageFacts

KIND = FindingKind(
    id="CONTAINER-OPEN",
    severity=Severity.ERROR,
    level=Level.OURS,
    clause="ZIP (ISO/IEC 21320-1), tar (POSIX.1-2001)",
    text=Text(
        "De container is niet te openen: {detail_nl}",
        "The container cannot be opened: {detail_en}",
    ),
    remedy=Text(
        "Vraag de container opnieuw op of maak haar opnieuw; werk niet met een beschadigde kopie.",
        "Ask for the container again or make it anew; do not work with a damaged copy.",
    ),
)


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield each reason why it was refused."""
    for reason in package.refused:
        yield Finding(kind=KIND, params={"detail_nl": reason.nl, "detail_en": reason.en})

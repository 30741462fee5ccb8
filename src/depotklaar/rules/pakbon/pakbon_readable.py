"""A pakbon can be read."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.interface import Context, PackageFacts

KIND = FindingKind(
    id="PAKBON-XML",
    severity=Severity.ERROR,
    level=Level.NORM,
    clause="SIP-specificatie MDTO, pakbon",
    text=Text(
        "De pakbon is niet te lezen: {detail_nl}",
        "The pakbon cannot be read: {detail_en}",
    ),
    remedy=Text(
        "Vraag de pakbon opnieuw op.",
        "Ask for the pakbon again.",
    ),
)


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield the reader's refusal, if it refused."""
    bon = package.pakbon
    if bon is not None and bon.malformed is not None:
        params = {"detail_nl": bon.malformed.text.nl, "detail_en": bon.malformed.text.en}
        yield Finding(kind=KIND, place=Place(path=bon.path, line=bon.malformed.line), params=params)

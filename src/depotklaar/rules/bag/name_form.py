"""A manifest writes each name in the Unicode form that the file has."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.interface import Context, PackageFacts

KIND = FindingKind(
    id="BAG-NAME-FORM",
    severity=Severity.WARNING,
    level=Level.ADVICE,
    clause="RFC 8493 (BagIt 1.0), 6 (namen in verschillende Unicode-vormen)",
    text=Text(
        "Deze naam staat in {manifest} in een andere Unicode-vorm; dat komt door kopiëren tussen systemen.",
        "This name stands in {manifest} in another Unicode form; that comes from copying between systems.",
    ),
    remedy=Text(
        "De inhoud is gecontroleerd. Vraag de afzender de namen in vorm NFC te schrijven en de bag opnieuw te maken.",
        "The content has been checked. Ask the sender to write names in form NFC and to make the bag anew.",
    ),
)


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield each file that was found under another form of its name."""
    for manifest, _, path in package.bag.renamed if package.bag else ():
        yield Finding(kind=KIND, place=Place(path=path), params={"manifest": manifest})

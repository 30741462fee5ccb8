"""A top object refers to its parent in the target system."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.interface import Context, PackageFacts

KIND = FindingKind(
    id="SIP-R48",
    severity=Severity.ERROR,
    level=Level.NORM,
    clause="SIP-specificatie MDTO, verwijzing van het bovenste object naar het doelsysteem",
    text=Text(
        "Het bovenste object verwijst niet naar zijn ouder in het doelsysteem.",
        "The top object does not refer to its parent in the target system.",
    ),
    remedy=Text(
        "Vul isOnderdeelVan met de plaats in het e-depot die met de ontvanger is afgesproken.",
        "Fill isOnderdeelVan with the place in the e-depot that was agreed with the receiver.",
    ),
)


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield each top object without a parent outside the delivery."""
    for one in package.objects:
        if one.kind == "informatieobject" and package.is_top(one):
            outside = [reference for reference in one.parents if package.find(reference) is None]
            if not outside:
                yield Finding(kind=KIND, place=Place(path=one.path, element="isOnderdeelVan"))

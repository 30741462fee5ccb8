"""bagit.txt, bag-info.txt, manifests and fetch.txt are well-formed."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.interface import Context, PackageFacts

KIND = FindingKind(
    id="BAG-FORM",
    severity=Severity.ERROR,
    level=Level.NORM,
    clause="RFC 8493 (BagIt 1.0), 2 (structuur)",
    text=Text(
        "Dit bestand van de bag is niet volgens de norm: {detail_nl}",
        "This file of the bag is not as the norm has it: {detail_en}",
    ),
    remedy=Text(
        "Maak de bag opnieuw met een programma dat BagIt 1.0 volgt.",
        "Make the bag anew with a program that follows BagIt 1.0.",
    ),
)


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield each fault that a reader of these files reported."""
    for path, fault in package.bag.faults if package.bag else ():
        params = {"detail_nl": fault.text.nl, "detail_en": fault.text.en}
        yield Finding(kind=KIND, place=Place(path=path, line=fault.line), params=params)

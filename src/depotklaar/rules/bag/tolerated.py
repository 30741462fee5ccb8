"""What a bag's own files do otherwise than the norm, without leaving doubt."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.interface import Context, PackageFacts

KIND = FindingKind(
    id="BAG-TOLERATED",
    severity=Severity.WARNING,
    level=Level.ADVICE,
    clause="RFC 8493 (BagIt 1.0), 2.1.1, 2.1.3 en 6 (wat programma's verschillend doen)",
    text=Text(
        "Dit bestand van de bag is goed te lezen, maar niet elk programma doet dat: {detail_nl}",
        "This file of the bag can be read well, but not every program does: {detail_en}",
    ),
    remedy=Text(
        "De bag is geldig; maak een volgende met een programma dat BagIt 1.0 volgt.",
        "The bag is valid; make a next one with a program that follows BagIt 1.0.",
    ),
)


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield each thing that the readers of these files put up with."""
    for path, fault in package.bag.tolerated if package.bag else ():
        params = {"detail_nl": fault.text.nl, "detail_en": fault.text.en}
        yield Finding(kind=KIND, place=Place(path=path, line=fault.line), params=params)

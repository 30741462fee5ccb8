"""References within the delivery carry an identification."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.interface import Context, PackageFacts
from depotklaar.rules.kinship import inner_references

KIND = FindingKind(
    id="MDTO-R29-NAME",
    severity=Severity.WARNING,
    level=Level.IF_KNOWN,
    clause="MDTO Gegevensgroepen 1.0.1, verwijzingIdentificatie",
    text=Text(
        "{element} noemt alleen een naam; zonder identificatie is niet na te gaan welk object bedoeld is.",
        "{element} gives only a name; without identification it cannot be told which object is meant.",
    ),
    remedy=Text(
        "Vul verwijzingIdentificatie.",
        "Fill verwijzingIdentificatie.",
    ),
)


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield each reference to a part, file or parent without identification."""
    for one in package.objects:
        for element, reference in inner_references(package, one):
            if reference.identificatie is None:
                place = Place(path=one.path, element=element)
                yield Finding(kind=KIND, place=place, params={"element": element})

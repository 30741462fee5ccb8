"""References to parts, files and parents lead to an object in the delivery."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.interface import Context, PackageFacts
from depotklaar.rules.kinship import inner_references

KIND = FindingKind(
    id="MDTO-R29",
    severity=Severity.ERROR,
    level=Level.NORM,
    clause="MDTO Metagegevensschema 1.0.1, verwijzingIdentificatie; SIP-specificatie, hierarchie",
    text=Text(
        "{element} verwijst naar {mark} ({source}), maar dat object zit niet in de aanlevering.",
        "{element} refers to {mark} ({source}), but that object is not in the delivery.",
    ),
    remedy=Text(
        "Lever het object mee, of verbeter de verwijzing.",
        "Deliver the object too, or correct the reference.",
    ),
)


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield each reference that leads nowhere; the parent of a top object lies in the target system."""
    for one in package.objects:
        for element, reference in inner_references(package, one):
            mark = reference.identificatie
            if mark is not None and mark not in package.by_id:
                params = {"element": element, "mark": mark.kenmerk, "source": mark.bron}
                yield Finding(kind=KIND, place=Place(path=one.path, element=element), params=params)

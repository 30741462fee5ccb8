"""References lead to the class that the norm names."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.interface import Context, PackageFacts
from depotklaar.rules.kinship import inner_references

KIND = FindingKind(
    id="MDTO-R29-CLASS",
    severity=Severity.ERROR,
    level=Level.NORM,
    clause="MDTO Metagegevensschema 1.0.1, klassen van de relaties",
    text=Text(
        "{element} verwijst naar een {found}; daar hoort een {expected}.",
        "{element} refers to a {found}; a {expected} belongs there.",
    ),
    remedy=Text(
        "Verbeter de verwijzing.",
        "Correct the reference.",
    ),
)


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield each reference to an object of the other class."""
    for one in package.objects:
        for element, reference in inner_references(package, one):
            found = package.find(reference)
            expected = "bestand" if element in ("heeftRepresentatie", "aanvullendeMetagegevens") else "informatieobject"
            if found is not None and found.kind is not None and found.kind != expected:
                params = {"element": element, "found": found.kind, "expected": expected}
                yield Finding(kind=KIND, place=Place(path=one.path, element=element), params=params)

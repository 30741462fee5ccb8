"""A folder is described as informatieobject, a file as bestand."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.interface import Context, PackageFacts

KIND = FindingKind(
    id="SIP-R44-CLASS",
    severity=Severity.ERROR,
    level=Level.NORM,
    clause="SIP-specificatie MDTO, informatieobject in de map, bestand naast het bestand",
    text=Text(
        "Het metagegevensbestand beschrijft een {found}, maar op deze plaats hoort een {expected}.",
        "The metadata file describes a {found}, but a {expected} belongs in this place.",
    ),
    remedy=Text(
        "Wissel de inhoud of de plaats van het metagegevensbestand.",
        "Change the content or the place of the metadata file.",
    ),
)


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield each description of the wrong class."""
    for one in package.objects:
        expected = "informatieobject" if one.describes_folder else "bestand"
        if one.describes is not None and one.kind is not None and one.kind != expected:
            params = {"found": one.kind, "expected": expected}
            yield Finding(kind=KIND, place=Place(path=one.path), params=params)

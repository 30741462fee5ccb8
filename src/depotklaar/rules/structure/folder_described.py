"""Each folder holds the metadata file of its aggregation."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.interface import Context, PackageFacts

KIND = FindingKind(
    id="SIP-R43",
    severity=Severity.ERROR,
    level=Level.NORM,
    clause="SIP-specificatie MDTO, sidecarstructuur: metagegevens van een aggregatie in haar map",
    text=Text(
        "De map heeft geen metagegevensbestand in zich.",
        "The folder has no metadata file in it.",
    ),
    remedy=Text(
        "Zet het metagegevensbestand van de aggregatie in haar map, met de naam van de map.",
        "Put the metadata file of the aggregation in its folder, under the folder's name.",
    ),
)


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield each folder below the top that nothing describes."""
    described = set(package.layout.sidecars.values())
    for folder in package.layout.folders:
        if folder not in described:
            yield Finding(kind=KIND, place=Place(path=folder))

"""An informatiecategorie is repeated on every level below it."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.interface import Context, PackageFacts

KIND = FindingKind(
    id="MDTO-R42-CATEGORY",
    severity=Severity.WARNING,
    level=Level.IF_KNOWN,
    clause="MDTO introductie: geen overerving bij uitwisseling; Metagegevensschema 1.0.1, informatiecategorie",
    text=Text(
        "Het object heeft geen informatiecategorie, de aggregatie erboven ({parent}) wel; zij wordt niet geërfd.",
        "The object has no informatiecategorie, the aggregation above it ({parent}) has; it is not inherited.",
    ),
    remedy=Text(
        "Neem de informatiecategorie ook bij dit object op.",
        "Record the informatiecategorie with this object too.",
    ),
)


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield each informatieobject without a category in the folder of one that has it."""
    for one in package.objects:
        if one.kind == "informatieobject" and not one.categorised:
            above = package.parent_by_place(one)
            if above is not None and above.categorised:
                place = Place(path=one.path, element="informatieobject/informatiecategorie")
                yield Finding(kind=KIND, place=place, params={"parent": above.path})

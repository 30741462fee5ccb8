"""What is kept permanently lies not in what is destroyed."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.interface import Context, PackageFacts

KIND = FindingKind(
    id="MDTO-R42",
    severity=Severity.WARNING,
    level=Level.OURS,
    clause="MDTO introductie: geen overerving bij uitwisseling",
    text=Text(
        "Dit object is blijvend te bewaren, maar het ligt in een aggregatie die tijdelijk te bewaren is.",
        "This object is to be kept permanently, but lies in an aggregation that is to be kept temporarily.",
    ),
    remedy=Text(
        "Verbeter de waardering van een van beide; anders gaat het bij vernietiging van het geheel verloren.",
        "Correct the waardering of one of them; or it will be lost when the whole is destroyed.",
    ),
)


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield each object with B whose folder above has V."""
    for one in package.objects:
        above = package.parent_by_place(one)
        if above is not None and one.waardering == "B" and above.waardering == "V":
            yield Finding(kind=KIND, place=Place(path=one.path, element="informatieobject/waardering"))

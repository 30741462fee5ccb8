"""Nothing is to be kept longer than the aggregation in which it lies."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.interface import Context, PackageFacts
from depotklaar.rules.periods import span

KIND = FindingKind(
    id="MDTO-R42-TERM",
    severity=Severity.WARNING,
    level=Level.OURS,
    clause="MDTO introductie: geen overerving bij uitwisseling; Metagegevensschema 1.0.1, bewaartermijn",
    text=Text(
        "Dit object is te bewaren tot {end}, maar de aggregatie waarin het ligt tot {above}.",
        "This object is to be kept until {end}, but the aggregation in which it lies until {above}.",
    ),
    remedy=Text(
        "Verbeter een van beide termijnen; anders gaat het bij vernietiging van het geheel te vroeg verloren.",
        "Correct one of the terms; or it will be lost too early when the whole is destroyed.",
    ),
)


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield each object with V whose term surely ends after that of the V in whose folder it lies."""
    for one in package.objects:
        above = package.parent_by_place(one) if one.kept_until and one.waardering == "V" else None
        if above is None or above.kept_until is None or above.waardering != "V" or one.kept_until is None:
            continue
        own, whole = span(one.kept_until), span(above.kept_until)
        if own is not None and whole is not None and own[0] > whole[1]:
            place = Place(path=one.path, element="informatieobject/bewaartermijn")
            yield Finding(kind=KIND, place=place, params={"end": one.kept_until, "above": above.kept_until})

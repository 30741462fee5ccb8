"""A begrippenlijst that is named can be found."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.interface import Context, PackageFacts

KIND = FindingKind(
    id="MDTO-R41",
    severity=Severity.INFO,
    level=Level.OURS,
    clause="MDTO Gegevensgroepen 1.0.1, begripBegrippenlijst: een lijst die bestaat en beschreven is",
    text=Text(
        "De begrippenlijst {list} is niet bekend, heeft geen identificatie en is niet meegeleverd ({count} keer).",
        "The list {list} is not known, has no identification and is not delivered ({count} times).",
    ),
    remedy=Text(
        "Vul verwijzingIdentificatie met de vindplaats van de lijst, of lever de lijst mee als informatieobject.",
        "Fill verwijzingIdentificatie with the place where the list is found, or deliver it as an informatieobject.",
    ),
)


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield each such list once, at the first object that names it; the name of an object that holds it tells it."""
    first: dict[str, str] = {}
    counts: dict[str, int] = {}
    for one in package.objects:
        for name in one.loose_lists:
            first.setdefault(name, one.path)
            counts[name] = counts.get(name, 0) + 1
    delivered = {one.naam.strip().casefold() for one in package.objects} if first else set()
    for name, path in first.items():
        if name.strip().casefold() not in delivered:
            place = Place(path=path, element="begripBegrippenlijst")
            yield Finding(kind=KIND, place=place, params={"list": name, "count": counts[name]})

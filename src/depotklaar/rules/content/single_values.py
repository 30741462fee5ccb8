"""Attributes of which the receiver wants one occur once."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.interface import Context, SidecarFacts

KIND = FindingKind(
    id="RECEIVER-SINGLE",
    severity=Severity.ERROR,
    level=Level.RECEIVER,
    clause="Profiel van de ontvanger, single",
    text=Text(
        "{name} komt {count} keer voor; deze ontvanger neemt er precies een aan.",
        "{name} occurs {count} times; this receiver accepts exactly one.",
    ),
    remedy=Text(
        "Kies de waarde die moet gelden en zet de andere in omschrijving of aanvullende metagegevens.",
        "Choose the value that is to hold and put the others in omschrijving or additional metadata.",
    ),
)


def check(sidecar: SidecarFacts, context: Context) -> Iterator[Finding]:
    """Yield each attribute of the profile's list that occurs more than once in one object."""
    if sidecar.mdto is None:
        return
    for name in context.profile.single:
        wanted = name.replace("_", "").casefold()
        direct = (leaf for leaf in sidecar.leaves if leaf.element.count("/") == 1)
        found = [leaf for leaf in direct if leaf.element.split("/")[1].casefold() == wanted]
        if len(found) > 1:
            place = Place(path=sidecar.path, element=found[1].element, line=found[1].line)
            params: dict[str, str | int] = {"name": found[0].element.split("/")[1], "count": len(found)}
            yield Finding(kind=KIND, place=place, params=params)

"""A restriction comes from the receiver's list when that list is closed."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Severity
from depotklaar.model.mdto import Informatieobject
from depotklaar.rules.interface import Context, SidecarFacts

KIND = FindingKind(
    id="RECEIVER-RESTRICTION",
    severity=Severity.ERROR,
    level=Level.RECEIVER,
    clause="Profiel van de ontvanger, beperking_gebruik.begrippenlijst",
    text=Text(
        "De beperking {label} staat niet in de lijst van de ontvanger ({list}).",
        "The restriction {label} is not in the receiver's list ({list}).",
    ),
    remedy=Text(
        "Kies een term uit de lijst van de ontvanger, met code en label precies zoals daar.",
        "Choose a term of the receiver's list, with code and label exactly as there.",
    ),
)


def check(sidecar: SidecarFacts, context: Context) -> Iterator[Finding]:
    """Yield each restriction whose code and label are not together in a closed list."""
    chosen = context.profile.restrictions
    if chosen.open or not isinstance(sidecar.mdto, Informatieobject):
        return
    pairs = {(term.code, term.label) for term in chosen.terms}
    for number, one in enumerate(sidecar.mdto.beperking_gebruik):
        if (one.type.code, one.type.label) not in pairs:
            place = sidecar.place("informatieobject/beperkingGebruik", number)
            yield Finding(kind=KIND, place=place, params={"label": one.type.label, "list": chosen.name})

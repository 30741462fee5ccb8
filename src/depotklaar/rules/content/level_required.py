"""Every informatieobject has one of the levels that the receiver knows."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Severity
from depotklaar.model.mdto import Informatieobject
from depotklaar.rules.interface import Context, SidecarFacts

KIND = FindingKind(
    id="RECEIVER-LEVEL",
    severity=Severity.ERROR,
    level=Level.RECEIVER,
    clause="Profiel van de ontvanger, mdto.niveaus",
    text=Text(
        "Het aggregatieniveau is {label}; deze ontvanger vraagt een van: {levels}.",
        "The level is {label}; this receiver demands one of: {levels}.",
    ),
    remedy=Text(
        "Vul aggregatieniveau met een van de genoemde labels.",
        "Fill aggregatieniveau with one of the labels named.",
    ),
)


def check(sidecar: SidecarFacts, context: Context) -> Iterator[Finding]:
    """Yield one finding when the level is absent or none of the receiver's."""
    levels = context.profile.required_levels
    if not levels or not isinstance(sidecar.mdto, Informatieobject):
        return
    level = sidecar.mdto.aggregatieniveau
    if level is None or level.label not in levels:
        params = {"label": level.label if level else "-", "levels": ", ".join(levels)}
        yield Finding(kind=KIND, place=sidecar.place("informatieobject/aggregatieniveau"), params=params)

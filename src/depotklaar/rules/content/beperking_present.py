"""An informatieobject states its restrictions, also when there are none."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Severity
from depotklaar.model.mdto import Informatieobject
from depotklaar.rules.interface import Context, SidecarFacts

KIND = FindingKind(
    id="MDTO-R34",
    severity=Severity.ERROR,
    level=Level.NORM,
    clause="MDTO Metagegevensschema 1.0.1, beperkingGebruik",
    text=Text(
        "Het informatieobject heeft geen beperkingGebruik.",
        "The informatieobject has no beperkingGebruik.",
    ),
    remedy=Text(
        "Neem een beperking op; geen: Geen beperking, onbekend: Nader te bepalen, of de term van de ontvanger.",
        "Record a restriction; if there is none: Geen beperking, unknown: Nader te bepalen, or the receiver's term.",
    ),
)


def check(sidecar: SidecarFacts, context: Context) -> Iterator[Finding]:
    """Yield one finding when there is none."""
    if isinstance(sidecar.mdto, Informatieobject) and not sidecar.mdto.beperking_gebruik:
        yield Finding(kind=KIND, place=sidecar.place("informatieobject"))

"""No restriction means no other and no term; not yet determined means no term."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Severity
from depotklaar.model.mdto import Informatieobject
from depotklaar.rules.interface import Context, SidecarFacts

KIND = FindingKind(
    id="MDTO-R35",
    severity=Severity.WARNING,
    level=Level.OURS,
    clause="MDTO Begrippenlijst Beperkingen; Metagegevensschema 1.0.1, beperkingGebruik",
    text=Text(
        "De beperking {label} gaat niet samen met een andere beperking of met een termijn.",
        "The restriction {label} does not go together with another restriction or a term.",
    ),
    remedy=Text(
        "Kies wat geldt: geen beperking, of de beperking met haar termijn.",
        "Choose what applies: no restriction, or the restriction with its term.",
    ),
)


def check(sidecar: SidecarFacts, context: Context) -> Iterator[Finding]:
    """Yield each restriction that the others in the same object contradict."""
    if not isinstance(sidecar.mdto, Informatieobject):
        return
    restrictions = sidecar.mdto.beperking_gebruik
    for number, one in enumerate(restrictions):
        label = one.type.label.strip().casefold()
        alone = label == "geen beperking" and len(restrictions) > 1
        termed = label in ("geen beperking", "nader te bepalen") and one.termijn is not None
        if alone or termed:
            place = sidecar.place("informatieobject/beperkingGebruik", number)
            yield Finding(kind=KIND, place=place, params={"label": one.type.label})

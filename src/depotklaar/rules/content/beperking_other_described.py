"""A restriction of type Overig is described."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Severity
from depotklaar.model.mdto import Informatieobject
from depotklaar.rules.interface import Context, SidecarFacts

KIND = FindingKind(
    id="MDTO-R36",
    severity=Severity.ERROR,
    level=Level.NORM,
    clause="MDTO Gegevensgroepen 1.0.1, beperkingGebruikNadereBeschrijving",
    text=Text(
        "De beperking is Overig, maar er staat niet bij welke.",
        "The restriction is Overig, but which one is not said.",
    ),
    remedy=Text(
        "Vul beperkingGebruikNadereBeschrijving.",
        "Fill beperkingGebruikNadereBeschrijving.",
    ),
)


def check(sidecar: SidecarFacts, context: Context) -> Iterator[Finding]:
    """Yield each restriction of type Overig without description."""
    if isinstance(sidecar.mdto, Informatieobject):
        for number, one in enumerate(sidecar.mdto.beperking_gebruik):
            described = (one.nadere_beschrijving or "").strip()
            if one.type.label.strip().casefold() == "overig" and not described:
                yield Finding(kind=KIND, place=sidecar.place("informatieobject/beperkingGebruik", number))

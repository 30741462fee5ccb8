"""An object has an identification with a mark and a source."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Severity
from depotklaar.rules.blankness import is_blank
from depotklaar.rules.interface import Context, SidecarFacts

KIND = FindingKind(
    id="MDTO-R1",
    severity=Severity.ERROR,
    level=Level.NORM,
    clause="MDTO Metagegevensschema 1.0.1, identificatie; identificatieKenmerk; identificatieBron",
    text=Text(
        "De identificatie is niet volledig: kenmerk en bron moeten beide gevuld zijn.",
        "The identification is not complete: kenmerk and bron must both be filled.",
    ),
    remedy=Text(
        "Vul identificatieKenmerk en identificatieBron.",
        "Fill identificatieKenmerk and identificatieBron.",
    ),
)


def check(sidecar: SidecarFacts, context: Context) -> Iterator[Finding]:
    """Yield each identification that lacks its mark or its source, or their absence."""
    if sidecar.mdto is None:
        return
    if not sidecar.mdto.identificatie:
        yield Finding(kind=KIND, place=sidecar.place())
    for number, one in enumerate(sidecar.mdto.identificatie):
        if is_blank(one.kenmerk) or is_blank(one.bron):
            yield Finding(kind=KIND, place=sidecar.place("identificatie", number))

"""A restriction on public access has a term."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Severity
from depotklaar.model.mdto import Informatieobject
from depotklaar.rules.interface import Context, SidecarFacts

KIND = FindingKind(
    id="MDTO-R37",
    severity=Severity.WARNING,
    level=Level.OURS,
    clause="MDTO Metagegevensschema 1.0.1, beperkingGebruikTermijn; Archiefwet 1995, artikel 15",
    text=Text(
        "De openbaarheid is beperkt zonder termijn, dus voor altijd; de Archiefwet vraagt een termijn.",
        "Public access is restricted without a term, so for ever; the Archiefwet demands a term.",
    ),
    remedy=Text(
        "Vul beperkingGebruikTermijn volgens het besluit tot beperking van de openbaarheid.",
        "Fill beperkingGebruikTermijn as the decision to restrict access says.",
    ),
)


def check(sidecar: SidecarFacts, context: Context) -> Iterator[Finding]:
    """Yield each restriction on access, known by its label or code, that has no term."""
    if not isinstance(sidecar.mdto, Informatieobject):
        return
    for number, one in enumerate(sidecar.mdto.beperking_gebruik):
        words = f"{one.type.label} {one.type.code or ''}".casefold()
        if one.termijn is None and ("beperkt openbaar" in words or "beperktopenbaar" in words):
            yield Finding(kind=KIND, place=sidecar.place("informatieobject/beperkingGebruik", number))

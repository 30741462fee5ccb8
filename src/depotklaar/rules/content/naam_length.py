"""A name has at most eighty characters."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Severity
from depotklaar.rules.interface import Context, SidecarFacts

KIND = FindingKind(
    id="MDTO-R5",
    severity=Severity.WARNING,
    level=Level.ADVICE,
    clause="MDTO Metagegevensschema 1.0.1, naam: advies over de lengte",
    text=Text(
        "De naam telt {length} tekens; het advies is ten hoogste 80.",
        "The naam has {length} characters; the advice is at most 80.",
    ),
    remedy=Text(
        "Kort de naam in en zet de rest in omschrijving.",
        "Shorten the naam and move the rest to omschrijving.",
    ),
)

ADVISED = 80


def check(sidecar: SidecarFacts, context: Context) -> Iterator[Finding]:
    """Yield one finding when the name is longer than advised."""
    if sidecar.mdto is not None and len(sidecar.mdto.naam) > ADVISED:
        yield Finding(kind=KIND, place=sidecar.place("naam"), params={"length": len(sidecar.mdto.naam)})

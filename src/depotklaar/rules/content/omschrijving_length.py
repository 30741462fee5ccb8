"""A description has at most three thousand characters."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Severity
from depotklaar.model.mdto import Informatieobject
from depotklaar.rules.interface import Context, SidecarFacts

KIND = FindingKind(
    id="MDTO-R9",
    severity=Severity.WARNING,
    level=Level.ADVICE,
    clause="MDTO Metagegevensschema 1.0.1, omschrijving: advies over de lengte",
    text=Text(
        "De omschrijving telt {length} tekens; het advies is ten hoogste 3000.",
        "The omschrijving has {length} characters; the advice is at most 3000.",
    ),
    remedy=Text(
        "Kort de omschrijving in.",
        "Shorten the omschrijving.",
    ),
)

ADVISED = 3000


def check(sidecar: SidecarFacts, context: Context) -> Iterator[Finding]:
    """Yield each description that is longer than advised."""
    if isinstance(sidecar.mdto, Informatieobject):
        for number, text in enumerate(sidecar.mdto.omschrijving):
            if len(text) > ADVISED:
                place = sidecar.place("omschrijving", number)
                yield Finding(kind=KIND, place=place, params={"length": len(text)})

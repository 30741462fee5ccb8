"""A term has at least one part."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Severity
from depotklaar.model.mdto import Termijn
from depotklaar.rules.interface import Context, SidecarFacts
from depotklaar.rules.terms import terms

KIND = FindingKind(
    id="MDTO-R24",
    severity=Severity.ERROR,
    level=Level.OURS,
    clause="MDTO Gegevensgroepen 1.0.1, termijnGegevens",
    text=Text(
        "De termijn is leeg: geen trigger, startdatum, looptijd of einddatum.",
        "The term is empty: no trigger, start, duration or end.",
    ),
    remedy=Text(
        "Vul de termijn of laat haar weg.",
        "Fill the term or leave it out.",
    ),
)


def check(sidecar: SidecarFacts, context: Context) -> Iterator[Finding]:
    """Yield each term without any part."""
    for place, term in terms(sidecar):
        if term == Termijn():
            yield Finding(kind=KIND, place=place())

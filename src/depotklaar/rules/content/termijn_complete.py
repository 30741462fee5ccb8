"""A term without end date has a trigger and a duration."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Severity
from depotklaar.rules.interface import Context, SidecarFacts
from depotklaar.rules.terms import terms

KIND = FindingKind(
    id="MDTO-R21",
    severity=Severity.ERROR,
    level=Level.NORM,
    clause="MDTO Gegevensgroepen 1.0.1, termijnEinddatum, eerste regel",
    text=Text(
        "De termijn heeft geen einddatum en mist dan een trigger of een looptijd.",
        "The term has no end date and then lacks a trigger or a duration.",
    ),
    remedy=Text(
        "Vul termijnEinddatum, of termijnTriggerStartLooptijd en termijnLooptijd samen.",
        "Fill termijnEinddatum, or termijnTriggerStartLooptijd and termijnLooptijd together.",
    ),
)


def check(sidecar: SidecarFacts, context: Context) -> Iterator[Finding]:
    """Yield each term that can never be computed; one without any part is another rule's."""
    for place, term in terms(sidecar):
        parts = (term.trigger_start_looptijd, term.startdatum_looptijd, term.looptijd)
        complete = term.trigger_start_looptijd is not None and term.looptijd is not None
        if term.einddatum is None and any(part is not None for part in parts) and not complete:
            yield Finding(kind=KIND, place=place())

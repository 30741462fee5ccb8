"""The end of a term is its start plus its duration, by the calendar."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Severity
from depotklaar.rules.interface import Context, SidecarFacts
from depotklaar.rules.periods import later, span
from depotklaar.rules.terms import terms

KIND = FindingKind(
    id="MDTO-R22",
    severity=Severity.ERROR,
    level=Level.NORM,
    clause="MDTO Gegevensgroepen 1.0.1, termijnEinddatum, tweede regel",
    text=Text(
        "De einddatum van de termijn is {end}, maar startdatum plus looptijd geeft {computed}.",
        "The term ends on {end}, but start plus duration gives {computed}.",
    ),
    remedy=Text(
        "Reken de einddatum opnieuw uit volgens de kalender, of verbeter startdatum of looptijd.",
        "Compute the end again by the calendar, or correct the start or the duration.",
    ),
)


def check(sidecar: SidecarFacts, context: Context) -> Iterator[Finding]:
    """Yield each end that does not hold the computed day; a month or a year holds all its days."""
    for place, term in terms(sidecar):
        if term.startdatum_looptijd is None or term.looptijd is None:
            continue
        start = span(term.startdatum_looptijd)
        computed = later(start[0], term.looptijd) if start else None
        end = span(term.einddatum or "")
        if computed is None or (end is not None and end[0] <= computed <= end[1]):
            continue
        params = {"end": term.einddatum or "-", "computed": computed.isoformat()}
        yield Finding(kind=KIND, place=place(), params=params)

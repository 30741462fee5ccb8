"""A term does not end before its duration has passed."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Severity
from depotklaar.rules.interface import Context, SidecarFacts
from depotklaar.rules.periods import later, span
from depotklaar.rules.terms import terms

KIND = FindingKind(
    id="MDTO-R25",
    severity=Severity.WARNING,
    level=Level.ADVICE,
    clause="MDTO Gegevensgroepen 1.0.1, termijnEinddatum, derde regel",
    text=Text(
        "De termijn eindigt op {end}, voordat de looptijd {duration} vanaf {start} voorbij is.",
        "The term ends on {end}, before the duration {duration} from {start} has passed.",
    ),
    remedy=Text(
        "Ga na of het object zo niet te vroeg wordt vernietigd of openbaar wordt, en verbeter de einddatum.",
        "Find out whether the object is not destroyed or disclosed too early this way, and correct the end.",
    ),
)


def check(sidecar: SidecarFacts, context: Context) -> Iterator[Finding]:
    """Yield each end that lies wholly before start plus duration.

    The norm's third rule counts from the current day; every term that is running would break it, the norm's own example
    too. What it is after is that an end cannot come before the duration is over, so the start counts instead of today.
    """
    for place, term in terms(sidecar):
        if term.looptijd is None or term.einddatum is None or term.startdatum_looptijd is None:
            continue
        start, end = span(term.startdatum_looptijd), span(term.einddatum)
        least = later(start[0], term.looptijd) if start else None
        if start is not None and end is not None and least is not None and end[1] < least:
            params = {"end": term.einddatum, "duration": term.looptijd, "start": term.startdatum_looptijd}
            yield Finding(kind=KIND, place=place(), params=params)

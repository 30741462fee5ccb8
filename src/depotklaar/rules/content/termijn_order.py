"""A term does not end before it begins, also where its duration is not given."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Severity
from depotklaar.rules.interface import Context, SidecarFacts
from depotklaar.rules.periods import span
from depotklaar.rules.terms import terms

KIND = FindingKind(
    id="MDTO-TERM-ORDER",
    severity=Severity.ERROR,
    level=Level.OURS,
    clause="MDTO Gegevensgroepen 1.0.1, termijnStartdatumLooptijd en termijnEinddatum; het XML-schema laat dit toe",
    text=Text(
        "De termijn eindigt op {end} en begint pas op {start}.", "The term ends on {end} and begins only on {start}."
    ),
    remedy=Text("Verwissel of verbeter begin en einde.", "Swap or correct beginning and end."),
)


def check(sidecar: SidecarFacts, context: Context) -> Iterator[Finding]:
    """Yield each end that lies wholly before the start; with a duration the sum of the three speaks (R22)."""
    for place, term in terms(sidecar):
        if term.startdatum_looptijd is None or term.einddatum is None or term.looptijd is not None:
            continue
        start, end = span(term.startdatum_looptijd), span(term.einddatum)
        if start is not None and end is not None and end[1] < start[0]:
            params = {"end": term.einddatum, "start": term.startdatum_looptijd}
            yield Finding(kind=KIND, place=place(), params=params)

"""Creation comes first, and what is transferred was frozen before."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Severity
from depotklaar.model.mdto import Informatieobject
from depotklaar.rules.interface import Context, SidecarFacts
from depotklaar.rules.periods import Span, span

KIND = FindingKind(
    id="MDTO-R13-ORDER",
    severity=Severity.WARNING,
    level=Level.OURS,
    clause="MDTO Metagegevensschema 1.0.1, event; Begrippenlijst EventTypeLijst",
    text=Text(
        "Het event {later} ligt vóór het event {earlier}, dat eraan voorafgaat.",
        "The event {later} lies before the event {earlier}, which precedes it.",
    ),
    remedy=Text(
        "Verbeter eventTijd, of neem het event op dat ontbreekt.",
        "Correct eventTijd, or record the event that is missing.",
    ),
)

_BEFORE = (
    ("Creatie", "Bevriezing"),
    ("Creatie", "Export"),
    ("Creatie", "Overbrenging"),
    ("Bevriezing", "Overbrenging"),
)


def check(sidecar: SidecarFacts, context: Context) -> Iterator[Finding]:
    """Yield each pair of types of which all later ones lie wholly before all earlier ones, at the precision given.

    A first export may well precede the freeze: what leaves a phone is exported before it is arranged and frozen.
    """
    if not isinstance(sidecar.mdto, Informatieobject) or len(sidecar.mdto.event) < 2:
        return
    times: dict[str, list[Span]] = {}
    for event in sidecar.mdto.event:
        when = span(event.tijd) if event.tijd else None
        if when is not None:
            times.setdefault(event.type.label.strip(), []).append(when)
    for earlier, later in _BEFORE:
        if earlier in times and later in times:
            first = min(begin for begin, _ in times[earlier])
            if max(end for _, end in times[later]) < first:
                yield Finding(kind=KIND, place=sidecar.place("event"), params={"earlier": earlier, "later": later})

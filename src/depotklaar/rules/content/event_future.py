"""An event has happened already."""

import datetime as dt
from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Severity
from depotklaar.model.mdto import Informatieobject
from depotklaar.rules.interface import Context, SidecarFacts
from depotklaar.rules.periods import span

KIND = FindingKind(
    id="MDTO-R13",
    severity=Severity.WARNING,
    level=Level.OURS,
    clause="MDTO Metagegevensschema 1.0.1, event: een gebeurtenis die heeft plaatsgevonden",
    text=Text(
        "Het event {type} ligt in de toekomst.",
        "The event {type} lies in the future.",
    ),
    remedy=Text(
        "Verbeter eventTijd, of controleer de klok van het systeem dat het event vastlegde.",
        "Correct eventTijd, or check the clock of the system that recorded the event.",
    ),
)


def check(sidecar: SidecarFacts, context: Context) -> Iterator[Finding]:
    """Yield each event that begins more than a day after now, whatever the time zone."""
    today = span(context.now[:10])
    if today is None or not isinstance(sidecar.mdto, Informatieobject) or today[1] == dt.date.max:
        return
    timed = (event for event in sidecar.mdto.event if event.tijd is not None)
    for number, event in enumerate(timed):
        when = span(event.tijd or "")
        if when is not None and when[0] > today[1] + dt.timedelta(days=1):
            yield Finding(kind=KIND, place=sidecar.place("eventTijd", number), params={"type": event.type.label})

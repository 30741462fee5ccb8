"""The time of an event is a real date or moment."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Severity
from depotklaar.model.mdto import Informatieobject
from depotklaar.rules.interface import Context, SidecarFacts
from depotklaar.rules.periods import span

KIND = FindingKind(
    id="MDTO-R14",
    severity=Severity.WARNING,
    level=Level.IF_KNOWN,
    clause="MDTO Metagegevensschema 1.0.1, event; eventTijd",
    text=Text(
        "eventTijd is geen bestaande datum of tijdstip.",
        "eventTijd is no existing date or moment.",
    ),
    remedy=Text(
        "Noteer eventTijd als JJJJ, JJJJ-MM, JJJJ-MM-DD of JJJJ-MM-DDTuu:mm:ss.",
        "Write eventTijd as YYYY, YYYY-MM, YYYY-MM-DD or YYYY-MM-DDThh:mm:ss.",
    ),
)


def check(sidecar: SidecarFacts, context: Context) -> Iterator[Finding]:
    """Yield each time that cannot be read."""
    if isinstance(sidecar.mdto, Informatieobject):
        times = [event.tijd for event in sidecar.mdto.event if event.tijd is not None]
        for number, time in enumerate(times):
            if span(time) is None:
                yield Finding(kind=KIND, place=sidecar.place("eventTijd", number))

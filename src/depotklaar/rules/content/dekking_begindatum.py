"""The beginning of a period is a real day, month or year."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Severity
from depotklaar.model.mdto import Informatieobject
from depotklaar.rules.interface import Context, SidecarFacts
from depotklaar.rules.periods import span

KIND = FindingKind(
    id="MDTO-R11",
    severity=Severity.ERROR,
    level=Level.NORM,
    clause="MDTO Metagegevensschema 1.0.1, dekkingInTijd; dekkingInTijdBegindatum",
    text=Text(
        "dekkingInTijdBegindatum is geen bestaande dag, maand of jaar.",
        "dekkingInTijdBegindatum is no existing day, month or year.",
    ),
    remedy=Text(
        "Noteer de datum als JJJJ, JJJJ-MM of JJJJ-MM-DD.",
        "Write the date as YYYY, YYYY-MM or YYYY-MM-DD.",
    ),
)


def check(sidecar: SidecarFacts, context: Context) -> Iterator[Finding]:
    """Yield each beginning that is no date."""
    if isinstance(sidecar.mdto, Informatieobject):
        for number, period in enumerate(sidecar.mdto.dekking_in_tijd):
            if span(period.begindatum) is None:
                yield Finding(kind=KIND, place=sidecar.place("dekkingInTijdBegindatum", number))

"""A date, month or year of a term or a period has no time zone."""

import re
from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Severity
from depotklaar.model.mdto import Informatieobject
from depotklaar.rules.interface import Context, SidecarFacts
from depotklaar.rules.terms import terms

KIND = FindingKind(
    id="MDTO-DATE-ZONE",
    severity=Severity.WARNING,
    level=Level.NORM,
    clause="MDTO introductie 1.0.1, waarden: JJJJ-MM-DD, JJJJ-MM of JJJJ; het XML-schema laat een tijdzone toe",
    text=Text("{date} heeft een tijdzone; een datum, maand of jaar heeft die niet.", "{date} bears a time zone."),
    remedy=Text("Laat de tijdzone weg.", "Leave out the time zone."),
)
_ZONED = re.compile(r"\d{4}(-\d\d){0,2}(Z|[+-]\d\d:\d\d)")


def check(sidecar: SidecarFacts, context: Context) -> Iterator[Finding]:
    """Yield each date of a term or of dekkingInTijd that bears a time zone."""
    for place, term in terms(sidecar):
        for date in (term.startdatum_looptijd, term.einddatum):
            if date is not None and _ZONED.fullmatch(date.strip()):
                yield Finding(kind=KIND, place=place(), params={"date": date.strip()})
    if isinstance(sidecar.mdto, Informatieobject):
        for number, period in enumerate(sidecar.mdto.dekking_in_tijd):
            for date in (period.begindatum, period.einddatum):
                if date is not None and _ZONED.fullmatch(date.strip()):
                    yield Finding(
                        kind=KIND, place=sidecar.place("dekkingInTijd", number), params={"date": date.strip()}
                    )

"""A term that waits for a trigger has not begun on a day that has not come."""

import datetime as dt
from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Severity
from depotklaar.rules.interface import Context, SidecarFacts
from depotklaar.rules.periods import span
from depotklaar.rules.terms import terms

KIND = FindingKind(
    id="MDTO-R23",
    severity=Severity.ERROR,
    level=Level.NORM,
    clause="MDTO Gegevensgroepen 1.0.1, termijnStartdatumLooptijd: niet zolang de trigger uitblijft",
    text=Text(
        "De termijn begint op {start}, in de toekomst, terwijl zij op de trigger {trigger} wacht.",
        "The term begins on {start}, in the future, although it waits for the trigger {trigger}.",
    ),
    remedy=Text(
        "Laat termijnStartdatumLooptijd weg tot de trigger heeft plaatsgevonden.",
        "Leave out termijnStartdatumLooptijd until the trigger has happened.",
    ),
)


def check(sidecar: SidecarFacts, context: Context) -> Iterator[Finding]:
    """Yield each term with a trigger that begins more than a day after now, whatever the time zone."""
    today = span(context.now[:10])
    for place, term in terms(sidecar):
        trigger, start = term.trigger_start_looptijd, span(term.startdatum_looptijd or "")
        if trigger is None or start is None or today is None or today[1] == dt.date.max:
            continue
        if start[0] > today[1] + dt.timedelta(days=1):
            params = {"start": start[0].isoformat(), "trigger": trigger.label}
            yield Finding(kind=KIND, place=place(), params=params)

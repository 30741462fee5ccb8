"""A pakbon was made before it is judged."""

import datetime as dt
from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.interface import Context, PackageFacts
from depotklaar.rules.periods import span

KIND = FindingKind(
    id="PAKBON-FUTURE",
    severity=Severity.WARNING,
    level=Level.OURS,
    clause="SIP-specificatie MDTO, pakbon: datum van aanmaak",
    text=Text(
        "De pakbon is aangemaakt op {stated}, en dat ligt in de toekomst.",
        "The pakbon was made at {stated}, which lies in the future.",
    ),
    remedy=Text(
        "Verbeter aangemaaktOp, of controleer de klok van het systeem dat de pakbon maakte.",
        "Correct aangemaaktOp, or check the clock of the system that made the pakbon.",
    ),
)


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield one finding when the pakbon was made more than a day after now, whatever the time zone."""
    bon = package.pakbon.pakbon if package.pakbon else None
    today = span(context.now[:10])
    if bon is None or package.pakbon is None or today is None or today[1] == dt.date.max:
        return
    made = span(bon.created_at.strip()[:10])
    if made is not None and made[0] > today[1] + dt.timedelta(days=1):
        params = {"stated": bon.created_at.strip()}
        yield Finding(kind=KIND, place=Place(path=package.pakbon.path), params=params)

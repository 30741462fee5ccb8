"""A category of a known selection list was valid in the object's own time."""

import datetime as dt
from collections.abc import Iterator, Sequence

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Severity
from depotklaar.model.mdto import DekkingInTijd, Informatieobject
from depotklaar.model.selectielijst import Selectielijst, SelectionEntry
from depotklaar.rules.cited_categories import cited_categories
from depotklaar.rules.interface import Context, SidecarFacts
from depotklaar.rules.periods import Span, span

KIND = FindingKind(
    id="MDTO-R20-VALID",
    severity=Severity.WARNING,
    level=Level.OURS,
    clause="Archiefwet 1995, artikel 5; Archiefbesluit 1995, artikel 2: een selectielijst geldt voor een bepaalde tijd",
    text=Text(
        "De categorie {category} van {list} is vervallen, of gold niet in de periode van dit object.",
        "The category {category} of {list} was withdrawn, or was not valid in the period of this object.",
    ),
    remedy=Text(
        "Kies de categorie uit de selectielijst die gold toen het object werd gevormd of afgesloten.",
        "Choose the category from the selection list that was valid when the object was formed or closed.",
    ),
)
_DAY = dt.timedelta(days=1)


def check(sidecar: SidecarFacts, context: Context) -> Iterator[Finding]:
    """Yield the informatiecategorie of which no entry was valid on any day of the object's period."""
    for cited in cited_categories(sidecar, context):
        if not cited.entries or cited.element != "informatieobject/informatiecategorie":
            continue
        assert isinstance(sidecar.mdto, Informatieobject)
        period = _period(sidecar.mdto.dekking_in_tijd)
        if not any(_holds(cited.lijst, entry, period) for entry in cited.entries):
            params = {"category": cited.shown, "list": cited.lijst.title}
            yield Finding(kind=KIND, place=sidecar.place(cited.element), params=params)


def _period(coverage: Sequence[DekkingInTijd]) -> Span | None:
    """From the first to the last day of all periods; one without end runs on. None when nothing is known."""
    begins = [found for one in coverage if (found := span(one.begindatum)) is not None]
    ends = [span(one.einddatum) if one.einddatum else (dt.date.max, dt.date.max) for one in coverage]
    last = [found[1] for found in ends if found is not None]
    return (min(begin for begin, _ in begins), max(last)) if begins and last else None


def _holds(lijst: Selectielijst, entry: SelectionEntry, period: Span | None) -> bool:
    if entry.vervallen:
        return False
    if period is None:
        return True
    closed = lijst.gesloten_op - _DAY if lijst.gesloten_op not in (None, dt.date.min) else None
    firsts = [day for day in (lijst.valid_from, entry.geldig_van) if day is not None]
    lasts = [day for day in (lijst.valid_until, entry.geldig_tot, closed) if day is not None]
    return all(first <= period[1] for first in firsts) and all(period[0] <= last for last in lasts)

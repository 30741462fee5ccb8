"""What the receiver says of a restriction's term with start, duration and end: it counts years of 365 days."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Severity
from depotklaar.rules.interface import Context, SidecarFacts
from depotklaar.rules.periods import fixed_length, span
from depotklaar.rules.terms import restriction_terms

KIND = FindingKind(
    id="RECEIVER-TERM-SUM",
    severity=Severity.INFO,
    level=Level.RECEIVER,
    clause="Noord-Hollands Archief, preingest-api, MetadataValidationHandler: beperkingGebruikTermijn; .NET TimeSpan",
    text=Text(
        "De ontvanger meldt dat de einddatum {relation_nl} startdatum plus looptijd; hij telt een jaar als 365 dagen.",
        "The receiver reports that the end {relation_en} start plus duration; it counts a year as 365 days.",
    ),
    remedy=Text(
        "Er hoeft niets te gebeuren als de einddatum volgens de kalender klopt; de ontvanger meldt dit altijd.",
        "Nothing needs to be done when the end is right by the calendar; the receiver always reports this.",
    ),
)

_EARLIER = Text("eerder is dan", "is earlier than")
_EQUAL = Text("gelijk is aan", "equals")
_LATER = Text("later is dan", "is later than")


def check(sidecar: SidecarFacts, context: Context) -> Iterator[Finding]:
    """Yield one finding for each term with all three parts, also when they agree: the receiver reports in every case.

    It takes a year as its last day, and a month as its first.
    """
    if KIND.id not in context.profile.checks:
        return
    for place, _, term in restriction_terms(sidecar):
        start, end = span(term.startdatum_looptijd or ""), span(term.einddatum or "")
        length = fixed_length(term.looptijd or "")
        if start is None or end is None or length is None:
            continue
        last = end[1] if len((term.einddatum or "").strip()) == len("YYYY") else end[0]
        found = (last - start[0]) - length
        relation = _EQUAL if not found else _LATER if found.total_seconds() > 0 else _EARLIER
        yield Finding(kind=KIND, place=place(), params={"relation_nl": relation.nl, "relation_en": relation.en})

"""A term beside a label of public access has the date that the receiver asks for."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Severity
from depotklaar.model.mdto import Termijn
from depotklaar.rules.interface import Context, SidecarFacts
from depotklaar.rules.periods import span
from depotklaar.rules.terms import restriction_terms

KIND = FindingKind(
    id="RECEIVER-TERM-LABEL",
    severity=Severity.WARNING,
    level=Level.RECEIVER,
    clause="Noord-Hollands Archief, preingest-api, MetadataValidationHandler: controle op beperkingGebruik",
    text=Text(
        "De ontvanger meldt bij de termijn van {label}: {what_nl}.",
        "The receiver reports on the term of {label}: {what_en}.",
    ),
    remedy=Text(
        "Geef een termijn bij openbaar een startdatum, en bij beperkt openbaar een einddatum als JJJJ-MM-DD.",
        "Give a term with openbaar a start, and one with beperkt openbaar an end as YYYY-MM-DD.",
    ),
)

_NO_START = Text("de startdatum ontbreekt", "the start is missing")
_NO_END = Text("de einddatum ontbreekt", "the end is missing")
_NO_DAY = Text("de einddatum is geen volledige datum", "the end is no full date")
_BEFORE = Text("de einddatum ligt vóór de startdatum", "the end lies before the start")


def check(sidecar: SidecarFacts, context: Context) -> Iterator[Finding]:
    """Yield each term that lacks what belongs to its label; a label without `openbaar` asks nothing."""
    if KIND.id not in context.profile.checks:
        return
    for place, label, term in restriction_terms(sidecar):
        words = label.casefold()
        if "openbaar" not in words:
            continue
        what = _of_limited(term) if "beperkt" in words else _of_open(term)
        if what is not None:
            yield Finding(kind=KIND, place=place(), params={"label": label, "what_nl": what.nl, "what_en": what.en})


def _of_open(term: Termijn) -> Text | None:
    return None if term.startdatum_looptijd else _NO_START


def _of_limited(term: Termijn) -> Text | None:
    if not term.einddatum:
        return _NO_END
    start, end = span(term.startdatum_looptijd or ""), span(term.einddatum)
    if end is None or end[0] != end[1]:
        return _NO_DAY
    return _BEFORE if start is not None and end[0] < start[0] else None

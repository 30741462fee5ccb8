"""The term of a restriction has the parts that the receiver expects together."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Severity
from depotklaar.model.mdto import Termijn
from depotklaar.rules.interface import Context, SidecarFacts
from depotklaar.rules.periods import span
from depotklaar.rules.terms import restriction_terms

KIND = FindingKind(
    id="RECEIVER-TERM",
    severity=Severity.WARNING,
    level=Level.RECEIVER,
    clause="Noord-Hollands Archief, preingest-api, MetadataValidationHandler: beperkingGebruikTermijn",
    text=Text(
        "De ontvanger meldt bij de termijn van deze beperking: {what_nl}.",
        "The receiver reports on the term of this restriction: {what_en}.",
    ),
    remedy=Text(
        "Geen melding krijgt een termijn met alleen termijnEinddatum, met of zonder trigger.",
        "No report is made of a term with only termijnEinddatum, with or without a trigger.",
    ),
)

_ONLY_DURATION = Text(
    "startdatum en einddatum ontbreken, er is wel een looptijd", "only a duration, no start and no end"
)
_NO_END = Text("de einddatum ontbreekt, er zijn wel een startdatum en een looptijd", "start and duration but no end")
_NO_DURATION = Text("de looptijd ontbreekt, er zijn wel een startdatum en een einddatum", "start and end, no duration")
_NOT_AFTER = Text("de startdatum ligt niet vóór de einddatum", "the start does not lie before the end")


def check(sidecar: SidecarFacts, context: Context) -> Iterator[Finding]:
    """Yield each combination of parts that the receiver reports; start, duration and end together is another rule's."""
    if KIND.id not in context.profile.checks:
        return
    for place, _, term in restriction_terms(sidecar):
        for what in _reported(term):
            yield Finding(kind=KIND, place=place(), params={"what_nl": what.nl, "what_en": what.en})


def _reported(term: Termijn) -> Iterator[Text]:
    start, duration, end = bool(term.startdatum_looptijd), bool(term.looptijd), bool(term.einddatum)
    if duration and not end:
        yield _NO_END if start else _ONLY_DURATION
    if start and end and not duration:
        yield _NO_DURATION
        first, last = span(term.startdatum_looptijd or ""), span(term.einddatum or "")
        if first is not None and last is not None and first[0] >= last[1]:
            yield _NOT_AFTER

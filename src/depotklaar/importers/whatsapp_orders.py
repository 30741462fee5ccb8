"""Decides the date order of every header shape of a file, or tells the archivist why it cannot be decided."""

from collections.abc import Callable, Mapping

from depotklaar.errors import Problem
from depotklaar.importers.interface import ImportOptions
from depotklaar.importers.whatsapp_dates import (
    DateEvidence,
    Judgement,
    judge_by_capture,
    judge_by_language,
    judge_by_numbers,
    judge_by_statement,
    undecided,
)
from depotklaar.importers.whatsapp_probe import Probe
from depotklaar.language import Text

Languages = tuple[Mapping[str, int], Mapping[str, int]]

_HINT = Text(
    "Haal datumvolgorde weg, dan beslist het bestand zelf, of kijk of dit wel het bedoelde bestand is.",
    "Leave out datumvolgorde, so that the file itself decides, or see whether this is the file that was meant.",
)


def decide_orders(
    found: Probe, options: ImportOptions, languages: Callable[[], Languages], place: str
) -> tuple[list[Judgement], list[Problem]]:
    """Return a judgement for each shape, or every problem. `languages` is asked only when the dates do not decide."""
    judged: list[Judgement] = []
    problems: list[Problem] = []
    for number, evidence in enumerate(found.evidence):
        answer = _decide(evidence, options, languages, is_guest=number > 0)
        if isinstance(answer, Problem):
            problems.append(Problem(place=place, text=answer.text, hint=answer.hint))
        else:
            judged.append(answer)
    return judged, problems


def _decide(
    evidence: DateEvidence, options: ImportOptions, languages: Callable[[], Languages], is_guest: bool
) -> Judgement | Problem:
    proven = judge_by_numbers(evidence)
    if options.date_order is not None and not (is_guest and proven):
        answer = judge_by_statement(evidence, options.date_order)
        return Problem(place="", text=answer, hint=_HINT) if isinstance(answer, Text) else answer
    if proven is not None:
        return proven
    phrases, words = languages()
    by_language = judge_by_language(evidence, phrases, words)
    answer_or_none = by_language or judge_by_capture(evidence, options.captured_at)
    if answer_or_none is not None:
        return answer_or_none
    text, hint = undecided(evidence, phrases, options.captured_at)
    return Problem(place="", text=text, hint=hint)

"""The words for rules and requirements, as the `rules` commands print them, and the same facts for JSON."""

from collections.abc import Iterator
from itertools import groupby

from depotklaar.language import Language, Text
from depotklaar.model.rulebook import Requirement, Rulebook, RuleEntry
from depotklaar.reports.interface import LEVELS
from depotklaar.reports.rule_words import part_words, weight_words

_WITHOUT = Text("zonder eigen regel", "without a rule of its own")
_WEIGHT = Text("weging", "weight")
_LEVEL = Text("gezag", "authority")
_PART = Text("onderdeel", "part")
_CLAUSE = Text("grond", "ground")
_REMEDY = Text("wat te doen", "what to do")
_TESTED = Text("getest in", "tested in")
_RULES = Text("regels die dit zien", "rules that see this")
_BECAUSE = Text("niet (helemaal) te controleren, want", "not (wholly) checkable, because")


def list_lines(book: Rulebook, language: Language) -> Iterator[str]:
    """Yield the rules by part, each with weight, authority and ground, and then the requirements with their reasons."""
    for part, rules in groupby(book.rules, lambda one: one.part):
        yield f"{part_words(part, language)}:"
        for one in rules:
            level = LEVELS[one.kind.level].in_language(language)
            yield f"  {one.kind.id}  {weight_words(one, language)}  ({level})"
            yield f"      {one.kind.clause}"
    if book.requirements:
        yield f"{_WITHOUT.in_language(language)}:"
    for requirement in book.requirements:
        yield f"  {requirement.id}  {requirement.asks.in_language(language)}"
        yield f"      {requirement.because.in_language(language)}"


def show_lines(one: RuleEntry | Requirement, language: Language) -> Iterator[str]:
    """Yield everything about one of them: a line with what it says, and a line for each fact."""
    if isinstance(one, Requirement):
        yield f"{one.id}  {one.asks.in_language(language)}"
        facts = [
            (_LEVEL, LEVELS[one.level].in_language(language)),
            (_CLAUSE, one.clause),
            (_BECAUSE, one.because.in_language(language)),
            (_RULES, ", ".join(one.rules)),
        ]
    else:
        yield f"{one.kind.id}  {one.kind.text.in_language(language)}"
        facts = [
            (_WEIGHT, weight_words(one, language)),
            (_LEVEL, LEVELS[one.kind.level].in_language(language)),
            (_PART, part_words(one.part, language)),
            (_CLAUSE, one.kind.clause),
            (_REMEDY, one.kind.remedy.in_language(language)),
            (_TESTED, one.tested or ""),
        ]
    yield from (f"  {name.in_language(language)}: {fact}" for name, fact in facts if fact)


def facts_of_book(book: Rulebook, language: Language) -> dict[str, object]:
    """The whole book for JSON."""
    return {
        "rules": [facts_of(one, language) for one in book.rules],
        "requirements": [facts_of(one, language) for one in book.requirements],
    }


def facts_of(one: RuleEntry | Requirement, language: Language) -> dict[str, object]:
    """One rule or requirement for JSON: words in the language asked, values as the reports write them."""
    if isinstance(one, Requirement):
        return {
            "id": one.id,
            "level": one.level.value,
            "clause": one.clause,
            "asks": one.asks.in_language(language),
            "because": one.because.in_language(language),
            "rules": list(one.rules),
        }
    return {
        "id": one.kind.id,
        "part": one.part,
        "severity": one.kind.severity.value,
        "level": one.kind.level.value,
        "clause": one.kind.clause,
        "text": one.kind.text.in_language(language),
        "remedy": one.kind.remedy.in_language(language),
        "receivers": {name: weight.value for name, weight in one.receivers.items()},
        "tested": one.tested,
    }

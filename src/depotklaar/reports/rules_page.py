"""`docs/rules.md`: every rule of the judge and every other kind of finding, made from the rulebook."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from depotklaar.language import Language, Text
from depotklaar.model.rulebook import Requirement, Rulebook, RuleEntry
from depotklaar.reports.interface import LEVELS
from depotklaar.reports.rule_words import part_words, weight_words

_HEAD = """# Regels

Alles wat een rapport kan noemen: eerst wat `depotklaar validate` aan een pakket controleert, daarna wat bij het maken
van een pakket kan opvallen, en ten slotte wat wel gevraagd wordt maar geen eigen regel heeft, met de reden. Deze pagina
is gemaakt uit de regels zelf; wijzig haar niet met de hand. `depotklaar rules list` en `rules show` zeggen hetzelfde.

Een fout leidt tot afkeuring, een waarschuwing of opmerking niet. Bij een wens van de ontvanger staat er of hij daarop
*verwerpt* (fout) of alleen *meldt*. Het profiel van een ontvanger kan een regel anders wegen; dat staat erbij. Tussen
accolades staat wat een bevinding invult.
"""
_COLUMNS = Text("| Regel | Gezag | Weging | Grond | Getest in |", "| Rule | Authority | Weight | Ground | Tested in |")
_UNCHECKED = Text("## Zonder eigen regel\n", "## Without a rule of its own\n")
_UNCHECKED_HEAD = Text(
    "Wat norm, handreiking of ontvanger vraagt en depotklaar niet of onder een andere naam controleert.\n",
    "What norm, guidance or receiver ask and depotklaar does not check, or checks under another name.\n",
)
_UNCHECKED_COLUMNS = Text(
    "| Eis | Gezag | Grond | Wat er gevraagd wordt | Regels | Niet (helemaal) te controleren, want |",
    "| Requirement | Authority | Ground | What is asked | Rules | Not (wholly) checkable, because |",
)


def rules_page(rulebook: Rulebook, language: Language = "nl") -> str:
    """Return the page in Markdown."""
    return "\n".join(_lines(rulebook, language)) + "\n"


def _lines(rulebook: Rulebook, language: Language) -> Iterator[str]:
    yield _HEAD
    for part, found in groupby(rulebook.rules, lambda one: one.part):
        rules = list(found)
        title = part_words(part, language)
        yield f"## {title[:1].upper()}{title[1:]}\n"
        if rules[0].tested is not None:
            yield from _table(rules, language)
        for rule in rules:
            yield from _rule(rule, language)
    yield _UNCHECKED.in_language(language)
    yield _UNCHECKED_HEAD.in_language(language)
    yield from _requirements(rulebook.requirements, language)


def _table(rules: Sequence[RuleEntry], language: Language) -> Iterator[str]:
    yield _COLUMNS.in_language(language)
    yield "|---|---|---|---|---|"
    for one in rules:
        kind = one.kind
        level, tested = LEVELS[kind.level].in_language(language), f"[`{one.tested}`](../{one.tested}/case.toml)"
        yield _row(kind.id, level, weight_words(one, language), kind.clause, tested)
    yield ""


def _rule(one: RuleEntry, language: Language) -> Iterator[str]:
    kind = one.kind
    yield f"### {kind.id}\n"
    yield f"{kind.text.in_language(language)}\n"
    if one.tested is None:
        yield f"- Weging: {weight_words(one, language)}"
        yield f"- Gezag: {LEVELS[kind.level].in_language(language)}"
        yield f"- Grond: {kind.clause}"
    yield f"- Wat te doen: {kind.remedy.in_language(language)}"
    yield f"- In English: {kind.text.en}\n"


def _requirements(requirements: Sequence[Requirement], language: Language) -> Iterator[str]:
    yield _UNCHECKED_COLUMNS.in_language(language)
    yield "|---|---|---|---|---|---|"
    for one in requirements:
        level, rules = LEVELS[one.level].in_language(language), ", ".join(one.rules) or "-"
        yield _row(one.id, level, one.clause, one.asks.in_language(language), rules, one.because.in_language(language))


def _row(*cells: str) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"

"""`docs/rules.md`: every rule of the judge, made from the rules themselves."""

from collections.abc import Iterator, Mapping, Sequence

from depotklaar.language import Language
from depotklaar.model.finding import FindingKind
from depotklaar.reports.interface import LEVELS, SEVERITY, STAGES, named

_HEAD = """# Regels

Wat `depotklaar validate` controleert, per onderdeel. Deze pagina wordt gemaakt uit de regels zelf; wijzig haar niet met
de hand. Een fout leidt tot afkeuring, een waarschuwing of opmerking niet. Een profiel van een ontvanger kan een regel
anders wegen. Tussen accolades staat wat een bevinding invult.
"""


def rules_page(kinds: Mapping[str, Sequence[FindingKind]], language: Language = "nl") -> str:
    """Return the page in Markdown; `kinds` leads from stage to its rules, in order."""
    return "\n".join(_lines(kinds, language)) + "\n"


def _lines(kinds: Mapping[str, Sequence[FindingKind]], language: Language) -> Iterator[str]:
    yield _HEAD
    for stage, rules in kinds.items():
        yield f"## {named(STAGES, stage, language).capitalize()}\n"
        for kind in rules:
            yield f"### {kind.id}\n"
            yield f"{kind.text.in_language(language)}\n"
            yield f"- Weging: {SEVERITY[kind.severity].in_language(language)}"
            yield f"- Gezag: {LEVELS[kind.level].in_language(language)}"
            yield f"- Grond: {kind.clause}"
            yield f"- Wat te doen: {kind.remedy.in_language(language)}"
            yield f"- In English: {kind.text.en}\n"

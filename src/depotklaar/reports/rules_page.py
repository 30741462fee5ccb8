"""`docs/rules.md`: every rule of the judge and every other kind of finding, made from the kinds themselves."""

from collections.abc import Iterator, Mapping, Sequence

from depotklaar.language import Language, Text
from depotklaar.model.finding import FindingKind
from depotklaar.reports.interface import LEVELS, SEVERITY, STAGES, named

_HEAD = """# Regels

Alles wat een rapport kan noemen: eerst wat `depotklaar validate` aan een pakket controleert, daarna wat bij het maken
van een pakket kan opvallen. Deze pagina wordt gemaakt uit de regels zelf; wijzig haar niet met de hand. Een fout leidt
tot afkeuring, een waarschuwing of opmerking niet. Het profiel van een ontvanger kan een regel anders wegen. Tussen
accolades staat wat een bevinding invult.
"""
_PARTS = {
    **STAGES,
    "delivery": Text("bij het maken: aanleverbestand en lijsten", "while packaging: delivery file and lists"),
    "selection": Text("bij het maken: selectie", "while packaging: selection"),
    "appraisal": Text("bij het maken: waardering en beperkingen", "while packaging: appraisal and restrictions"),
    "characterise": Text("bij het maken: bestandsformaten", "while packaging: file formats"),
    "judging": Text("bij het beoordelen: wat niet is gevraagd", "while judging: what was not asked"),
    "account": Text("bij het maken: verantwoording", "while packaging: account"),
    "importer-whatsapp": Text("bij het inlezen: WhatsApp", "while reading: WhatsApp"),
    "importer-normalized": Text("bij het inlezen: genormaliseerd gesprek", "while reading: normalized conversation"),
    "importer-others": Text(
        "bij het inlezen: bevindingen die een gesprek zelf meebrengt",
        "while reading: findings that a conversation brings itself",
    ),
}


def rules_page(kinds: Mapping[str, Sequence[FindingKind]], language: Language = "nl") -> str:
    """Return the page in Markdown; `kinds` leads from stage of the judge, or part of packaging, to its kinds."""
    return "\n".join(_lines(kinds, language)) + "\n"


def _lines(kinds: Mapping[str, Sequence[FindingKind]], language: Language) -> Iterator[str]:
    yield _HEAD
    for part, rules in kinds.items():
        title = named(_PARTS, part, language)
        yield f"## {title[:1].upper()}{title[1:]}\n"
        for kind in rules:
            yield f"### {kind.id}\n"
            yield f"{kind.text.in_language(language)}\n"
            yield f"- Weging: {SEVERITY[kind.severity].in_language(language)}"
            yield f"- Gezag: {LEVELS[kind.level].in_language(language)}"
            yield f"- Grond: {kind.clause}"
            yield f"- Wat te doen: {kind.remedy.in_language(language)}"
            yield f"- In English: {kind.text.en}\n"

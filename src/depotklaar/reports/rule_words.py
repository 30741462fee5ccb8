"""The words for a rule: the part that it belongs to, and how much it weighs for whom."""

from depotklaar.language import Language, Text
from depotklaar.model.finding import Level, Severity
from depotklaar.model.rulebook import RuleEntry
from depotklaar.reports.interface import SEVERITY, STAGES, named

PARTS = {
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
_REJECTS = Text("verwerpt", "rejects")
_REPORTS = Text("meldt", "reports")
_AT = Text("bij {name}: {weight}", "for {name}: {weight}")


def part_words(part: str, language: Language) -> str:
    """The title of a stage of the judge or a part of packaging; its key when it has none."""
    return named(PARTS, part, language)


def weight_words(one: RuleEntry, language: Language) -> str:
    """How much a rule weighs, whether a receiver rejects or only reports, and who weighs it otherwise."""
    others = (
        _AT.fill(name=name, weight=_weight(one.kind.level, weight, language)).in_language(language)
        for name, weight in one.receivers.items()
    )
    return "; ".join((_weight(one.kind.level, one.kind.severity, language), *others))


def _weight(level: Level, severity: Severity, language: Language) -> str:
    weight = SEVERITY[severity].in_language(language)
    if level is not Level.RECEIVER:
        return weight
    return f"{(_REJECTS if severity is Severity.ERROR else _REPORTS).in_language(language)} ({weight})"

"""What importers noticed, as findings of the report: each code by the kind that its importer's table gives it."""

from collections.abc import Mapping

from depotklaar.importers.interface import Importer
from depotklaar.language import Text
from depotklaar.model.conversation import SourceFinding
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity

_GROUND = "Genormaliseerd gesprek 1.0, finding"
_TEXT = Text(
    "Het gesprek brengt zelf een bevinding mee ({code}): {message}",
    "The conversation brings a finding of its own ({code}): {message}",
)
_REMEDY = Text(
    "Vraag de maker van het gesprek wat dit betekent; de bevinding gaat mee in het pakket.",
    "Ask the maker of the conversation what this means; the finding goes along in the package.",
)
BROUGHT_WARNING = FindingKind(
    id="NC-BROUGHT-WARNING", severity=Severity.WARNING, level=Level.OURS, clause=_GROUND, text=_TEXT, remedy=_REMEDY
)
BROUGHT_REMARK = FindingKind(
    id="NC-BROUGHT-REMARK", severity=Severity.INFO, level=Level.OURS, clause=_GROUND, text=_TEXT, remedy=_REMEDY
)
KINDS = (BROUGHT_WARNING, BROUGHT_REMARK)


def kinds_by_code(importers: Mapping[str, Importer]) -> dict[str, FindingKind]:
    """Everything that any importer can notice; a normalized conversation may bring the codes of another one."""
    return {code: kind for importer in importers.values() for code, kind in importer.findings.items()}


def as_finding(source: str, found: SourceFinding, kinds: Mapping[str, FindingKind]) -> Finding:
    """The finding of the report; a code that stands in no table is shown with its own message.

    What a conversation itself calls an error is a warning here: it weighs the material, not the package.
    """
    place = Place(path=source, element=found.event)
    kind = kinds.get(found.code)
    if kind is not None:
        return Finding(kind=kind, place=place, params={"evidence": found.evidence or "?"})
    brought = BROUGHT_REMARK if found.severity == "info" else BROUGHT_WARNING
    message = " ".join(part for part in (found.message, found.evidence and f"({found.evidence})") if part)
    return Finding(kind=brought, place=place, params={"code": found.code, "message": message or "-"})

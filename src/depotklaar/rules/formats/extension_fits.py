"""The extension of a file fits its format."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.format_facts import recognised
from depotklaar.rules.interface import Context, PackageFacts

KIND = FindingKind(
    id="FORMAT-EXTENSION",
    severity=Severity.WARNING,
    level=Level.OURS,
    clause="PRONOM, extensies bij een formaat; Noord-Hollands Archief, GreenListHandler: afgewezen",
    text=Text(
        "De extensie past niet bij de inhoud, die formaat {puid} ({name}) heeft.",
        "The extension does not fit the content, which has format {puid} ({name}).",
    ),
    remedy=Text(
        "Controleer of dit het bedoelde bestand is; geef het in het bronsysteem de juiste extensie.",
        "Check whether this is the file that was meant; give it the right extension in the source system.",
    ),
)


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield each file of which the name belongs to another format than the content."""
    for file, opinion in recognised(package):
        if "extension mismatch" in opinion.warning:
            yield Finding(kind=KIND, place=Place(path=file.path), params={"puid": opinion.puid, "name": opinion.name})

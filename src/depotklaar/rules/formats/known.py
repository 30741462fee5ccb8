"""A format is known to PRONOM."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.format_facts import UNKNOWN, content_files
from depotklaar.rules.interface import Context, PackageFacts

KIND = FindingKind(
    id="FORMAT-UNKNOWN",
    severity=Severity.WARNING,
    level=Level.OURS,
    clause="PRONOM; Noord-Hollands Archief, GreenListHandler: zonder PUID afgewezen",
    text=Text(
        "Aan de inhoud van dit bestand is geen formaat uit PRONOM te herkennen.",
        "No format of PRONOM can be recognised from the content of this file.",
    ),
    remedy=Text(
        "Ga na of het bestand heel is en wat het is; zet het om naar een bekend formaat of overleg met de ontvanger.",
        "Find out whether the file is whole and what it is; convert it to a known format or consult the receiver.",
    ),
)


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield each file without a PUID; an empty file has a rule of its own."""
    for file in content_files(package):
        if file.format is not None and file.format.puid == UNKNOWN and file.size and "partly" not in file.traits:
            yield Finding(kind=KIND, place=Place(path=file.path))

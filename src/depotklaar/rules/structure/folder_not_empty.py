"""A folder holds files or folders."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.interface import Context, PackageFacts

KIND = FindingKind(
    id="STRUCTURE-EMPTY-FOLDER",
    severity=Severity.WARNING,
    level=Level.OURS,
    clause="Gebruik bij e-depots: een aggregatie bevat iets",
    text=Text(
        "De map bevat niets behalve haar eigen metagegevens.",
        "The folder holds nothing but its own metadata.",
    ),
    remedy=Text(
        "Ga na of er bestanden ontbreken.",
        "Find out whether files are missing.",
    ),
)


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield each folder without content files and folders."""
    inside = (*package.layout.content_files, *package.layout.folders)
    filled = {path.rpartition("/")[0] for path in inside}
    for folder in package.layout.folders:
        if folder not in filled:
            yield Finding(kind=KIND, place=Place(path=folder))

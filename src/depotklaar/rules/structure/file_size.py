"""A file is no larger than the receiver accepts."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.interface import Context, PackageFacts

KIND = FindingKind(
    id="RECEIVER-SIZE",
    severity=Severity.ERROR,
    level=Level.RECEIVER,
    clause="Profiel van de ontvanger, pakket.max_bestandsgrootte",
    text=Text(
        "Het bestand telt {size} bytes; deze ontvanger neemt er ten hoogste {most} aan.",
        "The file has {size} bytes; this receiver accepts at most {most}.",
    ),
    remedy=Text(
        "Overleg met de ontvanger.",
        "Consult the receiver.",
    ),
)


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield each file that is too large."""
    most = context.profile.max_file_size
    for path in package.layout.content_files if most is not None else ():
        size = package.files[path].size
        if most is not None and size > most:
            yield Finding(kind=KIND, place=Place(path=path), params={"size": size, "most": most})

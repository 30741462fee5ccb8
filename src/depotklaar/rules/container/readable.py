"""Every file can be read to its end."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.interface import Context, PackageFacts

KIND = FindingKind(
    id="CONTAINER-READ",
    severity=Severity.ERROR,
    level=Level.OURS,
    clause="Leesbaarheid van elk bestand",
    text=Text(
        "Het bestand is niet tot het einde te lezen: {detail_nl}",
        "The file cannot be read to its end: {detail_en}",
    ),
    remedy=Text(
        "Vraag het bestand opnieuw op; de kopie is beschadigd of niet toegankelijk.",
        "Ask for the file again; this copy is damaged or not accessible.",
    ),
)


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield each file that could not be read."""
    for path, file in package.files.items():
        if file.unreadable is not None:
            params = {"detail_nl": file.unreadable.nl, "detail_en": file.unreadable.en}
            yield Finding(kind=KIND, place=Place(path=path), params=params)

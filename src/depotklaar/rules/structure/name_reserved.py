"""No name is reserved by an operating system."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.interface import Context, PackageFacts

KIND = FindingKind(
    id="RECEIVER-RESERVED",
    severity=Severity.ERROR,
    level=Level.RECEIVER,
    clause="Profiel van de ontvanger, names.reserved",
    text=Text(
        "De naam is op sommige systemen gereserveerd, of bestaat alleen uit punten, of eindigt op een punt of spatie.",
        "The name is reserved on some systems, or is only dots, or ends in a dot or space.",
    ),
    remedy=Text(
        "Geef een andere naam.",
        "Give another name.",
    ),
)


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield each name that is reserved, with or without extension, or ends in a dot or space."""
    reserved = {name.casefold() for name in context.profile.names.reserved}
    for path in sorted((*package.layout.content_files, *package.layout.folders)):
        name = path.rpartition("/")[2].casefold()
        if name in reserved or name.split(".")[0] in reserved or name.endswith((".", " ")):
            yield Finding(kind=KIND, place=Place(path=path))

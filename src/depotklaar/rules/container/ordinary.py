"""A package holds only ordinary files and folders."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.interface import Context, PackageFacts

KIND = FindingKind(
    id="CONTAINER-SPECIAL",
    severity=Severity.ERROR,
    level=Level.OURS,
    clause="RFC 8493 (BagIt 1.0), 5 (veiligheid)",
    text=Text(
        "In het pakket staat iets dat geen gewoon bestand of gewone map is: {kind_nl}.",
        "The package holds something that is no ordinary file or folder: {kind_en}.",
    ),
    remedy=Text(
        "Vervang het door het bestand zelf of haal het weg.",
        "Replace it by the file itself or take it away.",
    ),
)


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield each symbolic link, device, pipe or socket."""
    for special in package.specials:
        params = {"kind_nl": special.kind.nl, "kind_en": special.kind.en}
        yield Finding(kind=KIND, place=Place(path=special.path), params=params)

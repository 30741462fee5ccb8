"""Where a bag has tag manifests, they list every file outside data."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.interface import Context, PackageFacts

KIND = FindingKind(
    id="BAG-TAG-UNLISTED",
    severity=Severity.WARNING,
    level=Level.ADVICE,
    clause="RFC 8493 (BagIt 1.0), 2.2.1 (tag manifest)",
    text=Text(
        "Het bestand staat naast data, maar niet in een tagmanifest; niets bewaakt het.",
        "The file stands beside data, but in no tag manifest; nothing guards it.",
    ),
    remedy=Text(
        "Zoek uit waar het bestand vandaan komt; hoort het erbij, maak dan de bag opnieuw.",
        "Find out where the file comes from; if it belongs, make the bag anew.",
    ),
)


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield each file outside data that no tag manifest lists, tag manifests apart."""
    tags = [one for one in package.bag.manifests if not one.payload] if package.bag else []
    for path in package.files if tags else ():
        listed = any(path in one.entries for one in tags)
        if not listed and not path.startswith(("data/", "tagmanifest-")):
            yield Finding(kind=KIND, place=Place(path=path))

"""A bag has a tag manifest."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.interface import Context, PackageFacts

KIND = FindingKind(
    id="BAG-TAGMANIFEST",
    severity=Severity.WARNING,
    level=Level.ADVICE,
    clause="RFC 8493 (BagIt 1.0), 2.2.1 (tag manifest)",
    text=Text(
        "De bag heeft geen tagmanifest; een wijziging in bag-info.txt of een manifest valt dan niet op.",
        "The bag has no tag manifest; a change in bag-info.txt or a manifest would not show.",
    ),
    remedy=Text(
        "Voeg tagmanifest-sha256.txt toe.",
        "Add tagmanifest-sha256.txt.",
    ),
)


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield one finding when there is none."""
    if package.bag is not None and all(one.payload for one in package.bag.manifests):
        yield Finding(kind=KIND, place=Place(path="tagmanifest-sha256.txt"))

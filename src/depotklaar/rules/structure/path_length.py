"""A path, from the top of the tree, is no longer than the receiver allows."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.interface import Context, PackageFacts

KIND = FindingKind(
    id="RECEIVER-PATH",
    severity=Severity.ERROR,
    level=Level.RECEIVER,
    clause="Profiel van de ontvanger, namen.max_pad",
    text=Text(
        "Het pad telt {length} tekens; deze ontvanger neemt er ten hoogste {most} aan.",
        "The path has {length} characters; this receiver accepts at most {most}.",
    ),
    remedy=Text(
        "Kort namen van mappen in.",
        "Shorten names of folders.",
    ),
)


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield each file whose path is too long."""
    most = context.profile.names.max_path
    top = len(package.layout.content) + 1 if package.layout.content else 0
    for path in sorted((*package.layout.content_files, *package.layout.sidecars)):
        if len(path) - top > most:
            yield Finding(kind=KIND, place=Place(path=path), params={"length": len(path) - top, "most": most})

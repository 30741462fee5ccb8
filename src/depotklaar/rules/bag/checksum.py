"""Every listed file has the checksum that the manifest gives."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.interface import Context, PackageFacts

KIND = FindingKind(
    id="BAG-CHECKSUM",
    severity=Severity.ERROR,
    level=Level.NORM,
    clause="RFC 8493 (BagIt 1.0), 3 (geldigheid)",
    text=Text(
        "De checksum van het bestand is niet die in {manifest}; de inhoud is veranderd.",
        "The checksum of the file is not the one in {manifest}; its content has changed.",
    ),
    remedy=Text(
        "Vraag het bestand opnieuw op; wijzig het manifest niet.",
        "Ask for the file again; do not change the manifest.",
    ),
)


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield each file whose digest differs; a file that could not be read is another rule's."""
    for one in package.bag.manifests if package.bag else ():
        for path, listed in one.entries.items():
            file = package.files.get(path)
            found = file.digests.get(one.algorithm) if file and one.known else None
            if found is not None and found != listed.lower():
                yield Finding(kind=KIND, place=Place(path=path), params={"manifest": one.path})

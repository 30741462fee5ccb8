"""A serialized bag has one top folder and nothing beside it."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.interface import Context, PackageFacts

KIND = FindingKind(
    id="CONTAINER-ROOT",
    severity=Severity.ERROR,
    level=Level.NORM,
    clause="RFC 8493 (BagIt 1.0), 4 (serialisatie)",
    text=Text(
        "De container heeft niet precies een map op het hoogste niveau; ernaast staat {path}.",
        "The container has not exactly one folder at its top; beside it stands {path}.",
    ),
    remedy=Text(
        "Pak de map van het pakket in, met niets ernaast.",
        "Pack the package's folder, with nothing beside it.",
    ),
)


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield what stands beside the bag's folder; for a bag at the very top, the bag's declaration."""
    if package.container not in ("zip", "tar") or package.bag is None:
        return
    beside = package.outside if package.root is not None else ("bagit.txt",)
    for path in beside:
        yield Finding(kind=KIND, place=Place(path=path), params={"path": path})

"""A serialized bag has one top folder and nothing beside it."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.interface import Context, PackageFacts
from depotklaar.rules.leftovers import MACOS_FOLDER, left_by

KIND = FindingKind(
    id="CONTAINER-ROOT",
    severity=Severity.ERROR,
    level=Level.NORM,
    clause="RFC 8493 (BagIt 1.0), 4 (serialisatie)",
    text=Text(
        "De container heeft niet precies één map op het hoogste niveau; ernaast staat {path}{left_nl}.",
        "The container has not exactly one folder at its top; beside it stands {path}{left_en}.",
    ),
    remedy=Text(
        "Pak de map van het pakket in, met niets ernaast.",
        "Pack the package's folder, with nothing beside it.",
    ),
)


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield what stands beside the package's folder; for a bag at the very top, the bag's declaration.

    Of the folder in which macOS keeps what it knows of each file, only the folder is told.
    """
    bag_on_top = package.bag is not None and package.root is None and package.container in ("zip", "tar")
    beside = ("bagit.txt",) if bag_on_top else package.outside
    for path in dict.fromkeys(MACOS_FOLDER if one.startswith(f"{MACOS_FOLDER}/") else one for one in beside):
        left = left_by(path)
        yield Finding(kind=KIND, place=Place(path=path), params={"path": path, "left_nl": left.nl, "left_en": left.en})

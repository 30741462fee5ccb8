"""Metadata files end as the receiver spells it."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.interface import Context, PackageFacts

KIND = FindingKind(
    id="RECEIVER-SIDECAR-NAME",
    severity=Severity.WARNING,
    level=Level.RECEIVER,
    clause="Profiel van de ontvanger, namen.achtervoegsel en namen.invoegsel",
    text=Text(
        "De ontvanger verwacht een naam die eindigt op {expected}.",
        "The receiver expects a name that ends in {expected}.",
    ),
    remedy=Text(
        "Hernoem het metagegevensbestand.",
        "Rename the metadata file.",
    ),
)


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield each metadata file that is spelled otherwise, in letters or in the part before the suffix."""
    names, folders = context.profile.names, set(package.layout.folders)
    for path, described in package.layout.sidecars.items():
        of_folder = described is None or described in folders or described == package.layout.content
        expected = names.sidecar_suffix if of_folder else names.file_infix + names.sidecar_suffix
        if not path.endswith(expected):
            yield Finding(kind=KIND, place=Place(path=path), params={"expected": expected})

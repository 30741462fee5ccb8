"""A bestand and its informatieobject refer to each other."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.interface import Context, PackageFacts

KIND = FindingKind(
    id="MDTO-R28",
    severity=Severity.ERROR,
    level=Level.NORM,
    clause="MDTO Metagegevensschema 1.0.1, isRepresentatieVan en heeftRepresentatie",
    text=Text(
        "{stated} verwijst naar dit object als kant van een representatie, maar het verwijst niet terug.",
        "{stated} refers to this object as one side of a representation, but it does not refer back.",
    ),
    remedy=Text(
        "Vul isRepresentatieVan en heeftRepresentatie aan beide kanten in.",
        "Fill in isRepresentatieVan and heeftRepresentatie on both sides.",
    ),
)


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield each one-sided representation; a file of additional metadata may be named as such instead."""
    owned: set[tuple[str, str]] = set()
    for one in package.objects:
        named = filter(None, map(package.find, (*one.representations, *one.additional)))
        owned.update((one.path, file.path) for file in named)
    for one in package.objects:
        owner = package.find(one.represents) if one.represents else None
        if owner is not None and (owner.path, one.path) not in owned:
            yield Finding(kind=KIND, place=Place(path=owner.path), params={"stated": one.path})
        for file in filter(None, map(package.find, one.representations)):
            if file.represents is not None and package.find(file.represents) is not one:
                yield Finding(kind=KIND, place=Place(path=file.path), params={"stated": one.path})

"""The folders say the same as the metadata."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.interface import Context, PackageFacts

KIND = FindingKind(
    id="SIP-R46-PLACE",
    severity=Severity.ERROR,
    level=Level.NORM,
    clause="SIP-specificatie MDTO, de mappen volgen de hierarchie",
    text=Text(
        "Het object ligt in de map van {found}, maar hoort volgens de metagegevens bij {stated}.",
        "The object lies in the folder of {found}, but belongs to {stated} according to the metadata.",
    ),
    remedy=Text(
        "Zet het object op zijn plaats of verbeter de verwijzing.",
        "Put the object in its place or correct the reference.",
    ),
)


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield each object whose folder is not that of the parent or informatieobject that it names."""
    for one in package.objects:
        above = package.parent_by_place(one)
        stated = [one.represents] if one.represents is not None else list(one.parents)
        named = [found for found in map(package.find, stated) if found is not None]
        if above is not None and named and above not in named:
            params = {"found": above.path, "stated": named[0].path}
            yield Finding(kind=KIND, place=Place(path=one.path), params=params)

"""Where both sides name their relations, they name the same ones."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.interface import Context, PackageFacts

KIND = FindingKind(
    id="MDTO-R27",
    severity=Severity.ERROR,
    level=Level.NORM,
    clause="MDTO Metagegevensschema 1.0.1, isOnderdeelVan en bevatOnderdeel zijn elkaars omgekeerde",
    text=Text(
        "{child} is volgens {stated} onderdeel van {parent}, maar {other} noemt dat niet.",
        "{child} is part of {parent} according to {stated}, but {other} does not name it.",
    ),
    remedy=Text(
        "Vul aan beide kanten dezelfde relatie in. Een kant die er geen enkele noemt, geldt niet als tegenspraak.",
        "Fill in the same relation on both sides. A side that names no relation at all does not contradict one.",
    ),
)


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield each relation that one side names and the other, which does name such relations, does not."""
    up, down = set(), set()
    for one in package.objects:
        up |= {(one.path, found.path) for found in map(package.find, one.parents) if found}
        down |= {(found.path, one.path) for found in map(package.find, one.children) if found}
    naming = {one.path: one for one in package.objects}
    for child, parent in sorted(up ^ down):
        silent = naming[parent].children if (child, parent) in up else naming[child].parents
        if not silent:
            continue
        stated, other = (child, parent) if (child, parent) in up else (parent, child)
        params = {"child": child, "parent": parent, "stated": stated, "other": other}
        yield Finding(kind=KIND, place=Place(path=other), params=params)

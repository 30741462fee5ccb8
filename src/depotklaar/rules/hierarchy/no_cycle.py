"""Nothing is part of itself, over any number of steps."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.interface import Context, PackageFacts
from depotklaar.rules.kinship import parents_by_path

KIND = FindingKind(
    id="MDTO-R26",
    severity=Severity.ERROR,
    level=Level.NORM,
    clause="MDTO Metagegevensschema 1.0.1, isOnderdeelVan en bevatOnderdeel: niet cyclisch",
    text=Text(
        "Het object is, via een of meer stappen, onderdeel van zichzelf.",
        "The object is, over one or more steps, part of itself.",
    ),
    remedy=Text(
        "Verbeter isOnderdeelVan of bevatOnderdeel.",
        "Correct isOnderdeelVan or bevatOnderdeel.",
    ),
)


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield each object in a ring of parents, or between two rings."""
    left = parents_by_path(package)
    while left:
        named = {parent for parents in left.values() for parent in parents}
        ring = {path: tuple(x for x in parents if x in left) for path, parents in left.items() if path in named}
        ring = {path: parents for path, parents in ring.items() if parents}
        if ring == left:
            break
        left = ring
    for path in sorted(left):
        yield Finding(kind=KIND, place=Place(path=path, element="isOnderdeelVan"))

"""Who is whose parent in a package: by metadata, in both directions, and by folder."""

from collections.abc import Iterator

from depotklaar.model.mdto import Verwijzing
from depotklaar.rules.interface import ObjectFacts, PackageFacts


def parents_by_path(package: PackageFacts) -> dict[str, tuple[str, ...]]:
    """Lead from each object's sidecar to those of its parents in the package, as either side names them."""
    found: dict[str, set[str]] = {}
    for one in package.objects:
        for parent in filter(None, map(package.find, one.parents)):
            found.setdefault(one.path, set()).add(parent.path)
        for child in filter(None, map(package.find, one.children)):
            found.setdefault(child.path, set()).add(one.path)
    return {path: tuple(sorted(parents)) for path, parents in found.items()}


def inner_references(package: PackageFacts, one: ObjectFacts) -> Iterator[tuple[str, Verwijzing]]:
    """Yield element and reference of everything that must lie in the delivery itself.

    The parents of an object at the top of the tree lie in the target system and are left out.
    """
    if not package.is_top(one):
        yield from (("isOnderdeelVan", reference) for reference in one.parents)
    yield from (("bevatOnderdeel", reference) for reference in one.children)
    yield from (("heeftRepresentatie", reference) for reference in one.representations)
    yield from (("aanvullendeMetagegevens", reference) for reference in one.additional)
    if one.represents is not None:
        yield "isRepresentatieVan", one.represents


def levels_above(package: PackageFacts, one: ObjectFacts) -> tuple[str, ...]:
    """The labels of aggregatieniveau from the top of the tree down to the folder of this object, `-` where absent."""
    levels: list[str] = []
    above = package.parent_by_place(one)
    while above is not None:
        levels.append(above.level or "-")
        above = package.parent_by_place(above)
    return tuple(reversed(levels))

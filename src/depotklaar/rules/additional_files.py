"""The files of additional metadata in a package, as the objects that they belong to name them."""

from collections.abc import Iterator

from depotklaar.rules.interface import ObjectFacts, PackageFacts


def additional_files(package: PackageFacts) -> Iterator[ObjectFacts]:
    """Yield each bestand that an informatieobject names in aanvullendeMetagegevens, once, in order of first mention."""
    seen: set[str] = set()
    for one in package.objects:
        for file in filter(None, map(package.find, one.additional)):
            if file.kind == "bestand" and file.path not in seen:
                seen.add(file.path)
                yield file

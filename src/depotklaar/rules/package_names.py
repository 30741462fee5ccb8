"""The names of everything in the tree of a package, with the folder that holds it all."""

from collections.abc import Iterator

from depotklaar.rules.interface import PackageFacts


def names_of(package: PackageFacts) -> Iterator[tuple[str | None, str]]:
    """Yield path and name of each folder, content file and metadata file, in order of their paths.

    First comes the top folder in a container, which has no path, when it is the folder of an informatieobject.
    """
    layout = package.layout
    if package.root is not None and package.bag is None and layout.content in layout.sidecars.values():
        yield None, package.root
    for path in sorted((*layout.content_files, *layout.sidecars, *layout.folders)):
        yield path, path.rpartition("/")[2]

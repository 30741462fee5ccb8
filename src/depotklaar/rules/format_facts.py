"""What the rules on formats share: content files with what was found in them and what their metadata state."""

import re
from collections.abc import Iterator

from depotklaar.model.format import Opinion, Trait
from depotklaar.model.mdto import Begrip
from depotklaar.rules.interface import FileFacts, PackageFacts

UNKNOWN = "UNKNOWN"

_PUID = re.compile(r"(?:x-)?fmt/[1-9][0-9]*")
_RIVALS = re.compile(r"also matches ([^;]+)")


def content_files(package: PackageFacts) -> Iterator[FileFacts]:
    """The content files that could be read."""
    for path in package.layout.content_files:
        file = package.files.get(path)
        if file is not None and file.unreadable is None:
            yield file


def with_trait(package: PackageFacts, *traits: Trait) -> Iterator[FileFacts]:
    """The content files that have any of these traits."""
    wanted = set(traits)
    return (file for file in content_files(package) if not wanted.isdisjoint(file.traits))


def recognised(package: PackageFacts) -> Iterator[tuple[FileFacts, Opinion]]:
    """The content files of which a format was found by their whole content, with that format."""
    for file in content_files(package):
        if file.format is not None and file.format.puid != UNKNOWN and "partly" not in file.traits:
            yield file, file.format


def stated(package: PackageFacts) -> Iterator[tuple[FileFacts, Opinion, Begrip]]:
    """As `recognised`, with the format that the metadata state, for files that are described."""
    for file, opinion in recognised(package):
        one = package.by_place.get(file.path)
        if one is not None and one.format is not None:
            yield file, opinion, one.format


def puid_in(term: Begrip) -> str | None:
    """The PUID that a bestandsformaat states; None when its code is none, for it may be of another list."""
    return term.code if term.code and _PUID.fullmatch(term.code) else None


def extension_of(path: str) -> str:
    """The extension of a file's name without its dot, empty when it has none."""
    _, dot, extension = path.rpartition("/")[2].rpartition(".")
    return extension if dot else ""


def possible(opinion: Opinion) -> frozenset[str]:
    """Every PUID that fits the content equally well, the one that was found included."""
    rivals = _RIVALS.search(opinion.warning)
    return frozenset({opinion.puid, *(rivals[1].split(", ") if rivals else ())})

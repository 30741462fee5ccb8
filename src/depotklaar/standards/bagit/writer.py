"""Writes the tag files of a BagIt 1.0 bag (RFC 8493): UTF-8, LF, no byte order mark, one line a value."""

import re
from collections.abc import Iterable, Sequence

from depotklaar.standards.bagit.paths import encode_path, is_inside

DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
DECLARATION_NAME = "bagit.txt"
INFO_NAME = "bag-info.txt"
_WHITE = re.compile(r"[\s\x00-\x1f\x7f\x85\u2028\u2029]+")
_HEX = re.compile(r"[0-9a-f]+")


def manifest_file_name(algorithm: str) -> str:
    """The name of the payload manifest of an algorithm (hashlib's name)."""
    return f"manifest-{algorithm}.txt"


def tagmanifest_file_name(algorithm: str) -> str:
    """The name of the tag manifest of an algorithm (hashlib's name)."""
    return f"tagmanifest-{algorithm}.txt"


def tag_file_order(algorithms: Sequence[str]) -> tuple[str, ...]:
    """The tag files of a bag in the order in which to write them: a tag manifest lists all before the tag manifests."""
    manifests = tuple(manifest_file_name(algorithm) for algorithm in algorithms)
    tagmanifests = tuple(tagmanifest_file_name(algorithm) for algorithm in algorithms)
    return (DECLARATION_NAME, INFO_NAME, *manifests, *tagmanifests)


def manifest_line(checksum: str, path: str) -> bytes:
    """One line of a manifest (2.1.3). `path` is relative to the bag, `checksum` lower-case hexadecimal.

    ValueError for a path outside the bag or that is not Unicode, or a checksum that is none: our own mistake.
    """
    if not is_inside(path) or not _HEX.fullmatch(checksum):
        raise ValueError("no line of a manifest")
    return f"{checksum}  {encode_path(path)}\n".encode()


def info_line(label: str, value: str) -> bytes:
    """One tag of bag-info.txt (2.2.2); line breaks and other white space in the value become one space.

    ValueError for an empty label or one with a colon, a line break or white space around it: our own mistake.
    """
    if not label or label != _single_line(label) or ":" in label:
        raise ValueError("no label of bag-info.txt")
    return f"{label}: {_single_line(value)}".rstrip(" ").encode() + b"\n"


def bag_info(tags: Iterable[tuple[str, str]]) -> bytes:
    """The content of bag-info.txt, tags in the given order; a label may come more than once."""
    return b"".join(info_line(label, value) for label, value in tags)


def payload_oxum(size: int, files: int) -> str:
    """The value of Payload-Oxum (2.2.2): bytes and number of the payload files."""
    return f"{size}.{files}"


def _single_line(value: str) -> str:
    return _WHITE.sub(" ", value).strip()

"""Reads the tag files of anyone's bag, BagIt 0.93 to 1.0 (RFC 8493), as values with all that is wrong in them."""

import codecs
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import BinaryIO

from depotklaar.standards.bagit.faults import BagFault
from depotklaar.standards.bagit.lines import TagFile
from depotklaar.standards.bagit.paths import decode_path, has_bare_percent, is_inside

Version = tuple[int, int]

VERSIONS: frozenset[Version] = frozenset({(0, 93), (0, 94), (0, 95), (0, 96), (0, 97), (1, 0)})
DIGITS = {"md5": 32, "sha1": 40, "sha224": 56, "sha256": 64, "sha384": 96, "sha512": 128}
INFO, INFO_BEFORE_0_96 = "bag-info.txt", "package-info.txt"
_ENCODINGS = re.compile(
    r"utf-8|utf-(?:16|32)(?:-[bl]e)?|ascii|cp\d+|iso8859-\d+|koi8-[rtu]|mac-roman"
    r"|shift_jis|euc_(?:jp|kr)|gb2312|gbk|gb18030|big5"
)
_MANIFEST = re.compile(r"(tag)?manifest-([^/]+)\.txt")
_MANIFEST_LINE = re.compile(r"([0-9A-Fa-f]+)[ \t]+(\S.*)", re.DOTALL)
_FETCH_LINE = re.compile(r"(\S+)[ \t]+(\d{1,20}|-)[ \t]+(.+)", re.DOTALL)
_VERSION = re.compile(r"(\d{1,3})\.(\d{1,3})")
_INFO_LINE = re.compile(r"([^:]+):(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Declaration:
    """What bagit.txt says. `version` is None when it says none; `encoding` is the codec for the other tag files."""

    version: Version | None
    encoding: str
    faults: tuple[BagFault, ...]

    @property
    def reading_version(self) -> Version:
        """By which version to read the rest: the declared one, else 1.0."""
        return self.version or (1, 0)

    @property
    def info_path(self) -> str:
        """Where the tags about the bag stand: the file had another name before version 0.96."""
        return INFO_BEFORE_0_96 if self.reading_version < (0, 96) else INFO


@dataclass(frozen=True, slots=True)
class ManifestName:
    """What the name of a manifest tells: its algorithm as hashlib calls it, and whether it lists the payload."""

    algorithm: str
    payload: bool

    @property
    def known(self) -> bool:
        """Whether the algorithm is one that can be computed here."""
        return self.algorithm in DIGITS


@dataclass(frozen=True, slots=True)
class Manifest:
    """A manifest. `entries` leads from path (decoded) to checksum (lower case); `unsafe` are path and line outside.

    `literal` leads from a path to how it was written, where that is another and the version leaves open which is meant:
    early versions did not encode anything, later drafts of 0.97 did.
    """

    path: str
    name: ManifestName
    entries: Mapping[str, str]
    unsafe: tuple[tuple[str, int], ...]
    literal: Mapping[str, str]
    faults: tuple[BagFault, ...]


@dataclass(frozen=True, slots=True)
class InfoTag:
    """A tag of bag-info.txt on the line where it begins; a value over more lines is joined with spaces."""

    label: str
    value: str
    line: int


@dataclass(frozen=True, slots=True)
class BagInfo:
    """The tags of bag-info.txt in order, repeated ones too."""

    tags: tuple[InfoTag, ...]
    faults: tuple[BagFault, ...]

    def values(self, label: str) -> tuple[str, ...]:
        """The values of a tag; labels are compared without regard to case (RFC 8493, 2.2.2)."""
        return tuple(tag.value for tag in self.tags if tag.label.casefold() == label.casefold())


@dataclass(frozen=True, slots=True)
class FetchItem:
    """A payload file that is to be fetched: where, how long in bytes (None: not told), and its path in the bag."""

    url: str
    length: int | None
    path: str


@dataclass(frozen=True, slots=True)
class Fetch:
    """The content of fetch.txt. Nothing is ever fetched."""

    items: tuple[FetchItem, ...]
    faults: tuple[BagFault, ...]


def read_declaration(data: bytes, path: str = "bagit.txt") -> Declaration:
    """Read bagit.txt, which is always UTF-8 (RFC 8493, 2.1.1)."""
    file = TagFile(io.BytesIO(data), path, "utf-8", "byte-order-mark")
    lines = list(file.lines())
    version = _read_version(file, lines[0] if lines else "")
    encoding = _read_encoding(file, lines[1] if len(lines) > 1 else "")
    if any(lines[2:]) or len(lines) > 3:
        file.line = 3
        file.fault("declaration-more" if version and version < (1, 0) else "declaration-form", f"{len(lines)}")
    return Declaration(version, encoding, file.faults())


def _labelled(file: TagFile, line: str, label: str, number: int) -> str | None:
    """The value of a line of bagit.txt, or None when it is another line."""
    file.line = number
    found, colon, value = line.partition(":")
    if not colon or found.strip().casefold() != label.casefold():
        return None
    if line != f"{label}: {value.strip()}":
        file.fault("declaration-form", line)
    return value.strip()


def _read_version(file: TagFile, line: str) -> Version | None:
    value = _labelled(file, line, "BagIt-Version", 1)
    if value is None:
        file.fault("version-missing")
        return None
    found = _VERSION.fullmatch(value)
    version = (int(found[1]), int(found[2])) if found else None
    if version not in VERSIONS:
        file.fault("version-unknown", value)
    return version


def _read_encoding(file: TagFile, line: str) -> str:
    value = _labelled(file, line, "Tag-File-Character-Encoding", 2)
    if value is None:
        file.fault("encoding-missing")
        return "utf-8"
    try:
        codec = codecs.lookup(value).name
    except (LookupError, ValueError):
        codec = ""
    if _ENCODINGS.fullmatch(codec):
        return codec
    file.fault("encoding-unknown", value)
    return "utf-8"


def manifest_name(path: str) -> ManifestName | None:
    """Tell whether a path in the top of a bag is that of a manifest (RFC 8493, 2.1.3 and 2.2.1), None when not."""
    found = _MANIFEST.fullmatch(path)
    if found is None:
        return None
    algorithm = found[2].casefold()
    plain = algorithm.replace("-", "").replace("_", "")
    return ManifestName(plain if plain in DIGITS else algorithm, payload=found[1] is None)


def read_manifest(stream: BinaryIO, path: str, name: ManifestName, declaration: Declaration) -> Manifest:
    """Read a manifest line by line; the stream stays open. A path that is listed twice keeps its first checksum.

    Before version 1.0 listing it again with the same checksum was no fault.
    """
    file = TagFile(stream, path, declaration.encoding)
    entries: dict[str, str] = {}
    literal: dict[str, str] = {}
    unsafe: list[tuple[str, int]] = []
    for line in file.lines():
        if not line.strip():
            continue
        found = _MANIFEST_LINE.fullmatch(line)
        written = _without_habits(file, found[2]) if found else ""
        if found is None or not written:
            file.fault("line-form", line)
            continue
        listed = _listed_path(file, written, declaration.reading_version)
        if not is_inside(listed):
            file.fault("path-outside", listed)
            unsafe.append((listed, file.line))
            continue
        checksum = found[1].lower()
        _check_listed(file, name, checksum, listed)
        if listed in entries:
            again = entries[listed] == checksum and declaration.reading_version < (1, 0)
            file.fault("path-again" if again else "path-twice", listed)
        entries.setdefault(listed, checksum)
        if listed != written and declaration.reading_version < (1, 0):
            literal[listed] = written
    return Manifest(path, name, entries, tuple(unsafe), literal, file.faults())


def _without_habits(file: TagFile, written: str) -> str:
    """The path without the asterisk of md5sum and the `./` of find."""
    if written.startswith("*"):
        file.fault_once("asterisk")
        written = written[1:]
    if written.startswith("./"):
        file.fault_once("dot-slash")
        written = written[2:]
    return written


def _listed_path(file: TagFile, written: str, version: Version) -> str:
    if version >= (1, 0) and has_bare_percent(written):
        file.fault("path-not-encoded", written)
    return decode_path(written, version)


def _check_listed(file: TagFile, name: ManifestName, checksum: str, path: str) -> None:
    if name.known and len(checksum) != DIGITS[name.algorithm]:
        file.fault("checksum-length", checksum)
    in_payload = path.startswith("data/")
    if name.payload and not in_payload:
        file.fault("path-not-payload", path)
    own = manifest_name(path)
    if not name.payload and (in_payload or (own is not None and not own.payload)):
        file.fault("path-not-tag", path)


def read_info(stream: BinaryIO, declaration: Declaration) -> BagInfo:
    """Read bag-info.txt (RFC 8493, 2.2.2): repeated tags are kept, indented lines go on with the one before.

    `stream` is the file at `declaration.info_path`.
    """
    file = TagFile(stream, declaration.info_path, declaration.encoding)
    tags: list[InfoTag] = []
    for line in file.lines():
        if not line.strip():
            continue
        if line[0] in " \t" and tags:
            tags[-1] = InfoTag(tags[-1].label, f"{tags[-1].value} {line.strip()}".strip(), tags[-1].line)
            continue
        found = _INFO_LINE.fullmatch(line)
        if found is None or line[0] in " \t":
            file.fault("info-form", line)
            continue
        label, value = found[1], found[2]
        if declaration.reading_version >= (1, 0) and (label != label.strip() or (value and value[0] not in " \t")):
            file.fault("info-form", line)
        tags.append(InfoTag(label.strip(), value.strip(), file.line))
    return BagInfo(tuple(tags), file.faults())


def read_fetch(stream: BinaryIO, declaration: Declaration, path: str = "fetch.txt") -> Fetch:
    """Read fetch.txt (RFC 8493, 2.2.3)."""
    file = TagFile(stream, path, declaration.encoding)
    items: list[FetchItem] = []
    for line in file.lines():
        if not line.strip():
            continue
        found = _FETCH_LINE.fullmatch(line)
        if found is None:
            file.fault("fetch-form", line)
            continue
        target = _listed_path(file, _without_habits(file, found[3]), declaration.reading_version)
        if not is_inside(target):
            file.fault("path-outside", target)
        elif not target.startswith("data/"):
            file.fault("path-not-payload", target)
        items.append(FetchItem(found[1], None if found[2] == "-" else int(found[2]), target))
    return Fetch(tuple(items), file.faults())

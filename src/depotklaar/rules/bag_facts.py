"""The bag's own files as facts: what their reader gives, sorted by the rule that speaks of it."""

import io
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import replace

from depotklaar.language import Text
from depotklaar.rules.algorithms import hash_name
from depotklaar.rules.interface import BagFacts, Fault, FileFacts, ManifestFacts
from depotklaar.standards.bagit.faults import TOLERATED, BagFault, BagFaultCode
from depotklaar.standards.bagit.reader import (
    INFO,
    INFO_BEFORE_0_96,
    Manifest,
    manifest_name,
    read_declaration,
    read_fetch,
    read_info,
    read_manifest,
)

_OWN = ("bagit.txt", INFO, INFO_BEFORE_0_96, "fetch.txt")
_OUTSIDE: frozenset[BagFaultCode] = frozenset({"path-outside", "path-not-payload", "path-not-tag"})

_ROOM, _ROOM_A_FILE = 10_000_000, 1_000
_OVERSIZED = Text(
    "het bestand is veel groter dan een bag met zo veel bestanden nodig heeft, en is niet gelezen",
    "the file is much larger than a bag of so many files needs, and was not read",
)


def is_bag_file(path: str) -> bool:
    """Whether a path is that of one of the files that make a bag a bag."""
    return path in _OWN or manifest_name(path) is not None


def find_algorithms(paths: Iterable[str]) -> tuple[str, ...]:
    """The algorithms, by hashlib name, of all manifests among the paths; unknown ones are left out."""
    named = (manifest_name(path) for path in paths if "/" not in path)
    return tuple(sorted({name for one in named if one and (name := hash_name(one.algorithm))}))


def oversized(sizes: Mapping[str, int]) -> tuple[str, ...]:
    """The bag's own files that are larger than a bag of so many files needs, by their sizes in bytes.

    They would fill the memory: ten megabytes, and a thousand bytes for each file, are plenty.
    """
    most = _ROOM + _ROOM_A_FILE * len(sizes)
    return tuple(path for path, size in sizes.items() if size > most and is_bag_file(path))


def read_bag(files: Mapping[str, bytes], paths: Iterable[str] = (), *, unread: Iterable[str] = ()) -> BagFacts:
    """Return the facts of a bag from the content of its own files; `bagit.txt` must be among them.

    `unread` are those that are too large to be read.

    `paths` are all files of the package, of which no second copy is kept: where a manifest can be read in two ways, or
    writes a name in another Unicode form, it means the file that is there.
    """
    present = {path: path for path in paths}
    declaration = read_declaration(files["bagit.txt"])
    faults: list[BagFault] = list(declaration.faults)
    names = Names(present)
    manifests = []
    for path, data in files.items():
        name = manifest_name(path)
        if name is not None:
            manifest = read_manifest(io.BytesIO(data), path, name, declaration)
            faults += manifest.faults
            manifests.append(_manifest_facts(manifest, names))
    info = read_info(io.BytesIO(files.get(declaration.info_path, b"")), declaration)
    fetch = read_fetch(io.BytesIO(files.get("fetch.txt", b"")), declaration)
    faults += (*info.faults, *fetch.faults)
    refused = [x for x in faults if x.code not in _OUTSIDE | TOLERATED]
    return BagFacts(
        version=".".join(map(str, declaration.version)) if declaration.version else None,
        manifests=tuple(manifests),
        info=tuple((tag.label, tag.value) for tag in info.tags),
        info_path=declaration.info_path,
        faults=(*((path, Fault(_OVERSIZED)) for path in unread), *((x.path, Fault(x.text, x.line)) for x in refused)),
        tolerated=tuple((x.path, Fault(x.text, x.line)) for x in faults if x.code in TOLERATED),
        renamed=tuple(names.renamed),
        unsafe=tuple((x.path, x.detail, x.line) for x in faults if x.code in _OUTSIDE),
        fetch=tuple(item.path for item in fetch.items),
    )


class Names:
    """The names of the files that are there, for what is listed; `renamed` gathers what was found in another form."""

    def __init__(self, present: Mapping[str, str]) -> None:
        self.renamed: list[tuple[str, str, str]] = []
        self._present = present
        self._by_form: dict[str, list[str]] | None = None

    def meant(self, manifest: Manifest, listed: str) -> str:
        """The path of the file that a listed path means; the listed path itself when no file, or no single one, fits.

        Sources: RFC 8493, 2.1.3 (percent-encoding, which no early version had) and 6 (Unicode forms of names).
        """
        if listed in self._present:
            return self._present[listed]
        literal = manifest.literal.get(listed, listed)
        if literal in self._present:
            return self._present[literal]
        checksum = manifest.entries[listed]
        alike = [path for path in self._alike(listed) if manifest.entries.get(path, checksum) == checksum]
        if len(alike) != 1:
            return listed
        self.renamed.append((manifest.path, listed, alike[0]))
        return alike[0]

    def _alike(self, listed: str) -> list[str]:
        if listed.isascii():
            return []
        if self._by_form is None:
            self._by_form = {}
            for path in self._present:
                if not path.isascii():
                    self._by_form.setdefault(unicodedata.normalize("NFC", path), []).append(path)
        return self._by_form.get(unicodedata.normalize("NFC", listed), [])


def _manifest_facts(manifest: Manifest, names: Names) -> ManifestFacts:
    known = hash_name(manifest.name.algorithm)
    entries: dict[str, str] = {}
    for listed, checksum in manifest.entries.items():
        entries.setdefault(names.meant(manifest, listed), checksum)
    return ManifestFacts(
        path=manifest.path,
        algorithm=known or manifest.name.algorithm,
        payload=manifest.name.payload,
        known=known is not None,
        entries=entries,
    )


def keep_once(path: str, found: FileFacts, bag: BagFacts | None) -> FileFacts:
    """Return the facts of a file with this very path, and with the manifests' own texts for digests that agree."""
    digests = dict(found.digests)
    for manifest in bag.manifests if bag is not None else ():
        listed = manifest.entries.get(path)
        if listed is not None and digests.get(manifest.algorithm) == listed:
            digests[manifest.algorithm] = listed
    return replace(found, path=path, digests=digests)

"""The bag's own files as facts: what their reader gives, sorted by the rule that speaks of it."""

import io
from collections.abc import Iterable, Mapping
from dataclasses import replace

from depotklaar.rules.algorithms import hash_name
from depotklaar.rules.interface import BagFacts, Fault, FileFacts, ManifestFacts
from depotklaar.standards.bagit.faults import BagFault
from depotklaar.standards.bagit.reader import manifest_name, read_declaration, read_fetch, read_info, read_manifest

_OUTSIDE = ("path-outside", "path-not-payload", "path-not-tag")


def is_bag_file(path: str) -> bool:
    """Whether a path is that of one of the files that make a bag a bag."""
    return path in ("bagit.txt", "bag-info.txt", "fetch.txt") or manifest_name(path) is not None


def find_algorithms(paths: Iterable[str]) -> tuple[str, ...]:
    """The algorithms, by hashlib name, of all manifests among the paths; unknown ones are left out."""
    named = (manifest_name(path) for path in paths if "/" not in path)
    return tuple(sorted({name for one in named if one and (name := hash_name(one.algorithm))}))


def read_bag(files: Mapping[str, bytes], paths: Iterable[str] = ()) -> BagFacts:
    """Return the facts of a bag from the content of its own files; `bagit.txt` must be among them.

    Of the `paths` given no second copy is kept.
    """
    same = {path: path for path in paths}
    declaration = read_declaration(files["bagit.txt"])
    faults: list[BagFault] = list(declaration.faults)
    manifests: list[ManifestFacts] = []
    for path, data in files.items():
        name = manifest_name(path)
        if name is not None:
            manifest = read_manifest(io.BytesIO(data), path, name, declaration)
            faults += manifest.faults
            known = hash_name(name.algorithm)
            manifests.append(
                ManifestFacts(
                    path=path,
                    algorithm=known or name.algorithm,
                    payload=name.payload,
                    known=known is not None,
                    entries={same.get(listed, listed): value for listed, value in manifest.entries.items()},
                )
            )
    info = read_info(io.BytesIO(files.get("bag-info.txt", b"")), declaration)
    fetch = read_fetch(io.BytesIO(files.get("fetch.txt", b"")), declaration)
    faults += (*info.faults, *fetch.faults)
    return BagFacts(
        version=".".join(map(str, declaration.version)) if declaration.version else None,
        manifests=tuple(manifests),
        info=tuple((tag.label, tag.value) for tag in info.tags),
        faults=tuple((x.path, Fault(x.text, x.line)) for x in faults if x.code not in _OUTSIDE),
        unsafe=tuple((x.path, x.detail, x.line) for x in faults if x.code in _OUTSIDE),
        fetch=tuple(item.path for item in fetch.items),
    )


def keep_once(path: str, found: FileFacts, bag: BagFacts | None) -> FileFacts:
    """Return the facts of a file with this very path, and with the manifests' own texts for digests that agree."""
    digests = dict(found.digests)
    for manifest in bag.manifests if bag is not None else ():
        listed = manifest.entries.get(path)
        if listed is not None and digests.get(manifest.algorithm) == listed:
            digests[manifest.algorithm] = listed
    return replace(found, path=path, digests=digests)

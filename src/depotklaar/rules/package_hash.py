"""The hash of a whole package, as the receiver computes it again from what lies before him."""

import hashlib
import os

from depotklaar.model.pakbon import Pakbon
from depotklaar.rules.algorithms import hash_name
from depotklaar.rules.interface import PackageFacts

TAGMANIFEST = "tagmanifest-sha256.txt"


def package_hash(package: PackageFacts, pakbon: Pakbon) -> str | None:
    """Return the digest in lower-case hex on the basis that the pakbon names; None when that is not here.

    The list of files of a bare folder is a line `<digest>  <path>` for each file, sorted by the bytes of the path.
    """
    algorithm = hash_name(pakbon.hash_algorithm)
    if algorithm is None:
        return None
    if pakbon.hash_basis == "container":
        return package.container_digests.get(algorithm)
    if pakbon.hash_basis == "tagmanifest":
        file = package.files.get(TAGMANIFEST)
        return file.digests.get(algorithm) if file else None
    return _list_hash(package, algorithm)


def _list_hash(package: PackageFacts, algorithm: str) -> str | None:
    total = hashlib.new(algorithm)
    for path in sorted(package.files, key=os.fsencode):
        digest = package.files[path].digests.get(algorithm)
        if digest is None:
            return None
        total.update(f"{digest}  ".encode() + os.fsencode(path) + b"\n")
    return total.hexdigest()

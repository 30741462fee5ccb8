"""Sealing: what closes a tree, so that any later change in it shows. A bag around it, or a list of its files.

Source: RFC 8493 (BagIt 1.0); MDTO SIP-specificatie, pakbon (the hash of the package).
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

from depotklaar.model.placed import Written
from depotklaar.standards.bagit.writer import (
    DECLARATION,
    DECLARATION_NAME,
    INFO_NAME,
    bag_info,
    manifest_file_name,
    manifest_line,
    payload_oxum,
    tagmanifest_file_name,
)
from depotklaar.storage.ledger import Ledger
from depotklaar.storage.writing import HashedFile, write_hashed


@dataclass(frozen=True, slots=True, kw_only=True)
class SealHash:
    """The hash that stands for a whole folder: SHA-256, and of what."""

    value: str
    basis: Literal["tagmanifest", "filelist"]


class Seal(Protocol):
    """Hears of every file of the tree, and closes it."""

    def add(self, written: Written) -> None:
        """Note a file of the tree."""

    def close(self) -> SealHash:
        """Write what seals the tree and return the hash that stands for it."""


class TreeSeal:
    """Seals a bare tree: nothing is added to it; the hash is that of its list of files, sorted by path."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def add(self, written: Written) -> None:
        """Note a file."""
        self._ledger.add(f"{written.path}\t{written.digests['sha256']}".encode())

    def close(self) -> SealHash:
        """Return the hash over lines `<sha256>  <path>` with LF, sorted by the bytes of the path."""
        digest = hashlib.sha256()
        for line in self._ledger:
            path, _, value = line.partition(b"\t")
            digest.update(value + b"  " + path + b"\n")
        return SealHash(value=digest.hexdigest(), basis="filelist")


class BagSeal:
    """Seals a tree that stands in `data/` of `bag`, by the manifests and tag files of BagIt 1.0 around it.

    `algorithms` are hashlib's names, SHA-256 among them.
    """

    def __init__(self, bag: Path, ledger: Ledger, algorithms: Sequence[str], info: Sequence[tuple[str, str]]) -> None:
        self._bag = bag
        self._ledger = ledger
        self._algorithms = tuple(algorithms)
        self._info = tuple(info)

    def add(self, written: Written) -> None:
        """Note a file of the payload."""
        values = "\t".join(written.digests[name] for name in self._algorithms)
        self._ledger.add(f"data/{written.path}\t{written.size}\t{values}".encode())

    def close(self) -> SealHash:
        """Write manifests, bag-info and tag manifests; the hash is that of `tagmanifest-sha256.txt`."""
        tags: dict[str, Mapping[str, str]] = dict(self._manifests())
        for name, data in ((DECLARATION_NAME, DECLARATION), (INFO_NAME, bag_info(self._tags()))):
            tags[name] = write_hashed(self._bag / name, data, self._algorithms).values
        sealed = {name: self._tag_manifest(name, tags) for name in self._algorithms}
        return SealHash(value=sealed["sha256"], basis="tagmanifest")

    def _tag_manifest(self, algorithm: str, tags: Mapping[str, Mapping[str, str]]) -> str:
        lines = b"".join(manifest_line(tags[name][algorithm], name) for name in sorted(tags))
        return write_hashed(self._bag / tagmanifest_file_name(algorithm), lines, ("sha256",)).values["sha256"]

    def _manifests(self) -> Iterator[tuple[str, Mapping[str, str]]]:
        self._octets = self._streams = 0
        names = [manifest_file_name(algorithm) for algorithm in self._algorithms]
        files = [HashedFile(self._bag / name, self._algorithms) for name in names]
        with ExitStack() as stack:
            for file in files:
                stack.enter_context(file)
            for line in self._ledger:
                path, size, *values = line.decode().split("\t")
                self._octets += int(size)
                self._streams += 1
                for file, value in zip(files, values, strict=True):
                    file.write(manifest_line(value, path))
        for name, file in zip(names, files, strict=True):
            yield name, file.digests().values

    def _tags(self) -> list[tuple[str, str]]:
        size = f"{self._octets / 1_000_000:.1f} MB"
        return [*self._info, ("Bag-Size", size), ("Payload-Oxum", payload_oxum(self._octets, self._streams))]

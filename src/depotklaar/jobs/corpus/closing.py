"""Closing a package of the corpus: a bag, a container and a pakbon, each written out here from its norm."""

import gzip
import hashlib
import os
import tarfile
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

_PAKBON = """<?xml version="1.0" encoding="UTF-8"?>
<pakbon xmlns="https://depotklaar.nl/ns/pakbon/1.0">
  <kenmerk>{name}</kenmerk>
  <titel>Voorbeeld</titel>
  <doellocatie>Collectie in het e-depot</doellocatie>
  <soortAanlevering>eerste</soortAanlevering>
  <aangemaaktOp>2024-06-07T08:09:10+02:00</aangemaaktOp>
  <organisatie>Gemeente Voorbeeldstad</organisatie>
  <archiefvormer>Gemeente Voorbeeldstad</archiefvormer>
  <contact><naam>Team Informatie</naam><email>informatie@voorbeeld.example</email></contact>
  <pakket><naam>{file_name}</naam><hash><algoritme>SHA-256</algoritme><waarde>{hash}</waarde>
  <grondslag>{basis}</grondslag></hash></pakket>
  <aantallen><informatieobjecten>3</informatieobjecten><bestanden>1</bestanden>
  <inhoudsbestanden>1</inhoudsbestanden><inhoudsbytes>{size}</inhoudsbytes></aantallen>
  <profiel>nationaal-archief</profiel>
</pakbon>
"""
_METADATA = ".mdto.xml"
_ARCHIVE_DAY = (1980, 1, 1, 0, 0, 0)


def files_below(root: Path) -> list[str]:
    """The files below a folder, in the order of their bytes; links to folders are not followed."""
    found = [path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()]
    return sorted(found, key=os.fsencode)


def sums(root: Path, paths: Iterable[str], algorithm: str = "sha256") -> str:
    """A manifest over these paths, as sha256sum would print it."""
    lines = [f"{hashlib.new(algorithm, (root / path).read_bytes()).hexdigest()}  {path}\n" for path in paths]
    return "".join(lines)


def make_bag(root: Path, algorithm: str, info: str) -> None:
    """Write the bag's own files around `data`, for BagIt 1.0 (RFC 8493), but for the tag manifest."""
    payload = files_below(root)
    size = sum((root / path).stat().st_size for path in payload)
    (root / "bagit.txt").write_text("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n", "utf-8", newline="")
    lines = f"Contact-Name: Voorbeeld\nPayload-Oxum: {size}.{len(payload)}\n{info}"
    (root / "bag-info.txt").write_text(lines, "utf-8", newline="")
    (root / f"manifest-{algorithm}.txt").write_text(sums(root, payload, algorithm), "utf-8", newline="")


def seal_bag(root: Path, encoding: str) -> None:
    """Write a tag manifest over everything outside `data`."""
    tags = [path for path in files_below(root) if not path.startswith("data/")]
    (root / "tagmanifest-sha256.txt").write_bytes(sums(root, tags).encode(encoding))


def pack(root: Path, form: str, beside: Mapping[str, str], inner: str) -> Path:
    """Put the package in a `zip`, `tar` or `tar.gz` beside it, below a folder `inner`; in a zip more entries too."""
    target = root.with_name(f"{root.name}.{form}")
    top = f"{inner}/" if inner else ""
    if form == "zip":
        with zipfile.ZipFile(target, "w") as archive:
            for path in files_below(root):
                archive.writestr(zipfile.ZipInfo(top + path, _ARCHIVE_DAY), (root / path).read_bytes())
            for name, text in beside.items():
                archive.writestr(zipfile.ZipInfo(name, _ARCHIVE_DAY), text)
    elif form == "tar":
        _pack_tar(root, target, top)
    elif form == "tar.gz":
        plain = target.with_suffix("")
        _pack_tar(root, plain, top)
        target.write_bytes(gzip.compress(plain.read_bytes(), mtime=0))
        plain.unlink()
    else:
        raise ValueError(f"{form} is no form of a package")
    return target


def _pack_tar(root: Path, target: Path, top: str) -> None:
    def anonymous(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.uid = entry.gid = entry.mtime = 0
        entry.uname = entry.gname = ""
        entry.mode = 0o644
        return entry

    with tarfile.open(target, "w") as archive:
        for path in files_below(root):
            archive.add(root / path, top + path, recursive=False, filter=anonymous)


def write_note(package: Path, root: Path, *, bag: bool) -> Path:
    """Write the pakbon beside the package, with its hash and what it counts; return where."""
    if package != root:
        basis, digest = "container", hashlib.sha256(package.read_bytes()).hexdigest()
    elif bag:
        basis, digest = "tagmanifest", hashlib.sha256((root / "tagmanifest-sha256.txt").read_bytes()).hexdigest()
    else:
        basis, digest = "bestandenlijst", hashlib.sha256(sums(root, files_below(root)).encode()).hexdigest()
    content = [path for path in files_below(root) if not bag or path.startswith("data/")]
    size = sum((root / path).stat().st_size for path in content if not path.endswith(_METADATA))
    target = root.with_name(f"{root.name}.pakbon.xml")
    values = {"name": root.name, "file_name": package.name, "hash": digest, "basis": basis, "size": size}
    target.write_text(_PAKBON.format(**values), "utf-8")
    return target

"""The judge's corpus: builds each package from the shared base and the changes that a case writes down."""

import hashlib
import os
import shutil
import tarfile
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from depotklaar.catalogue import RULES
from depotklaar.jobs.examine import examine
from depotklaar.model.report import Report
from depotklaar.profiles.receiver import read_profile
from depotklaar.resources import read_schema

BASE = Path(__file__).parent / "base"
NOW = "2026-01-15T12:00:00+01:00"
PAKBON = """<?xml version="1.0" encoding="UTF-8"?>
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


def apply(root: Path, change: Mapping[str, Any]) -> None:
    """Make one change: remove, add, rename or link a path, or replace text in a file."""
    path = root / change.get("file", "")
    if "remove" in change:
        target = root / change["remove"]
        shutil.rmtree(target) if target.is_dir() else target.unlink()
    elif "rename" in change:
        (root / change["rename"]).rename(root / change["to"])
    elif "folder" in change:
        (root / change["folder"]).mkdir(parents=True)
    elif "link" in change:
        (root / change["link"]).symlink_to(change["to"])
    elif "add" in change:
        (root / change["add"]).parent.mkdir(parents=True, exist_ok=True)
        encoding = change.get("encoding", "utf-8")
        (root / change["add"]).write_bytes(change["text"].encode(encoding) * change.get("times", 1))
    elif "append" in change:
        with (root / change["append"]).open("ab") as file:
            file.write(change["text"].encode())
    elif "recode" in change:
        path = root / change["recode"]
        path.write_bytes(path.read_text("utf-8").encode(change["encoding"]))
    elif "copy" in change:
        shutil.copy(root / change["copy"], root / change["to"])
    elif "digit" in change:
        text = path.read_text("utf-8")
        start = text.index(f"<{change['digit']}>") + len(change["digit"]) + 2
        path.write_text(f"{text[:start]}{'0' if text[start] != '0' else '1'}{text[start + 1 :]}", "utf-8")
    else:
        text = path.read_text("utf-8")
        assert change["find"] in text, f"{change['find']} is not in {path}"
        put = change["put"] * change.get("times", 1)
        path.write_text(text.replace(change["find"], put, 1), "utf-8", newline="")


def sums(root: Path, paths: list[str], algorithm: str = "sha256") -> str:
    """A manifest over these paths, as sha256sum would print it."""
    lines = [f"{hashlib.new(algorithm, (root / path).read_bytes()).hexdigest()}  {path}\n" for path in paths]
    return "".join(lines)


def files_below(root: Path) -> list[str]:
    found = [path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()]
    return sorted(found, key=os.fsencode)


def seal_bag(root: Path, algorithm: str, info: str) -> None:
    """Write the bag's own files around `data`."""
    payload = files_below(root)
    size = sum((root / path).stat().st_size for path in payload)
    (root / "bagit.txt").write_text("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n", newline="")
    lines = f"Contact-Name: Voorbeeld\nPayload-Oxum: {size}.{len(payload)}\n{info}"
    (root / "bag-info.txt").write_text(lines, newline="")
    (root / f"manifest-{algorithm}.txt").write_text(sums(root, payload, algorithm), newline="")
    tags = ["bag-info.txt", "bagit.txt", f"manifest-{algorithm}.txt"]
    (root / "tagmanifest-sha256.txt").write_text(sums(root, tags), newline="")


def pack(root: Path, form: str, beside: Mapping[str, str], inner: str) -> Path:
    """Put the package in a zip or tar beside it, below a folder `inner`, with more entries when asked."""
    target = root.with_name(f"{root.name}.{form}")
    top = f"{inner}/" if inner else ""
    if form == "zip":
        with zipfile.ZipFile(target, "w") as archive:
            for path in files_below(root):
                archive.writestr(top + path, (root / path).read_bytes())
            for name, text in beside.items():
                archive.writestr(name, text)
    else:
        with tarfile.open(target, "w") as archive:
            for path in files_below(root):
                archive.add(root / path, top + path, recursive=False)
    return target


def note(package: Path, root: Path, form: str, kind: str) -> Path:
    """Write the pakbon beside the package."""
    if form != "folder":
        basis, digest = "container", hashlib.sha256(package.read_bytes()).hexdigest()
    elif kind == "bag":
        basis, digest = "tagmanifest", hashlib.sha256((root / "tagmanifest-sha256.txt").read_bytes()).hexdigest()
    else:
        basis, digest = "bestandenlijst", hashlib.sha256(sums(root, files_below(root)).encode()).hexdigest()
    content = [path for path in files_below(root) if kind == "bare" or path.startswith("data/")]
    size = sum((root / path).stat().st_size for path in content if not path.endswith(".mdto.xml"))
    target = root.with_name(f"{root.name}.pakbon.xml")
    values = {"name": root.name, "file_name": package.name, "hash": digest, "basis": basis, "size": size}
    target.write_text(PAKBON.format(**values), "utf-8")
    return target


def build(folder: Path, case: Mapping[str, Any]) -> tuple[Path, Path | None]:
    """Return the package and, when the case wants one, its pakbon."""
    form, kind, name = case.get("form", "folder"), case.get("kind", "bare"), case.get("name", "pakket-1")
    root = folder / name
    shutil.copytree(BASE, root / "data" if kind == "bag" else root)
    for change in case.get("change", ()):
        apply(root, change)
    if kind == "bag":
        seal_bag(root, case.get("manifest", "sha256"), case.get("info", ""))
    package = root if form == "folder" else pack(root, form, case.get("beside", {}), case.get("inner", name))
    pakbon = note(package, root, form, kind) if case.get("pakbon") else None
    for change in case.get("tamper", ()):
        apply(root if form == "folder" else folder, change)
    for change in case.get("tamper_note", ()):
        apply(folder, {"file": f"{name}.pakbon.xml", **change})
    if "truncate" in case:
        with package.open("r+b") as file:
            file.truncate(package.stat().st_size - case["truncate"])
    if "damage" in case:
        data = package.read_bytes()
        at = data.index(case["damage"].encode())
        package.write_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
    return package, pakbon


def judge(package: Path, pakbon: Path | None, profile: str, wishes: Mapping[str, Any]) -> Report:
    """The judge's report, against the shipped profile of that name with some wishes put otherwise."""
    receiver = replace(read_profile(profile, None), **wishes)
    schemas = {version: read_schema(f"mdto/{version}/mdto.xsd") for version in receiver.schemas}
    return examine(package, profile=receiver, schemas=schemas, rules=RULES, pakbon=pakbon, now=NOW)


@pytest.fixture
def corpus() -> Any:
    """The two steps of a case, `build` and `judge`."""

    class Corpus:
        build = staticmethod(build)
        judge = staticmethod(judge)

    return Corpus

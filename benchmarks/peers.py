"""The peers, one after the other: copy, pygfried, an lxml writer of MDTO sidecars, bagit-python. Prints its seconds.

`python -m benchmarks.peers SOURCES TARGET JOBS ALGORITHM...` makes of a folder what can be made of it with programs
that are there already: a bag with each file identified and a sidecar beside every file and in every folder.
"""

import hashlib
import json
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from shutil import copytree

import bagit
import pygfried
from lxml import etree

from depotklaar.resources import read_schema

NAMESPACE = "https://www.nationaalarchief.nl/mdto"
NOW = "2026-05-01T10:00:00+00:00"


def run_peers(sources: Path, target: Path, jobs: int, algorithms: Sequence[str]) -> dict[str, float]:
    """Do the work step by step and return the seconds of each. `target` is made."""
    seconds: dict[str, float] = {}
    begun = time.perf_counter()

    def note(step: str) -> None:
        nonlocal begun
        now = time.perf_counter()
        seconds[step], begun = now - begun, now

    copytree(sources, target)
    note("copy")
    files = sorted(path for path in target.rglob("*") if path.is_file())
    found = pygfried.identify_many([str(path) for path in files], workers=jobs)["files"]
    note("pygfried")
    hashes = {path: _sha256(path) for path in files}
    note("sha256")
    for path, data in _sidecars(target, files, found, hashes):
        path.write_bytes(data)
    note("lxml")
    bagit.make_bag(str(target), processes=jobs, checksums=list(algorithms))
    note("bagit")
    return seconds


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _sidecars(
    target: Path, files: Sequence[Path], found: "Sequence[pygfried.File]", hashes: dict[Path, str]
) -> Iterator[tuple[Path, bytes]]:
    schema = etree.XMLSchema(etree.fromstring(read_schema("mdto/1.0.1/mdto.xsd")))
    folders = [target, *sorted(path for path in target.rglob("*") if path.is_dir())]
    for folder in folders:
        yield folder / f"{folder.name}.mdto.xml", _checked(_of_folder(folder, target), schema)
    for path, file in zip(files, found, strict=True):
        document = _of_file(path, target, file["matches"][0], hashes[path])
        yield path.with_name(f"{path.name}.bestand.mdto.xml"), _checked(document, schema)


def _checked(document: etree._Element, schema: etree.XMLSchema) -> bytes:
    schema.assertValid(document)
    return etree.tostring(document, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _of_file(path: Path, target: Path, match: "pygfried.Match", digest: str) -> etree._Element:
    root, body = _document("bestand")
    _identification(body, str(path.relative_to(target)))
    _text(body, "naam", path.name)
    _text(body, "omvang", str(path.stat().st_size))
    _term(body, "bestandsformaat", match["format"], match["id"], "PRONOM-register")
    checksum = _element(body, "checksum")
    _term(checksum, "checksumAlgoritme", "SHA-256", None, "MDTO begrippenlijst ChecksumAlgoritme")
    _text(checksum, "checksumWaarde", digest)
    _text(checksum, "checksumDatum", NOW)
    _reference(body, "isRepresentatieVan", path.parent.name, str(path.parent.relative_to(target)))
    return root


def _of_folder(folder: Path, target: Path) -> etree._Element:
    root, body = _document("informatieobject")
    _identification(body, str(folder.relative_to(target)))
    _text(body, "naam", folder.name)
    _term(body, "aggregatieniveau", "Dossier", None, "MDTO begrippenlijst aggregatieniveaus")
    span = _element(body, "dekkingInTijd")
    _term(span, "dekkingInTijdType", "Aangemaakt tussen", None, "Voorbeeldlijst")
    _text(span, "dekkingInTijdBegindatum", "2023-01-01")
    _text(span, "dekkingInTijdEinddatum", "2023-12-31")
    _term(body, "waardering", "Blijvend te bewaren", "B", "MDTO begrippenlijst waarderingen")
    if folder != target:
        _reference(body, "isOnderdeelVan", folder.parent.name, str(folder.parent.relative_to(target)))
    for child in sorted(folder.iterdir(), key=Path.is_file):
        element = "bevatOnderdeel" if child.is_dir() else "heeftRepresentatie"
        _reference(body, element, child.name, str(child.relative_to(target)))
    _reference(body, "archiefvormer", "Ministerie van Meten en Wegen", "voorbeeld-mmw")
    restriction = _element(body, "beperkingGebruik")
    _term(restriction, "beperkingGebruikType", "Nader te bepalen", None, "MDTO begrippenlijst beperkingGebruik")
    return root


def _document(kind: str) -> tuple[etree._Element, etree._Element]:
    root = etree.fromstring(f'<MDTO xmlns="{NAMESPACE}"/>')
    return root, _element(root, kind)


def _element(parent: etree._Element, name: str) -> etree._Element:
    return etree.SubElement(parent, f"{{{NAMESPACE}}}{name}")


def _text(parent: etree._Element, name: str, value: str) -> None:
    _element(parent, name).text = value


def _identification(parent: etree._Element, mark: str, name: str = "identificatie") -> None:
    identification = _element(parent, name)
    _text(identification, "identificatieKenmerk", mark)
    _text(identification, "identificatieBron", "Voorbeeldbron")


def _reference(parent: etree._Element, name: str, label: str, mark: str) -> None:
    reference = _element(parent, name)
    _text(reference, "verwijzingNaam", label)
    _identification(reference, mark, "verwijzingIdentificatie")


def _term(parent: etree._Element, name: str, label: str, code: str | None, source: str) -> None:
    term = _element(parent, name)
    _text(term, "begripLabel", label)
    if code is not None:
        _text(term, "begripCode", code)
    _text(_element(term, "begripBegrippenlijst"), "verwijzingNaam", source)


if __name__ == "__main__":
    print(json.dumps(run_peers(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4:])))

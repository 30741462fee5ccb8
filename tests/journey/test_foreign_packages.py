"""Packages of others: one written from the SIP norm alone, and what other programs make of a good package."""

import gzip
import io
import json
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path
from types import SimpleNamespace

import pytest

from depotklaar.cli.main import main

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
WRITTEN = Path(__file__).parent / "foreign" / "SIP-0001"
NOW = "2026-01-15T12:00:00Z"
PAKBONNEN = {
    "none": None,
    "xml of their own": (
        "pakbon.xml",
        '<pakbon versie="1"><id>SIP-0001</id><aantalBestanden>3</aantalBestanden></pakbon>',
    ),
    "text": ("pakbon.txt", "Pakbon SIP-0001\n3 bestanden, 2 informatieobjecten\n"),
    "a page": ("pakbon.html", "<!DOCTYPE html><html><body><p>SIP-0001<br>3 bestanden</body></html>"),
}


@pytest.fixture
def judged(tmp_path, capsys):
    """Run the command over a package; give its exit code and the findings that are more than a remark."""

    def run(package, *words):
        target = tmp_path / "oordeel.json"
        common = ["validate", str(package), "--now", NOW, "--quiet", "--format", "json", "-o", str(target)]
        code = main([*common, *map(str, words)])
        told = json.loads(target.read_bytes())
        target.unlink()
        capsys.readouterr()
        every = [(f["rule"], f["path"] or "") for f in told["findings"]]
        loud = [(f["rule"], f["path"] or "") for f in told["findings"] if f["severity"] != "info"]
        return SimpleNamespace(code=code, every=every, loud=loud, told=told)

    return run


@pytest.mark.parametrize("form", PAKBONNEN)
def test_a_package_written_from_the_norm_alone(judged, tmp_path, form):
    package = tmp_path / "SIP-0001"
    shutil.copytree(WRITTEN, package)
    words = []
    if PAKBONNEN[form]:
        name, text = PAKBONNEN[form]
        (tmp_path / name).write_text(text, "utf-8")
        words = ["--pakbon", tmp_path / name]
    found = judged(package, *words)
    about_pakbon = [("PAKBON-ABSENT", "")] if form == "none" else [("PAKBON-FORM", PAKBONNEN[form][0])]
    assert found.loud == about_pakbon
    assert found.code == 0


def test_a_pakbon_of_another_form_is_found_beside_the_package(judged, tmp_path):
    for name in ("SIP-0001", "SIP-0001.zip"):
        shutil.copytree(WRITTEN, tmp_path / "SIP-0001", dirs_exist_ok=True)
        pack_zip(tmp_path / "SIP-0001", tmp_path / "SIP-0001.zip")
        (tmp_path / "SIP-0001.pakbon.xml").write_text("<pakbon/>", "utf-8")
        assert judged(tmp_path / name).loud == [("PAKBON-FORM", "SIP-0001.pakbon.xml")]


@pytest.fixture
def good(tmp_path):
    """The smallest valid package of the corpus, in a folder."""
    shutil.copytree(CORPUS / "base", tmp_path / "pakket-1")
    return tmp_path / "pakket-1"


def files(root):
    return {path.relative_to(root.parent).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def pack_zip(root, target, method=zipfile.ZIP_STORED, *, wide=False, stream=False, windows=False):
    out = io.BytesIO()
    with zipfile.ZipFile(OneWay(out) if stream else out, "w", method) as archive:
        for name, data in files(root).items():
            entry = zipfile.ZipInfo(name)
            entry.compress_type = method
            if windows:
                entry.create_system, entry.filename = 0, name.replace("/", "\\")
            with archive.open(entry, "w", force_zip64=wide) as file:
                file.write(data)
    target.write_bytes(out.getvalue())


class OneWay(io.RawIOBase):
    """A stream that cannot go back, so that a zip has its sizes after the content."""

    def __init__(self, out):
        self._out = out

    def writable(self):
        return True

    def write(self, data):
        return self._out.write(data)


def pack_tar(root, target, form, start=""):
    with tarfile.open(target, "w", format=form) as archive:
        archive.add(root, start + root.name)


def gzipped(root, target):
    pack_tar(root, target, tarfile.PAX_FORMAT)
    target.write_bytes(gzip.compress(target.read_bytes()))


CONTAINERS = {
    "stored.zip": pack_zip,
    "deflated.zip": lambda root, target: pack_zip(root, target, zipfile.ZIP_DEFLATED),
    "bzip2.zip": lambda root, target: pack_zip(root, target, zipfile.ZIP_BZIP2),
    "lzma.zip": lambda root, target: pack_zip(root, target, zipfile.ZIP_LZMA),
    "zip64.zip": lambda root, target: pack_zip(root, target, wide=True),
    "data-descriptors.zip": lambda root, target: pack_zip(root, target, zipfile.ZIP_DEFLATED, stream=True),
    "windows.zip": lambda root, target: pack_zip(root, target, windows=True),
    "ustar.tar": lambda root, target: pack_tar(root, target, tarfile.USTAR_FORMAT),
    "gnu.tar": lambda root, target: pack_tar(root, target, tarfile.GNU_FORMAT),
    "pax.tar": lambda root, target: pack_tar(root, target, tarfile.PAX_FORMAT),
    "dotted.tar": lambda root, target: pack_tar(root, target, tarfile.PAX_FORMAT, "./"),
    "gzipped.tar.gz": gzipped,
    "gzipped.tgz": gzipped,
    "GZIPPED.TAR.GZ": gzipped,
    "without-a-suffix": pack_zip,
}


@pytest.mark.parametrize("name", CONTAINERS)
def test_containers_of_every_maker(judged, good, name):
    target = good.parent / name
    CONTAINERS[name](good, target)
    found = judged(target)
    assert found.loud == [("CONTAINER-NAME", ""), ("PAKBON-ABSENT", "")]
    assert found.code == 0
    assert found.told["counts"]["bestanden"] == 1


@pytest.mark.skipif(shutil.which("tar") is None, reason="no tar here")
@pytest.mark.parametrize("words", [["--format=gnu"], ["--format=posix"], ["--format=v7"], ["-z"], ["--format=oldgnu"]])
def test_tar_itself(judged, good, words):
    target = good.parent / "pakket-1.tar"
    subprocess.run(["tar", *words, "-cf", target, good.name], cwd=good.parent, check=True)
    assert judged(target).loud == [("PAKBON-ABSENT", "")]


def test_names_of_an_old_windows(judged, good):
    """A name in code page 437, without a mark that says so."""
    letter = good / "archief" / "dossier" / "stuk" / "brief.txt"
    letter.rename(letter.with_name("één.txt"))
    data = files(good)
    with zipfile.ZipFile(good.parent / "pakket-1.zip", "w") as archive:
        for name, content in data.items():
            archive.writestr(OldName(name), content)
    found = judged(good.parent / "pakket-1.zip")
    assert ("SIP-R44", "archief/dossier/stuk/één.txt") in found.every


class OldName(zipfile.ZipInfo):
    """An entry that DOS would have made."""

    def _encodeFilenameFlags(self):
        return self.filename.encode("cp437"), self.flag_bits


def test_a_sparse_file_in_a_tar_is_refused(judged, good):
    with (good / "archief" / "dossier" / "stuk" / "gat.bin").open("wb") as file:
        file.truncate(1 << 22)
    target = good.parent / "pakket-1.tar"
    done = subprocess.run(["tar", "-S", "-cf", target, good.name], cwd=good.parent, check=False)
    if done.returncode:
        pytest.skip("this tar makes no sparse files")
    found = judged(target)
    assert found.code == 1
    assert [rule for rule, _ in found.every] == ["CONTAINER-OPEN"]
    assert "sparse" in found.told["findings"][0]["message"]


@pytest.mark.parametrize("inner", ["binnen.zip", "binnen.tar.gz"])
def test_an_archive_in_a_package_stays_closed(judged, good, inner):
    """It is a file like any other, whatever lies in it."""
    stuk = good / "archief" / "dossier" / "stuk"
    (gzipped if inner.endswith("gz") else pack_zip)(good, good.parent / inner)
    (good.parent / inner).rename(stuk / inner)
    found = judged(good)
    assert ("SIP-R44", f"archief/dossier/stuk/{inner}") in found.every
    assert not any(f"{inner}/" in path for _, path in found.every)


SPELLINGS = {
    "x.ext.bestand.MDTO.xml": (".bestand.mdto.xml", ".bestand.MDTO.xml"),
    "x.ext.mdto.xml": (".bestand.mdto.xml", ".mdto.xml"),
    "x.ext.MDTO.xml": (".bestand.mdto.xml", ".MDTO.xml"),
    "x.ext.Bestand.Mdto.Xml": (".bestand.mdto.xml", ".Bestand.Mdto.Xml"),
}


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_sidecars_in_either_spelling(judged, good, spelling):
    old, new = SPELLINGS[spelling]
    for path in good.rglob(f"*{old}"):
        path.rename(path.with_name(path.name.replace(old, new)))
    found = judged(good)
    assert found.loud == [("PAKBON-ABSENT", "")]
    assert found.code == 0


VERSIONS = {"1.0.1": "MDTO-XML1.0.1.xsd", "1.0": "MDTO-XML1.0.xsd"}


def rewrite(root, change):
    for path in root.rglob("*.xml"):
        path.write_text(change(path.read_text("utf-8")), "utf-8")


def test_mdto_1_0_is_what_1_0_1_is_but_for_two_things(judged, good):
    """A file of version 1.0 that has what the norm demands satisfies 1.0.1 too: the two differ in two bounds only."""
    rewrite(good, lambda text: text.replace(VERSIONS["1.0.1"], VERSIONS["1.0"]))
    assert judged(good).loud == [("PAKBON-ABSENT", "")]


def test_mdto_1_0_without_a_restriction_lacks_what_the_norm_demands(judged, good):
    """The schema of 1.0 let it pass, the metagegevensschema never did."""

    def without(text):
        start, end = text.find("<beperkingGebruik>"), text.find("</beperkingGebruik>")
        kept = text if start < 0 else text[:start] + text[end + len("</beperkingGebruik>") :]
        return kept.replace(VERSIONS["1.0.1"], VERSIONS["1.0"])

    rewrite(good, without)
    found = judged(good)
    assert found.code == 1
    assert {"MDTO-R34", "MDTO-XSD"} <= {rule for rule, _ in found.loud}


OPEN = {
    "aggregatieniveau": ("<begripLabel>Dossier<", "<begripLabel>Zaakdossier<", "Begrippenlijst Aggregatieniveaus MDTO"),
    "event": ("<begripLabel>Creatie<", "<begripLabel>Samenvoeging<", "Begrippenlijst EventTypeLijst MDTO"),
    "beperking": (
        "<begripLabel>openbaar (Archiefwet 1995)<",
        "<begripLabel>op aanvraag<",
        "Openbaarheid Archiefwet 1995",
    ),
}


@pytest.mark.parametrize("element", OPEN)
def test_an_open_list_may_hold_what_nobody_knows_here(judged, good, element):
    old, new, known = OPEN[element]
    rewrite(good, lambda text: text.replace(old, new).replace(known, "Eigen lijst van Voorbeeldstad, 2024"))
    found = judged(good)
    assert found.code == 0
    assert not [rule for rule, _ in found.loud if rule.startswith("MDTO")]


def test_the_command_itself_on_a_package_of_others(tmp_path):
    shutil.copytree(WRITTEN, tmp_path / "SIP-0001")
    command = [sys.executable, "-m", "depotklaar.cli.main", "validate", "SIP-0001", "--now", NOW]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["SIP-0001"]

"""What broke other judges, in packages of others: odd names, texts and dates, and archives that deceive."""

import hashlib
import io
import json
import os
import shutil
import tarfile
import zipfile
import zlib
from pathlib import Path

import pytest

BASE = Path(__file__).resolve().parents[1] / "corpus" / "base"
STUK = "archief/dossier/stuk"
SECRET = "/etc/passwd"


@pytest.fixture
def judged(cli, tmp_path):
    """Exit code, and the rule, place and words of each finding."""

    def run(package, *words):
        target = tmp_path / "oordeel.json"
        target.unlink(missing_ok=True)
        done = cli("validate", package, "--quiet", "--format", "json", "-o", target, *words)
        told = json.loads(target.read_bytes())
        return done.code, {(f["rule"], f["path"] or "", f["message"]) for f in told["findings"]}

    return run


@pytest.fixture
def package(tmp_path):
    """The smallest valid package, to be spoilt."""
    shutil.copytree(BASE, tmp_path / "pakket-1")
    return tmp_path / "pakket-1"


def rules(found):
    return {rule for rule, *_ in found}


def renamed(package, name):
    """Give the one file another name, and its metadata too."""
    folder = package / STUK
    for old in sorted(folder.glob("brief.txt*")):
        old.rename(folder / old.name.replace("brief.txt", name))


def bagged(package, listed):
    """Make a bag of a tree as another program would; `listed` says how a path is written in the manifest."""
    content = package.with_name("bag") / "data"
    shutil.copytree(package, content)
    bag = content.parent
    lines = []
    for path in sorted(content.rglob("*")):
        if path.is_file():
            digest = hashlib.sha256(path.read_bytes()).hexdigest()
            lines.append(f"{digest}  {listed(path.relative_to(bag).as_posix())}\n")
    (bag / "manifest-sha256.txt").write_text("".join(lines), "utf-8")
    (bag / "bagit.txt").write_text("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n", "utf-8")
    return bag


@pytest.mark.parametrize("how", ["as the RFC writes it", "as it is"])
def test_a_percent_and_an_escape_in_a_name(judged, package, how):
    """RFC 8493, 2.1.3: a percent sign in a path is written `%25`; who does not do so names another file."""
    renamed(package, "a%0Ab.txt")
    bag = bagged(package, lambda path: path.replace("%", "%25") if how == "as the RFC writes it" else path)
    code, found = judged(bag)
    assert (code == 0) is (how == "as the RFC writes it"), found
    assert ("BAG-MISSING" in rules(found)) is (how == "as it is")


def zip_with(package, name, target, data=b"x"):
    with zipfile.ZipFile(target, "w") as archive:
        for path in sorted(package.rglob("*")):
            if path.is_file():
                archive.writestr(f"pakket-1/{path.relative_to(package).as_posix()}", path.read_bytes())
        archive.writestr(name, data)
    return target


def tar_with(package, name, target):
    with tarfile.open(target, "w", encoding="utf-8", errors="surrogateescape") as archive:
        archive.add(package, "pakket-1")
        archive.addfile(tarfile.TarInfo(name), io.BytesIO())
    return target


def test_a_name_that_is_not_utf8(judged, package, tmp_path):
    tar = tar_with(package, os.fsdecode(b"pakket-1/caf\xe9.txt"), tmp_path / "pakket-1.tar")
    (package / os.fsdecode(b"caf\xe9.txt")).touch()
    for path in (tar, package):
        code, found = judged(path)
        assert code == 1
        assert rules(found) == {"CONTAINER-OPEN"} | (rules(found) & {"PAKBON-ABSENT"})
        assert any("caf\\xe9.txt" in place for _, place, _ in found)


ODD_NAMES = {
    "a turned name": ("brief\u202egpj.txt", "NAME-ENCODING"),
    "a control character": ("br\u0001ief.txt", "NAME-ENCODING"),
    "a line end": ("br\nief.txt", "NAME-ENCODING"),
    "no character": ("brief\ufffe.txt", "NAME-ENCODING"),
    "a space at its end": ("brief.txt ", "SIP-R52"),
    "a dot at its end": ("brief.txt.", None),
    "a device": ("CON", None),
    "a device with an extension": ("nul.txt", None),
}


@pytest.mark.parametrize("oddity", ODD_NAMES)
def test_an_odd_name(judged, package, oddity):
    name, rule = ODD_NAMES[oddity]
    renamed(package, name)
    code, found = judged(package)
    assert rule is None or (code == 1 and rule in rules(found))
    assert all(message.isprintable() and place.isprintable() for _, place, message in found if rule is None)


def test_a_device_is_refused_where_the_receiver_has_windows(judged, package):
    renamed(package, "CON")
    code, found = judged(package, "--profile", "nha")
    assert code == 1
    assert "RECEIVER-RESERVED" in rules(found)


@pytest.mark.parametrize("pack", [zip_with, tar_with], ids=["zip", "tar"])
def test_a_name_of_300_characters(judged, package, tmp_path, pack):
    path = pack(package, f"pakket-1/{STUK}/{'n' * 300}.txt", tmp_path / f"pakket-1.{pack.__name__[:3]}")
    code, found = judged(path)
    assert code == 1
    assert any(rule == "SIP-R51" and "n" * 300 in place for rule, place, _ in found)


@pytest.mark.parametrize("pack", [zip_with, tar_with], ids=["zip", "tar"])
def test_names_that_differ_in_case_or_form_only(judged, package, tmp_path, pack):
    (package / STUK / "caf\u00e9.txt").write_text("x", "utf-8")
    path = pack(package, f"pakket-1/{STUK}/CAFE\u0301.txt", tmp_path / f"pakket-1.{pack.__name__[:3]}")
    code, found = judged(path)
    assert code == 1
    assert "SIP-R50" in rules(found)


def bomb(target):
    """A zip of 3 MB that holds 3 GB of zeros: one packed mebibyte, three thousand times."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    piece = packer.compress(bytes(1 << 20)) + packer.flush(zlib.Z_FULL_FLUSH)
    packed = piece * 3072 + packer.flush()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("pakket-1/nullen.bin", packed)
    data = bytearray(target.read_bytes())
    for at, size in ((0, 22), (data.rfind(b"PK\1\2"), 24)):
        method = at + (8 if at == 0 else 10)
        data[method : method + 2] = b"\x08\x00"
        data[at + size : at + size + 4] = (3 << 30).to_bytes(4, "little")
    target.write_bytes(data)
    return target


def test_three_gigabytes_of_zeros_in_three_megabytes(judged, tmp_path):
    code, found = judged(bomb(tmp_path / "pakket-1.zip"), "--max-ratio", "500")
    assert code == 1
    assert any("500" in message for _, _, message in found)
    assert rules(found) <= {"CONTAINER-OPEN", "PAKBON-ABSENT"}


def test_an_encrypted_zip(judged, package, tmp_path):
    path = zip_with(package, "pakket-1/x", tmp_path / "pakket-1.zip")
    data = bytearray(path.read_bytes())
    data[data.rfind(b"PK\1\2") + 8] |= 1
    path.write_bytes(data)
    code, found = judged(path)
    assert code == 1
    assert any(rule == "CONTAINER-OPEN" and "versleuteld" in message for rule, _, message in found)


TEXTS = {
    "a mark that turns the text": ("a\u202eb\u200f", True),
    "a control character": ("a\u0001b", False),
    "a reference to one": ("a&#1;b", False),
    "no character": ("a\ufffeb", False),
    "half a pair": ("a\ud800b", False),
    "a reference to half a pair": ("a&#xD800;b", False),
    "an emoji of several": ("\U0001f469\u200d\U0001f469\u200d\U0001f467", True),
}


@pytest.mark.parametrize("oddity", TEXTS)
def test_an_odd_text_in_metadata(judged, package, oddity):
    """What XML cannot hold makes the file unreadable; all else is text."""
    text, legal = TEXTS[oddity]
    path = package / STUK / "stuk.mdto.xml"
    data = path.read_text("utf-8").replace("<omschrijving>", f"<omschrijving>{text}", 1)
    path.write_bytes(data.encode("utf-8", "surrogatepass"))
    code, found = judged(package)
    assert (code == 0) is legal, found
    assert ("MDTO-XML" in rules(found)) is not legal


DATES = {
    "31 February": ("2024-02-31", "MDTO-XSD"),
    "the year 0": ("0000-01-01", None),
    "the year 1": ("0001-01-01", None),
    "the year 9999": ("9999-12-31", None),
    "the year 10000": ("10000-01-01", None),
    "before Christ": ("-0044-03-15", None),
    "a zone that ends in another year": ("9999-12-31-14:00", None),
}


@pytest.mark.parametrize("date", DATES)
@pytest.mark.parametrize("element", ["dekkingInTijdBegindatum", "dekkingInTijdEinddatum", "termijnStartdatumLooptijd"])
def test_an_odd_date(judged, package, element, date):
    """No date stops the judge; that it comes to a verdict is the point."""
    value, rule = DATES[date]
    path = package / STUK / "stuk.mdto.xml"
    text = path.read_text("utf-8")
    start = text.index(f"<{element}>") + len(element) + 2
    path.write_text(text[:start] + value + text[text.index("<", start) :], "utf-8")
    code, found = judged(package)
    assert code in (0, 1)
    assert rule is None or (code == 1 and rule in rules(found))


@pytest.mark.parametrize("kind", [tarfile.CHRTYPE, tarfile.BLKTYPE, tarfile.FIFOTYPE, tarfile.LNKTYPE, tarfile.SYMTYPE])
def test_nothing_odd_in_a_tar_is_followed(judged, package, tmp_path, kind):
    odd = tarfile.TarInfo(f"pakket-1/{STUK}/erbij.txt")
    odd.type, odd.linkname = kind, SECRET
    with tarfile.open(tmp_path / "pakket-1.tar", "w") as archive:
        archive.add(package, "pakket-1")
        archive.addfile(odd)
    code, found = judged(tmp_path / "pakket-1.tar")
    assert code == 1
    assert any("erbij.txt" in place for _, place, _ in found)
    assert not any("root:" in message for *_, message in found)


@pytest.mark.parametrize("name", ["bag-info.txt", "manifest-sha512.txt", "bagit.txt"])
def test_a_tag_file_that_would_fill_the_memory(judged, package, name):
    bag = bagged(package, lambda path: path)
    os.truncate(bag / name, 11_000_000) if (bag / name).exists() else (bag / name).write_bytes(bytes(11_000_000))
    code, found = judged(bag)
    assert code == 1
    assert any(rule == "BAG-FORM" and place == name and "niet gelezen" in message for rule, place, message in found)

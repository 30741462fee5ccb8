"""Packages made to harm their judge: a verdict or a refusal, in little time and memory, and nothing followed."""

import io
import json
import os
import shutil
import stat
import tarfile
import zipfile

import pytest

SAMPLE = "een-op-een-ios"
SECRET = "een geheim van deze machine"
DOCTYPE = '<!DOCTYPE MDTO [<!ENTITY x SYSTEM "file://{secret}">]>'
LAUGHS = (
    '<!DOCTYPE MDTO [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {n} "{("&" + m + ";") * 10}">' for m, n in zip("abcdefghi", "bcdefghij", strict=True))
    + "]>"
)


@pytest.fixture
def copy(deliver, tmp_path):
    """A copy of a bare package in a folder, to be harmed; and of one that is a bag."""

    def take(*, bag=False):
        made = deliver(SAMPLE, bag=bag)
        shutil.copytree(made.package, tmp_path / made.mark)
        return tmp_path / made.mark

    return take


def judged(cli, tmp_path, *packages):
    """Exit code and the rules and places of the first package's findings."""
    target = tmp_path / "oordeel.json"
    target.unlink(missing_ok=True)
    done = cli("validate", *packages, "--quiet", "--format", "json", "-o", target)
    told = json.loads(target.read_bytes()) if target.exists() else {"findings": []}
    return done, [(f["rule"], f["path"] or "", f["message"]) for f in told["findings"]]


def sidecar(package):
    return sorted(package.rglob("*.pdf.bestand.mdto.xml"))[0]


def with_entity(tmp_path, text):
    secret = tmp_path / "geheim.txt"
    secret.write_text(SECRET, "utf-8")
    return text.replace("<MDTO", DOCTYPE.format(secret=secret) + "<MDTO", 1).replace("<naam>", "<naam>&x;", 1)


SIDECARS = {
    "an external entity": lambda tmp, text: with_entity(tmp, text).encode(),
    "a billion laughs": lambda tmp, text: (
        text.replace("<MDTO", LAUGHS + "<MDTO", 1).replace("<naam>", "<naam>&j;", 1).encode()
    ),
    "a node of 100 MB": lambda tmp, text: text.replace("<naam>", "<naam>" + "x" * 100_000_000, 1).encode(),
    "another encoding than it says": lambda tmp, text: text.replace("<naam>", "<naam>caf\xe9", 1).encode("latin-1"),
    "two bytes a character": lambda tmp, text: text.encode("utf-16"),
    "a hundred thousand levels": lambda tmp, text: b"<a>" * 100_000,
    "nothing": lambda tmp, text: b"",
    "zeros": lambda tmp, text: bytes(1_000_000),
    "a text node cut off": lambda tmp, text: text.encode()[: len(text) // 2],
}


@pytest.mark.parametrize("harm", SIDECARS)
def test_a_sidecar_that_is(cli, copy, tmp_path, harm):
    package = copy()
    path = sidecar(package)
    path.write_bytes(SIDECARS[harm](tmp_path, path.read_text("utf-8")))
    done, found = judged(cli, tmp_path, package)
    assert done.code == 1
    assert any(
        where.endswith(path.name) and rule.startswith(("MDTO", "NAME", "RECEIVER")) for rule, where, _ in found
    ), found
    assert not any(SECRET in message for *_, message in found)


def test_a_pakbon_with_an_external_entity(cli, deliver, copy, tmp_path):
    package = copy()
    text = deliver(SAMPLE, bag=False).pakbon.read_text("utf-8")
    (tmp_path / "geheim.txt").write_text(SECRET, "utf-8")
    doctype = DOCTYPE.format(secret=tmp_path / "geheim.txt").replace("MDTO", "pakbon")
    bon = text.replace("<pakbon", doctype + "<pakbon", 1).replace("<titel>", "<titel>&x;", 1)
    (tmp_path / f"{package.name}.pakbon.xml").write_text(bon, "utf-8")
    done, found = judged(cli, tmp_path, package)
    assert done.code == 1
    assert any(rule.startswith("PAKBON") for rule, *_ in found)
    assert SECRET not in str(found) + done.err


MANIFESTS = {
    "an unknown algorithm": ("manifest-whirlpool.txt", "00  data/x\n", "BAG-ALGORITHM"),
    "a path outside the bag": ("manifest-sha256.txt", "00  ../../etc/passwd\n", "BAG-PATH"),
    "an absolute path": ("manifest-sha256.txt", "00  /etc/passwd\n", "BAG-PATH"),
    "a home folder": ("manifest-sha256.txt", "00  ~/x\n", "BAG-PATH"),
    "a line that is none": ("manifest-sha256.txt", "wat is dit\n", "BAG-FORM"),
    "fetch.txt": ("fetch.txt", "http://192.0.2.1/x 10 data/x\n", "BAG-FETCH"),
    "bytes": ("bag-info.txt", "\udcff\udcfe", "BAG-"),
}


@pytest.mark.parametrize("harm", MANIFESTS)
def test_a_bag_with(cli, copy, tmp_path, harm):
    name, line, rule = MANIFESTS[harm]
    package = copy(bag=True)
    with (package / name).open("ab") as manifest:
        manifest.write(line.encode("utf-8", "surrogateescape"))
    done, found = judged(cli, tmp_path, package)
    assert done.code == 1
    assert any(one.startswith(rule) for one, *_ in found), found


FILES = {
    "a link out of it": lambda path: path.symlink_to("/etc/passwd"),
    "a link to a folder": lambda path: path.symlink_to("/etc"),
    "a link that goes round": lambda path: path.symlink_to(path.parent),
    "a fifo": lambda path: os.mkfifo(path),
}


@pytest.mark.parametrize("harm", FILES)
def test_a_folder_that_holds(cli, copy, tmp_path, harm):
    package = copy()
    FILES[harm](package / "erbij")
    done, found = judged(cli, tmp_path, package)
    assert done.code == 1
    assert any("erbij" in where + message for _, where, message in found), found


def test_a_hard_link_is_a_file_like_any_other(cli, copy, tmp_path):
    package = copy()
    path = sorted(package.rglob("*.pdf"))[0]
    (tmp_path / "zelfde").hardlink_to(path)
    done, _ = judged(cli, tmp_path, package)
    assert done.code == 0


def zip_of(path, *entries):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as content:
        for name, data in entries:
            content.writestr(name, data)
    return path


def linked(name):
    entry = zipfile.ZipInfo(name)
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    return entry


ZIPS = {
    "climbs": lambda path: zip_of(path, ("p/../../x", b"x")),
    "is absolute": lambda path: zip_of(path, ("/etc/x", b"x")),
    "has a drive": lambda path: zip_of(path, ("C:/x", b"x")),
    "holds a link": lambda path: zip_of(path, (linked("p/x"), b"/etc/passwd")),
    "is a bomb": lambda path: zip_of(path, ("p/x", bytes(30_000_000))),
    "holds 20,000 files": lambda path: zip_of(path, *((f"p/{n}.txt", b"") for n in range(20_000))),
    "is empty": lambda path: zip_of(path),
    "has two roots": lambda path: zip_of(path, ("p/x.txt", b"x"), ("q/x.txt", b"x")),
    "is no zip": lambda path: path.write_bytes(b"PK\x03\x04 en dan niets"),
}


@pytest.mark.parametrize("harm", ZIPS)
def test_a_zip_that(cli, tmp_path, harm):
    path = tmp_path / "p.zip"
    ZIPS[harm](path)
    done, found = judged(cli, tmp_path, path)
    assert done.code == 1
    assert found
    assert sorted(item.name for item in tmp_path.iterdir()) == ["oordeel.json", "p.zip"]


@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE])
def test_a_tar_that_holds_something_odd(cli, tmp_path, kind):
    path = tmp_path / "p.tar"
    with tarfile.open(path, "w") as content:
        content.addfile(tarfile.TarInfo("p/a.txt"), io.BytesIO())
        odd = tarfile.TarInfo("p/erbij")
        odd.type, odd.linkname = kind, "/etc/passwd"
        content.addfile(odd)
    done, found = judged(cli, tmp_path, path)
    assert done.code == 1
    assert any("erbij" in where + message for _, where, message in found), found


def test_what_is_no_package_at_all(cli, tmp_path):
    (tmp_path / "leeg").mkdir()
    (tmp_path / "tekst.txt").write_text("dag", "utf-8")
    assert judged(cli, tmp_path, tmp_path / "leeg")[0].code == 1
    assert judged(cli, tmp_path, tmp_path / "tekst.txt")[0].code == 1
    assert judged(cli, tmp_path, tmp_path / "nergens")[0].code == 3

"""Anyone's tag files become values and faults, never exceptions."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from depotklaar.standards.bagit.faults import SENTENCES, TOLERATED, BagFault
from depotklaar.standards.bagit.lines import LONGEST_LINE, MOST_FAULTS
from depotklaar.standards.bagit.reader import (
    Declaration,
    Fetch,
    Manifest,
    ManifestName,
    manifest_name,
    read_declaration,
    read_fetch,
    read_info,
    read_manifest,
)

PLAIN = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
V1 = read_declaration(PLAIN)
V097 = read_declaration(PLAIN.replace(b"1.0", b"0.97"))
SHA256 = ManifestName("sha256", payload=True)
TAGS = ManifestName("sha256", payload=False)
SUM = b"ab" * 32


def manifest(data: bytes, declaration: Declaration = V1, name: ManifestName = SHA256) -> Manifest:
    return read_manifest(io.BytesIO(data), "manifest-sha256.txt", name, declaration)


def fetch(data: bytes) -> Fetch:
    return read_fetch(io.BytesIO(data), V1)


def codes(faults: tuple[BagFault, ...]) -> list[str]:
    return [fault.code for fault in faults]


@pytest.mark.parametrize("end", [b"\n", b"\r", b"\r\n"])
def test_a_declaration_of_each_version(end: bytes) -> None:
    for version in ((0, 93), (0, 94), (0, 95), (0, 96), (0, 97), (1, 0)):
        data = PLAIN.replace(b"1.0", b"%d.%d" % version).replace(b"\n", end)
        assert read_declaration(data) == Declaration(version, "utf-8", ())


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", ["version-missing", "encoding-missing"]),
        (PLAIN.replace(b": 1", b" : 1"), ["declaration-form"]),
        (PLAIN + b"More: x\n", ["declaration-form"]),
        (b"\xef\xbb\xbf" + PLAIN, ["byte-order-mark"]),
        (PLAIN.replace(b"1.0", b"2.0"), ["version-unknown"]),
        (PLAIN.replace(b"1.0", b"one"), ["version-unknown"]),
        (PLAIN.replace(b"UTF-8", b"rot13"), ["encoding-unknown"]),
        (PLAIN.replace(b"UTF-8", b"\xff"), ["not-encoded", "encoding-unknown"]),
        (b"\n".join(reversed(PLAIN.splitlines())), ["version-missing", "encoding-missing"]),
    ],
)
def test_faults_of_a_declaration(data: bytes, expected: list[str]) -> None:
    assert codes(read_declaration(data).faults) == expected


def test_names_of_manifests() -> None:
    assert manifest_name("manifest-sha256.txt") == SHA256
    assert manifest_name("tagmanifest-SHA-512.txt") == ManifestName("sha512", payload=False)
    unknown = manifest_name("manifest-whirlpool.txt")
    assert unknown is not None
    assert not unknown.known
    for name in ("manifest.txt", "sub/manifest-md5.txt", "manifest-md5.txt.bak", "bagit.txt"):
        assert manifest_name(name) is None


def test_a_manifest_in_every_way_of_writing() -> None:
    data = SUM + b"  data/a b.txt\r\n" + SUM.upper() + b"\t*data/c\r\n\r\n" + SUM + b" ./data/d"
    found = manifest(data)
    assert [(fault.code, fault.line) for fault in found.faults] == [("asterisk", None), ("dot-slash", None)]
    assert {fault.code for fault in found.faults} <= TOLERATED
    assert found.entries == dict.fromkeys(["data/a b.txt", "data/c", "data/d"], SUM.decode())


def test_percent_signs_by_version() -> None:
    line = SUM + b"  data/a%250Ab%0d%0A%20%"
    assert list(manifest(line).entries) == ["data/a%0Ab\r\n%20%"]
    assert codes(manifest(line).faults) == ["path-not-encoded"]
    assert list(manifest(line, V097).entries) == ["data/a%250Ab\r\n%20%"]
    assert manifest(line, V097).faults == ()


@pytest.mark.parametrize(
    "path", ["/etc/passwd", "../x", "data/../../x", "C:\\x", "~root/x", "data\\..\\x", "\\x", "data/\0"]
)
def test_paths_outside_the_bag_are_told_and_left_out(path: str) -> None:
    found = manifest(SUM + b"  data/a\n" + SUM + b"  " + path.encode())
    assert codes(found.faults) == ["path-outside"]
    assert found.unsafe == ((path, 2),)
    assert list(found.entries) == ["data/a"]


def test_faults_of_a_manifest_know_their_line() -> None:
    data = b"nonsense\n" + SUM + b"  data/a\n" + b"cd" * 32 + b"  data/a\nabc  data/b\n" + SUM + b"  bagit.txt\n"
    found = manifest(data)
    expected = [("line-form", 1), ("path-twice", 3), ("checksum-length", 4), ("path-not-payload", 5)]
    assert [(fault.code, fault.line) for fault in found.faults] == expected
    assert found.entries["data/a"] == SUM.decode()
    tags = manifest(SUM + b" data/a\n" + SUM + b" tagmanifest-md5.txt\n" + SUM + b" manifest-md5.txt", name=TAGS)
    assert [(fault.code, fault.line) for fault in tags.faults] == [("path-not-tag", 1), ("path-not-tag", 2)]


def test_other_encodings() -> None:
    utf16 = read_declaration(PLAIN.replace(b"UTF-8", b"UTF-16"))
    text = f"{SUM.decode()}  data/één\r\n"
    assert list(manifest(text.encode("utf-16"), utf16).entries) == ["data/één"]
    assert "not-encoded" in codes(manifest(b"\xff\xfea\n\xff", utf16).faults)
    latin = read_declaration(PLAIN.replace(b"UTF-8", b"ISO-8859-1"))
    assert list(manifest(text.encode("latin-1"), latin).entries) == ["data/één"]
    assert codes(manifest(text.encode("latin-1")).faults) == ["not-encoded"]


def test_endless_lines_and_endless_faults_do_not_fill_the_memory() -> None:
    assert codes(manifest(b"a" * (LONGEST_LINE * 3)).faults) == ["line-too-long"]
    found = manifest(b"x\n" * (MOST_FAULTS + 5))
    assert len(found.faults) == MOST_FAULTS + 1
    assert found.faults[-1].text.en == "5 more faults in this file"


def test_tags_of_bag_info() -> None:
    data = b"Contact-Name: A\r\nExternal-Description: first\n  second\n\tthird: x\ncontact-name:\tB\nEmpty:\n"
    info = read_info(io.BytesIO(data), V1)
    assert info.faults == ()
    assert info.values("CONTACT-name") == ("A", "B")
    assert info.values("External-Description") == ("first second third: x",)
    assert [(tag.label, tag.line) for tag in info.tags][-2:] == [("contact-name", 5), ("Empty", 6)]


def test_faults_of_bag_info() -> None:
    data = b"  before all\nno colon\nspace : x\ntight:x\n"
    assert [(f.code, f.line) for f in read_info(io.BytesIO(data), V1).faults] == [
        ("info-form", n) for n in (1, 2, 3, 4)
    ]
    assert [f.line for f in read_info(io.BytesIO(data), V097).faults] == [1, 2]


def test_fetch() -> None:
    found = fetch(b"https://example.org/a 12 data/a%0Ab\nftp://x - data/b\n")
    assert [(item.url, item.length, item.path) for item in found.items] == [
        ("https://example.org/a", 12, "data/a\nb"),
        ("ftp://x", None, "data/b"),
    ]
    assert codes(fetch(b"x\nu 1 ../x\nu 1 bagit.txt\n").faults) == ["fetch-form", "path-outside", "path-not-payload"]


def test_every_fault_has_a_sentence_and_shows_nothing_unprintable() -> None:
    for code in SENTENCES:
        text = BagFault(code, "p", 1, "x{y}").text
        assert text.nl
        assert text.en
    fault = manifest(b"a\x1b[2J\xe2\x80\xae" + b"x" * 500).faults[0]
    assert fault.detail.startswith("a\\x1b[2J\\u202ex")
    assert len(fault.detail) < 220


@given(st.binary(max_size=300))
def test_no_bytes_make_the_readers_fall(data: bytes) -> None:
    for declaration in (read_declaration(data), V1, V097, read_declaration(PLAIN.replace(b"UTF-8", b"utf-16"))):
        manifest(data, declaration)
        read_info(io.BytesIO(data), declaration)
        read_fetch(io.BytesIO(data), declaration)

"""Protection, macros and embedded files are seen, and hostile documents neither loop, grow nor crash."""

import io
import struct
import zipfile
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from depotklaar.formats import inside
from depotklaar.formats.inside import look_at, look_inside

OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def pdf(trailer: str = "/Size 1", body: str = "<<>>") -> bytes:
    begin = f"%PDF-1.7\n1 0 obj\n{body}\nendobj\n"
    table = f"xref\n0 1\n0000000000 65535 f \ntrailer\n<< {trailer} >>\nstartxref\n{len(begin)}\n%%EOF\n"
    return (begin + table).encode()


def pdf_with_stream(dictionary: str) -> bytes:
    begin = "%PDF-1.7\n"
    return f"{begin}7 0 obj\n<< /Type /XRef {dictionary} >>\nstream\nabc\nendstream\nstartxref\n{len(begin)}\n".encode()


def entry(name: str, kind: int = 2, start: int = 0) -> bytes:
    """An entry of an OLE2 directory, 128 bytes."""
    raw = name.encode("utf-16-le") + b"\0\0"
    return raw.ljust(64, b"\0") + struct.pack("<HB", len(raw), kind) + bytes(49) + struct.pack("<I", start) + bytes(8)


def ole2(*entries: bytes, content: bytes = b"") -> bytes:
    """A header, one sector of content, and a directory after it."""
    head = (OLE2 + bytes(22) + struct.pack("<H", 9)).ljust(512, b"\0")
    return head + content.ljust(512, b"\0")[:512] + b"".join(entries)


def zipped(*parts: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts:
            archive.writestr(zipfile.ZipInfo(name) if name == "mimetype" else name, data)
    return out.getvalue()


def odf(*parts: tuple[str, bytes]) -> bytes:
    return zipped(("mimetype", b"application/vnd.oasis.opendocument.text"), *parts)


def office(*names: str) -> bytes:
    return zipped(("[Content_Types].xml", b"<Types/>"), *((name, b"x") for name in names))


FILEPASS = struct.pack("<HH", 0x0809, 4) + bytes(4) + struct.pack("<HH", 0x002F, 6)
WORD = struct.pack("<H", 0xA5EC) + bytes(8) + struct.pack("<H", 0x0100)


@pytest.mark.parametrize(
    ("data", "traits"),
    [
        pytest.param(pdf(), (), id="pdf"),
        pytest.param(pdf("/Encrypt 9 0 R"), ("protected",), id="pdf encrypted"),
        pytest.param(pdf("/Encrypt << /V 4 >>"), ("protected",), id="pdf encrypted directly"),
        pytest.param(pdf("/#45#6ecrypt 9 0 R"), ("protected",), id="pdf encrypted, name escaped"),
        pytest.param(pdf("/EncryptMetadata true"), (), id="pdf with another name"),
        pytest.param(pdf(body="(/Encrypt 9 0 R)"), (), id="pdf that speaks of it"),
        pytest.param(pdf_with_stream("/Encrypt 2 0 R"), ("protected",), id="pdf with a stream of references"),
        pytest.param(pdf_with_stream("/Root 2 0 R"), (), id="pdf with a plain stream of references"),
        pytest.param(b"%PDF-1.4\ntrailer << /Encrypt 3 0 R >>", ("protected",), id="pdf cut off"),
        pytest.param(b"junk before " + pdf("/Encrypt 9 0 R"), ("protected",), id="pdf after junk"),
        pytest.param(pdf(body="<< /Type /EmbeddedFile >>"), ("embedded",), id="pdf with a file"),
        pytest.param(ole2(entry("WordDocument"), content=b"\xec\xa5" + bytes(10)), (), id="doc"),
        pytest.param(ole2(entry("WordDocument"), content=WORD), ("protected",), id="doc encrypted"),
        pytest.param(ole2(entry("Workbook"), content=FILEPASS), ("protected",), id="xls encrypted"),
        pytest.param(ole2(entry("Workbook"), content=FILEPASS[:8]), (), id="xls"),
        pytest.param(ole2(entry("EncryptedPackage")), ("protected",), id="docx behind a password"),
        pytest.param(ole2(entry("EncryptedSummary")), ("protected",), id="ppt encrypted"),
        pytest.param(ole2(entry("_VBA_PROJECT"), entry("MBD0001A2B3", 1)), ("embedded", "macros"), id="xls with more"),
        pytest.param(ole2(entry("\x01Ole10Native")), ("embedded",), id="doc with a package"),
        pytest.param(ole2(entry("__attach_version1.0_#00000000", 1)), ("embedded",), id="msg with an attachment"),
        pytest.param(ole2(b"\0" * 64 + entry("_VBA_PROJECT")), (), id="name that is no entry"),
        pytest.param(office("word/document.xml"), (), id="docx"),
        pytest.param(office("word/vbaProject.bin"), ("macros",), id="docm"),
        pytest.param(office("xl/embeddings/oleObject1.bin"), ("embedded",), id="xlsx with an object"),
        pytest.param(zipped(("word/vbaProject.bin", b"x")), (), id="zip that is no document"),
        pytest.param(odf(("Basic/Standard/Module1.xml", b"x")), ("macros",), id="odt with macros"),
        pytest.param(odf(("Object 1/content.xml", b"x")), ("embedded",), id="odt with an object"),
        pytest.param(
            odf(("META-INF/manifest.xml", b"<manifest:encryption-data/>")), ("protected",), id="odt encrypted"
        ),
        pytest.param(odf(("META-INF/manifest.xml", b"<manifest:manifest/>")), (), id="odt"),
        pytest.param(b"PK\x05\x06" + bytes(4) + b"\xff" * 12 + bytes(2), ("unopened",), id="zip64"),
        pytest.param(b"PK\x03\x04 and no more", (), id="zip cut off"),
        pytest.param(b"", (), id="empty"),
        pytest.param(b"Goedemorgen", (), id="text"),
    ],
)
def test_what_is_inside(data, traits):
    assert look_at(data) == traits


def test_a_trailer_after_a_long_table_is_found():
    table = "xref\n0 90000\n" + "0000000000 65535 f \n" * 90000
    data = f"%PDF-1.4\n{table}trailer\n<< /Encrypt 1 0 R >>\nstartxref\n9\n%%EOF\n".encode()
    assert look_at(data) == ("protected",)


def test_an_encrypted_entry_of_a_zip(tmp_path: Path):
    data = bytearray(zipped(("a.txt", b"dag")))
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    assert look_at(bytes(data)) == ("protected",)


def test_what_is_too_large_is_not_looked_into(monkeypatch):
    monkeypatch.setattr(inside, "LONGEST", 100)
    data = pdf("/Encrypt 9 0 R")
    assert look_inside(io.BytesIO(data), len(data)) == ("unopened",)
    assert look_inside(io.BytesIO(b"x" * 200), 200) == ()


def test_a_manifest_that_unpacks_without_end_is_read_in_part():
    bomb = zlib.compress(bytes(50 << 20))
    assert len(bomb) < 60_000
    assert look_at(odf(("META-INF/manifest.xml", bytes(50 << 20)))) == ()


SOUND = [pdf("/Encrypt 1 0 R"), ole2(entry("Workbook"), content=FILEPASS), odf(("META-INF/manifest.xml", b"<a/>"))]


@given(st.sampled_from(SOUND), st.lists(st.tuples(st.integers(0, 2000), st.integers(0, 255)), max_size=40), st.data())
@settings(max_examples=300, deadline=None)
def test_no_damage_makes_it_fail(data, changes, more):
    spoilt = bytearray(data)
    for at, value in changes:
        spoilt[at % len(spoilt)] = value
    cut = more.draw(st.integers(0, len(spoilt)))
    for one in (bytes(spoilt), bytes(spoilt[:cut])):
        assert set(look_at(one)) <= {"protected", "macros", "embedded", "unopened"}


@given(st.sampled_from([b"%PDF-", OLE2, b"PK\x03\x04", b"PK\x05\x06"]), st.binary(max_size=3000))
@settings(max_examples=300, deadline=None)
def test_any_bytes_after_a_true_begin(begin, rest):
    look_at(begin + rest)

"""Small files of many kinds, made on the spot."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

_PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360000002000001e221bc330000000049454e44ae426082"
)
_OGG_PAGE = b"OggS\x00\x02" + bytes(8) + b"abcd" + bytes(8) + b"\x01\x13"

CONTENTS = {
    "png": _PNG,
    "jpg": b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00\xff\xd9",
    "pdf": b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n",
    "webp": b"RIFF\x24\x00\x00\x00WEBPVP8 \x18\x00\x00\x00" + bytes(24),
    "opus": _OGG_PAGE + b"OpusHead\x01\x01" + bytes(9),
    "html": b"<!DOCTYPE html><html><head><title>x</title></head><body>x</body></html>",
    "xml": b'<?xml version="1.0"?><a/>',
    "txt": b"Goedemorgen\n",
    "json": b'{"a":1}\n',
    "csv": b"a,b\n1,2\n",
    "bin": b"\x00\x01\x02\xff",
    "empty": b"",
}


@pytest.fixture
def make(tmp_path: Path) -> Callable[[str, str], Path]:
    """Writes a file of a kind under a name and gives its path."""

    def write(kind: str, name: str) -> Path:
        path = tmp_path / name
        path.write_bytes(CONTENTS[kind])
        return path

    return write


@pytest.fixture
def odt(tmp_path: Path) -> Path:
    path = tmp_path / "nota.odt"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", '<office:document-content office:version="1.2"/>')
    return path


@pytest.fixture
def docx(tmp_path: Path) -> Path:
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    path = tmp_path / "nota.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        new.writestr("[Content_Types].xml", f'<Types><Override ContentType="{kind}"/>{" " * 2000}</Types>')
        new.writestr("word/document.xml", "<document/>")
    return path


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "los.zip"
    with zipfile.ZipFile(path, "w") as new:
        new.writestr("a.txt", "x")
    return path

"""No zip, tar or gzipped tar of others ends in a crash or without an end; what opens is read to its end and judged."""

import gzip
import io
import struct
import tarfile
import zipfile
import zlib
from pathlib import Path
from types import SimpleNamespace

import pytest

from depotklaar.catalogue import REPORTS, RULES
from depotklaar.errors import SourceError
from depotklaar.jobs.examine import examine
from depotklaar.profiles.receiver import read_profile
from depotklaar.resources import read_schema
from depotklaar.storage.opening import open_tree

BASE = Path(__file__).resolve().parents[1] / "corpus" / "base"
NOW = "2026-01-15T12:00:00Z"
ZIP = [b"PK\1\2", b"PK\3\4", b"PK\5\6", b"PK\6\6", b"PK\6\7", b"PK\7\x08", b"\x01\x00\x10\x00", b"up", b"\x01\x99"]
ZIP += [b"../", b"C:\\", b"\\", b"/", b"\x00", b"\xff", b"\x08\x00", b"\x09\x00", b"\x0c\x00", b"\x0e\x00", b"\x63\x00"]
TAR = [
    b"ustar\x0000",
    b"ustar  \x00",
    b"77777777777\x00",
    b"00000000000\x00",
    b"\x80\x00\x00\x00\x00\x00\x02\x00",
    b"../x",
]
TAR += [b"\xff" * 12, b"L", b"K", b"x", b"g", b"S", b"1", b"2", b"5", b"7", b"A", b"30 mtime=1\n", b"12 size=-1\n"]
TAR += [b"22 GNU.sparse.major=1\n", b"28 GNU.sparse.realsize=9999\n", b"9 path=/\n", b"99999 path=x\n", b"\x00" * 512]


@pytest.fixture(scope="module")
def judge():
    profile = read_profile("nationaal-archief", None)
    schemas = {version: read_schema(f"mdto/{version}/mdto.xsd") for version in profile.schemas}
    return SimpleNamespace(profile=profile, schemas=schemas)


def files():
    return {f"p/{path.relative_to(BASE).as_posix()}": path.read_bytes() for path in BASE.rglob("*") if path.is_file()}


def zips():
    """Zips of several makers: plain, deflated, bzip2, lzma, streamed, with zip64 fields, and with a comment."""

    def made(method, *, streamed=False, wide=False):
        out = io.BytesIO()
        with zipfile.ZipFile(Unseekable(out) if streamed else out, "w", method) as archive:
            for name, data in files().items():
                with archive.open(zipfile.ZipInfo(name), "w", force_zip64=wide) as file:
                    file.write(data)
            archive.comment = b"" if streamed else b"gemaakt door een ander"
        return out.getvalue()

    methods = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA)
    return [*map(made, methods), made(zipfile.ZIP_DEFLATED, streamed=True), made(zipfile.ZIP_STORED, wide=True), many()]


def many():
    """A directory that says how large things are in zip64 fields."""
    plain = io.BytesIO()
    with zipfile.ZipFile(plain, "w") as archive:
        archive.writestr("p/x", b"x")
    data = plain.getvalue()
    at, end = data.rfind(b"PK\1\2"), data.rfind(b"PK\5\6")
    name = data[at + 46 : at + 49]
    extra = struct.pack("<2H3Q", 1, 24, 1, 1, 0)
    record = data[at : at + 20] + b"\xff" * 8 + struct.pack("<2H", 3, 28) + data[at + 32 : at + 42] + b"\xff" * 4
    directory = record + name + extra
    tail = struct.pack("<4sQ2H2L4Q", b"PK\6\6", 44, 45, 45, 0, 0, 1, 1, len(directory), at)
    tail += struct.pack("<4sLQL", b"PK\6\7", 0, at + len(directory), 1)
    return data[:at] + directory + tail + data[end : end + 8] + b"\xff" * 12 + b"\0\0"


class Unseekable(io.RawIOBase):
    """A stream that a zip is written to in one go, with its sizes after the content."""

    def __init__(self, out):
        self._out = out

    def writable(self):
        return True

    def write(self, data):
        return self._out.write(data)


def tars():
    """Tars in the three forms, with names that need a long one, and one with a folder and empty files."""

    def made(form):
        out = io.BytesIO()
        with tarfile.open(fileobj=out, mode="w", format=form) as archive:
            for name, data in files().items():
                entry = tarfile.TarInfo(name if form == tarfile.USTAR_FORMAT else f"{'n' * 120}/é/{name}")
                entry.size = len(data)
                archive.addfile(entry, io.BytesIO(data))
            folder = tarfile.TarInfo("p/leeg")
            folder.type = tarfile.DIRTYPE
            archive.addfile(folder)
        return out.getvalue()

    return [made(form) for form in (tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT)]


def mended(data):
    """The tar with the checksum of each header made right again, so that what it says is believed."""
    out = bytearray(data)
    for at in range(0, len(out) - 511, 512):
        if out[at + 257 : at + 262] == b"ustar":
            out[at + 148 : at + 156] = b" " * 8
            out[at + 148 : at + 156] = b"%06o\0 " % sum(out[at : at + 512])
    return bytes(out)


def opening(path, judge):
    """Check that a file opens as a tree and is read, or is refused in words; and that it gets a verdict."""

    def check(data):
        path.write_bytes(data)
        try:
            with open_tree(path) as tree:
                for entry in tree.entries():
                    try:
                        with tree.open(entry.name) as stream:
                            assert len(stream.read()) == entry.size
                    except SourceError as fault:
                        assert fault.lines("nl")
        except SourceError as fault:
            assert fault.lines("nl") and fault.lines("en")
        report = examine(path, profile=judge.profile, schemas=judge.schemas, rules=RULES, pakbon=None, now=NOW)
        for form in ("json", "text"):
            REPORTS[form].write(report, "en", io.BytesIO())

    return check


def test_a_zip(fuzz, spoil, judge, tmp_path):
    fuzz(opening(tmp_path / "p.zip", judge), spoil(zips(), ZIP))


def test_a_tar(fuzz, spoil, judge, tmp_path):
    fuzz(opening(tmp_path / "p.tar", judge), spoil(tars(), TAR).map(mended))


def test_a_gzipped_tar(fuzz, spoil, judge, tmp_path):
    plain = spoil(tars(), TAR).map(mended).map(lambda data: gzip.compress(data, 1, mtime=0))
    packed = [gzip.compress(data, mtime=0) for data in tars()]
    packed.append(packed[0] + zlib.compress(b"x", wbits=31))
    fuzz(opening(tmp_path / "p.tar.gz", judge), plain | spoil(packed))

"""Zip and tar of a package: the same bytes every time, everything in it, and hashed on the way."""

import hashlib
import os
import resource
import tarfile
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import cast

import pytest

from depotklaar.errors import WriteError
from depotklaar.storage.containers import _Part, _Zip, write_tar, write_zip
from depotklaar.storage.intake import Digests
from depotklaar.storage.opening import open_tree
from depotklaar.storage.sink import Sink

MOMENT = datetime(2026, 3, 1, 12, 30, 7, tzinfo=UTC)
CONTENT = {
    "a.txt": b"first",
    "a/b.txt": b"",
    "a/café.bin": bytes(range(256)) * 5000,
    "cafe\u0301": b"decomposed",
    "x" * 150: b"x" * 600_000,
    "percent%0Aline\n": b"y" * ((1 << 20) - 1),
    "zz": b"z" * (1 << 20),
    ".hidden": b"dot",
    "A.txt": b"capital",
}
Writer = Callable[..., Digests]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "package"
    for name, data in CONTENT.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(data)
    (root / "empty/within").mkdir(parents=True)
    return root


@pytest.mark.parametrize("write", [write_zip, write_tar])
def test_everything_comes_back_and_the_digest_is_that_of_the_file(folder: Path, tmp_path: Path, write: Writer) -> None:
    told: list[int] = []
    digests = write(folder, tmp_path / "c", root="néw", moment=MOMENT, algorithm="sha512", on_bytes=told.append)
    data = (tmp_path / "c").read_bytes()
    assert digests == Digests(len(data), {"sha512": hashlib.sha512(data).hexdigest()})
    assert sum(told) == len(data)
    with open_tree(tmp_path / "c") as tree:
        assert {entry.name for entry in tree.entries()} == {f"néw/{name}" for name in CONTENT}
        assert list(tree.folders()) == ["néw", "néw/a", "néw/empty", "néw/empty/within"]
        for name, content in CONTENT.items():
            with tree.open(f"néw/{name}") as stream:
                assert stream.read() == content


def test_other_programs_read_them_too(folder: Path, tmp_path: Path) -> None:
    write_zip(folder, tmp_path / "z", root="p", moment=MOMENT)
    write_tar(folder, tmp_path / "t", root="p", moment=MOMENT)
    with zipfile.ZipFile(tmp_path / "z") as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        assert {archive.read(f"p/{name}") for name in CONTENT} == set(CONTENT.values())
        assert {info.date_time for info in archive.infolist()} == {(2026, 3, 1, 12, 30, 6)}
        assert {info.compress_type for info in archive.infolist()} == {zipfile.ZIP_STORED}
    with tarfile.open(tmp_path / "t") as tar:
        members = tar.getmembers()
        assert [member.name + ("/" if member.isdir() else "") for member in members] == names
        assert {(m.uid, m.gid, m.uname, m.gname, m.mtime) for m in members} == {(0, 0, "", "", MOMENT.timestamp())}
        assert {(m.isdir(), m.mode) for m in members} == {(True, 0o755), (False, 0o644)}
    assert names == sorted(names, key=str.encode)
    assert names[0] == "p/"


@pytest.mark.parametrize("write", [write_zip, write_tar])
def test_two_runs_give_the_same_bytes_whatever_the_disk_says(folder: Path, tmp_path: Path, write: Writer) -> None:
    write(folder, tmp_path / "one", root="p", moment=MOMENT)
    other = tmp_path / "elsewhere"
    for name in sorted(CONTENT, reverse=True):
        (other / name).parent.mkdir(parents=True, exist_ok=True)
        (other / name).write_bytes(CONTENT[name])
        (other / name).chmod(0o600)
        os.utime(other / name, (1, 1))
    (other / "empty/within").mkdir(parents=True)
    write(other, tmp_path / "two", root="p", moment=MOMENT.astimezone(timezone(timedelta(hours=2))))
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


@pytest.mark.parametrize("write", [write_zip, write_tar])
def test_nothing_is_overwritten_and_nothing_half_is_left(folder: Path, tmp_path: Path, write: Writer) -> None:
    (tmp_path / "there").write_text("mine")
    with pytest.raises(WriteError, match="exists already"):
        write(folder, tmp_path / "there", root="p", moment=MOMENT)
    assert (tmp_path / "there").read_text() == "mine"
    (folder / "zzz").symlink_to("a.txt")
    with pytest.raises(WriteError, match="no file or folder"):
        write(folder, tmp_path / "c", root="p", moment=MOMENT)
    (folder / "zzz").unlink()
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_500_000, before[1]))
    try:
        with pytest.raises(WriteError, match="larger than is allowed"):
            write(folder, tmp_path / "c", root="p", moment=MOMENT)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert not (tmp_path / "c").exists()


@pytest.mark.parametrize("year", [1, 1979, 1980, 2107, 2108, 9999])
def test_every_year_can_be_written(folder: Path, tmp_path: Path, year: int) -> None:
    moment = datetime(year, 12, 31, 23, 59, 59, tzinfo=UTC)
    write_zip(folder / "a", tmp_path / "z", root="p", moment=moment)
    write_tar(folder / "a", tmp_path / "t", root="p", moment=moment)
    with zipfile.ZipFile(tmp_path / "z") as archive:
        assert archive.infolist()[0].date_time[0] == min(max(year, 1980), 2107)
    with tarfile.open(tmp_path / "t") as tar:
        assert {member.mtime for member in tar.getmembers()} == {moment.timestamp()}


class HollowSink:
    """A sink that leaves holes where content would be, so that giants cost no room."""

    def __init__(self, path: Path) -> None:
        self._stream = path.open("wb")
        self.written = 0

    def put(self, data: bytes) -> None:
        self._stream.seek(self.written)
        self._stream.write(data)
        self.written += len(data)

    def pour(self, descriptor: int, size: int) -> int:
        self.written += size
        return size

    def close(self) -> None:
        self._stream.close()


def test_giants_and_many_entries_need_zip64(tmp_path: Path) -> None:
    class Known:
        def result(self) -> int:
            return 0

    giant = 5 << 30
    (tmp_path / "giant").touch()
    (tmp_path / "empty").touch()
    os.truncate(tmp_path / "giant", giant)
    sink = HollowSink(tmp_path / "z")
    zipped = _Zip(cast(Sink, sink), (0, 33))
    for number in range(70_000):
        name = b"p/%05d/" % number if number else b"p/giant"
        size = 0 if number else giant
        path = tmp_path / ("empty" if number else "giant")
        zipped.add(_Part(name, str(path), size), Known())  # type: ignore[arg-type]
    zipped.finish()
    sink.close()
    with zipfile.ZipFile(tmp_path / "z") as archive:
        infos = archive.infolist()
        assert len(infos) == 70_000
        assert infos[0].file_size == giant
        assert infos[1].header_offset > giant
    with open_tree(tmp_path / "z") as tree:
        assert [(entry.name, entry.size) for entry in tree.entries()] == [("p/giant", giant)]
        assert sum(1 for _ in tree.folders()) == 70_000
        with tree.open("p/giant") as stream:
            assert stream.seek(-1, os.SEEK_END) == giant - 1
            assert stream.read() == b"\0"

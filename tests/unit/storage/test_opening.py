"""Every kind of source opens by its content as the same tree."""

import gzip
import os
import tarfile
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from depotklaar.errors import SourceError
from depotklaar.storage.opening import open_tree

CONTENT = {
    "B.txt": b"capital",
    "CON": b"device",
    "a%0Ab.txt": b"percent",
    "a.txt": b"",
    "a/b.txt": b"b" * 300_000,
    "a/trailing.": b"dot",
    "b.txt": b"small",
    "caf\u00e9.txt": b"composed",
    "cafe\u0301.txt": b"decomposed",
    "line\nbreak": b"control",
    "n" * 200: b"long",
    "nul.txt": b"nul",
    "\u202egpj.exe": b"right to left",
    ".DS_Store": b"mac",
    "__MACOSX/x": b"mac",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "source"
    for name, data in CONTENT.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(data)
    (root / "empty/within").mkdir(parents=True)
    return root


def as_zip(folder: Path, path: Path, compression: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", compression) as archive:
        for name, data in CONTENT.items():
            archive.writestr(name, data)
        archive.writestr("empty/within/", b"")
    return path


def as_tar(folder: Path, path: Path) -> Path:
    with tarfile.open(path, "w") as archive:
        archive.add(folder, "./")
    return path


PACKED = {
    "zip": zipfile.ZIP_DEFLATED,
    "stored": zipfile.ZIP_STORED,
    "bzip2": zipfile.ZIP_BZIP2,
    "lzma": zipfile.ZIP_LZMA,
}


@pytest.fixture(params=["folder", *PACKED, "tar", "tar.gz"])
def source(request: pytest.FixtureRequest, folder: Path, tmp_path: Path) -> Iterator[Path]:
    target = tmp_path / "no-telling-name"
    if request.param == "folder":
        target = folder
    elif request.param in PACKED:
        as_zip(folder, target, PACKED[request.param])
    else:
        as_tar(folder, target)
    if request.param == "tar.gz":
        target.write_bytes(gzip.compress(target.read_bytes()))
    yield target


def test_every_kind_gives_the_same_tree(source: Path) -> None:
    with open_tree(source) as tree:
        entries = list(tree.entries())
        assert [entry.name for entry in entries] == sorted(CONTENT)
        assert [entry.size for entry in entries] == [len(CONTENT[name]) for name in sorted(CONTENT)]
        assert list(tree.folders()) == ["__MACOSX", "a", "empty", "empty/within"]
        for name, data in CONTENT.items():
            with tree.open(name) as stream:
                assert stream.read() == data


def test_unknown_names_are_key_errors(source: Path) -> None:
    with open_tree(source) as tree:
        for name in ("", "no", "a", "../source/b.txt", "/etc/passwd", "./b.txt"):
            with pytest.raises(KeyError):
                tree.open(name)
            with pytest.raises(KeyError):
                tree.local_path(name)


def test_streams_outlive_their_tree_and_may_be_open_together(source: Path) -> None:
    def read(name: str) -> bytes:
        with tree.open(name) as stream:
            return stream.read()

    with open_tree(source) as tree, ThreadPoolExecutor(4) as threads:
        assert list(threads.map(read, [*CONTENT] * 5)) == [*CONTENT.values()] * 5
        left_open = tree.open("a/b.txt")
    with left_open:
        assert left_open.read() == CONTENT["a/b.txt"]


def test_kinds_are_named_and_only_files_on_disk_have_a_path(folder: Path, tmp_path: Path) -> None:
    for path, kind in (
        (folder, "folder"),
        (as_zip(folder, tmp_path / "z"), "zip"),
        (as_tar(folder, tmp_path / "t"), "tar"),
        (folder / "a.txt", "file"),
    ):
        with open_tree(path) as tree:
            assert tree.container == kind
            assert tree.path == path
            name = next(tree.entries()).name
            where = tree.local_path(name)
            assert (where is not None) == (kind in ("folder", "file"))
            assert where is None or where.exists()


def test_a_plain_file_is_one_entry(folder: Path) -> None:
    with open_tree(folder / "a/b.txt") as tree:
        assert [(entry.name, entry.size) for entry in tree.entries()] == [("b.txt", 300_000)]
        assert list(tree.folders()) == []
        with tree.open("b.txt") as stream:
            assert stream.read() == CONTENT["a/b.txt"]


def test_an_archive_can_be_taken_as_one_file(folder: Path, tmp_path: Path) -> None:
    with open_tree(as_zip(folder, tmp_path / "letter.docx"), unpack=False) as tree:
        assert [entry.name for entry in tree.entries()] == ["letter.docx"]


def test_stored_parts_have_random_access(folder: Path, tmp_path: Path) -> None:
    for path in (as_tar(folder, tmp_path / "t"), as_zip(folder, tmp_path / "z", zipfile.ZIP_STORED)):
        with open_tree(path) as tree, tree.open("B.txt") as stream:
            stream.seek(-3, os.SEEK_END)
            assert stream.read() == b"tal"
            stream.seek(1)
            assert stream.read(2) == b"ap"
            assert stream.tell() == 3


def test_unmarked_zip_names_are_read_by_evidence(tmp_path: Path) -> None:
    def zip_with(raw: bytes) -> list[str]:
        with zipfile.ZipFile(tmp_path / "z", "w") as archive:
            archive.writestr("X" * len(raw), b"")
            archive.writestr("plain", b"")
        path = tmp_path / "z"
        path.write_bytes(path.read_bytes().replace(b"X" * len(raw), raw))
        with open_tree(path) as tree:
            return [entry.name for entry in tree.entries()]

    assert zip_with("één.txt".encode()) == ["plain", "één.txt"]
    assert zip_with("één.txt".encode("cp437")) == ["plain", "één.txt"]


def test_an_empty_zip_and_an_empty_folder_have_no_entries(tmp_path: Path) -> None:
    zipfile.ZipFile(tmp_path / "z", "w").close()
    (tmp_path / "f").mkdir()
    for name in ("z", "f"):
        with open_tree(tmp_path / name) as tree:
            assert list(tree.entries()) == []


def test_nested_archives_stay_closed(tmp_path: Path) -> None:
    zipfile.ZipFile(tmp_path / "inner.zip", "w").close()
    with zipfile.ZipFile(tmp_path / "z", "w") as archive:
        archive.write(tmp_path / "inner.zip", "inner.zip")
    with open_tree(tmp_path / "z") as tree:
        assert [entry.name for entry in tree.entries()] == ["inner.zip"]


def test_twenty_thousand_entries_are_fine(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "z", "w") as archive:
        for number in range(20_000):
            archive.writestr(f"{number:05}.txt", b"")
    with open_tree(tmp_path / "z") as tree:
        assert sum(1 for _ in tree.entries()) == 20_000


def test_what_does_not_exist_or_is_no_file_is_a_source_error(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "nothing", tmp_path / "pipe", tmp_path / "nul\0"):
        with pytest.raises(SourceError):
            open_tree(path)

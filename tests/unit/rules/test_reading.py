"""Reading a package: bytes and digests in one go, and what happened to a file in the meantime."""

import hashlib
import os
from pathlib import Path

import pytest

from depotklaar.rules.reading import WHOLE, Inside, is_gzipped


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "map").mkdir()
    (tmp_path / "map" / "klein.txt").write_bytes(b"klein")
    (tmp_path / "map" / "groot.bin").write_bytes(b"g" * (WHOLE + 1))
    (tmp_path / "leeg.txt").write_bytes(b"")
    return tmp_path


@pytest.fixture
def inside(folder: Path) -> Inside:
    return Inside(folder, os.path.realpath(folder), None, "")


def test_bytes_and_digests(inside):
    data, facts = inside.read("map/klein.txt", 5, ("md5", "sha256"))

    assert data == b"klein"
    assert facts.size == 5
    assert facts.digests == {"md5": hashlib.md5(data).hexdigest(), "sha256": hashlib.sha256(data).hexdigest()}


@pytest.mark.parametrize(("path", "size"), [("leeg.txt", 0), ("map/klein.txt", 5), ("map/groot.bin", WHOLE + 1)])
def test_digests_of_every_size(inside, folder, path, size):
    facts = inside.digest(path, size, ("sha256",))

    assert facts.size == size
    assert facts.digests == {"sha256": hashlib.sha256((folder / path).read_bytes()).hexdigest()}


@pytest.mark.parametrize("path", ["map/klein.txt", "map/groot.bin"])
@pytest.mark.parametrize("change", [-1, 1])
def test_another_size_than_when_the_package_was_opened(inside, folder, path, change):
    facts = inside.digest(path, (folder / path).stat().st_size + change, ("sha256",))

    assert facts.unreadable is not None
    assert not facts.digests


def test_a_file_that_vanished(inside):
    data, facts = inside.read("map/weg.txt", 5, ("sha256",))

    assert data == b""
    assert facts.unreadable is not None


def test_a_file_that_became_a_link(inside, folder):
    (folder / "map" / "klein.txt").unlink()
    (folder / "map" / "klein.txt").symlink_to("groot.bin")

    assert inside.digest("map/klein.txt", 5, ("sha256",)).unreadable is not None


def test_what_is_gzipped(folder):
    (folder / "pakket.tgz").write_bytes(b"\x1f\x8b\x08")

    assert is_gzipped(folder / "pakket.tgz")
    assert not is_gzipped(folder / "leeg.txt")
    assert not is_gzipped(folder)

"""Every sample becomes an accepted package in every form and profile, and stays one after it was moved."""

import csv
import io
import json
import shutil
import tarfile
import zipfile
from pathlib import Path

import pytest

SAMPLES = sorted(path.parent.name for path in (Path(__file__).parents[2] / "samples").glob("*/aanlevering.toml"))
PROFILES = ("nationaal-archief", "nha")
SUFFIX = {"folder": "", "zip": ".zip", "tar": ".tar"}


def content_of(folder: Path) -> dict[str, bytes]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("container", SUFFIX)
@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_is_accepted_and_everything_lies_ready(packaged, name, container, profile):
    out, mark = packaged(name, profile, container)
    expected = {mark + SUFFIX[container]} | {
        f"{mark}.{end}" for end in ("pakbon.xml", "pakbon.txt", "report.json", "report.html", "weggelaten.csv")
    }
    assert {path.name for path in out.iterdir()} == expected
    assert isinstance(json.loads((out / f"{mark}.report.json").read_bytes()), dict)


@pytest.mark.parametrize("name", SAMPLES)
def test_the_bare_tree_is_accepted_too(packaged, depotklaar, name):
    out, mark = packaged(name, bag=False)
    assert not (out / mark / "bagit.txt").exists()
    done = depotklaar("validate", out / mark, "--quiet")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("name", SAMPLES)
def test_a_package_survives_being_moved(packaged, depotklaar, tmp_path, name):
    out, mark = packaged(name)
    moved = tmp_path / "elders" / "diep"
    shutil.copytree(out, moved)
    done = depotklaar("validate", moved / mark, "--pakbon", moved / f"{mark}.pakbon.xml", "--quiet")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("container", ["zip", "tar"])
def test_a_package_survives_being_unpacked_elsewhere(packaged, depotklaar, tmp_path, container):
    out, mark = packaged("kernteam-android", container=container)
    archive = out / (mark + SUFFIX[container])
    assert depotklaar("validate", archive, "--quiet").returncode == 0
    if container == "zip":
        with zipfile.ZipFile(archive) as content:
            content.extractall(tmp_path / "uit")
    else:
        with tarfile.open(archive) as content:
            content.extractall(tmp_path / "uit", filter="data")
    done = depotklaar("validate", tmp_path / "uit" / mark, "--quiet")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("container", SUFFIX)
def test_two_runs_give_the_same_bytes(packaged, depotklaar, tmp_path, container):
    out, _ = packaged("kernteam-android", container=container)
    delivery = Path(__file__).parents[2] / "samples" / "kernteam-android" / "aanlevering.toml"
    words = ["package", delivery, "-o", tmp_path / "out", "--container", container, "--jobs", "1"]
    done = depotklaar(*words, "--now", "2026-05-01T08:00:00Z", "--quiet", TZ="Asia/Tokyo", LC_ALL="C")
    assert done.returncode == 0, done.stderr
    first, second = content_of(out), content_of(tmp_path / "out")
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []


def test_what_was_left_out_is_accounted_for_without_a_word_of_it(packaged):
    out, mark = packaged("kernteam-android")
    text = (out / f"{mark}.weggelaten.csv").read_text("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    assert len(rows) > 1
    assert "partijpolitiek" in text
    everything = b"".join(content_of(out).values())
    assert b"flyeren" not in everything
    assert b"Oosterwaard" in everything


@pytest.mark.parametrize("name", SAMPLES)
def test_a_source_is_never_changed(packaged, depotklaar, sample, tmp_path, name):
    delivery = sample(name)
    before = content_of(delivery.parent)
    assert depotklaar("package", delivery, "-o", tmp_path / "out", "--quiet").returncode == 0
    assert content_of(delivery.parent) == before

"""The command makes an accepted package of every sample with all that belongs to it, and leaves the source alone."""

import csv
import io
import json
from pathlib import Path

import pytest

SAMPLES = sorted(path.parent.name for path in (Path(__file__).parents[2] / "samples").glob("*/aanlevering.toml"))
NATIONAL = "bewindspersonen-met-hotspot"  # restricts use by a label that one receiver does not know
CASES = [(name, "folder", "nationaal-archief") for name in SAMPLES] + [
    (name, "zip", "nationaal-archief" if name == NATIONAL else "nha") for name in SAMPLES
]
ACCOUNTS = ("weggelaten.csv", "verantwoording.csv", "vernietiging.csv", "vernietiging.html")
SUFFIX = {"folder": "", "zip": ".zip"}


def content_of(folder: Path) -> dict[str, bytes]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.mark.parametrize(("name", "container", "profile"), CASES)
def test_a_sample_is_accepted_and_everything_lies_ready(packaged, name, container, profile):
    out, mark = packaged(name, profile, container)
    expected = {mark + SUFFIX[container]} | {
        f"{mark}.{end}" for end in ("pakbon.xml", "pakbon.txt", "report.json", "report.html", *ACCOUNTS)
    }
    assert {path.name for path in out.iterdir()} == expected
    assert isinstance(json.loads((out / f"{mark}.report.json").read_bytes()), dict)


@pytest.mark.parametrize("name", SAMPLES)
def test_the_bare_tree_is_accepted_too(packaged, depotklaar, name):
    out, mark = packaged(name, bag=False)
    assert not (out / mark / "bagit.txt").exists()
    done = depotklaar("validate", out / mark, "--quiet")
    assert done.returncode == 0, done.stdout + done.stderr


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

"""Same source, delivery file and moment: the same bytes, whatever machine, language, order or number of workers."""

import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

NOW = "2026-05-01T08:00:00Z"
PLACES = (
    {"TZ": "Asia/Tokyo", "LC_ALL": "C", "LANG": "C", "PYTHONHASHSEED": "1", "jobs": "2"},
    {"TZ": "America/St_Johns", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "PYTHONHASHSEED": "77", "jobs": "1"},
)


def content_of(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def copy_in_another_order(source: Path, target: Path, seed: int) -> None:
    """Copy a folder file by file, in an order of its own, with times and permissions of its own."""
    dice = random.Random(seed)
    files = [path for path in sorted(source.rglob("*")) if path.is_file()]
    dice.shuffle(files)
    for path in files:
        copy = target / path.relative_to(source)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)
        os.utime(copy, (dice.randrange(10**9), dice.randrange(10**9)))
        copy.chmod(dice.choice((0o600, 0o644, 0o444)))


def run(delivery: Path, out: Path, place: dict[str, str], *words: str) -> None:
    command = [sys.executable, "-m", "depotklaar.cli.main", "package", str(delivery), "-o", str(out), "--now", NOW]
    environment = {**os.environ, **{key: value for key, value in place.items() if key != "jobs"}}
    done = subprocess.run(
        [*command, "--jobs", place["jobs"], "--quiet", *words], env=environment, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")


@pytest.mark.parametrize("container", ["folder", "zip", "tar"])
@pytest.mark.parametrize("name", ["kernteam-android", "corpus:vws-demo-alice"])
def test_same_bytes_everywhere(deliver, deliveries, tmp_path, name, container):
    expected = content_of(deliver(name, container=container).out)
    for number, place in enumerate(PLACES):
        copy = tmp_path / f"bron {number}"
        copy_in_another_order(deliveries(name).parent, copy, number)
        out = tmp_path / f"uit {number}"
        run(copy / "aanlevering.toml", out, place, "--container", container)
        made = content_of(out)
        assert made.keys() == expected.keys()
        assert [path for path in made if made[path] != expected[path]] == []


def test_several_sources_and_workers_in_any_order_of_finishing(deliver, package, tmp_path):
    outs = []
    for jobs in (1, 2):
        out = tmp_path / str(jobs)
        package(deliver("crisisgroep-genormaliseerd").delivery, out, jobs=jobs)
        outs.append(content_of(out))
    assert outs[0] == outs[1] == content_of(deliver("crisisgroep-genormaliseerd").out)


def test_another_moment_changes_no_more_than_its_own_trace(deliver, package, tmp_path):
    first = deliver("een-op-een-ios")
    second = package(first.delivery, tmp_path / "uit", now="2031-12-31T23:59:59Z")
    before, after = content_of(first.package), content_of(second.package)
    assert before.keys() == after.keys()
    changed = {path for path in before if before[path] != after[path]}
    assert all(path.endswith((".xml", ".txt", ".csv", ".html")) for path in changed)
    assert not any("gegevensversie" in path and path.endswith(".json") for path in changed)

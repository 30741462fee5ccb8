"""A run that is killed at any point leaves, after the next run has begun, all of the old or all of the new."""

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from depotklaar.errors import WriteError
from depotklaar.storage.staging import Staging

POINTS = [
    "opened", "working", "checked", "synced", "journal written", "journalled", "aside 0", "placed 0", "aside 1",
    "placed 1", "placed", "done", "leaving",
]  # fmt: skip
COMMITTED = POINTS.index("journalled")

PROGRAM = """
import os, signal, sys
from pathlib import Path
from depotklaar.storage.staging import Staging

out, text, replace, point = Path(sys.argv[1]), sys.argv[2], sys.argv[3] == "True", sys.argv[4]

def at(name):
    if name == point:
        if sys.argv[5] == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        print("there", flush=True)
        sys.stdin.read()

with Staging.open(out, "id", replace=replace, at=at) as staging:
    (staging.path / "package/data").mkdir(parents=True)
    (staging.path / "package/data/a.txt").write_text(text)
    at("working")
    (staging.path / "pakbon").write_text(text)
    staging.commit([(staging.path / "package", out / "package"), (staging.path / "pakbon", out / "pakbon.xml")])
"""


def run(out: Path, text: str, *, replace: bool = False, point: str = "") -> int:
    arguments = [sys.executable, "-c", PROGRAM, str(out), text, str(replace), point, "kill"]
    return subprocess.run(arguments, check=False).returncode


def state(out: Path) -> list[str | None]:
    paths = (out / "package/data/a.txt", out / "pakbon.xml")
    return [path.read_text() if path.exists() else None for path in paths]


@pytest.mark.parametrize("point", POINTS)
@pytest.mark.parametrize("replace", [False, True])
def test_killed_at_any_point_the_next_run_makes_it_whole(tmp_path: Path, point: str, replace: bool) -> None:
    if replace:
        assert run(tmp_path, "old") == 0
    elif point.startswith("aside"):
        return
    assert run(tmp_path, "new", replace=replace, point=point) == -signal.SIGKILL
    assert list(tmp_path.glob(".depotklaar-*")) != []
    with Staging.open(tmp_path, "id", replace=replace) as staging:
        assert len(staging.notes) == 1
        finished = POINTS.index("journalled") <= POINTS.index(point) <= POINTS.index("placed")
        assert ("finished" in staging.notes[0].en) == finished
        old = "old" if replace else None
        expected = "new" if POINTS.index(point) >= COMMITTED else old
        assert state(tmp_path) == [expected, expected]
    assert sorted(path.name for path in tmp_path.iterdir()) == (["package", "pakbon.xml"] if expected else [])


def test_killed_twice_while_being_finished(tmp_path: Path) -> None:
    assert run(tmp_path, "old") == 0
    assert run(tmp_path, "new", replace=True, point="aside 0") < 0
    assert run(tmp_path, "newer", replace=True, point="placed 0") < 0
    assert run(tmp_path, "newest", replace=True, point="aside 1") < 0
    with Staging.open(tmp_path, "id", replace=True):
        assert state(tmp_path) in (["new", "new"], ["newest", "newest"])
    assert run(tmp_path, "last", replace=True) == 0
    assert state(tmp_path) == ["last", "last"]


def test_a_finished_run_is_told_when_the_package_is_in_the_way(tmp_path: Path) -> None:
    assert run(tmp_path, "new", point="placed 0") < 0
    with pytest.raises(WriteError, match="has just been finished"):
        Staging.open(tmp_path, "id", targets=["package"])
    assert state(tmp_path) == ["new", "new"]


def test_what_a_stranger_put_in_the_way_is_kept(tmp_path: Path) -> None:
    assert run(tmp_path, "new", point="journalled") < 0
    (tmp_path / "pakbon.xml").write_text("mine")
    with pytest.raises(WriteError, match="stands in the way"):
        Staging.open(tmp_path, "id")
    (tmp_path / "pakbon.xml").rename(tmp_path / "elsewhere")
    with Staging.open(tmp_path, "id"):
        assert state(tmp_path) == ["new", "new"]


def test_two_runs_do_not_share_a_workplace(tmp_path: Path) -> None:
    arguments = [sys.executable, "-c", PROGRAM, str(tmp_path), "new", "False", "working", "wait"]
    with subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as first:
        assert first.stdout is not None
        assert first.stdin is not None
        assert first.stdout.readline() == b"there\n"
        with pytest.raises(WriteError, match="another job"):
            Staging.open(tmp_path, "id")
        with Staging.open(tmp_path, "other"):
            pass
        first.stdin.close()
        assert first.wait() == 0
    assert state(tmp_path) == ["new", "new"]


@pytest.fixture
def forbidden() -> Iterator[Path]:
    """A folder that this process may read and not write, also when it began as the superuser."""
    root = Path(tempfile.mkdtemp())
    root.chmod(0o555)
    effective = os.geteuid()
    if effective == 0:
        os.seteuid(65534)
    yield root
    os.seteuid(effective)
    root.chmod(0o755)
    root.rmdir()


def test_an_output_folder_that_may_not_be_written(forbidden: Path) -> None:
    with pytest.raises(WriteError, match="not permitted"):
        Staging.open(forbidden, "id")
    with pytest.raises(WriteError, match="not permitted"):
        Staging.open(forbidden / "deeper", "id")


def test_an_output_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "out").touch()
    with pytest.raises(WriteError):
        Staging.open(tmp_path / "out", "id")

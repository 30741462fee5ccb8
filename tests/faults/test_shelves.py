"""A shelf with everything on it that a shelf should not hold: each is told of itself, and the good ones are judged."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

NOW = "2026-05-01T08:00:00Z"
BASE = Path(__file__).resolve().parents[1] / "corpus" / "base"


@pytest.fixture
def judge(cli, tmp_path):
    """Judge shelves below the test's own folder; give the exit code and package by outcome."""

    def run(*shelves, words=()):
        done = cli("validate", *shelves, "--recursive", "-o", tmp_path / "uit", "--now", NOW, "--jobs", 1, *words)
        summary = json.loads((tmp_path / "uit" / "samenvatting.json").read_text("utf-8"))
        assert summary["exit_code"] == done.code
        return done.code, {one["package"]: one for one in summary["packages"]}

    return run


@pytest.fixture
def shelf(tmp_path):
    """A shelf with one good package on it."""
    folder = tmp_path / "kast"
    shutil.copytree(BASE / "archief", folder / "goed" / "archief")
    return folder


def test_a_package_that_is_not_there_is_told_of_itself(judge, shelf, tmp_path):
    code, found = judge(shelf, tmp_path / "weg.zip")

    assert (code, found["weg.zip"]["outcome"], found["weg.zip"]["exit_code"]) == (3, "failed", 3)
    assert "er is niets op dit pad" in found["weg.zip"]["problem"]
    assert found["kast/goed/archief"]["outcome"] == "accepted"


def test_names_that_are_no_text_give_reports_with_sound_names(judge, shelf, tmp_path):
    names = [
        b"caf\xe9.zip",
        b"caf\xe8.zip",
        b"regel\nregel.zip",
        b"<img src=x>.zip",
        b"=1+1.zip",
        b"-rf.zip",
        b"CON.zip",
    ]
    for name in names:
        descriptor = os.open(os.fsencode(shelf) + b"/" + name, os.O_WRONLY | os.O_CREAT)
        os.close(descriptor)
    code, found = judge(shelf)

    assert (code, len(found)) == (1, len(names) + 1)
    reports = {one["report"] for one in found.values()}
    assert len(reports) == len(found)
    assert all((tmp_path / "uit" / name).is_file() and name.isascii() and "\n" not in name for name in reports)
    assert "<img" not in (tmp_path / "uit" / "samenvatting.html").read_text("utf-8")


def test_pipes_links_and_loops_do_not_hold_up_the_shelf(judge, shelf, tmp_path):
    os.mkfifo(shelf / "pijp.zip")
    (shelf / "lus").symlink_to(shelf)
    (shelf / "elders").symlink_to(tmp_path)
    code, found = judge(shelf)

    assert code == 0
    assert {name: one["outcome"] for name, one in found.items()} == {
        "kast/elders": "skipped",
        "kast/goed/archief": "accepted",
        "kast/lus": "skipped",
    }


def test_a_pipe_in_a_package_and_a_bomb_of_a_name_are_findings_of_that_one(judge, shelf):
    shutil.copytree(BASE / "archief", shelf / "pijp" / "archief")
    os.mkfifo(shelf / "pijp" / "archief" / "p")
    code, found = judge(shelf)

    assert code == 1
    assert found["kast/pijp/archief"]["outcome"] == "rejected"
    assert found["kast/goed/archief"]["outcome"] == "accepted"


def test_reports_in_the_shelf_itself_are_no_packages(cli, shelf):
    for words in ((), ("--resume",)):
        done = cli("validate", shelf, "--recursive", "-o", shelf / "uit", "--now", NOW, "--jobs", 1, *words)

        assert done.code == 0, done.err
        assert done.out.startswith("1 goedgekeurd, 0 afgekeurd")


def test_reports_do_not_go_into_a_package(cli, shelf):
    before = sorted(shelf.rglob("*"))
    done = cli("validate", shelf, "--recursive", "-o", shelf / "goed" / "archief" / "uit", "--jobs", 1)

    assert done.code == 6
    assert "ligt in een bron" in done.err
    assert sorted(shelf.rglob("*")) == before


def test_a_folder_that_cannot_be_written_stops_the_run_and_loses_nothing(judge, cli, shelf, tmp_path):
    judge(shelf)
    (tmp_path / "uit" / "rapporten").rename(tmp_path / "apart")
    (tmp_path / "uit" / "rapporten").symlink_to(os.devnull)
    done = cli("validate", shelf, "--recursive", "-o", tmp_path / "uit", "--resume", "--jobs", 1)

    assert done.code == 6
    assert len(list((tmp_path / "apart").glob("*.json"))) == 1
    assert not list((tmp_path / "uit").glob("samenvatting*"))


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_disk_that_takes_no_more_stops_the_run(shelf, tmp_path, jobs):
    words = ["validate", str(shelf), "--recursive", "-o", str(tmp_path / "uit"), "--jobs", jobs, "--quiet"]
    code = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (1500, 1500));"
        "from depotklaar.cli.main import main; sys.exit(main(sys.argv[1:]))"
    )
    done = subprocess.run([sys.executable, "-c", code, *words], capture_output=True, encoding="utf-8")

    assert done.returncode == 6, done.stderr
    assert "het bestand wordt groter dan hier mag" in done.stderr
    assert [path.name for path in (tmp_path / "uit").rglob("*") if path.is_file()] == [".depotklaar-keuring"]

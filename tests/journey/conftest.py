"""The real command, run as a user runs it, over copies of the samples."""

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
NOW = "2026-05-01T10:00:00+02:00"


def run_command(*words, cwd, **environment):
    command = [sys.executable, "-m", "depotklaar.cli.main", *map(str, words)]
    done = subprocess.run(
        command,
        cwd=cwd,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
    )
    assert "Traceback" not in done.stderr
    assert done.returncode != 70, done.stderr
    return done


@pytest.fixture
def depotklaar(tmp_path):
    """Run `depotklaar WORDS` in an empty folder and give what it printed and its exit code."""

    def run(*words, **environment):
        return run_command(*words, cwd=tmp_path, **environment)

    return run


@pytest.fixture
def sample(tmp_path):
    """Copy a sample and give its delivery file."""

    def copy(name):
        folder = tmp_path / "in" / name
        shutil.copytree(SAMPLES / name, folder)
        return folder / "aanlevering.toml"

    return copy


@pytest.fixture(scope="session")
def packaged(tmp_path_factory):
    """Package a sample once in each form; give the folder with the outcome, which must not be changed, and its id."""
    made = {}

    def make(name, profile="nationaal-archief", container="folder", bag=True):
        key = (name, profile, container, bag)
        if key not in made:
            out = tmp_path_factory.mktemp("out")
            delivery = SAMPLES / name / "aanlevering.toml"
            words = ["package", delivery, "-o", out, "--profile", profile, "--container", container, "--now", NOW]
            done = run_command(*words, *([] if bag else ["--no-bag"]), "--quiet", cwd=out)
            assert done.returncode == 0, done.stdout + done.stderr
            mark = tomllib.loads(delivery.read_text("utf-8"))["aanlevering"]["id"]
            made[key] = (out, mark)
        return made[key]

    return make

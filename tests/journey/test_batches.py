"""A shelf judged by the real command: one rotten package among good ones, stopped half-way, and gone on with."""

import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import jsonschema
import pytest
from lxml import etree

NOW = "2026-05-01T08:00:00Z"
SCHEMAS = Path(__file__).resolve().parents[2] / "schemas"
COMMAND = [sys.executable, "-m", "depotklaar.cli.main", "validate", "--now", NOW]


def copy_of(out, mark, shelf):
    shelf.mkdir(parents=True, exist_ok=True)
    for path in (out / mark, out / f"{mark}.zip"):
        if path.is_dir():
            shutil.copytree(path, shelf / path.name)
        elif path.is_file():
            shutil.copyfile(path, shelf / path.name)
    shutil.copyfile(out / f"{mark}.pakbon.xml", shelf / f"{mark}.pakbon.xml")


@pytest.fixture
def shelf(packaged, tmp_path):
    """Two good packages in a folder and a zip, and a rotten bag."""
    folder = tmp_path / "kast"
    copy_of(*packaged("een-op-een-ios"), folder / "2024" / "los")
    copy_of(*packaged("een-op-een-ios", container="zip"), folder / "2024" / "zip")
    (folder / "rot").mkdir()
    (folder / "rot" / "bagit.txt").write_text("kapot")
    return folder


def content_of(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def schema(name):
    return jsonschema.Draft202012Validator(json.loads((SCHEMAS / name).read_text("utf-8")))


def test_a_shelf_has_a_report_for_each_and_one_sum(depotklaar, shelf, tmp_path):
    done = depotklaar("validate", shelf, "--recursive", "-o", "uit", "--now", NOW, "--jobs", 2, "--quiet")

    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.splitlines()[0] == "2 goedgekeurd, 1 afgekeurd, 0 niet beoordeeld"
    out = tmp_path / "uit"
    summary = json.loads((out / "samenvatting.json").read_text("utf-8"))
    schema("summary-1.0.schema.json").validate(summary)
    assert [(one["package"], one["outcome"]) for one in summary["packages"]] == [
        ("kast/2024/los/WL-2024-002", "accepted"),
        ("kast/2024/zip/WL-2024-002.zip", "accepted"),
        ("kast/rot", "rejected"),
    ]
    for one in summary["packages"]:
        content = (out / one["report"]).read_bytes()
        schema("report-1.0.schema.json").validate(json.loads(content))
        assert hashlib.sha256(content).hexdigest() == one["report_sha256"]
        assert json.loads(content)["summary"]["accepted"] is (one["outcome"] == "accepted")
    listed = dict(reversed(line.split("  ")) for line in (out / "samenvatting.sha256").read_text().splitlines())
    assert listed == {
        name: hashlib.sha256((out / name).read_bytes()).hexdigest()
        for name in ("samenvatting.csv", "samenvatting.json", "samenvatting.html")
    }


def test_two_runs_give_the_same_bytes(depotklaar, shelf, tmp_path):
    for number, jobs in ((1, 1), (2, 2)):
        words = ["validate", shelf, "--recursive", "-o", f"uit{number}", "--now", NOW, "--jobs", jobs, "--quiet"]
        assert depotklaar(*words, TZ=f"Asia/{('Tokyo', 'Kolkata')[number - 1]}").returncode == 1

    assert content_of(tmp_path / "uit1") == content_of(tmp_path / "uit2")


def test_a_run_that_was_killed_is_gone_on_with(depotklaar, shelf, tmp_path):
    whole = tmp_path / "heel"
    depotklaar("validate", shelf, "--recursive", "-o", whole, "--now", NOW, "--jobs", 1, "--quiet")
    words = [*COMMAND, str(shelf), "--recursive", "-o", str(tmp_path / "uit"), "--jobs", "1", "--quiet"]
    with subprocess.Popen(words, stdout=subprocess.DEVNULL, start_new_session=True) as process:
        kept = tmp_path / "uit" / "stand"
        while process.poll() is None and not (kept.is_dir() and list(kept.glob("*.json"))):
            time.sleep(0.01)
        os.killpg(process.pid, signal.SIGKILL)
    (first,) = sorted((tmp_path / "uit" / "rapporten").glob("*.json"))[:1]
    before = first.stat().st_mtime_ns

    refused = depotklaar("validate", shelf, "--recursive", "-o", "uit", "--now", NOW, "--quiet")
    assert refused.returncode == 6
    assert "--resume" in refused.stderr

    done = depotklaar("validate", shelf, "--recursive", "-o", "uit", "--resume", "--now", NOW, "--quiet")
    assert done.returncode == 1
    assert first.stat().st_mtime_ns == before
    assert content_of(tmp_path / "uit") == content_of(whole)


def test_an_interruption_keeps_what_is_done(shelf, tmp_path):
    words = [*COMMAND, str(shelf), "--recursive", "-o", str(tmp_path / "uit"), "--jobs", "1"]
    with subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, encoding="utf-8") as process:
        kept = tmp_path / "uit" / "stand"
        while process.poll() is None and not (kept.is_dir() and list(kept.glob("*.json"))):
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=60)

    if process.returncode == 130:
        assert "Traceback" not in told
        assert "ga verder met --resume" in told
        assert not list((tmp_path / "uit").glob("samenvatting*"))
    assert list((tmp_path / "uit" / "rapporten").glob("*.json"))


def test_the_summary_goes_to_stdout_where_no_folder_is_named(depotklaar, shelf, tmp_path):
    before = sorted(tmp_path.rglob("*"))
    done = depotklaar("validate", shelf, "--recursive", "--format", "junit", "--quiet")

    (suite,) = etree.fromstring(done.stdout.encode())
    assert (suite.get("tests"), suite.get("failures"), suite.get("errors")) == ("3", "1", "0")
    assert done.returncode == 1
    assert sorted(tmp_path.rglob("*")) == before


def test_a_shelf_without_packages_is_no_success(depotklaar, tmp_path):
    (tmp_path / "leeg" / "map").mkdir(parents=True)
    done = depotklaar("validate", "leeg", "--recursive", "--quiet")

    assert done.returncode == 3
    assert "hier staat geen enkel pakket" in done.stderr


@pytest.mark.parametrize(
    "words",
    [["--resume"], ["--resume", "-o", "x"], ["--recursive", "--pakbon", "x"], ["--recursive", "--resume"]],
    ids=" ".join,
)
def test_options_that_do_not_go_together(depotklaar, tmp_path, words):
    done = depotklaar("validate", "kast", *words)

    assert done.returncode == 2
    assert list(tmp_path.iterdir()) == []

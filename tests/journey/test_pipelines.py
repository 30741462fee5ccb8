"""`validate` in a pipeline: paths on stdin, forms for programs, strictness, progress, and the call from Python."""

import csv
import io
import json
import re
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from lxml import etree

import depotklaar as library
from depotklaar.errors import SourceError, UsageError

NOW = "2026-05-01T08:00:00Z"
SCHEMAS = Path(__file__).resolve().parents[2] / "schemas"


@pytest.fixture
def warned(packaged, tmp_path):
    """A good package without its pakbon, which is a warning."""
    out, mark = packaged("een-op-een-ios")
    target = tmp_path / mark
    target.symlink_to(out / mark)
    return target


def test_a_warning_rejects_only_where_that_is_asked(depotklaar, warned):
    words = ["validate", warned, "--now", NOW, "--quiet", "--format", "json"]
    mild, strict = depotklaar(*words), depotklaar(*words, "--fail-on", "warning")

    schema = jsonschema.Draft202012Validator(json.loads((SCHEMAS / "report-1.0.schema.json").read_text("utf-8")))
    for done, code in ((mild, 0), (strict, 1)):
        report = json.loads(done.stdout)
        schema.validate(report)
        assert done.returncode == code
        assert report["summary"]["warnings"] >= 1
        assert report["summary"]["accepted"] is (code == 0)


def test_junit_tells_every_rule(depotklaar, warned):
    done = depotklaar("validate", warned, "--format", "junit", "--fail-on", "warning", "--quiet", "--now", NOW)

    suites = etree.fromstring(done.stdout.encode())
    assert len(suites) >= 7
    assert sum(int(suite.get("tests")) for suite in suites) > 80
    assert [case.get("name") for case in suites.iter("testcase") if len(case.findall("failure"))] == ["PAKBON-ABSENT"]


def test_the_list_of_files_has_droids_columns(depotklaar, packaged):
    out, mark = packaged("een-op-een-ios")
    done = depotklaar("validate", out / mark, "--format", "csv", "--quiet", "--now", NOW)

    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    files = {row["FILE_PATH"]: row for row in rows if row["TYPE"] == "File"}
    on_disk = {path.relative_to(out).as_posix() for path in (out / mark).rglob("*") if path.is_file()}
    assert set(files) == on_disk
    assert all(len(row["SHA256_HASH"]) == 64 for row in files.values())
    ids = {row["ID"] for row in rows}
    assert all(row["PARENT_ID"] in ids or row["ID"] == "1" for row in rows)
    assert any(row["PUID"].startswith("fmt/") and row["METHOD"] == "Signature" for row in files.values())


@pytest.mark.parametrize("form", ["csv", "html"])
def test_what_is_about_one_package_is_not_made_of_two(depotklaar, warned, form):
    done = depotklaar("validate", warned, warned, "--format", form, "--quiet")

    assert done.returncode == 2
    assert "gaat over één pakket" in done.stderr


@pytest.mark.parametrize(("words", "end"), [(["--from-stdin"], "\n"), (["-", "-0"], "\0")], ids=["lines", "nulls"])
def test_paths_come_from_stdin_and_progress_is_json(packaged, words, end):
    out, mark = packaged("een-op-een-ios")
    command = [sys.executable, "-m", "depotklaar.cli.main", "validate", *words, "--progress", "json", "--now", NOW]
    done = subprocess.run(command, input=f"{out / mark}{end}", capture_output=True, encoding="utf-8")

    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(f"GOEDGEKEURD  {mark}")
    schema = jsonschema.Draft202012Validator(json.loads((SCHEMAS / "progress-1.0.schema.json").read_text("utf-8")))
    events = [json.loads(line) for line in done.stderr.splitlines()]
    for event in events:
        schema.validate(event)
    assert events[0]["event"] == "started"
    assert events[-1]["event"] == "finished"


def test_a_limit_that_is_hit_is_named(depotklaar, packaged):
    out, mark = packaged("een-op-een-ios", container="zip")
    done = depotklaar("validate", out / f"{mark}.zip", "--max-entries", 3, "--quiet")

    assert done.returncode == 1
    assert "--max-entries" in done.stdout


def test_from_python(packaged):
    out, mark = packaged("een-op-een-ios")
    report = library.validate(out / mark, now=NOW)

    assert report.accepted
    assert (report.subject, report.created_at) == (mark, NOW)
    assert not library.validate(str(out), profile="nha", now=NOW).accepted
    with pytest.raises(SourceError):
        library.validate(out / "nergens")
    with pytest.raises(UsageError):
        library.validate(out / mark, now="gisteren")


def test_the_example_of_the_document_runs(packaged, tmp_path, monkeypatch, capsys):
    out, mark = packaged("een-op-een-ios")
    (tmp_path / "out").symlink_to(out)
    monkeypatch.chdir(tmp_path)
    text = (SCHEMAS.parent / "docs" / "api.md").read_text("utf-8")
    (block,) = re.findall(r"^```python\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    exec(compile(block, "api.md", "exec"), {})

    assert f"{mark} accepted" in capsys.readouterr().out


def test_the_one_name_at_the_top_loads_nothing():
    code = "import sys; from depotklaar import validate; print(len([x for x in sys.modules if x[:10] == 'depotklaar']))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)

    assert done.stdout.strip() == "1"

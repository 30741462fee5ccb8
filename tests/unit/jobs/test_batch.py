"""A shelf judged with a judge of our own: every fault stays with its package, and what is done is not done again."""

import json
import os
import signal
from functools import partial
from pathlib import Path

import pytest

from depotklaar.errors import SourceError, WriteError
from depotklaar.jobs.batch import Batch, Terms, judge_batch
from depotklaar.jobs.batch_folder import batch_folder, write_summary
from depotklaar.jobs.batch_state import as_file_name, fingerprint
from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Severity
from depotklaar.model.profile import Profile
from depotklaar.model.progress import Progress
from depotklaar.model.report import Report, Stage
from depotklaar.profiles.receiver import read_profile
from depotklaar.reports import summary_json

NOW = "2026-05-01T08:00:00Z"
WORDS = {"error": Severity.ERROR, "warning": Severity.WARNING}


def kind(severity: Severity) -> FindingKind:
    text = Text("fout", "wrong")
    return FindingKind(id="X-1", severity=severity, level=Level.OURS, clause="", text=text, remedy=text)


def judge(log: Path, package: Path, pakbon: Path | None, progress: Progress) -> Report:
    """Judge a file by the word in it, and note that it was judged."""
    with log.open("a") as out:
        out.write(f"{package.name}\n")
    word = package.read_text()
    if word == "crash":
        raise ValueError("a secret word of a minister")
    if word == "gone":
        raise FileNotFoundError(package)
    if word == "kill":
        os.kill(os.getpid(), signal.SIGKILL)
    findings = (Finding(kind=kind(WORDS[word])),) if word in WORDS else ()
    return Report(
        subject=package.name,
        created_at=NOW,
        profile="p",
        profile_sha256="0" * 64,
        tools=(),
        stages=(Stage(name="container"),),
        findings=findings,
        totals={"X-1": len(findings)} if findings else {},
        counts={"files": 1, "bytes": 3},
    )


def bench(log: Path):
    return partial(judge, log)


def log_of(error: BaseException) -> Path:
    return Path("een.log")


class Listener(Progress):
    def __init__(self):
        self.notes = []
        self.items = 0

    def noted(self, text):
        self.notes.append(text.nl)

    def advanced(self, *, items=0, size=0):
        self.items += items


@pytest.fixture(scope="session")
def profile() -> Profile:
    return read_profile("nationaal-archief", Path())


@pytest.fixture
def shelf(tmp_path):
    """Lay zips that are words on a shelf."""

    def lay(*words, **named):
        folder = tmp_path / "kast"
        folder.mkdir(exist_ok=True)
        for name, word in {**{f"{n}{word}": word for n, word in enumerate(words)}, **named}.items():
            (folder / f"{name}.zip").write_text(word)
        return folder

    return lay


@pytest.fixture
def run(tmp_path, profile):
    """Judge the shelf and give the summary, its entries and what was noted."""

    def judged(folder, *, resume=False, jobs=1, mark="m", fail_on="error", progress=None):
        work = tmp_path / f"werk{len(list(tmp_path.iterdir()))}"
        work.mkdir()
        terms = Terms(
            bench=partial(bench, tmp_path / "log"),
            mark=mark,
            fail_on=fail_on,
            language="nl",
            now=NOW,
            on_crash=log_of,
        )
        batch = Batch(
            shelves=[folder],
            out=tmp_path / "uit",
            work=work,
            resume=resume,
            terms=terms,
            profile=profile,
            software="s",
            jobs=jobs,
        )
        with batch_folder(tmp_path / "uit", resume=resume):
            summary = judge_batch(batch, progress or Progress())
            write_summary(tmp_path / "uit", summary, {"json": summary_json.write_summary}, "nl")
        return summary

    return judged


def outcomes(summary):
    return [entry.outcome for entry in summary.entries]


def test_one_rejected_makes_the_shelf_rejected(shelf, run):
    summary = run(shelf("good", "error", "warning"))

    assert outcomes(summary) == ["accepted", "rejected", "accepted"]
    assert (summary.code, summary.accepted, summary.rules) == (1, False, {"X-1": 2})


def test_warnings_reject_where_that_is_asked(shelf, run):
    assert outcomes(run(shelf("good", "warning"), fail_on="warning")) == ["accepted", "rejected"]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_crash_is_told_of_that_one_only(shelf, run, jobs):
    listener = Listener()
    summary = run(shelf("good", "crash", "gone", "good"), jobs=jobs, progress=listener)

    assert outcomes(summary) == ["accepted", "failed", "failed", "accepted"]
    assert [entry.code for entry in summary.entries] == [0, 70, 70, 0]
    assert summary.code == 70
    assert "ValueError" in list(summary.entries)[1].problem
    assert "secret" not in str(list(summary.entries))
    assert len(listener.notes) == 2
    assert "een.log" in listener.notes[0]
    assert listener.items == 4


def test_a_package_that_brings_its_process_down_does_not_stop_the_others(shelf, run):
    summary = run(shelf("good", "kill", "good", "error", "kill", "good"), jobs=2)

    assert outcomes(summary) == ["accepted", "failed", "accepted", "rejected", "failed", "accepted"]
    assert summary.code == 1


def test_rejected_counts_for_more_than_failed(shelf, run):
    assert run(shelf("crash", "error")).code == 1


def test_an_empty_shelf_is_no_verdict(shelf, run):
    with pytest.raises(SourceError):
        run(shelf())


def test_what_was_judged_is_not_judged_again(shelf, run, tmp_path):
    folder = shelf("good", "error")
    first = list(run(folder).entries)
    (tmp_path / "log").unlink()
    again = run(folder, resume=True)

    assert list(again.entries) == first
    assert not (tmp_path / "log").exists()
    assert again.code == 1


def test_only_what_changed_is_judged_again(shelf, run, tmp_path):
    folder = shelf("good", "good", "crash")
    run(folder)
    (tmp_path / "log").unlink()
    (folder / "0good.zip").write_text("error")
    (tmp_path / "uit" / list(run(folder, resume=True).entries)[1].report).write_text("{}")

    assert (tmp_path / "log").read_text().splitlines() == ["0good.zip", "2crash.zip"]

    (tmp_path / "log").unlink()
    run(folder, resume=True)

    assert (tmp_path / "log").read_text().splitlines() == ["1good.zip", "2crash.zip"]


def test_other_terms_are_another_verdict(shelf, run, tmp_path):
    folder = shelf("good")
    run(folder)
    (tmp_path / "log").unlink()
    run(folder, resume=True, mark="other")

    assert (tmp_path / "log").exists()


def test_a_folder_that_holds_something_else_is_left_alone(shelf, run, tmp_path):
    (tmp_path / "uit").mkdir()
    (tmp_path / "uit" / "brief.txt").touch()

    for resume in (False, True):
        with pytest.raises(WriteError):
            run(shelf("good"), resume=resume)
    assert [path.name for path in (tmp_path / "uit").iterdir()] == ["brief.txt"]


def test_two_jobs_do_not_write_in_one_folder(tmp_path):
    with (
        batch_folder(tmp_path / "uit", resume=False),
        pytest.raises(WriteError),
        batch_folder(tmp_path / "uit", resume=True),
    ):
        pass


def test_reports_do_not_go_into_a_package(tmp_path):
    (tmp_path / "bagit.txt").touch()

    with pytest.raises(WriteError), batch_folder(tmp_path / "diep" / "uit", resume=False):
        pass
    assert [path.name for path in tmp_path.iterdir()] == ["bagit.txt"]


def test_the_summary_of_an_earlier_run_does_not_outlive_it(shelf, run, tmp_path):
    folder = shelf("good")
    run(folder)
    with pytest.raises(KeyboardInterrupt), batch_folder(tmp_path / "uit", resume=True):
        raise KeyboardInterrupt

    assert not list((tmp_path / "uit").glob("samenvatting*"))
    assert len(list((tmp_path / "uit" / "rapporten").iterdir())) == 2


@pytest.mark.parametrize(
    "name", ["../../x", "a/b", "CON", "A/b", ".verborgen", "x" * 400, "caf\udce9", "=1+1", "\n", "/"]
)
def test_a_report_has_a_name_that_any_disk_takes(name):
    made = as_file_name(name)

    assert made.isascii()
    assert len(made) < 100
    assert not set(made) & set('/\\:*?"<>|= ')
    assert not made.startswith(".")
    assert made.lower() != as_file_name(name.swapcase()).lower() or name == name.swapcase()


def test_the_fingerprint_sees_names_sizes_times_and_the_pakbon(tmp_path):
    package = tmp_path / "p"
    (package / "a").mkdir(parents=True)
    (package / "a" / "x").write_text("1")
    (tmp_path / "bon").write_text("b")
    seen = [fingerprint(package, None), fingerprint(package, tmp_path / "bon")]
    (package / "leeg").mkdir()
    seen.append(fingerprint(package, None))
    (package / "a" / "x").write_text("22")
    seen.append(fingerprint(package, None))
    os.utime(package / "a" / "x", (1, 1))
    seen.append(fingerprint(package, None))
    (package / "a" / "x").rename(package / "a" / "y")
    seen.append(fingerprint(package, None))

    assert len(set(seen)) == len(seen)
    assert fingerprint(package, None) == seen[-1]


def test_the_summary_says_what_the_reports_are(shelf, run, tmp_path):
    run(shelf("good"))
    document = json.loads((tmp_path / "uit" / "samenvatting.json").read_text())

    assert document["packages"][0]["report"].startswith("rapporten/")
    assert (tmp_path / "uit" / document["packages"][0]["report"]).is_file()

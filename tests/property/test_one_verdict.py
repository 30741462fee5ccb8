"""A folder, its zip, its tar and its gzipped tar get one verdict and the same findings."""

import io
import os
import stat
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from depotklaar.api import validate_packages
from depotklaar.jobs.corpus.case import JUDGED_AT, CorpusCase, read_cases
from depotklaar.jobs.corpus.layout import lay_out
from depotklaar.model.report import Report

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
SAMPLES = ("een-op-een-ios", "kernteam-android")
FORMS = ("zip", "tar", "tar.gz")

# What lawfully differs, and nothing else does:
# - the bagit library reads folders only, and what it says is a warning that takes no part in the verdict;
# - a receiver may want the container itself packed in a certain way, which a folder cannot break;
# - what is refused unopened has its place in the container, with the folder around it, and another remedy;
# - a container is called by its own name, with its suffix;
# - a hard link is a file in a folder and in a zip, but an entry without content in a tar, and is refused there.
LAWFUL = {"BAG-SECOND-OPINION", "BAG-SECOND-OPINION-SKIPPED"}
OF_CONTAINERS = {"RECEIVER-TOP-FOLDER"}


def entries(root: Path) -> Iterator[tuple[str, Path]]:
    """Everything below a folder with its name in a container, in no order that means anything."""
    yield f"{root.name}/", root
    for folder, folders, files in os.walk(root):
        for name in (*folders, *files):
            path = Path(folder, name)
            yield path.relative_to(root.parent).as_posix(), path


def as_zip(root: Path, target: Path) -> None:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, path in entries(root):
            mode = path.lstat().st_mode
            entry = zipfile.ZipInfo(f"{name.rstrip('/')}/" if stat.S_ISDIR(mode) else name)
            entry.external_attr, entry.compress_type = mode << 16, zipfile.ZIP_DEFLATED
            data = os.fsencode(path.readlink()) if path.is_symlink() else b"" if path.is_dir() else path.read_bytes()
            archive.writestr(entry, data)


def as_tar(root: Path, target: Path) -> None:
    mode = "w:gz" if target.suffix == ".gz" else "w"
    with tarfile.open(target, mode) as archive:
        for name, path in entries(root):
            entry = archive.gettarinfo(path, name)
            entry.type = tarfile.REGTYPE if entry.islnk() else entry.type
            archive.addfile(entry, io.BytesIO(path.read_bytes()) if entry.isreg() else None)


def told(report: Report, name: str) -> set[tuple[str, ...]]:
    """Rule, weight, place and words of every finding that must be the same."""
    found = set()
    for x in report.findings:
        place, remedy, words = str(x.place), x.remedy("nl"), x.sentence("nl").replace(report.subject, name)
        if x.kind.id == "CONTAINER-OPEN":
            place, remedy = place.removeprefix(f"{name}/"), ""
        if x.kind.id not in LAWFUL | OF_CONTAINERS:
            found.add((x.kind.id, x.severity.value, place, words, remedy))
    return found


def compare(package: Path, judge: Callable[[Path], Report], within: Path) -> None:
    """Hold the report on a folder against those on its containers."""
    of_folder = judge(package)
    for form in FORMS:
        target = within / f"{package.name}.{form}"
        (as_zip if form == "zip" else as_tar)(package, target)
        report = judge(target)
        assert told(report, package.name) == told(of_folder, package.name), form
        assert report.counts == of_folder.counts
        if not OF_CONTAINERS & {x.kind.id for x in report.findings}:
            assert report.accepted == of_folder.accepted


def in_folders() -> list[CorpusCase]:
    return [case for case in read_cases(CORPUS) if case.recipe.get("form", "folder") == "folder"]


@pytest.mark.parametrize("case", in_folders(), ids=lambda case: case.id)
def test_a_case_of_the_corpus(case: CorpusCase, tmp_path: Path) -> None:
    (one,) = lay_out(CORPUS, [case], tmp_path / "corpus")

    def judge(package: Path) -> Report:
        (report,) = validate_packages([package], profile=one.profile, pakbon=one.pakbon, now=JUDGED_AT)
        return report

    compare(one.package, judge, tmp_path)


@pytest.mark.parametrize("bag", [True, False], ids=["bag", "bare"])
@pytest.mark.parametrize("sample", SAMPLES)
def test_a_sample(sample: str, bag: bool, deliver: Callable, tmp_path: Path) -> None:
    made = deliver(sample, bag=bag)

    def judge(package: Path) -> Report:
        (report,) = validate_packages([package], pakbon=made.pakbon, now="2026-05-01T08:00:00Z")
        return report

    compare(made.package, judge, tmp_path)

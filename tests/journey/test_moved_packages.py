"""A package that was copied, or unpacked by other tools, gets the verdict that it had, with its pakbon beside it."""

import shutil
import subprocess
import tarfile
import zipfile

import pytest

NAMES = ("kernteam-android", "corpus:vws-demo-alice")


@pytest.mark.parametrize("container", ["folder", "zip", "tar"])
@pytest.mark.parametrize("bag", [True, False], ids=["bag", "bare"])
@pytest.mark.parametrize("name", NAMES)
def test_moved_with_its_pakbon(deliver, judge, tmp_path, name, bag, container):
    made = deliver(name, container=container, bag=bag)
    shutil.copytree(made.out, tmp_path / "een andere plek")
    report = judge(tmp_path / "een andere plek" / made.package.name)
    assert report.accepted, report.findings
    kinds = {finding.kind.id for finding in report.findings}
    assert kinds <= {finding.kind.id for finding in made.report.findings}


@pytest.mark.parametrize("tool", ["zipfile", "tarfile", "unzip", "tar"])
@pytest.mark.parametrize("bag", [True, False], ids=["bag", "bare"])
def test_unpacked_elsewhere(deliver, judge, tmp_path, bag, tool):
    made = deliver("kernteam-android", container="zip" if "zip" in tool else "tar", bag=bag)
    unpack(tool, made.package, tmp_path)
    folder = deliver("kernteam-android", bag=bag)
    shutil.copy(folder.pakbon, tmp_path)
    report = judge(tmp_path / made.mark)
    assert report.accepted, report.findings
    assert contents(tmp_path / made.mark) == contents(folder.package)


def test_the_pakbon_of_a_container_says_that_it_is_not_of_the_folder(deliver, judge, tmp_path):
    made = deliver("kernteam-android", container="zip")
    unpack("zipfile", made.package, tmp_path)
    report = judge(tmp_path / made.mark, pakbon=made.pakbon)
    assert all(finding.kind.id.startswith("PAK") for finding in report.findings if finding.severity.value == "error")


def unpack(tool, archive, folder):
    if tool == "zipfile":
        with zipfile.ZipFile(archive) as content:
            assert content.testzip() is None
            content.extractall(folder)
    elif tool == "tarfile":
        with tarfile.open(archive) as content:
            content.extractall(folder, filter="data")
    elif shutil.which(tool) is None:
        pytest.skip(f"{tool} is not on this machine")
    else:
        words = ["unzip", "-q", str(archive)] if tool == "unzip" else ["tar", "-xf", str(archive)]
        subprocess.run(words, cwd=folder, check=True)


def contents(folder):
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}

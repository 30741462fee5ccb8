"""The judge at work: what it counts, what it skips, that it is fair and always says the same."""

import shutil
from pathlib import Path

import pytest

from depotklaar.catalogue import RULES
from depotklaar.errors import SourceError
from depotklaar.jobs.examine import examine
from depotklaar.language import Text
from depotklaar.model.progress import Progress
from depotklaar.profiles.receiver import read_profile
from depotklaar.resources import read_schema

BASE = Path(__file__).resolve().parents[2] / "corpus" / "base"


def judge(package: Path, **more):
    profile = read_profile("nationaal-archief", None)
    schemas = {version: read_schema(f"mdto/{version}/mdto.xsd") for version in profile.schemas}
    return examine(
        package, profile=profile, schemas=schemas, rules=RULES, pakbon=None, now="2026-01-01T00:00:00Z", **more
    )


@pytest.fixture
def package(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "pakket"))


class Listener(Progress):
    def __init__(self) -> None:
        self.items = 0
        self.size = 0
        self.stages: list[Text] = []

    def started(self, stage: Text, *, items: int | None = None, size: int | None = None) -> None:
        self.stages.append(stage)

    def advanced(self, *, items: int = 0, size: int = 0) -> None:
        self.items += items
        self.size += size


def test_counts(package):
    report = judge(package)

    assert report.counts["informatieobjecten"] == 3
    assert report.counts["bestanden"] == 1
    assert report.counts["content_bytes"] == 35
    assert report.facts == {"container": "folder", "package": "bare"}
    assert all(stage.ran for stage in report.stages)


def test_threads_change_nothing(package):
    for number in range(150):
        (package / "archief" / f"los-{number}.txt").write_text(str(number))

    assert judge(package, jobs=3) == judge(package, jobs=1)


def test_every_file_is_told_once(package):
    listener = Listener()

    judge(package, progress=listener)

    assert listener.items == 5
    assert listener.size == 35
    assert len(listener.stages) == 2


def test_without_metadata_stages_are_skipped_and_the_package_is_not_accepted(tmp_path):
    (tmp_path / "leeg").mkdir()

    report = judge(tmp_path / "leeg")

    assert not report.accepted
    assert {stage.name for stage in report.stages if not stage.ran} == {"schema", "content", "hierarchy"}


def test_what_is_no_package_is_rejected(tmp_path):
    (tmp_path / "brief.txt").write_text("geen pakket")

    assert not judge(tmp_path / "brief.txt").accepted


def test_a_link_closes_the_package(package):
    (package / "link").symlink_to(package)

    report = judge(package)

    assert [finding.place.path for finding in report.findings if finding.kind.id == "CONTAINER-OPEN"] == ["link"]
    assert sum(not stage.ran for stage in report.stages) == 7


def test_nothing_at_all_is_the_users_mistake(tmp_path):
    with pytest.raises(SourceError):
        judge(tmp_path / "nergens")


def test_a_pakbon_that_is_not_there_is_the_users_mistake(package, tmp_path):
    profile = read_profile("nationaal-archief", None)
    with pytest.raises(SourceError):
        examine(package, profile=profile, schemas={}, rules=RULES, pakbon=tmp_path / "nergens.xml", now="2026-01-01")


def test_nothing_is_written(package):
    before = {path: path.stat().st_mtime_ns for path in package.rglob("*")}

    judge(package)

    assert {path: path.stat().st_mtime_ns for path in package.rglob("*")} == before


def test_processes_change_nothing(package):
    many = package / "archief"
    sidecar = next(many.rglob("*.bestand.mdto.xml"))
    for number in range(600):
        (many / f"los-{number:03d}.txt").write_text(str(number))
        (many / f"los-{number:03d}.txt.bestand.mdto.xml").write_bytes(sidecar.read_bytes())
    (many / "los-100.txt.bestand.mdto.xml").write_bytes(b"<kapot>")

    at_one_desk, at_two = judge(package, jobs=1), judge(package, jobs=2)

    assert at_two == at_one_desk
    assert at_two.counts["sidecars"] > 600
    assert at_two.totals["MDTO-XML"] == 1

"""The judge on formats: the same for a folder and its zip and tar, honest when it was not asked, and by a fake too."""

import shutil
import tarfile
import zipfile
from pathlib import Path

import pytest

from depotklaar.catalogue import RULES
from depotklaar.errors import ToolError
from depotklaar.jobs.examine import examine
from depotklaar.model.report import Report
from depotklaar.profiles.receiver import read_profile
from depotklaar.resources import read_schema
from depotklaar.storage import stand_in

BASE = Path(__file__).resolve().parents[2] / "corpus" / "base"
GIF = b"GIF89a\x01\x00\x01\x00\x00\x00\x00;"
PDF = b"%PDF-1.7\ntrailer << /Encrypt 3 0 R >>\n%%EOF\n"


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """The base of the corpus with a picture under a wrong name, a protected PDF and a large file."""
    path = tmp_path / "pakket"
    shutil.copytree(BASE, path)
    folder = path / "archief" / "dossier" / "stuk"
    (folder / "plaatje.txt").write_bytes(GIF)
    (folder / ".pdf").write_bytes(PDF)
    (folder / "lang.pdf").write_bytes(PDF[:9] + b"x" * 400_000 + PDF[8:])
    return path


def judge(package: Path, profile: str = "nha", jobs: int = 1, **options) -> Report:
    receiver = read_profile(profile, None)
    schemas = {version: read_schema(f"mdto/{version}/mdto.xsd") for version in receiver.schemas}
    now = "2026-01-15T12:00:00+01:00"
    return examine(package, profile=receiver, schemas=schemas, rules=RULES, pakbon=None, now=now, jobs=jobs, **options)


def on_formats(report: Report) -> list[tuple[str, str | None]]:
    return sorted((x.kind.id, x.place.path) for x in report.findings if x.kind.id.startswith("FORMAT-"))


def packed(package: Path, form: str) -> Path:
    target = package.with_name(f"pakket.{form}")
    files = [path for path in package.rglob("*") if path.is_file()]
    if form == "zip":
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
            for path in files:
                archive.write(path, f"pakket/{path.relative_to(package)}")
    else:
        with tarfile.open(target, "w:gz" if form.endswith("gz") else "w") as archive:
            for path in files:
                archive.add(path, f"pakket/{path.relative_to(package)}")
    return target


def test_a_folder_and_its_containers_get_the_same_findings(package):
    of_folder = on_formats(judge(package))
    stuk = "archief/dossier/stuk"
    assert ("FORMAT-EXTENSION", f"{stuk}/plaatje.txt") in of_folder
    assert ("FORMAT-PROTECTED", f"{stuk}/.pdf") in of_folder
    assert ("FORMAT-PROTECTED", f"{stuk}/lang.pdf") in of_folder
    for form in ("zip", "tar", "tar.gz"):
        assert on_formats(judge(packed(package, form))) == of_folder


def test_workers_find_the_same(package):
    folder = package / "archief" / "dossier" / "stuk"
    for number in range(600):
        (folder / f"{number}.txt.bestand.mdto.xml").write_text("<x/>", "utf-8")
    assert on_formats(judge(package, jobs=2)) == on_formats(judge(package))
    in_zip = packed(package, "zip")
    assert on_formats(judge(in_zip, jobs=2)) == on_formats(judge(in_zip))


def test_the_report_names_who_identified_and_by_which_list(package):
    report = judge(package)
    assert [tool.name for tool in report.tools if tool.signatures] == ["siegfried"]
    assert report.facts["format_policy"] == "Voorkeursformaten van het Noord-Hollands Archief"
    assert {name: report.counts[f"formats_{name}"] for name in ("preferred", "acceptable", "other")} == {
        "preferred": 1,
        "acceptable": 2,
        "other": 1,
    }
    assert "formats_other" not in judge(package, "nationaal-archief").counts


def test_what_was_not_asked_is_told(package):
    report = judge(package, find=None)
    assert on_formats(report) == [("FORMAT-SKIPPED", None)]
    assert all(stage.ran for stage in report.stages)
    assert [tool.name for tool in report.tools if tool.signatures] == []


def test_of_a_file_that_was_seen_in_part_no_format_is_held_against_it(package, monkeypatch):
    monkeypatch.setattr(stand_in, "WHOLE_BELOW", 300_000)
    monkeypatch.setattr(stand_in, "END", 8)
    found = on_formats(judge(packed(package, "zip")))
    path = "archief/dossier/stuk/lang.pdf"
    assert [rule for rule, place in found if place == path] == ["FORMAT-PARTLY"]


def test_a_tool_that_fails_stops_the_job(package):
    def fail(paths):
        raise ToolError([])

    with pytest.raises(ToolError):
        judge(package, find=fail)

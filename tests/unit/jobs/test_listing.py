"""Importing writes all lists of a source or none, never over another, and only what reads back."""

from pathlib import Path

import pytest

from depotklaar.catalogue import list_importers
from depotklaar.errors import SourceError, UsageError, WriteError
from depotklaar.importers.lists.interface import ListOptions
from depotklaar.jobs.listing import every_list, import_lists, show_list
from depotklaar.profiles.lists import read_selection_list

HEAD = "bwb,lijst,handeling,kop,label,periode,waardering_tekst,regel\n"
ROWS = "B1,Molens (MVM),1,Algemeen,Malen,1950–,B 1,3\nB2,Dijken (MVM),1,Algemeen,Dichten,1950–,V 5 jaar,4\n"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "bron" / "handelingen.csv"
    path.parent.mkdir()
    path.write_text(HEAD + ROWS, encoding="utf-8")
    return path


def run(source: Path, out: Path, wanted: str | None = None, replace: bool = False, **options: str) -> list[Path]:
    written = import_lists([source], out, list_importers(), wanted, ListOptions(**options), replace=replace)
    return [one.path for one in written]


def test_each_list_gets_a_file_that_reads_back(source, tmp_path):
    out = tmp_path / "uit"
    paths = run(source, out)
    assert [path.name for path in paths] == ["molens-mvm.toml", "dijken-mvm.toml"]
    assert sorted(out.iterdir()) == sorted(paths)
    assert [read_selection_list(str(path), None).reference for path in paths] == ["B1", "B2"]


def test_the_same_source_gives_the_same_bytes(source, tmp_path):
    first, second = run(source, tmp_path / "a"), run(source, tmp_path / "b")
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]


def test_what_is_there_stays_unless_replaced(source, tmp_path):
    out = tmp_path / "uit"
    out.mkdir()
    (out / "dijken-mvm.toml").write_text("van mij", encoding="utf-8")
    with pytest.raises(WriteError):
        run(source, out)
    assert [path.name for path in out.iterdir()] == ["dijken-mvm.toml"]
    assert (out / "dijken-mvm.toml").read_text(encoding="utf-8") == "van mij"
    run(source, out, replace=True)
    assert "van mij" not in (out / "dijken-mvm.toml").read_text(encoding="utf-8")


def test_a_list_that_would_not_read_back_is_refused_and_nothing_is_written(source, tmp_path):
    source.write_text(HEAD + ROWS.splitlines()[0] + "\n", encoding="utf-8")
    with pytest.raises(SourceError) as caught:
        run(source, tmp_path / "uit", name="../Elders")
    assert "kleine letters" in caught.value.problems[0].text.nl
    assert not (tmp_path / "uit").exists()


def test_two_lists_of_one_name_are_refused(source, tmp_path):
    source.write_text(HEAD + ROWS.replace("Dijken (MVM)", "Molens - MVM"), encoding="utf-8")
    with pytest.raises(SourceError) as caught:
        run(source, tmp_path / "uit")
    assert "molens-mvm" in caught.value.problems[0].text.nl


def test_nothing_is_written_inside_a_source(tmp_path):
    with pytest.raises(WriteError):
        run(tmp_path, tmp_path / "uit")


def test_an_unknown_source_or_importer_is_told(source, tmp_path):
    with pytest.raises(UsageError) as usage:
        run(source, tmp_path / "uit", wanted="provincies")
    assert "gemeenten, ministeries, tabel" in usage.value.problems[0].hint.nl
    source.write_text("iets anders", encoding="utf-8")
    with pytest.raises(SourceError):
        run(source, tmp_path / "uit")


def test_a_list_is_shown_by_code_and_actor():
    assert [entry.actor for entry in show_list("voorbeeld-ministerie", "4.1", "Ministerie van Molens").entries] == [
        "Ministerie van Molens"
    ]
    both = show_list("voorbeeld-ministerie", None, "Ministerie van Molens")
    assert len(both.entries) == len(show_list("voorbeeld-ministerie", None, None).entries) - 1
    for code, actor in (("9.9", None), (None, "Ministerie van Dijken")):
        with pytest.raises(UsageError):
            show_list("voorbeeld-ministerie", code, actor)


def test_every_list_that_comes_along_is_named():
    assert [lijst.name for lijst in every_list()] == [
        "gemeenten-2020",
        "sleutelfuncties-advies",
        "voorbeeld-ministerie",
    ]


def test_a_source_that_is_not_there_is_called_so(source, tmp_path):
    with pytest.raises(SourceError) as caught:
        import_lists([source, tmp_path / "nope.csv"], tmp_path / "uit", list_importers(), None, ListOptions())
    (problem,) = caught.value.problems
    assert problem.place.endswith("nope.csv") and problem.text.nl == "bestaat niet"
    assert caught.value.exit_code == 3

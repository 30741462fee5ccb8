"""The bagit library's opinion: it is really asked, and hears no less because folders are asked once."""

from pathlib import Path

import pytest

from depotklaar.rules.bag_library import ask_library

bagit = pytest.importorskip("bagit")


@pytest.fixture
def bag(tmp_path: Path) -> Path:
    folder = tmp_path / "zak"
    (folder / "map" / "diep").mkdir(parents=True)
    for name in ("een.txt", "map/twee.txt", "map/diep/drie.txt", "map/diep/vier.txt"):
        (folder / name).write_text(name)
    bagit.make_bag(str(folder), checksums=["sha256", "sha512"])
    return folder


def test_a_whole_bag(bag):
    assert ask_library(bag) is None


def test_a_missing_file(bag):
    (bag / "data" / "map" / "diep" / "vier.txt").unlink()

    assert ask_library(bag) == "BagValidationError"


def test_a_file_that_is_listed_nowhere(bag):
    (bag / "bag-info.txt").write_text("")
    (bag / "data" / "map" / "vijf.txt").write_text("vijf")

    assert ask_library(bag) == "BagValidationError"


@pytest.mark.parametrize("path", ["../buiten.txt", "data/../../buiten.txt", "/etc/passwd", "~/buiten.txt", ".."])
def test_a_path_that_leads_outside(bag, path):
    with (bag / "manifest-sha256.txt").open("a") as manifest:
        manifest.write(f"{'0' * 64}  {path}\n")

    assert ask_library(bag) == "BagError"


def test_no_bag_at_all(tmp_path):
    assert ask_library(tmp_path) == "BagError"


def test_hashes_are_not_computed_again(bag):
    (bag / "data" / "een.txt").write_text("een.tyt")

    assert ask_library(bag) is None


@pytest.mark.parametrize("twice", ["BagIt-Version: 1.0\n", "Tag-File-Character-Encoding: UTF-8\n"])
def test_a_label_twice_in_the_declaration_does_not_stop_it(bag, twice):
    with (bag / "bagit.txt").open("a") as declaration:
        declaration.write(twice)

    assert ask_library(bag) in ("AttributeError", "TypeError")

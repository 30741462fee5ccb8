"""What on a shelf is a package, in which order, and what is not looked into."""

import os

import pytest

from depotklaar.jobs.batch_finding import find_packages, pakbon_beside


def names(*shelves, skip=None):
    return [found.name for found in find_packages(shelves, skip)]


def file(path, content="x"):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content)
    return path


def test_packages_of_every_form_in_a_fixed_order(tmp_path):
    shelf = tmp_path / "kast"
    file(shelf / "b" / "bag" / "bagit.txt")
    file(shelf / "b" / "boom" / "boom.mdto.xml")
    file(shelf / "b" / "hoofd" / "hoofd.MDTO.xml")
    file(shelf / "b" / "bon" / "los.txt")
    file(shelf / "b" / "bon.pakbon.xml")
    for name in ("z.zip", "t.tar", "g.tar.gz", "h.TGZ"):
        file(shelf / "b" / name)
    file(shelf / "a" / "diep" / "dieper" / "p.zip")
    file(shelf / "los.txt")

    assert names(shelf) == [
        "kast/a/diep/dieper/p.zip",
        *(f"kast/b/{name}" for name in ("g.tar.gz", "h.TGZ", "t.tar", "z.zip", "bag", "bon", "boom", "hoofd")),
    ]


def test_what_lies_in_a_package_is_no_package_of_its_own(tmp_path):
    file(tmp_path / "kast" / "p" / "bagit.txt")
    file(tmp_path / "kast" / "p" / "data" / "bijlage.zip")
    file(tmp_path / "kast" / "p" / "data" / "q" / "q.mdto.xml")

    assert names(tmp_path / "kast") == ["kast/p"]


def test_a_shelf_that_is_a_package_and_a_file_are_taken_as_they_are(tmp_path):
    file(tmp_path / "p" / "p.mdto.xml")
    other = file(tmp_path / "zomaar.bin")

    assert names(tmp_path / "p", other) == ["p", "zomaar.bin"]


def test_links_are_told_and_not_followed(tmp_path):
    file(tmp_path / "kast" / "p" / "bagit.txt")
    (tmp_path / "kast" / "lus").symlink_to(tmp_path / "kast")
    (tmp_path / "kast" / "weg.zip").symlink_to(tmp_path / "nergens")

    found = list(find_packages([tmp_path / "kast"]))

    assert [(one.name, one.is_link) for one in found] == [("kast/lus", True), ("kast/weg.zip", True), ("kast/p", False)]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may look into everything")
def test_a_folder_that_cannot_be_looked_into_is_told(tmp_path):
    closed = tmp_path / "kast" / "dicht"
    closed.mkdir(parents=True)
    file(tmp_path / "kast" / "p" / "bagit.txt")
    closed.chmod(0)
    try:
        found = list(find_packages([tmp_path / "kast"]))
    finally:
        closed.chmod(0o700)

    assert [(one.name, one.trouble is not None) for one in found] == [("kast/dicht", True), ("kast/p", False)]


def test_the_folder_of_the_reports_and_workplaces_are_left_alone(tmp_path):
    for name in ("uit", ".depotklaar-x.werk", "p"):
        file(tmp_path / "kast" / name / "bagit.txt")

    assert names(tmp_path / "kast", skip=tmp_path / "kast" / "uit") == ["kast/p"]


def test_shelves_of_one_name_are_told_apart(tmp_path):
    for side in ("links", "rechts"):
        file(tmp_path / side / "kast" / "p" / "bagit.txt")

    found = names(tmp_path / "links" / "kast", tmp_path / "rechts" / "kast")

    assert found == [f"{tmp_path}/links/kast/p", f"{tmp_path}/rechts/kast/p"]


def test_the_current_folder_has_a_name(tmp_path, monkeypatch):
    file(tmp_path / "kast" / "p" / "bagit.txt")
    monkeypatch.chdir(tmp_path / "kast")

    assert [found.name for found in find_packages([type(tmp_path)()])] == ["kast/p"]


def test_a_very_deep_shelf_does_not_exhaust_the_stack(tmp_path):
    deep = tmp_path / "kast"
    for _ in range(400):
        deep = deep / "m"
    file(deep / "p.zip")

    assert len(names(tmp_path / "kast")) == 1


@pytest.mark.parametrize("name", ["p", "p.zip", "p.tar.gz", "p.TGZ"])
def test_the_pakbon_beside(tmp_path, name):
    package = tmp_path / name
    package.mkdir() if name == "p" else package.touch()

    assert pakbon_beside(package) is None

    bon = file(tmp_path / "p.pakbon.xml")

    assert pakbon_beside(package) == bon


def test_a_folder_with_metadata_of_another_name_is_one_package(tmp_path):
    tree = tmp_path / "kast" / "ontvangen" / "dossier"
    tree.mkdir(parents=True)
    (tree.parent / "archief.MDTO.xml").write_text("<MDTO/>")
    (tree / "dossier.mdto.xml").write_text("<MDTO/>")
    assert [found.name for found in find_packages([tmp_path / "kast"])] == ["kast/ontvangen"]

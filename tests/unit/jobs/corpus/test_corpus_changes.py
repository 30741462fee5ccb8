"""Changes of the corpus: each does what it says, and none reaches outside its folder."""

import pytest

from depotklaar.jobs.corpus.changes import make_change


@pytest.fixture
def root(tmp_path):
    folder = tmp_path / "pakket"
    (folder / "map").mkdir(parents=True)
    (folder / "map" / "a.xml").write_text("<n>12</n>\n<n>13</n>\n", "utf-8")
    return folder


def tree(root):
    return {x.relative_to(root).as_posix(): x.read_bytes() for x in sorted(root.rglob("*")) if x.is_file()}


@pytest.mark.parametrize(
    ("change", "after"),
    [
        ({"remove": "map/a.xml"}, {}),
        ({"remove": "map"}, {}),
        ({"rename": "map/a.xml", "to": "b/c.xml"}, {"b/c.xml": b"<n>12</n>\n<n>13</n>\n"}),
        ({"file": "map/a.xml", "find": "12", "put": "x", "times": 3}, {"map/a.xml": b"<n>xxx</n>\n<n>13</n>\n"}),
        ({"file": "map/a.xml", "digit": "n"}, {"map/a.xml": b"<n>02</n>\n<n>13</n>\n"}),
        ({"append": "map/a.xml", "text": "é"}, {"map/a.xml": b"<n>12</n>\n<n>13</n>\n\xc3\xa9"}),
        ({"add": "map/a.xml", "text": "é", "encoding": "latin-1", "times": 2}, {"map/a.xml": b"\xe9\xe9"}),
        ({"add": "map/a.xml", "hex": "00ff"}, {"map/a.xml": b"\0\xff"}),
        ({"recode": "map/a.xml", "encoding": "utf-16-le"}, {"map/a.xml": "<n>12</n>\n<n>13</n>\n".encode("utf-16-le")}),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, dict) else "",
)
def test_a_change_does_what_it_says(root, change, after):
    make_change(root, change)
    assert tree(root) == after


def test_a_copy_leaves_the_original(root):
    make_change(root, {"copy": "map/a.xml", "to": "nieuw/b.xml"})
    assert tree(root)["map/a.xml"] == tree(root)["nieuw/b.xml"]


def test_a_text_that_is_not_there_is_an_error(root):
    with pytest.raises(ValueError, match="is not in"):
        make_change(root, {"file": "map/a.xml", "find": "14", "put": "x"})


@pytest.mark.parametrize(
    "change",
    [
        {"remove": "../buiten"},
        {"add": "../buiten/x", "text": "x"},
        {"add": "map/../../buiten/x", "text": "x"},
        {"add": "weg/x", "text": "x"},
        {"append": "dicht", "text": "x"},
        {"rename": "map/a.xml", "to": "weg/x"},
        {"folder": "../nieuw"},
    ],
)
def test_nothing_outside_the_folder_is_touched(root, change):
    outside = root.parent / "buiten"
    outside.mkdir()
    (outside / "geheim").write_text("x", "utf-8")
    make_change(root, {"link": "weg", "to": "../buiten"})
    make_change(root, {"link": "dicht", "to": "../buiten/geheim"})
    with pytest.raises(ValueError):
        make_change(root, change)
    assert tree(outside) == {"geheim": b"x"}
    assert not (root.parent / "nieuw").exists()

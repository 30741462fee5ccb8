"""An export and the folder of its media, seen as one tree."""

import zipfile

import pytest

from depotklaar.errors import SourceError
from depotklaar.storage.joined import open_with_media
from depotklaar.storage.tree import Limits


@pytest.fixture
def places(tmp_path):
    source, media = tmp_path / "chat.zip", tmp_path / "los"
    with zipfile.ZipFile(source, "w") as chat:
        chat.writestr("_chat.txt", "tekst")
    (media / "diep").mkdir(parents=True)
    (media / "a.jpg").write_bytes(b"een")
    (media / "diep" / "b.jpg").write_bytes(b"twee")
    return source, media


def content_of(tree, name):
    with tree.open(name) as stream:
        return stream.read()


def test_the_files_of_both_are_there(places):
    source, media = places
    with open_with_media(source, media, Limits()) as tree:
        assert [entry.name for entry in tree.entries()] == ["_chat.txt", "media/a.jpg", "media/diep/b.jpg"]
        assert list(tree.folders()) == ["media", "media/diep"]
        assert content_of(tree, "media/diep/b.jpg") == b"twee"
        assert content_of(tree, "_chat.txt") == b"tekst"
        assert tree.local_path("media/a.jpg") == media / "a.jpg"
        assert (tree.path, tree.container) == (source, "zip")
        with pytest.raises(KeyError):
            tree.open("media/c.jpg")


def test_a_folder_within_the_source_adds_nothing(places):
    media = places[1]
    for extra in (None, media / "diep"):
        with open_with_media(media, extra, Limits()) as tree:
            assert [entry.name for entry in tree.entries()] == ["a.jpg", "diep/b.jpg"]


def test_a_name_that_is_taken_is_not_used_twice(places, tmp_path):
    _, media = places
    (tmp_path / "export" / "media").mkdir(parents=True)
    (tmp_path / "export" / "media" / "a.jpg").write_bytes(b"anders")
    with open_with_media(tmp_path / "export", media, Limits()) as tree:
        assert [entry.name for entry in tree.entries()] == ["media-los/a.jpg", "media-los/diep/b.jpg", "media/a.jpg"]
        assert content_of(tree, "media/a.jpg") == b"anders"


def test_media_that_are_not_there_are_named(places, tmp_path):
    with pytest.raises(SourceError, match="weg"):
        open_with_media(places[0], tmp_path / "weg", Limits())

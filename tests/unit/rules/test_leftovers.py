"""What systems leave behind is known by its name, and nothing else is."""

import pytest

from depotklaar.rules.leftovers import is_leftover, left_by


@pytest.mark.parametrize(
    ("path", "system"),
    [
        ("a/.DS_Store", "macOS"),
        ("a/._brief.txt", "macOS"),
        ("__MACOSX/a/b.txt", "macOS"),
        ("a/Thumbs.db", "Windows"),
        ("a/DESKTOP.INI", "Windows"),
        ("a/~$brief.docx", "document"),
        ("a/.~lock.brief.odt#", "document"),
    ],
)
def test_who_left_it(path: str, system: str) -> None:
    assert is_leftover(path)
    assert system in left_by(path).nl
    assert system in left_by(path).en


@pytest.mark.parametrize("path", ["a/brief.txt", "a/.verborgen", "a/__MACOSX.txt", "thumbs.db.txt", "a/_brief.txt"])
def test_everything_else_was_meant(path: str) -> None:
    assert not is_leftover(path)
    assert left_by(path).nl == ""

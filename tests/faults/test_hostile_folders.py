"""Folders with links, pipes, sockets and unreadable names: all told at once, nothing followed."""

import os
import socket
from pathlib import Path

import pytest

from depotklaar.errors import SourceError
from depotklaar.storage.opening import open_tree


def test_everything_odd_is_told_at_once_and_nothing_is_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("outside")
    root = tmp_path / "source"
    (root / "deep").mkdir(parents=True)
    (root / "fine.txt").write_text("inside")
    (root / "deep/link").symlink_to(secret)
    (root / "folder-link").symlink_to(tmp_path)
    (root / "broken-link").symlink_to("nowhere")
    os.mkfifo(root / "pipe")
    Path(os.fsdecode(os.fsencode(root) + b"/\xff\xfe.txt")).write_bytes(b"")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(root / "socket"))
        with pytest.raises(SourceError) as caught:
            open_tree(root)
    places = {problem.place.rpartition(" > ")[2] for problem in caught.value.problems}
    assert places == {"deep/link", "folder-link", "broken-link", "pipe", "\\xff\\xfe.txt", "socket"}
    assert caught.value.exit_code == 3
    assert all(problem.hint.nl and problem.hint.en for problem in caught.value.problems)


def test_hard_links_are_ordinary_files(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("x")
    (tmp_path / "b").hardlink_to(tmp_path / "a")
    with open_tree(tmp_path) as tree:
        assert [entry.name for entry in tree.entries()] == ["a", "b"]


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_what_may_not_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("x")
    (tmp_path / "a").chmod(0)
    (tmp_path / "closed").mkdir(mode=0)
    with pytest.raises(SourceError) as caught:
        open_tree(tmp_path)
    (tmp_path / "closed").chmod(0o700)
    assert len(caught.value.problems) == 2


@pytest.mark.parametrize("change", ["grown", "gone", "link"])
def test_a_file_that_changed_since_it_was_seen_is_refused(tmp_path: Path, change: str) -> None:
    path = tmp_path / "a"
    path.write_text("x")
    with open_tree(tmp_path) as tree:
        if change == "grown":
            path.write_text("xx")
        else:
            path.unlink()
        if change == "link":
            path.symlink_to("/etc/passwd")
        with pytest.raises(SourceError):
            tree.open("a")


def test_a_source_is_only_read(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("x")
    before = (tmp_path / "a").stat()
    with open_tree(tmp_path) as tree, tree.open("a") as stream:
        assert not stream.writable()
        stream.read()
    after = (tmp_path / "a").stat()
    assert (before.st_mtime_ns, before.st_ctime_ns) == (after.st_mtime_ns, after.st_ctime_ns)


def test_faults_survive_being_shown(tmp_path: Path) -> None:
    (tmp_path / "a\n\u202eb").symlink_to("x")
    with pytest.raises(SourceError) as caught:
        open_tree(tmp_path)
    assert "a\\n\\u202eb" in caught.value.lines("nl")[0]

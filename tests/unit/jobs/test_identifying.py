"""Content files are identified by the handful, in order; stand-ins are gone as soon as that is done."""

from pathlib import Path

import pytest

from depotklaar.jobs import identifying
from depotklaar.jobs.desk import ToHash, ToLook
from depotklaar.jobs.identifying import Identifying
from depotklaar.language import Text
from depotklaar.model.format import Opinion
from depotklaar.rules.interface import FileFacts


def opinion(puid: str) -> Opinion:
    return Opinion(
        tool="nep",
        tool_version="1",
        signature_version="1",
        puid=puid,
        name="",
        version="",
        mime="",
        basis="signature",
        warning="",
    )


class Finder:
    """Calls a file after its content, and remembers how many it was asked at a time."""

    def __init__(self) -> None:
        self.asked: list[list[Path]] = []

    def __call__(self, paths):
        self.asked.append(list(paths))
        return [opinion(path.read_text("utf-8")) for path in paths]


def work(find, root, names, monkeypatch, many=2):
    monkeypatch.setattr(identifying, "MANY", many)
    with Identifying(find, root) as one:
        asked = [one.ask(ToHash(name, 5, ("sha256",))) for name in names]
        for wanted in asked:
            if isinstance(wanted, ToLook) and wanted.stand_in:
                Path(wanted.stand_in).write_text(f"fmt/{names.index(wanted.path)}", "utf-8")
        pairs = ((wanted, FileFacts(path=wanted.path, size=5)) for wanted in asked)
        found = list(one.add(pairs))
        left = [Path(w.stand_in) for w in asked if isinstance(w, ToLook) and w.stand_in]
        assert not any(path.exists() for path in left)
        return found, left


def test_files_of_a_container_get_stand_ins_that_are_gone_afterwards(monkeypatch):
    find = Finder()
    found, left = work(find, None, ["a/b.JPG", "c", ".txt", "d.lang van stof en héél", "e.pdf"], monkeypatch)
    assert [(one.path, facts.format.puid) for one, facts in found] == [
        ("a/b.JPG", "fmt/0"),
        ("c", "fmt/1"),
        (".txt", "fmt/2"),
        ("d.lang van stof en héél", "fmt/3"),
        ("e.pdf", "fmt/4"),
    ]
    assert [path.suffix or path.name for path in left] == [".JPG", "2", ".txt", "4", ".pdf"]
    assert [len(paths) for paths in find.asked] == [2, 2, 1]
    assert not left[0].parent.exists()


def test_files_on_disk_are_read_where_they_are(tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text("fmt/9", "utf-8")
    find = Finder()
    [(one, facts)], _ = work(find, str(tmp_path), ["a.txt"], monkeypatch)
    assert isinstance(one, ToLook) and one.stand_in is None
    assert facts.format == opinion("fmt/9")
    assert find.asked == [[tmp_path / "a.txt"]]


def test_equal_opinions_are_kept_once(tmp_path, monkeypatch):
    for name in "abc":
        (tmp_path / name).write_text("fmt/9", "utf-8")
    found, _ = work(Finder(), str(tmp_path), ["a", "b", "c"], monkeypatch, many=1)
    assert len({id(facts.format) for _, facts in found}) == 1


def test_what_cannot_be_read_is_not_identified(tmp_path):
    find = Finder()
    with Identifying(find, str(tmp_path)) as one:
        wanted = one.ask(ToHash("a", 5, ()))
        facts = FileFacts(path="a", size=5, unreadable=Text("weg", "gone"))
        assert list(one.add([(wanted, facts)])) == [(wanted, facts)]
    assert find.asked == []


def test_without_a_finder_nothing_is_asked(tmp_path, monkeypatch):
    [(one, facts)], _ = work(None, str(tmp_path), ["a"], monkeypatch)
    assert type(one) is ToHash
    assert facts.format is None


def test_the_private_folder_goes_when_the_work_fails(monkeypatch):
    def fail(paths):
        raise RuntimeError

    folders: list[Path] = []
    with pytest.raises(RuntimeError), Identifying(fail, None) as one:
        wanted = one.ask(ToHash("a", 5, ()))
        assert isinstance(wanted, ToLook) and wanted.stand_in
        folders.append(Path(wanted.stand_in).parent)
        list(one.add([(wanted, FileFacts(path="a", size=5))]))
    assert not folders[0].exists()

"""A package appears whole or not at all, and the workplace is gone afterwards."""

import errno
from pathlib import Path

import pytest

from depotklaar.errors import SourceError, WriteError
from depotklaar.storage.staging import Staging

NAMES = ("package", "package.pakbon.xml")


def stage(staging: Staging, text: str) -> list[tuple[Path, Path]]:
    out = staging.path.parent.parent
    (staging.path / "package/data").mkdir(parents=True)
    (staging.path / "package/data/a.txt").write_text(text)
    (staging.path / "pakbon").write_text(text)
    return [(staging.path / "package", out / NAMES[0]), (staging.path / "pakbon", out / NAMES[1])]


def deliver(out: Path, text: str, *, replace: bool = False) -> Staging:
    with Staging.open(out, "id", replace=replace, targets=NAMES) as staging:
        staging.commit(stage(staging, text))
    return staging


def state(out: Path) -> list[str | None]:
    paths = (out / "package/data/a.txt", out / "package.pakbon.xml")
    return [path.read_text() if path.exists() else None for path in paths]


def names(out: Path) -> list[str]:
    return sorted(path.name for path in out.iterdir())


def test_what_is_committed_stands_there_and_nothing_else(tmp_path: Path) -> None:
    staging = deliver(tmp_path / "out", "new")
    assert state(tmp_path / "out") == ["new", "new"]
    assert names(tmp_path / "out") == ["package", "package.pakbon.xml"]
    assert staging.notes == ()


def test_the_workplace_is_private_and_lies_beside_the_output(tmp_path: Path) -> None:
    with Staging.open(tmp_path, "NL-HlmNHA: 12/3") as staging:
        folder = staging.path.parent
        assert folder.parent == tmp_path
        assert folder.name.startswith(".depotklaar-NL-HlmNHA__12_3-")
        assert folder.name.endswith(".werk")
        assert folder.stat().st_mode & 0o777 == 0o700
    with Staging.open(tmp_path, "x" * 4000):
        pass
    assert names(tmp_path) == []


def test_nothing_is_left_without_a_commit(tmp_path: Path) -> None:
    out = tmp_path / "deep/out"
    with Staging.open(out, "id") as staging:
        stage(staging, "new")
    assert not out.exists()
    with pytest.raises(KeyboardInterrupt), Staging.open(out, "id") as staging:
        stage(staging, "new")
        raise KeyboardInterrupt
    assert not out.exists()


def test_existing_targets_are_all_named_before_any_work(tmp_path: Path) -> None:
    deliver(tmp_path, "old")
    with pytest.raises(WriteError) as caught:
        Staging.open(tmp_path, "id", targets=NAMES)
    assert [problem.place for problem in caught.value.problems] == [str(tmp_path / name) for name in NAMES]
    assert "--replace" in caught.value.problems[0].hint.nl
    assert names(tmp_path) == sorted(NAMES)


def test_a_target_that_appears_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    with pytest.raises(WriteError, match="exists already"), Staging.open(tmp_path, "id", targets=NAMES) as staging:
        moves = stage(staging, "new")
        (tmp_path / "package").mkdir()
        staging.commit(moves)
    assert names(tmp_path) == ["package"]
    assert list((tmp_path / "package").iterdir()) == []


def test_replacing_takes_the_place_of_the_old(tmp_path: Path) -> None:
    deliver(tmp_path, "old")
    (tmp_path / "package/left over").touch()
    deliver(tmp_path, "new", replace=True)
    assert state(tmp_path) == ["new", "new"]
    assert not (tmp_path / "package/left over").exists()
    assert names(tmp_path) == sorted(NAMES)


@pytest.mark.parametrize("point", ["checked", "synced", "journalled", "aside 0", "placed 0", "aside 1", "placed 1"])
@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "No space left"), KeyboardInterrupt()])
def test_when_a_commit_fails_the_old_is_put_back(tmp_path: Path, point: str, error: BaseException) -> None:
    def fail(name: str) -> None:
        if name == point:
            raise error

    deliver(tmp_path, "old")
    expected = KeyboardInterrupt if isinstance(error, KeyboardInterrupt) else WriteError
    with pytest.raises(expected), Staging.open(tmp_path, "id", replace=True, at=fail) as staging:
        staging.commit(stage(staging, "new"))
    assert state(tmp_path) == ["old", "old"]
    assert names(tmp_path) == sorted(NAMES)


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS])
def test_a_disk_that_refuses_is_a_write_error_in_clear_words(tmp_path: Path, code: int) -> None:
    with pytest.raises(WriteError) as caught, Staging.open(tmp_path, "id") as staging:
        raise OSError(code, "refused", str(staging.path / "x"))
    assert caught.value.exit_code == 6
    assert "refused" not in str(caught.value)
    assert names(tmp_path) == []


def test_other_errors_pass_as_they_are(tmp_path: Path) -> None:
    for error in (SourceError([]), FileNotFoundError("x"), ZeroDivisionError()):
        with pytest.raises(type(error)), Staging.open(tmp_path, "id"):
            raise error


def test_a_workplace_that_is_a_link_or_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "precious").mkdir()
    (tmp_path / "precious/a").touch()
    (tmp_path / ".depotklaar-id.werk").symlink_to("precious")
    with pytest.raises(WriteError, match="work folder"):
        Staging.open(tmp_path, "id")
    assert (tmp_path / "precious/a").exists()
    (tmp_path / ".depotklaar-other.werk").touch()
    with pytest.raises(WriteError, match="work folder"):
        Staging.open(tmp_path, "other")


@pytest.mark.parametrize(
    "text",
    [
        '{"moves": [{"staged": "../../precious", "final": "package"}], "replace": true}',
        '{"moves": [{"staged": "a", "final": "../x"}], "replace": true}',
        "[]",
        "half",
    ],
)
def test_a_journal_that_is_not_ours_is_not_carried_out(tmp_path: Path, text: str) -> None:
    folder = tmp_path / "out/.depotklaar-id.werk"
    folder.mkdir(parents=True)
    (tmp_path / "precious").touch()
    (folder / "journal.json").write_text(text)
    with pytest.raises(WriteError, match="no journal"):
        Staging.open(tmp_path / "out", "id", replace=True)
    assert (tmp_path / "precious").exists()
    assert (folder / "journal.json").exists()

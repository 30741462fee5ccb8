"""What comes in is read once, hashed and copied as it was; what goes wrong leaves nothing behind."""

import errno
import hashlib
import io
import resource
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from depotklaar.errors import SourceError, WriteError
from depotklaar.storage import intake
from depotklaar.storage.intake import Digests, hash_stream, place, take_in, take_in_many
from depotklaar.storage.opening import open_tree

DATA = {"empty": b"", "small": b"a", "large": bytes(range(256)) * 12_000, "sub/ sp%20ce\n": b"odd"}
BOTH = ("sha256", "sha512")


def expected(data: bytes) -> Digests:
    return Digests(len(data), {name: hashlib.new(name, data).hexdigest() for name in BOTH})


@pytest.fixture(params=["folder", "stored", "deflated"])
def source(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    if request.param == "folder":
        for name, data in DATA.items():
            (tmp_path / "source" / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / "source" / name).write_bytes(data)
        return tmp_path / "source"
    method = zipfile.ZIP_STORED if request.param == "stored" else zipfile.ZIP_DEFLATED
    with zipfile.ZipFile(tmp_path / "z", "w", method) as archive:
        for name, data in DATA.items():
            archive.writestr(name, data)
    return tmp_path / "z"


@pytest.fixture
def small_file_limit() -> Iterator[None]:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_stream_is_hashed_with_every_algorithm() -> None:
    assert hash_stream(io.BytesIO(DATA["large"]), BOTH) == expected(DATA["large"])
    with pytest.raises(ValueError, match="sha3000"):
        hash_stream(io.BytesIO(b""), ("sha3000",))


def test_files_are_hashed_and_copied(source: Path, tmp_path: Path) -> None:
    with open_tree(source) as tree:
        for number, (name, data) in enumerate(DATA.items()):
            assert take_in(tree, name, None, BOTH) == expected(data)
            assert take_in(tree, name, tmp_path / f"{number}", BOTH) == expected(data)
            assert (tmp_path / f"{number}").read_bytes() == data


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_many_files_come_back_in_their_order(source: Path, tmp_path: Path, jobs: int) -> None:
    heard: list[str] = []
    names = list(DATA) * 4
    with open_tree(source) as tree:
        items = [(name, tmp_path / f"{number}" if number % 2 else None) for number, name in enumerate(names)]
        found = take_in_many(tree, items, BOTH, jobs, lambda name, digests: heard.append(name))
    assert found == [expected(DATA[name]) for name in names]
    assert sorted(heard) == sorted(names)
    assert all(path is None or path.read_bytes() == DATA[name] for name, path in items)


def test_nothing_is_overwritten(source: Path, tmp_path: Path) -> None:
    (tmp_path / "there").write_text("mine")
    (tmp_path / "link").symlink_to("there")
    with open_tree(source) as tree:
        for name in ("there", "link"):
            with pytest.raises(WriteError, match="exists already"):
                take_in(tree, "small", tmp_path / name)
    assert (tmp_path / "there").read_text() == "mine"


def test_a_full_disk_leaves_no_half_file(source: Path, tmp_path: Path, small_file_limit: None) -> None:
    with open_tree(source) as tree:
        with pytest.raises(WriteError, match="larger than is allowed"):
            take_in(tree, "large", tmp_path / "copy")
        with pytest.raises(WriteError):
            take_in_many(tree, [("small", None), ("large", tmp_path / "copy")])
    assert not (tmp_path / "copy").exists()


def test_an_unknown_name_is_a_key_error(source: Path) -> None:
    with open_tree(source) as tree:
        for jobs in (1, 2):
            with pytest.raises(KeyError):
                take_in_many(tree, [("small", None), ("nothing", None)], jobs=jobs)


def test_faults_of_the_source_are_gathered_over_all_files(tmp_path: Path) -> None:
    for name in ("a", "b", "c", "d"):
        (tmp_path / name).write_bytes(b"x" * 100_000)
    with open_tree(tmp_path) as tree:
        (tmp_path / "b").unlink()
        (tmp_path / "d").unlink()
        with pytest.raises(SourceError) as caught:
            take_in_many(tree, [(name, None) for name in "abcd"])
    assert [problem.place[-4:] for problem in caught.value.problems] == [" > b", " > d"]


@pytest.mark.parametrize("error", [KeyboardInterrupt(), RuntimeError("bar")])
def test_an_interruption_stops_the_threads_first(tmp_path: Path, error: BaseException) -> None:
    def interrupt(name: str, digests: Digests) -> None:
        raise error

    for number in range(20):
        (tmp_path / f"{number}").write_bytes(b"x" * 100_000)
    with open_tree(tmp_path) as tree:
        items = [(entry.name, None) for entry in tree.entries()]
        with pytest.raises(type(error)):
            take_in_many(tree, items, on_done=interrupt)


def test_a_staged_file_finds_its_place(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("x")
    place(tmp_path / "a", tmp_path / "b", keep=True)
    assert (tmp_path / "b").read_text() == "x"
    assert not (tmp_path / "a").samefile(tmp_path / "b")
    place(tmp_path / "a", tmp_path / "c")
    assert not (tmp_path / "a").exists()
    with pytest.raises(WriteError, match="exists already"):
        place(tmp_path / "b", tmp_path / "c")
    assert (tmp_path / "b").exists()


@pytest.mark.parametrize("keep", [True, False])
def test_a_staged_file_on_another_disk_is_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, keep: bool) -> None:
    def other_disk(*args: object, **options: object) -> None:
        raise OSError(errno.EXDEV, "Invalid cross-device link")

    monkeypatch.setattr(intake.os, "link", other_disk)
    (tmp_path / "a").write_text("x")
    (tmp_path / "there").write_text("mine")
    place(tmp_path / "a", tmp_path / "b", keep=keep)
    assert (tmp_path / "b").read_text() == "x"
    assert (tmp_path / "a").exists() == keep
    with pytest.raises(WriteError, match="exists already"):
        place(tmp_path / "b", tmp_path / "there")
    assert (tmp_path / "there").read_text() == "mine"

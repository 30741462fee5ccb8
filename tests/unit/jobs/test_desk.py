"""Desks: the same work at one or at several, of a folder, a zip and a tar, in the order asked."""

import hashlib
import shutil
import tarfile
from pathlib import Path

import pytest

from depotklaar.catalogue import RULES
from depotklaar.jobs import desk
from depotklaar.jobs.desk import Case, Desks, ToHash, ToJudge
from depotklaar.jobs.workers import Workers
from depotklaar.profiles.receiver import read_profile
from depotklaar.resources import read_schema
from depotklaar.rules.interface import Context
from depotklaar.storage.opening import open_tree
from depotklaar.storage.tree import Limits

BASE = Path(__file__).resolve().parents[2] / "corpus" / "base"


@pytest.fixture(params=["folder", "zip", "tar"])
def package(request, tmp_path: Path) -> Path:
    folder = Path(shutil.copytree(BASE / "archief", tmp_path / "los" / "pakket"))
    if request.param == "folder":
        return folder
    if request.param == "zip":
        return Path(shutil.make_archive(str(tmp_path / "pakket"), "zip", folder.parent))
    with tarfile.open(tmp_path / "pakket.tar", "w") as archive:
        archive.add(folder, "pakket")
    return tmp_path / "pakket.tar"


def case_of(package: Path, is_folder: bool) -> Case:
    return Case(
        path=package,
        prefix="" if is_folder else "pakket/",
        is_folder=is_folder,
        limits=Limits(),
        context=Context(profile=read_profile("nationaal-archief", None), now="2026-01-01T00:00:00Z"),
        schemas={"1.0.1": read_schema("mdto/1.0.1/mdto.xsd")},
        rules=RULES,
    )


def test_one_desk_and_two(package, monkeypatch):
    monkeypatch.setattr(desk, "BATCH", 1)
    with open_tree(package) as tree, Workers(2) as workers:
        case = case_of(package, tree.container == "folder")
        sizes = {entry.name.removeprefix(case.prefix): entry.size for entry in tree.entries()}
        sidecars = [ToJudge(path, size, ("sha256",), "", True) for path, size in sizes.items() if path.endswith(".xml")]
        files = [ToHash(path, size, ("md5",)) for path, size in sizes.items()]
        one, two = Desks(case, tree, None), Desks(case, tree, workers)

        assert list(two.judge(sidecars)) == list(one.judge(sidecars))
        assert list(two.hash(files)) == list(one.hash(files))
        assert [facts.path for facts in two.hash(files)] == list(sizes)
        assert all(facts.digests for facts in two.hash(files))


def test_large_files_go_alone(monkeypatch):
    monkeypatch.setattr(desk, "BATCH_SIZE", 10)
    items = [ToHash(str(n), size, ()) for n, size in enumerate((4, 4, 4, 11, 1))]

    assert [[one.size for one in batch] for batch in desk.batches(items)] == [[4, 4], [4], [11], [1]]


def test_hashes_are_those_of_the_bytes(tmp_path):
    (tmp_path / "x").write_bytes(b"inhoud")
    with open_tree(tmp_path) as tree:
        facts = list(Desks(case_of(tmp_path, True), tree, None).hash([ToHash("x", 6, ("sha512",))]))

    assert facts[0].digests == {"sha512": hashlib.sha512(b"inhoud").hexdigest()}

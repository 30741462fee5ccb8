"""What closes a tree: the bag's own library agrees, and the hash of a bare tree can be made again by hand."""

import hashlib

import bagit
import pytest

from depotklaar.model.placed import Written
from depotklaar.storage.ledger import Ledger
from depotklaar.targets.seal import BagSeal, TreeSeal

FILES = {"b/x 1.txt": b"een", "a.txt": b"", "B.txt": b"\xff\x00", "caf\u00e9.txt": b"e"}


def written(name, data):
    digests = {algorithm: hashlib.new(algorithm, data).hexdigest() for algorithm in ("sha256", "sha512")}
    return Written(path=name, size=len(data), digests=digests)


@pytest.mark.parametrize("algorithms", [("sha256",), ("sha256", "sha512"), ("sha512", "sha256")])
def test_the_library_accepts_the_bag(tmp_path, algorithms):
    bag = tmp_path / "bag"
    seal = BagSeal(bag, Ledger(tmp_path / "grootboek"), algorithms, [("Contact-Name", "A. Rchief\r\nx")])
    for name, data in FILES.items():
        path = bag / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        seal.add(written(name, data))
    closed = seal.close()
    made = bagit.Bag(str(bag))
    made.validate()
    assert set(made.algorithms) == set(algorithms)
    assert made.info["Payload-Oxum"] == f"{sum(map(len, FILES.values()))}.{len(FILES)}"
    tags = (bag / "tagmanifest-sha256.txt").read_bytes()
    assert (closed.value, closed.basis) == (hashlib.sha256(tags).hexdigest(), "tagmanifest")


def test_a_percent_sign_is_written_as_the_norm_asks(tmp_path):
    (tmp_path / "bag").mkdir()
    seal = BagSeal(tmp_path / "bag", Ledger(tmp_path / "grootboek"), ("sha256",), [])
    seal.add(written("a%0Ab.txt", b"x"))
    seal.close()
    assert (tmp_path / "bag" / "manifest-sha256.txt").read_bytes().endswith(b"  data/a%250Ab.txt\n")


def test_the_order_of_telling_changes_nothing(tmp_path):
    values = set()
    for number, names in enumerate((sorted(FILES), sorted(FILES, reverse=True))):
        seal = TreeSeal(Ledger(tmp_path / str(number), run=2))
        for name in names:
            seal.add(written(name, FILES[name]))
        values.add(seal.close())
    lines = sorted((name.encode(), hashlib.sha256(data).hexdigest().encode()) for name, data in FILES.items())
    by_hand = hashlib.sha256(b"".join(value + b"  " + name + b"\n" for name, value in lines)).hexdigest()
    (seal_hash,) = values
    assert (seal_hash.value, seal_hash.basis) == (by_hand, "filelist")

"""Hashed files: what is written is what is hashed."""

import hashlib

import pytest

from depotklaar.errors import WriteError
from depotklaar.storage.writing import BUFFER, HashedFile, write_hashed


def test_hash_and_size(tmp_path):
    piece = b"abc" * 50_000
    with HashedFile(tmp_path / "x", ("sha256", "sha512")) as out:
        for _ in range(5):
            out.write(piece)
    whole = piece * 5
    assert len(whole) > BUFFER
    assert (tmp_path / "x").read_bytes() == whole
    assert out.digests().size == len(whole)
    assert out.digests().values["sha512"] == hashlib.sha512(whole).hexdigest()


def test_nothing_is_overwritten(tmp_path):
    write_hashed(tmp_path / "x", b"first", ("sha256",))
    with pytest.raises(WriteError):
        write_hashed(tmp_path / "x", b"second", ("sha256",))
    assert (tmp_path / "x").read_bytes() == b"first"

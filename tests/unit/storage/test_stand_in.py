"""A stand-in holds what passed by: whole, or begin and end with a hole between."""

import io
import random
from typing import BinaryIO, cast

import pytest

from depotklaar.errors import WriteError
from depotklaar.storage import stand_in
from depotklaar.storage.intake import hash_stream
from depotklaar.storage.stand_in import Passing, StandIn, write_stand_in

DATA = random.Random(1).randbytes(3_000_000)


def passed(target, data: bytes) -> StandIn:
    with StandIn(str(target), len(data)) as copy:
        hash_stream(cast(BinaryIO, Passing(io.BytesIO(data), copy)), ("sha256",))
    return copy


def test_a_modest_file_is_kept_whole(tmp_path):
    copy = passed(tmp_path / "a", DATA)
    assert copy.is_whole
    assert (tmp_path / "a").read_bytes() == DATA


@pytest.mark.parametrize("end", [1, 1000, 1_048_576, 1_400_000])
def test_of_a_large_file_only_begin_and_end(tmp_path, monkeypatch, end):
    monkeypatch.setattr(stand_in, "WHOLE_BELOW", 1000)
    monkeypatch.setattr(stand_in, "END", end)
    copy = passed(tmp_path / "a", DATA)
    assert not copy.is_whole
    assert (tmp_path / "a").read_bytes() == DATA[:end] + bytes(len(DATA) - 2 * end) + DATA[-end:]


def test_ends_that_overlap_give_the_whole(tmp_path, monkeypatch):
    monkeypatch.setattr(stand_in, "WHOLE_BELOW", 1000)
    monkeypatch.setattr(stand_in, "END", 2_000_000)
    passed(tmp_path / "a", DATA)
    assert (tmp_path / "a").read_bytes() == DATA


def test_the_hash_is_that_of_the_source(tmp_path):
    with StandIn(str(tmp_path / "a"), 3) as copy:
        found = hash_stream(cast(BinaryIO, Passing(io.BytesIO(b"abc"), copy)), ("md5",))
    assert found.values == {"md5": "900150983cd24fb0d6963f7d28e17f72"}


def test_nothing_is_written_over_and_the_disk_is_blamed(tmp_path):
    (tmp_path / "a").write_bytes(b"x")
    with pytest.raises(WriteError):
        write_stand_in(str(tmp_path / "a"), b"y")
    with pytest.raises(WriteError):
        write_stand_in(str(tmp_path / "weg" / "a"), b"y")
    assert (tmp_path / "a").read_bytes() == b"x"

"""Packed bytes come out as they went in, in pieces, and never ask for more memory than a package may."""

import bz2
import lzma
import os
import zlib
from pathlib import Path

import pytest

from depotklaar.errors import SourceError
from depotklaar.storage.streams import Stored, Unpacked, buffered
from depotklaar.storage.unpacking import BZIP2, DEFLATED, LZMA, UNPACKERS

CONTENT = bytes(range(256)) * 2_000


def deflated(data: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


def lzma_part(data: bytes, dictionary: int = 1 << 20) -> bytes:
    filters = [{"id": lzma.FILTER_LZMA1, "dict_size": 1 << 20, "lc": 3, "lp": 0, "pb": 2}]
    body = lzma.compress(data, lzma.FORMAT_RAW, filters=filters)
    return b"\x09\x04\x05\x00\x5d" + dictionary.to_bytes(4, "little") + body


PACK = {DEFLATED: deflated, BZIP2: bz2.compress, LZMA: lzma_part}


def content(tmp_path: Path, method: int, packed: bytes, size: int = len(CONTENT), crc: int | None = None) -> bytes:
    path = tmp_path / "packed"
    path.write_bytes(packed)
    source = Stored(os.open(path, os.O_RDONLY), 0, len(packed), "here")
    crc = zlib.crc32(CONTENT) if crc is None else crc
    with buffered(Unpacked(source, UNPACKERS[method](size), size, crc, "here")) as stream:
        return stream.read()


@pytest.mark.parametrize("method", PACK)
@pytest.mark.parametrize("size", [0, 1, 65_536, len(CONTENT)])
def test_what_went_in_comes_out(tmp_path: Path, method: int, size: int) -> None:
    data = CONTENT[:size]
    assert content(tmp_path, method, PACK[method](data), size, zlib.crc32(data)) == data


@pytest.mark.parametrize("method", PACK)
def test_more_or_less_than_was_said_is_refused(tmp_path: Path, method: int) -> None:
    packed = PACK[method](CONTENT)
    for size in (len(CONTENT) - 1, len(CONTENT) + 1):
        with pytest.raises(SourceError):
            content(tmp_path, method, packed, size)


@pytest.mark.parametrize("method", PACK)
@pytest.mark.parametrize("harm", [lambda x: x[: len(x) // 2], lambda x: x[:3], lambda x: b"", lambda x: b"\xff" * 900])
def test_damage_is_refused(tmp_path: Path, method: int, harm) -> None:
    with pytest.raises(SourceError):
        content(tmp_path, method, harm(PACK[method](CONTENT)))


def test_lzma_without_an_end_mark_is_read(tmp_path: Path) -> None:
    assert content(tmp_path, LZMA, lzma_part(CONTENT)[:-6]) == CONTENT


def test_a_long_dictionary_takes_no_more_than_the_content_needs(tmp_path: Path) -> None:
    assert content(tmp_path, LZMA, lzma_part(CONTENT, 0xFFFFFFFF)) == CONTENT


def test_a_dictionary_that_would_fill_the_memory_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="damaged"):
        content(tmp_path, LZMA, lzma_part(CONTENT, 0xFFFFFFFF), size=1 << 32)

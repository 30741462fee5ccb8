"""Archives that want to climb, fill the disk, hide or deceive: each is refused with the entry named."""

import io
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from depotklaar.errors import SourceError
from depotklaar.storage.opening import open_tree
from depotklaar.storage.tree import Limits


def zip_of(path: Path, *entries: tuple[str | zipfile.ZipInfo, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries:
            archive.writestr(name, data)
    return path


def tar_of(path: Path, *entries: tarfile.TarInfo, data: bytes = b"x") -> Path:
    with tarfile.open(path, "w") as archive:
        for entry in entries:
            entry.size = len(data) if entry.isreg() else 0
            archive.addfile(entry, io.BytesIO(data))
    return path


def refusal(path: Path, limits: Limits | None = None) -> str:
    with pytest.raises(SourceError) as caught:
        open_tree(path, limits or Limits())
    return "\n".join(caught.value.lines("en"))


CLIMBING = ["../../x", "a/../../x", "/etc/x", "C:\\x", "c:x", "\\\\server\\x", "..\\..\\x", "a\\..\\..\\x", ".."]


@pytest.mark.parametrize("name", CLIMBING)
def test_zip_names_that_leave_the_archive_are_refused(tmp_path: Path, name: str) -> None:
    assert "the name" in refusal(zip_of(tmp_path / "z", ("fine.txt", b""), (name, b"x")))


@pytest.mark.parametrize("name", CLIMBING)
def test_tar_names_that_leave_the_archive_are_refused(tmp_path: Path, name: str) -> None:
    assert "the name" in refusal(tar_of(tmp_path / "t", tarfile.TarInfo("fine"), tarfile.TarInfo(name)))


def test_nobody_is_told_to_unpack_what_is_hostile_or_broken(tmp_path: Path) -> None:
    hostile = zip_of(tmp_path / "z", ("../x", b"x"))
    broken = zip_of(tmp_path / "y", ("a", b"x" * 1000))
    broken.write_bytes(broken.read_bytes()[:-10])
    for path in (hostile, broken):
        assert "Do not unpack this archive yourself, but ask the sender" in refusal(path)


def test_every_fault_is_told_at_once(tmp_path: Path) -> None:
    told = refusal(zip_of(tmp_path / "z", ("../a", b""), ("../b", b""), ("/c", b"")))
    assert all(name in told for name in ("> ../a", "> ../b", "> /c"))


@pytest.mark.parametrize(("mode", "word"), [(0o120777, "link"), (0o010644, "regular"), (0o060644, "regular")])
def test_zip_links_and_devices_are_refused(tmp_path: Path, mode: int, word: str) -> None:
    info = zipfile.ZipInfo("odd")
    info.create_system = 3
    info.external_attr = mode << 16
    assert word in refusal(zip_of(tmp_path / "z", (info, b"/etc/passwd")))


@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.BLKTYPE, tarfile.FIFOTYPE])
def test_tar_links_and_devices_are_refused(tmp_path: Path, kind: bytes) -> None:
    info = tarfile.TarInfo("odd")
    info.type, info.linkname = kind, "fine"
    told = refusal(tar_of(tmp_path / "t", tarfile.TarInfo("fine"), info))
    assert "> odd" in told
    assert "> fine" not in told


def patched(path: Path, change: Callable[[bytearray, int], None]) -> Path:
    """Change the one record in the central directory of a zip."""
    data = bytearray(path.read_bytes())
    change(data, data.rfind(b"PK\1\2"))
    path.write_bytes(data)
    return path


def test_an_encrypted_zip_is_refused(tmp_path: Path) -> None:
    def mark(data: bytearray, at: int) -> None:
        data[at + 8] |= 1

    assert "encrypted" in refusal(patched(zip_of(tmp_path / "z", ("a", b"abc")), mark))


@pytest.mark.parametrize(("method", "named"), [(9, "9 (Deflate64)"), (93, "93 (Zstandard)"), (77, "77")])
def test_an_unknown_method_is_refused_by_its_name(tmp_path: Path, method: int, named: str) -> None:
    def change(data: bytearray, at: int) -> None:
        struct.pack_into("<H", data, at + 10, method)

    assert f"method {named}, which" in refusal(patched(zip_of(tmp_path / "z", ("a", b"abc")), change))


def test_a_name_that_occurs_twice_is_refused(tmp_path: Path) -> None:
    with pytest.warns(UserWarning, match="Duplicate"):
        path = zip_of(tmp_path / "z", ("a.txt", b"1"), ("a.txt", b"2"))
    assert "more than once" in refusal(path)
    assert "more than once" in refusal(zip_of(tmp_path / "y", ("a/b", b"1"), ("a//b", b"2")))
    assert "both a file and a folder" in refusal(zip_of(tmp_path / "x", ("a", b"1"), ("a/b", b"2")))


def test_a_name_with_the_utf8_mark_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    path = zip_of(tmp_path / "z", ("é.txt", b"1"))
    path.write_bytes(path.read_bytes().replace("é".encode(), b"\xff\xfe"))
    assert "not valid UTF-8" in refusal(path)
    assert "\\xff\\xfe.txt" in refusal(path)


def test_a_bomb_of_zeros_is_refused_by_its_ratio(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "z", "w", zipfile.ZIP_DEFLATED) as archive, archive.open("zeros", "w") as out:
        for _ in range(40):
            out.write(bytes(1 << 20))
    told = refusal(tmp_path / "z")
    assert "zeros" in told
    assert "the limit is 1000" in told
    assert "--max-ratio" in told


def test_a_declared_giant_is_refused_by_its_size(tmp_path: Path) -> None:
    def grow(data: bytearray, at: int) -> None:
        struct.pack_into("<L", data, at + 24, 3 << 30)

    path = patched(zip_of(tmp_path / "z", ("a", b"abc")), grow)
    assert "--max-entry-size" in refusal(path, Limits(entry_size=1 << 30, ratio=1 << 40))
    assert "--max-total-size" in refusal(path, Limits(total_size=1 << 30, ratio=1 << 40))


def test_too_many_entries_are_refused(tmp_path: Path) -> None:
    path = zip_of(tmp_path / "z", *((f"{i}.txt", b"") for i in range(101)))
    assert "--max-entries" in refusal(path, Limits(entries=100))
    tar = tar_of(tmp_path / "t", *(tarfile.TarInfo(f"{i}.txt") for i in range(101)))
    assert "--max-entries" in refusal(tar, Limits(entries=100))


def test_long_and_deep_names_are_refused(tmp_path: Path) -> None:
    assert "--max-name-length" in refusal(zip_of(tmp_path / "z", ("a" * 5000, b"")))
    assert "--max-depth" in refusal(zip_of(tmp_path / "y", ("d/" * 64 + "x", b"")))


def test_more_content_than_declared_is_noticed_while_reading(tmp_path: Path) -> None:
    def shrink(data: bytearray, at: int) -> None:
        struct.pack_into("<L", data, at + 24, 10)

    path = patched(zip_of(tmp_path / "z", ("a", b"abc" * 1000)), shrink)
    with open_tree(path) as tree, tree.open("a") as stream, pytest.raises(SourceError, match="10 bytes"):
        stream.read()


METHODS = [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA]


@pytest.mark.parametrize("compression", METHODS)
def test_a_changed_byte_is_noticed_while_reading(tmp_path: Path, compression: int) -> None:
    with zipfile.ZipFile(tmp_path / "z", "w", compression) as archive:
        archive.writestr("a", bytes(range(256)) * 10)
    data = bytearray((tmp_path / "z").read_bytes())
    data[60] ^= 0x55
    (tmp_path / "z").write_bytes(data)
    with open_tree(tmp_path / "z") as tree, tree.open("a") as stream, pytest.raises(SourceError):
        stream.read()


def test_parts_that_share_their_bytes_are_refused(tmp_path: Path) -> None:
    path = zip_of(tmp_path / "z", ("a", b"abc" * 100), ("b", b"abc" * 100))
    assert "shares its bytes" in refusal(patched(path, lambda data, at: struct.pack_into("<L", data, at + 42, 0)))


def test_another_name_beside_the_content_is_noticed(tmp_path: Path) -> None:
    path = zip_of(tmp_path / "z", ("good.txt", b"abc"))
    path.write_bytes(path.read_bytes().replace(b"good.txt", b"evil.exe", 1))
    with open_tree(path) as tree, pytest.raises(SourceError, match="differs"):
        tree.open("good.txt")


@pytest.mark.parametrize("cut", [1, 10, 30, 150])
def test_a_zip_that_is_cut_off_is_refused(tmp_path: Path, cut: int) -> None:
    path = zip_of(tmp_path / "z", ("a", b"abc"), ("b", b"abc"))
    path.write_bytes(path.read_bytes()[:-cut])
    assert "damaged" in refusal(path)


def test_a_tar_that_is_cut_off_or_goes_on_after_its_end_is_refused(tmp_path: Path) -> None:
    path = tar_of(tmp_path / "t", tarfile.TarInfo("a"), tarfile.TarInfo("b"), data=b"x" * 600)
    whole = path.read_bytes()
    for wrong in (whole[:700], whole[: 1536 + 512], whole[: 2 * 1536], whole + whole):
        path.write_bytes(wrong)
        refusal(path)


def test_a_tar_with_a_damaged_header_is_not_taken_for_its_end(tmp_path: Path) -> None:
    path = tar_of(tmp_path / "t", tarfile.TarInfo("a"), tarfile.TarInfo("b"))
    data = bytearray(path.read_bytes())
    data[1024] ^= 1
    path.write_bytes(data)
    assert "cut off" in refusal(path)


def header(kind: bytes, size: bytes, name: bytes = b"x") -> bytes:
    block = bytearray(512)
    block[: len(name)], block[124 : 124 + len(size)], block[156:157] = name, size, kind
    block[257:265] = b"ustar\x0000"
    block[148:156] = b" " * 8
    block[148:156] = b"%06o\0 " % sum(block)
    return bytes(block)


@pytest.mark.parametrize("kind", [b"x", b"L", b"K", b"g", b"S", b"0", b"Q"])
@pytest.mark.parametrize("size", [b"77777777777\0", b"\xff" * 10 + b"\xfc\0", b"zzz\0"])
def test_tar_headers_with_mad_sizes_are_refused(tmp_path: Path, kind: bytes, size: bytes) -> None:
    (tmp_path / "t").write_bytes(header(b"0", b"0\0") + header(kind, size) + bytes(20480))
    refusal(tmp_path / "t")


def test_a_long_chain_of_long_names_is_refused(tmp_path: Path) -> None:
    (tmp_path / "t").write_bytes((header(b"L", b"00000000001\0") + bytes(512)) * 3000 + bytes(1024))
    refusal(tmp_path / "t")


def test_a_gzip_bomb_and_a_damaged_gzip_are_refused(tmp_path: Path) -> None:
    plain = tar_of(tmp_path / "t", tarfile.TarInfo("a"), data=bytes(30 << 20)).read_bytes()
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    packed = packer.compress(plain) + packer.flush()
    (tmp_path / "t").write_bytes(packed)
    assert "--max-ratio" in refusal(tmp_path / "t")
    assert "--max-total-size" in refusal(tmp_path / "t", Limits(total_size=1 << 20, ratio=1 << 30))
    (tmp_path / "t").write_bytes(packed[:-9])
    assert "gzip" in refusal(tmp_path / "t", Limits(ratio=1 << 30))

"""Our own bags: the library of the Library of Congress and our reader accept them, odd names included."""

import hashlib
import io
from pathlib import Path

import bagit
import pytest
from hypothesis import given
from hypothesis import strategies as st

from depotklaar.standards.bagit.paths import decode_path, encode_path
from depotklaar.standards.bagit.reader import ManifestName, read_declaration, read_info, read_manifest
from depotklaar.standards.bagit.writer import (
    DECLARATION,
    bag_info,
    info_line,
    manifest_line,
    payload_oxum,
    tag_file_order,
)

ODD = [
    "plain.txt", "CON", "nul.txt", "trailing.", "caf\u00e9", "cafe\u0301", "A.txt", "a.txt", "line\nbreak\r",
    "\u202egpj", "# comment", "*star", "a  b", "n" * 240, "\U0001f468\u200d\U0001f469", "tab\tin",
]  # fmt: skip
ALGORITHMS = ("sha256", "sha512")


def write_bag(root: Path, names: list[str]) -> None:
    (root / "data").mkdir(parents=True)
    for name in names:
        (root / "data" / name).write_bytes(name.encode())
    listed = [f"data/{name}" for name in names]
    order = tag_file_order(ALGORITHMS)
    assert order[:2] == ("bagit.txt", "bag-info.txt")
    (root / order[0]).write_bytes(DECLARATION)
    oxum = payload_oxum(sum(len(name.encode()) for name in names), len(names))
    tags = [("Source-Organization", "Gemeente\nVoorbeeld"), ("Payload-Oxum", oxum), ("Contact-Name", "A: b")]
    (root / order[1]).write_bytes(bag_info(tags))
    for file_name, algorithm in zip(order[2:], ALGORITHMS * 2, strict=True):
        paths = list(order[:4]) if file_name.startswith("tag") else listed
        lines = [manifest_line(hashlib.new(algorithm, (root / p).read_bytes()).hexdigest(), p) for p in paths]
        (root / file_name).write_bytes(b"".join(lines))


def test_the_library_of_congress_accepts_odd_names(tmp_path: Path) -> None:
    write_bag(tmp_path / "bag", ODD)
    bag = bagit.Bag(str(tmp_path / "bag"))
    bag.validate()
    assert bag.version_info == (1, 0)
    assert bag.info["Source-Organization"] == "Gemeente Voorbeeld"


def test_our_reader_finds_every_file_also_with_percent_signs(tmp_path: Path) -> None:
    names = [*ODD, "a%0Ab.txt", "100%", "%25"]
    write_bag(tmp_path / "bag", names)
    declaration = read_declaration((tmp_path / "bag/bagit.txt").read_bytes())
    assert declaration.faults == ()
    with (tmp_path / "bag/manifest-sha256.txt").open("rb") as stream:
        manifest = read_manifest(stream, "manifest-sha256.txt", ManifestName("sha256", payload=True), declaration)
    assert manifest.faults == ()
    assert list(manifest.entries) == [f"data/{name}" for name in names]
    assert manifest.entries["data/100%"] == hashlib.sha256(b"100%").hexdigest()


def test_only_three_characters_are_encoded() -> None:
    assert encode_path("data/a%0Ab\r\n é&+") == "data/a%250Ab%0D%0A é&+"


@given(st.text())
def test_paths_come_back(path: str) -> None:
    assert decode_path(encode_path(path), (1, 0)) == path
    assert not set(encode_path(path)) & set("\r\n")


@given(st.lists(st.tuples(st.sampled_from(["Contact-Name", "X-Y"]), st.text(st.characters(exclude_categories=["Cs"])))))
def test_tags_come_back_on_one_line(tags: list[tuple[str, str]]) -> None:
    data = bag_info(tags)
    found = read_info(io.BytesIO(data), read_declaration(DECLARATION))
    assert len(data.splitlines()) == len(tags)
    assert [tag.label for tag in found.tags] == [label for label, _ in tags]
    assert found.faults == ()


@pytest.mark.parametrize("label", ["", "a:b", "a\nb", " a"])
def test_our_own_mistakes_in_labels_are_value_errors(label: str) -> None:
    with pytest.raises(ValueError, match="label"):
        info_line(label, "x")


@pytest.mark.parametrize(("checksum", "path"), [("ab", "../x"), ("ab", "/x"), ("", "data/x"), ("AB", "data/x")])
def test_our_own_mistakes_in_lines_are_value_errors(checksum: str, path: str) -> None:
    with pytest.raises(ValueError, match="manifest"):
        manifest_line(checksum, path)

"""Bags with any name that Linux allows: what BagIt calls valid is not held against the bag, in any form."""

import hashlib
import tarfile
import zipfile
from pathlib import Path

import pytest

from depotklaar.api import validate_packages

NOW = "2026-05-01T08:00:00Z"
NAMES = (
    *(
        "a\nb",
        "a\r\nb",
        "a\rb",
        "100%",
        "a%0Ab",
        "a%25b",
        "%",
        "a\tb",
        " voor",
        "na ",
        "a  b",
        "*ster",
        "#hek",
        "~thuis",
    ),
    *(
        "-streep",
        "CON",
        "a:b",
        "a?b",
        'a"b',
        "a'b",
        "punt.",
        "..twee",
        "a\\b",
        "caf\u00e9",
        "cafe\u0301",
        "\u2028",
        "\x85",
    ),
    *(
        "\x01",
        "\x1c",
        "\u202e",
        "\U0001f600",
        "Hoofd",
        "hoofd",
        "x" * 250,
        "\ufeffmark",
        "manifest-md5.txt",
        "bagit.txt",
    ),
)
ENCODED = {"1.0": {"%": "%25", "\r": "%0D", "\n": "%0A"}, "0.97": {"\r": "%0D", "\n": "%0A"}}


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def written(path: str, version: str) -> str:
    return "".join(ENCODED[version].get(sign, sign) for sign in path)


def bag(root: Path, version: str, names: tuple[str, ...]) -> Path:
    """A bag of files with these names, each holding its own name."""
    (root / "data").mkdir(parents=True)
    lines = []
    for name in names:
        (root / "data" / name).write_text(name, "utf-8", newline="")
        lines.append(f"{digest(name.encode())}  {written(f'data/{name}', version)}\n")
    (root / "bagit.txt").write_text(f"BagIt-Version: {version}\nTag-File-Character-Encoding: UTF-8\n", "utf-8")
    (root / "manifest-sha256.txt").write_text("".join(lines), "utf-8", newline="")
    tags = [f"{digest((root / name).read_bytes())}  {name}\n" for name in ("bagit.txt", "manifest-sha256.txt")]
    (root / "tagmanifest-sha256.txt").write_text("".join(tags), "utf-8")
    return root


def said(package: Path) -> set[tuple[str, str | None]]:
    """What the rules for bags find, but for the second opinion of a library with faults of its own."""
    (report,) = validate_packages([package], now=NOW)
    found = {(x.kind.id, x.place.path) for x in report.findings if x.kind.id.startswith(("BAG-", "CONTAINER-"))}
    return {one for one in found if not one[0].startswith("BAG-SECOND-OPINION")}


@pytest.mark.parametrize("version", ["1.0", "0.97"])
def test_all_names_at_once(tmp_path, version):
    names = NAMES if version == "1.0" else tuple(name for name in NAMES if name != "a\nb")
    assert said(bag(tmp_path / "zak", version, names)) == set()


@pytest.mark.parametrize("version", ["1.0", "0.97"])
@pytest.mark.parametrize("name", NAMES)
def test_a_change_under_any_name_is_found(tmp_path, name, version):
    root = bag(tmp_path / "zak", version, (name,))
    assert said(root) == set()
    (root / "data" / name).write_text("iets anders", "utf-8")
    assert said(root) == {("BAG-CHECKSUM", f"data/{name}")}
    (root / "data" / name).unlink()
    assert said(root) == {("BAG-MISSING", next(path for _, path in said(root)))}


def test_in_a_zip_and_a_tar_too(tmp_path):
    names = tuple(name for name in NAMES if "\\" not in name and ":" not in name)
    root = bag(tmp_path / "zak", "1.0", names)
    files = [path for path in sorted(root.rglob("*")) if path.is_file()]
    with zipfile.ZipFile(tmp_path / "zak.zip", "w") as out:
        for path in files:
            out.writestr(zipfile.ZipInfo(f"zak/{path.relative_to(root)}"), path.read_bytes())
    with tarfile.open(tmp_path / "zak.tar", "w") as out:
        for path in files:
            out.add(path, f"zak/{path.relative_to(root)}")
    assert said(tmp_path / "zak.zip") == said(tmp_path / "zak.tar") == set()

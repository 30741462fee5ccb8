"""The changes that a case of the corpus writes down, made in a folder: each by hand, none by a writer of ours."""

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

Change = Mapping[str, Any]


def make_change(root: Path, change: Change) -> None:
    """Make one change below `root`. ValueError when it does not fit what is there, or would leave the folder.

    Its kind is the first of these keys that it has: `remove`, `rename`/`to`, `folder`, `link`/`to`, `add`/`text` or
    `hex`, `append`/`text`, `recode`/`encoding`, `ends`/`with`, `copy`/`to`,
    `file`/`digit`, `file`/`repeat`, and else `file`/`find`/`put`.
    """
    kind = next((name for name in _KINDS if name in change), "put")
    _KINDS[kind](root, change)


def place_in(root: Path, name: str) -> Path:
    """The path of that name below `root`; ValueError when it, or a link on the way, leads outside."""
    path = root / name
    if not path.parent.resolve().is_relative_to(root.resolve()) or ".." in Path(name).parts:
        raise ValueError(f"{name} is not below the package")
    return path


def _file_in(root: Path, name: str) -> Path:
    path = place_in(root, name)
    if path.is_symlink():
        raise ValueError(f"{name} is a link")
    return path


def _remove(root: Path, change: Change) -> None:
    path = place_in(root, change["remove"])
    shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()


def _rename(root: Path, change: Change) -> None:
    target = place_in(root, change["to"])
    target.parent.mkdir(parents=True, exist_ok=True)
    place_in(root, change["rename"]).rename(target)


def _folder(root: Path, change: Change) -> None:
    place_in(root, change["folder"]).mkdir(parents=True)


def _link(root: Path, change: Change) -> None:
    place_in(root, change["link"]).symlink_to(change["to"])


def _add(root: Path, change: Change) -> None:
    path = _file_in(root, change["add"])
    path.parent.mkdir(parents=True, exist_ok=True)
    data = bytes.fromhex(change["hex"]) if "hex" in change else change["text"].encode(change.get("encoding", "utf-8"))
    path.write_bytes(data * change.get("times", 1))


def _append(root: Path, change: Change) -> None:
    with _file_in(root, change["append"]).open("ab") as file:
        file.write(change["text"].encode())


def _recode(root: Path, change: Change) -> None:
    path = _file_in(root, change["recode"])
    path.write_bytes(path.read_bytes().decode("utf-8").encode(change["encoding"]))


def _ends(root: Path, change: Change) -> None:
    """Put other line ends."""
    path = _file_in(root, change["ends"])
    path.write_bytes(path.read_bytes().replace(b"\n", change["with"].encode()))


def _copy(root: Path, change: Change) -> None:
    target = _file_in(root, change["to"])
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(_file_in(root, change["copy"]), target)


def _digit(root: Path, change: Change) -> None:
    """Put another first digit in an element."""
    path = _file_in(root, change["file"])
    text = path.read_bytes().decode("utf-8")
    start = text.index(f"<{change['digit']}>") + len(change["digit"]) + 2
    other = "0" if text[start] != "0" else "1"
    path.write_bytes(f"{text[:start]}{other}{text[start + 1 :]}".encode())


def _repeat(root: Path, change: Change) -> None:
    """Write the line with a text once more at the end, with `other` its first character another."""
    path = _file_in(root, change["file"])
    data = path.read_bytes().decode("utf-8")
    line = next((line for line in data.splitlines() if change["repeat"] in line), None)
    if line is None:
        raise ValueError(f"{change['repeat']!r} is not in {change['file']}")
    if change.get("other"):
        line = ("0" if line[0] != "0" else "1") + line[1:]
    path.write_bytes(f"{data}{line}\n".encode())


def _put(root: Path, change: Change) -> None:
    """Put one text in the place of the first occurrence of another."""
    path = _file_in(root, change["file"])
    text = path.read_bytes().decode("utf-8")
    if change["find"] not in text:
        raise ValueError(f"{change['find']!r} is not in {change['file']}")
    path.write_bytes(text.replace(change["find"], change["put"] * change.get("times", 1), 1).encode())


_KINDS: Mapping[str, Callable[[Path, Change], None]] = {
    "remove": _remove,
    "rename": _rename,
    "folder": _folder,
    "link": _link,
    "add": _add,
    "append": _append,
    "recode": _recode,
    "ends": _ends,
    "copy": _copy,
    "digit": _digit,
    "repeat": _repeat,
    "put": _put,
}

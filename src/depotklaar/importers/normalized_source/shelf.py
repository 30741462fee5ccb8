"""Where in a tree the normalized conversations lie, and which other files belong to each of them."""

import re
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from depotklaar.standards.conversation.forms import FORMAT
from depotklaar.standards.conversation.strictness import Encoding
from depotklaar.storage.tree import Tree

NAMES = ("conversation.jsonl", "conversation.json")
MEDIA = "media"
_HEAD = 1 << 16
_OBJECT = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{")
_WHOLE = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"schema"')


@dataclass(slots=True)
class Place:
    """One conversation in a tree: its file, the folder that paths are relative to, and the files in that folder.

    `folder` is empty or ends in a slash. `files` leads from the name of each other file to its size in bytes.
    """

    name: str
    folder: str
    encoding: Encoding
    files: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Shelf:
    """The conversations of a tree, by name, and the files that lie in the folder of none of them."""

    places: tuple[Place, ...]
    outside: tuple[str, ...]
    twins: tuple[str, ...]


def begins_as_conversation(tree: Tree, name: str) -> bool:
    """Whether a file starts as an object and names the format in its first 64 KiB."""
    with tree.open(name) as stream:
        head = stream.read(_HEAD)
    return _OBJECT.match(head) is not None and FORMAT.encode() in head


def find_conversations(tree: Tree) -> list[str]:
    """Return the files that are conversations by their content.

    In a folder or archive they are called conversation.jsonl or conversation.json; when none is called that, any
    .jsonl or .json that starts as one counts. Whatever lies in a folder `media` is an attachment, never a source.
    """
    if tree.container == "file":
        return [entry.name for entry in tree.entries() if begins_as_conversation(tree, entry.name)]
    named = _candidates(tree, NAMES)
    if named:
        return named if any(begins_as_conversation(tree, name) for name in named) else []
    return [name for name in _candidates(tree, (".jsonl", ".json")) if begins_as_conversation(tree, name)]


def survey(tree: Tree, names: list[str]) -> Shelf:
    """Divide the files of a tree over its conversations; `twins` are folders with two encodings of one conversation."""
    places = {name: Place(name, _folder(name), _encoding(tree, name)) for name in names}
    by_folder: dict[str, list[Place]] = {}
    for place in places.values():
        by_folder.setdefault(place.folder, []).append(place)
    outside = []
    for entry in tree.entries():
        if entry.name in places:
            continue
        owners = _owners(entry.name, by_folder)
        for place in owners:
            place.files[entry.name] = entry.size
        if not owners:
            outside.append(entry.name)
    twins = [folder for folder, held in by_folder.items() if len(held) > 1 and tree.container != "file"]
    return Shelf(tuple(places.values()), tuple(outside), tuple(twins))


def _candidates(tree: Tree, ends: tuple[str, ...]) -> list[str]:
    found = []
    for entry in tree.entries():
        *folders, base = entry.name.split("/")
        fits = base in ends or (ends is not NAMES and base.lower().endswith(ends))
        if fits and MEDIA not in folders:
            found.append(entry.name)
    return found


def _owners(name: str, by_folder: dict[str, list[Place]]) -> list[Place]:
    """The conversations whose folder lies nearest above a file."""
    folder = _folder(name)
    while folder not in by_folder:
        if not folder:
            return []
        folder = _folder(folder.rstrip("/"))
    return by_folder[folder]


def _folder(name: str) -> str:
    parent = str(PurePosixPath(name).parent)
    return "" if parent == "." else f"{parent}/"


def _encoding(tree: Tree, name: str) -> Encoding:
    if name.lower().endswith(".jsonl"):
        return "jsonl"
    if name.lower().endswith(".json"):
        return "json"
    with tree.open(name) as stream:
        return "json" if _WHOLE.match(stream.read(_HEAD)) else "jsonl"

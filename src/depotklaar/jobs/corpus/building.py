"""Makes the package of one case of the corpus: the base that was typed by hand, and how the case differs from it."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from depotklaar.errors import Problem, SourceError
from depotklaar.jobs.corpus.case import CorpusCase
from depotklaar.jobs.corpus.changes import make_change, place_in
from depotklaar.jobs.corpus.closing import make_bag, pack, seal_bag, write_note
from depotklaar.language import Text

_DEFAULT_NAME = "pakket-1"
_UNBUILT = Text("dit geval is niet te maken: {reason}", "this case cannot be made: {reason}")
_MEND = Text("Vergelijk het met de README van het corpus.", "Compare it with the README of the corpus.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """A package on disk: a folder, zip or tar, and the pakbon beside it (None: it has none)."""

    package: Path
    pakbon: Path | None


def build_case(corpus: Path, case: CorpusCase, folder: Path) -> Built:
    """Make the package of a case in a folder that is there. SourceError when the recipe does not fit the base."""
    try:
        return _build(corpus, case.recipe, folder)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, LookupError) as error:
        reason = f"{type(error).__name__} {error}"
        raise SourceError(Problem(place=case.id, text=_UNBUILT.fill(reason=reason), hint=_MEND)) from error


def _build(corpus: Path, recipe: Mapping[str, Any], folder: Path) -> Built:
    form, bag, name = recipe.get("form", "folder"), recipe.get("kind") == "bag", recipe.get("name", _DEFAULT_NAME)
    root = place_in(folder, name)
    shutil.copytree(place_in(corpus, recipe.get("base", "base")), root / "data" if bag else root)
    for change in recipe.get("change", ()):
        make_change(root, change)
    if bag:
        make_bag(root, recipe.get("manifest", "sha256"), recipe.get("info", ""))
        for change in recipe.get("bag_change", ()):
            make_change(root, change)
        seal_bag(root, recipe.get("tag_encoding", "utf-8"))
    package = root if form == "folder" else pack(root, form, recipe.get("beside", {}), recipe.get("inner", name))
    pakbon = write_note(package, root, bag=bag) if recipe.get("pakbon") else None
    for change in recipe.get("tamper", ()):
        make_change(root if form == "folder" else folder, change)
    for change in recipe.get("tamper_note", ()):
        make_change(folder, {"file": f"{name}.pakbon.xml", **change})
    if package != root:
        shutil.rmtree(root)
    _harm(package, recipe)
    return Built(package=package, pakbon=pakbon)


def _harm(package: Path, recipe: Mapping[str, Any]) -> None:
    """Cut bytes off the end, and flip a bit of a text."""
    if "truncate" in recipe:
        data = package.read_bytes()
        package.write_bytes(data[: len(data) - recipe["truncate"]])
    if "damage" in recipe:
        data = package.read_bytes()
        at = data.index(recipe["damage"].encode())
        package.write_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])

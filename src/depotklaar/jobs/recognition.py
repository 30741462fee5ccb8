"""Recognition: which importer reads a source, and which sources a folder holds."""

from collections.abc import Mapping
from pathlib import Path

from depotklaar.errors import Problem, SourceError, UsageError
from depotklaar.importers.interface import Importer
from depotklaar.language import Text
from depotklaar.storage.tree import Tree


def recognise(tree: Tree, name: str, importers: Mapping[str, Importer], wanted: str | None) -> Importer:
    """Return the one importer that knows this content, or the one that was asked for; else raise SourceError."""
    if wanted is not None:
        return _by_name(importers, wanted)
    known = [importer for importer in importers.values() if importer.recognises(tree)]
    if len(known) == 1:
        return known[0]
    names = ", ".join(importer.name for importer in (known or importers.values()))
    if known:
        text = Text(
            f"meer dan één importer herkent deze bron: {names}", f"more than one importer recognises this: {names}"
        )
    else:
        text = Text(
            f"geen importer herkent de inhoud van deze bron (bekend zijn: {names})",
            f"no importer recognises the content of this source (known are: {names})",
        )
    hint = Text(
        'Kies er zelf een met importer = "..." in de [[bron]] of met --importer, of controleer of dit het export'
        "bestand is.",
        'Choose one yourself with importer = "..." in the [[bron]] or with --importer, or check that this is the'
        " export file.",
    )
    raise SourceError(Problem(place=name, text=text, hint=hint))


def _by_name(importers: Mapping[str, Importer], wanted: str) -> Importer:
    if wanted in importers:
        return importers[wanted]
    raise UsageError(
        Problem(
            place="importer",
            text=Text(f"er is geen importer {wanted!r}", f"there is no importer {wanted!r}"),
            hint=Text(f"Bekend zijn: {', '.join(importers)}.", f"Known are: {', '.join(importers)}."),
        )
    )


def sources_in(path: Path) -> list[Path]:
    """Return the source itself, or its folders when it is a shelf: a folder that holds nothing but folders."""
    if not path.is_dir():
        return [path]
    entries = sorted(path.iterdir(), key=lambda entry: entry.name)
    if entries and all(entry.is_dir() and not entry.is_symlink() for entry in entries):
        return entries
    return [path]

"""Normalise: writes the conversations of a source in our own form, one folder each, words and media."""

import dataclasses
from collections.abc import Mapping, Sequence
from pathlib import Path

from depotklaar.arrangement.naming import digest_of, safe_extension, slug
from depotklaar.errors import Problem, SourceError
from depotklaar.importers.interface import ImportedConversation, Importer, ImportOptions
from depotklaar.jobs.recognition import recognise
from depotklaar.language import Text
from depotklaar.model.conversation import Head
from depotklaar.model.progress import Progress
from depotklaar.standards.conversation.writer import write_jsonl
from depotklaar.storage.apart import keep_apart
from depotklaar.storage.guard import printable
from depotklaar.storage.intake import Digests, take_in_many
from depotklaar.storage.opening import open_tree
from depotklaar.storage.staging import Staging
from depotklaar.storage.tree import Limits, Tree

FILE = "conversation.jsonl"
READING = Text("bronnen lezen", "reading sources")
_TWICE = Text(
    "dit gesprek heeft hetzelfde kenmerk als een gesprek in een eerdere bron",
    "this conversation has the same mark as one in an earlier source",
)
_APART = Text(
    "Noem elk gesprek één keer. Zijn het er twee, lees ze dan elk naar een eigen map in.",
    "Name each conversation once. If they are two, import each into a folder of its own.",
)


def import_all(
    sources: Sequence[tuple[Path, ImportOptions]],
    out: Path,
    importers: Mapping[str, Importer],
    wanted: str | None,
    limits: Limits,
    progress: Progress,
    *,
    replace: bool = False,
) -> list[Path]:
    """Write every conversation of every source below `out`, all of them or none; return their folders.

    SourceError holds every fault of every source. WriteError when a folder is there already (without `replace`), or
    when `out` lies inside a source.
    """
    keep_apart(out, [path for path, _ in sources])
    with Staging.open(out, "import", replace=replace) as staging:
        folders: list[Path] = []
        problems: list[Problem] = []
        progress.started(READING, items=len(sources))
        for path, options in sources:
            try:
                with open_tree(path, limits) as tree:
                    importer = recognise(tree, str(path), importers, wanted)
                    folders += [_write(tree, imported, staging.path) for imported in importer.read(tree, options)]
            except SourceError as error:
                problems.extend(error.problems)
            progress.advanced(items=1)
        progress.finished()
        if problems:
            raise SourceError(problems)
        staging.commit([(folder, out / folder.name) for folder in folders])
    return [out / folder.name for folder in folders]


def _write(tree: Tree, imported: ImportedConversation, folder: Path) -> Path:
    conversation = imported.head.conversation
    title = slug(conversation.display or conversation.platform, 40)
    target = folder / f"{title}-{digest_of(conversation.platform, conversation.id, length=8)}"
    if target.exists():
        raise SourceError(Problem(place=printable(str(tree.path)), text=_TWICE, hint=_APART))
    (target / "media").mkdir(parents=True)
    present = [a for a in imported.head.attachments if a.id in imported.media]
    entries = [imported.media[a.id] for a in present]
    paths = [f"media/{number:06d}{safe_extension(name)}" for number, name in enumerate(entries, start=1)]
    digests = take_in_many(tree, [(name, target / path) for name, path in zip(entries, paths, strict=True)])
    facts = {a.id: (path, found) for a, path, found in zip(present, paths, digests, strict=True)}
    with (target / FILE).open("xb") as out:
        lines = (event_line.line for event_line in imported.events)
        write_jsonl(out, _with_places(imported.head, facts), lines, imported.findings)
    return target


def _with_places(head: Head, facts: Mapping[str, tuple[str, Digests]]) -> Head:
    """The head with, for each attachment that is here, its place beside the words, its size and its hash."""
    attachments = tuple(
        dataclasses.replace(a, path=facts[a.id][0], size=facts[a.id][1].size, sha256=facts[a.id][1].values["sha256"])
        if a.id in facts
        else a
        for a in head.attachments
    )
    return dataclasses.replace(head, attachments=attachments)

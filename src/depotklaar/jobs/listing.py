"""Selection lists: shown, checked, and made from the sources in which others publish them."""

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from depotklaar.errors import Problem, ProfileError, SourceError, UsageError
from depotklaar.importers.lists.interface import ImportedList, ListImporter, ListOptions
from depotklaar.language import Text
from depotklaar.model.selectielijst import Selectielijst
from depotklaar.profiles.document import document_of
from depotklaar.profiles.fault import quoted, refuse, suggestion
from depotklaar.profiles.list_counts import ListCounts
from depotklaar.profiles.list_draft import selection_list_text
from depotklaar.profiles.list_rules import SELECTION_SCHEMA, inner_faults
from depotklaar.profiles.lists import read_selection_list
from depotklaar.resources import list_names
from depotklaar.storage.apart import keep_apart
from depotklaar.storage.guard import printable
from depotklaar.storage.staging import Staging

_NO_CODE = Text("er is geen categorie met code {code}", "there is no category with code {code}")
_NO_ACTOR = Text("geen regel van deze lijst noemt actor {actor}", "no line of this list names actor {actor}")
_NOT_KNOWN = Text(
    "geen importer van lijsten herkent deze bron (bekend zijn: {names})",
    "no importer of lists recognises this source (known are: {names})",
)
_CHOOSE = Text(
    "Kijk in docs/selectielijsten.md welke vorm een bron moet hebben, of kies er een met --importer.",
    "See docs/selectielijsten.md for the form of a source, or choose one with --importer.",
)
_NOT_THERE = Text("bestaat niet", "does not exist")
_CHECK_NAME = Text("Controleer de naam en de map.", "Check the name and the folder.")
_NO_IMPORTER = Text("er is geen importer {name}", "there is no importer {name}")
_KNOWN = Text("Bekend zijn: {names}.", "Known are: {names}.")
_SAME_NAME = Text("twee lijsten krijgen dezelfde naam: {name}", "two lists get the same name: {name}")
_NAME_THEM = Text("Lees ze een voor een in, met --name.", "Import them one by one, with --name.")
_IMPOSSIBLE = Text("de lijst is niet als TOML te schrijven", "the list cannot be written as TOML")
_SPOILT = Text("Verwijder tekens die geen tekst zijn uit de bron.", "Remove characters that are no text.")


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenList:
    """One list that was written: where, its name and title, and what was understood of it."""

    path: Path
    name: str
    title: str
    counts: ListCounts


def every_list() -> list[Selectielijst]:
    """The lists that come along, by name."""
    return [read_selection_list(name, None) for name in list_names()]


def show_list(name_or_path: str, code: str | None, actor: str | None) -> Selectielijst:
    """Read a list and keep the entries of a code and of an actor (those of no actor too); None keeps all.

    ProfileError when the list is wrong, UsageError when it has no such code or actor.
    """
    lijst = read_selection_list(name_or_path, None)
    entries = [entry for entry in lijst.entries if code in (None, entry.code)]
    if not entries:
        hint = suggestion(str(code), {entry.code for entry in lijst.entries})
        raise UsageError(Problem(place=name_or_path, text=_NO_CODE.fill(code=quoted(code)), hint=hint))
    actors = {entry.actor for entry in lijst.entries if entry.actor is not None}
    if actor is not None and actor not in actors:
        hint = suggestion(actor, actors)
        raise UsageError(Problem(place=name_or_path, text=_NO_ACTOR.fill(actor=quoted(actor)), hint=hint))
    kept = tuple(entry for entry in entries if actor is None or entry.actor in (None, actor))
    return dataclasses.replace(lijst, entries=kept)


def import_lists(
    sources: Sequence[Path],
    out: Path,
    importers: Mapping[str, ListImporter],
    wanted: str | None,
    options: ListOptions,
    *,
    replace: bool = False,
) -> list[WrittenList]:
    """Write each list of the sources as `<name>.toml` in `out`, all of them or none.

    SourceError holds every fault of the sources, UsageError when there is no importer of that name, WriteError when a
    file is there already (without `replace`) or the disk refuses.
    """
    keep_apart(out, sources)
    _refuse_missing(sources)
    importer = _chosen(sources, importers, wanted)
    found = list(importer.read(sources, options))
    _refuse_one_name(sources, found)
    texts = {f"{one.lijst.name}.toml": _text(sources, one) for one in found}
    with Staging.open(out, "lists", replace=replace, targets=list(texts)) as staging:
        for name, text in texts.items():
            (staging.path / name).write_text(text, encoding="utf-8", newline="\n")
        staging.commit([(staging.path / name, out / name) for name in texts])
    return [
        WrittenList(path=out / name, name=one.lijst.name, title=one.lijst.title, counts=one.counts)
        for name, one in zip(texts, found, strict=True)
    ]


def _refuse_missing(sources: Sequence[Path]) -> None:
    missing = [printable(str(source)) for source in sources if not source.exists()]
    if missing:
        raise SourceError([Problem(place=place, text=_NOT_THERE, hint=_CHECK_NAME) for place in missing])


def _chosen(sources: Sequence[Path], importers: Mapping[str, ListImporter], wanted: str | None) -> ListImporter:
    names = ", ".join(importers)
    if wanted is not None:
        if wanted in importers:
            return importers[wanted]
        text = _NO_IMPORTER.fill(name=quoted(wanted))
        raise UsageError(Problem(place="--importer", text=text, hint=_KNOWN.fill(names=names)))
    for importer in importers.values():
        if importer.recognises(sources):
            return importer
    place = ", ".join(printable(str(source)) for source in sources)
    raise SourceError(Problem(place=place, text=_NOT_KNOWN.fill(names=names), hint=_CHOOSE))


def _refuse_one_name(sources: Sequence[Path], found: Sequence[ImportedList]) -> None:
    names = [one.lijst.name for one in found]
    double = [name for name in dict.fromkeys(names) if names.count(name) > 1]
    if double:
        place = printable(str(sources[0]))
        raise SourceError([Problem(place=place, text=_SAME_NAME.fill(name=name), hint=_NAME_THEM) for name in double])


def _text(sources: Sequence[Path], one: ImportedList) -> str:
    """The list as TOML that reads back without faults; SourceError tells what in the source is against that."""
    place = printable(str(sources[0]))
    try:
        text = selection_list_text(one.lijst)
    except ValueError as error:
        raise SourceError(Problem(place=place, text=_IMPOSSIBLE, hint=_SPOILT)) from error
    try:
        document = document_of(text.encode("utf-8"), f"{one.lijst.name}.toml", SELECTION_SCHEMA)
        refuse(document.file, [*document.faults, *inner_faults(document.data)])
    except ProfileError as error:
        raise SourceError(
            [dataclasses.replace(problem, place=f"{place}: {problem.place}") for problem in error.problems]
        ) from error
    return text

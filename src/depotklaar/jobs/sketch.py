"""Sketch: a first look at a source, for the delivery file that is still to be written."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from depotklaar.arrangement.days import DEFAULT_ZONE, local_day
from depotklaar.errors import Problem, SourceError
from depotklaar.importers.interface import ImportedConversation, Importer, ImportOptions
from depotklaar.jobs.recognition import recognise
from depotklaar.language import Text
from depotklaar.model.conversation import Participant
from depotklaar.model.event import Event
from depotklaar.model.progress import Progress
from depotklaar.storage.opening import open_tree
from depotklaar.storage.tree import Limits

LOOKING = Text("bronnen bekijken", "looking at sources")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketch:
    """What a source holds at first sight: titles, whose copy it is, and from when to when; None is not known.

    `date_order_undecided` says that the source can only be read once a person states the order of its dates.
    """

    titles: tuple[str, ...]
    custodian: str | None
    first: dt.date | None
    last: dt.date | None
    date_order_undecided: bool = False


def sketch_all(
    sources: Sequence[tuple[Path, ImportOptions]], importers: Mapping[str, Importer], limits: Limits, progress: Progress
) -> list[Sketch]:
    """Look at every source. SourceError holds every fault of every source."""
    problems: list[Problem] = []
    sketches: list[Sketch] = []
    progress.started(LOOKING, items=len(sources))
    for path, options in sources:
        try:
            sketches.append(_sketch(path, options, importers, limits))
        except SourceError as error:
            problems.extend(error.problems)
        progress.advanced(items=1)
    progress.finished()
    if problems:
        raise SourceError(problems)
    return sketches


def _sketch(path: Path, options: ImportOptions, importers: Mapping[str, Importer], limits: Limits) -> Sketch:
    """Look at a source; when only the order of its dates stands in the way, say so instead of failing."""
    try:
        return _look(path, options, importers, limits)
    except SourceError as error:
        if options.date_order is not None:
            raise
        try:
            provisional = _look(path, replace(options, date_order="dmy"), importers, limits)
        except SourceError:
            raise error from None
        return replace(provisional, first=None, last=None, date_order_undecided=True)


def _look(path: Path, options: ImportOptions, importers: Mapping[str, Importer], limits: Limits) -> Sketch:
    titles: list[str] = []
    custodian: str | None = None
    days: list[dt.date] = []
    with open_tree(path, limits) as tree:
        reader = recognise(tree, str(path), importers, None)
        for imported in reader.read(tree, options):
            conversation = imported.head.conversation
            titles.append(conversation.display or conversation.id)
            custodian = custodian or _custodian(imported)
            days = _widened(days, imported, options.zone or DEFAULT_ZONE)
    return Sketch(
        titles=tuple(titles), custodian=custodian, first=days[0] if days else None, last=days[-1] if days else None
    )


def _custodian(imported: ImportedConversation) -> str | None:
    """The name of whose copy this is; None when the source only has a word such as "you" for its holder."""
    wanted = imported.head.conversation.custodian
    named = (p for p in imported.head.participants if p.id == wanted)
    return next((p.display for p in named if not _is_self_word(p)), None)


def _is_self_word(participant: Participant) -> bool:
    return any(label.value == participant.display and label.kind == "self_word" for label in participant.labels)


def _widened(days: list[dt.date], imported: ImportedConversation, zone: str) -> list[dt.date]:
    """First and last day of what was seen so far."""
    for event_line in imported.events:
        if isinstance(event_line.record, Event):
            day = local_day(event_line.record, zone)
            if day is not None:
                days = [min(days[0], day), max(days[-1], day)] if days else [day, day]
    return days

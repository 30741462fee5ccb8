"""Gathers all sources of a delivery: prepares each, and sees to it that no two conversations are taken for one."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from depotklaar.errors import DepotklaarError, PlanError, Problem, SourceError
from depotklaar.importers.interface import Importer, ImportOptions
from depotklaar.jobs.characterise import Identify
from depotklaar.jobs.handling import handling_of
from depotklaar.jobs.prepare import PreparedSource, SourceTask, prepare_source
from depotklaar.jobs.recognition import sources_in
from depotklaar.jobs.workers import Workers
from depotklaar.language import Text
from depotklaar.model.delivery import Aanlevering, Bron
from depotklaar.model.mark import mark_key
from depotklaar.model.plan import PreparedConversation
from depotklaar.model.progress import Progress
from depotklaar.storage.tree import Limits

READING = Text("bronnen lezen", "reading sources")


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathering:
    """What is needed to gather. `copy` is False for a dry run."""

    aanlevering: Aanlevering
    importers: Callable[[], Mapping[str, Importer]]
    folder: Path
    identify: Identify
    algorithms: tuple[str, ...]
    limits: Limits
    copy: bool

    def tasks(self) -> Iterator[SourceTask]:
        """One task for each source; a folder of folders counts as that many sources."""
        number = 0
        for bron in self.aanlevering.bronnen:
            root = Path(self.aanlevering.folder, bron.pad)
            for path in sources_in(root):
                number += 1
                stated = root.name if Path(bron.pad).is_absolute() else bron.pad.rstrip("/")
                name = stated if path == root else f"{stated}/{path.name}"
                yield self._task(bron, path, name, number)

    def _task(self, bron: Bron, path: Path, name: str, number: int) -> SourceTask:
        delivery = self.aanlevering
        return SourceTask(
            path=path,
            name=name,
            folder=self.folder / f"{number:06d}",
            options=ImportOptions(
                source_name=name,
                custodian=bron.houder,
                zone=bron.tijdzone,
                date_order=bron.datumvolgorde,
                captured_at=bron.geexporteerd_op.isoformat() if bron.geexporteerd_op else None,
                identity=bron.kenmerk,
                known_as=self._known_as(bron.houder),
            ),
            importers=self.importers,
            importer=bron.importer,
            handling=handling_of(delivery),
            identify=self.identify,
            algorithms=self.algorithms,
            limits=self.limits,
            copy=self.copy,
            media=Path(delivery.folder, bron.media) if bron.media is not None else None,
        )

    def _known_as(self, holder: str | None) -> tuple[str, ...]:
        if holder is None:
            return ()
        key = mark_key(holder)
        marks: dict[str, None] = {}
        for functionary in self.aanlevering.functionarissen:
            own = (functionary.naam, *functionary.herkend_aan)
            if key in {mark_key(mark) for mark in own}:
                marks.update(dict.fromkeys(own))
        return tuple(marks)


def gather(gathering: Gathering, workers: Workers, progress: Progress) -> Iterator[PreparedSource]:
    """Yield the prepared sources in order. Raises at the end, with every fault of every source together."""
    problems: list[Problem] = []
    seen: dict[str, str] = {}
    hashes: dict[str, str] = {}
    progress.started(READING)
    for result in workers.map(_prepared_or_error, gathering.tasks()):
        if isinstance(result, DepotklaarError):
            problems.extend(result.problems)
            continue
        for conversation in result.conversations:
            problems.extend(_twice(conversation, seen))
            problems.extend(_same_file(conversation, hashes))
        progress.advanced(items=1, size=sum(map(_size, result.conversations)))
        if not problems:
            yield result
    progress.finished()
    if problems:
        raise SourceError(problems)


def _prepared_or_error(task: SourceTask) -> PreparedSource | DepotklaarError:
    try:
        return prepare_source(task)
    except SourceError as error:
        return error


def _size(conversation: PreparedConversation) -> int:
    return sum(file.size for file in conversation.staged.values())


def _twice(conversation: PreparedConversation, seen: dict[str, str]) -> Iterator[Problem]:
    identity = conversation.head.conversation.id
    if identity in seen:
        yield Problem(
            place=conversation.source,
            text=Text(
                f"dit gesprek heeft hetzelfde kenmerk ({identity}) als dat in {seen[identity]}",
                f"this conversation has the same identity ({identity}) as that in {seen[identity]}",
            ),
            hint=Text(
                "Zijn het twee gesprekken met dezelfde naam, geef dan een van beide een eigen kenmerk in de [[bron]]"
                ' (kenmerk = "..."); is het hetzelfde gesprek, laat dan één export weg.',
                "If these are two conversations of one name, give one of them its own mark in the [[bron]]"
                ' (kenmerk = "..."); if it is the same conversation, leave one export out.',
            ),
        )
    seen.setdefault(identity, conversation.source)


def _same_file(conversation: PreparedConversation, hashes: dict[str, str]) -> Iterator[Problem]:
    for name, sha256 in conversation.balance.originals:
        if sha256 in hashes:
            yield Problem(
                place=conversation.source,
                text=Text(
                    f"{name} is byte voor byte gelijk aan een bestand in {hashes[sha256]}",
                    f"{name} is byte for byte the same as a file in {hashes[sha256]}",
                ),
                hint=Text("Lever elke export één keer aan.", "Deliver every export once."),
            )
        hashes.setdefault(sha256, conversation.source)


def nothing_left(aanlevering: Aanlevering) -> PlanError:
    """The error for a delivery of which everything was left out."""
    return PlanError(
        Problem(
            place=aanlevering.id,
            text=Text(
                "na de uitsluitingen en de periode blijft geen enkel bericht over",
                "after the exclusions and the period no message is left",
            ),
            hint=Text("Controleer [periode] en [[uitsluiting]].", "Check [periode] and [[uitsluiting]]."),
        )
    )

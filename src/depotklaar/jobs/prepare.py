"""Prepare: reads a source, selects, cuts its conversations in units, takes in what is kept; it never changes it."""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from depotklaar.appraisal.conflicts import Conflict
from depotklaar.appraisal.selection import QUOTES, UNMENTIONED, Ground, Selector
from depotklaar.arrangement.days import DEFAULT_ZONE, local_day
from depotklaar.arrangement.naming import safe_extension
from depotklaar.arrangement.people import with_functions
from depotklaar.importers.interface import ImportedConversation, Importer, ImportOptions
from depotklaar.jobs.characterise import Identify, characterise_prepared
from depotklaar.jobs.handling import Handling, Watch
from depotklaar.jobs.measured import check_declared, with_facts
from depotklaar.jobs.recognition import recognise
from depotklaar.jobs.sorting import UnitSorter
from depotklaar.jobs.withholding import Withholder
from depotklaar.model.conversation import SourceFinding
from depotklaar.model.event import Event
from depotklaar.model.finding import Finding, Place
from depotklaar.model.plan import PreparedConversation, StagedFile, Unit
from depotklaar.model.report import Balance
from depotklaar.standards.conversation.writer import encode_record
from depotklaar.storage.intake import Digests, take_in_many
from depotklaar.storage.joined import open_with_media
from depotklaar.storage.opening import open_tree
from depotklaar.storage.tree import Limits, Tree


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceTask:
    """Everything that a worker needs to prepare one source. `copy` is False for a dry run, which only reads.

    `media` is the folder of media that do not lie with the source, None when they do.
    """

    path: Path
    name: str
    folder: Path
    options: ImportOptions
    importers: Callable[[], Mapping[str, Importer]]
    importer: str | None
    handling: Handling
    identify: Identify
    algorithms: tuple[str, ...]
    limits: Limits
    copy: bool
    media: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedSource:
    """The conversations of one source and what the archivist must know of their selection.

    `effective` holds the places, in the delivery file, of the exclusions on which something was left out, `conflicts`
    what a hold kept that would have been left out.
    """

    conversations: tuple[PreparedConversation, ...]
    findings: tuple[Finding, ...]
    effective: frozenset[int]
    conflicts: tuple[Conflict, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sorted:
    """A conversation cut in units, with what the account needs of it."""

    imported: ImportedConversation
    units: tuple[Unit, ...]
    sorter: UnitSorter
    present: Mapping[str, str]
    folder: Path
    withheld: int

    def unmentioned(self) -> list[str]:
        """The attachments that the source holds and no message mentions."""
        mentioned = {attachment for unit in self.units for attachment in unit.attachments}
        return [a for a in self.present if a not in mentioned and a not in self.sorter.grounds]


def prepare_source(task: SourceTask) -> PreparedSource:
    """Read one source whole. Raises SourceError with every fault that could be known."""
    task.folder.mkdir(parents=True)
    findings: list[Finding] = []
    effective: set[int] = set()
    conflicts: list[Conflict] = []
    with open_with_media(task.path, task.media, task.limits) as tree:
        importer = recognise(tree, task.name, task.importers(), task.importer)
        parted: list[_Sorted] = []
        for number, imported in enumerate(importer.read(tree, task.options), start=1):
            folder = task.folder / f"{number:05d}"
            folder.mkdir()
            watch = task.handling.watch(imported.head, task.options.custodian)
            selector = watch.selector()
            parted.append(_sort(task, imported, folder, watch, selector))
            findings.extend((*selector.findings(), *_withheld(parted[-1])))
            effective |= selector.effective
            conflicts.extend(selector.conflicts)
        whole = all(not part.sorter.left_out for part in parted)
        conversations = tuple(
            characterise_prepared(_take_in(task, tree, importer.name, part, whole, len(parted) == 1), task.identify)
            for part in parted
        )
    return PreparedSource(
        conversations=conversations,
        findings=tuple(findings),
        effective=frozenset(effective),
        conflicts=tuple(conflicts),
    )


def _sort(task: SourceTask, imported: ImportedConversation, folder: Path, watch: Watch, selector: Selector) -> _Sorted:
    head = imported.head
    zone = task.options.zone or DEFAULT_ZONE
    sorter = UnitSorter(
        head,
        folder,
        serie_on=watch.finder.serie_on,
        slot_of=watch.slot_of,
        undated_apart=watch.is_dated,
        encode_gap=encode_record,
    )
    withholder = Withholder(head, selector.people)
    noted = 0
    for event_line in imported.events:
        record = event_line.record
        if not isinstance(record, Event):
            sorter.pass_gap(record, event_line.line)
            continue
        day = local_day(record, zone)
        ground = selector.decide(record, day)
        if ground is None:
            marks = watch.marks_on(record, day)
            sorter.keep(*withholder.cleared(record, event_line.line), day, marks)
        else:
            sorter.leave_out(record, ground)
            withholder.leave_out(record)
        while noted < len(imported.findings):
            _note(sorter, imported.findings[noted], record)
            noted += 1
    present = {a.id: imported.media[a.id] for a in head.attachments if a.presence == "present"}
    units = sorter.finish(frozenset(present))
    return _Sorted(
        imported=imported, units=units, sorter=sorter, present=present, folder=folder, withheld=withholder.count
    )


def _withheld(part: _Sorted) -> Iterator[Finding]:
    """What stays out because messages do: the words that others quote of them, and the files that nobody mentions."""
    display = part.imported.head.conversation.display or part.imported.head.conversation.id
    files = part.unmentioned() if part.sorter.left_out else []
    if files:
        part.sorter.leave_files(len(files))
    for kind, count in ((QUOTES, part.withheld), (UNMENTIONED, len(files))):
        if count:
            yield Finding(kind=kind, place=Place(path=display), params={"conversation": display, "count": count})


def _note(sorter: UnitSorter, finding: SourceFinding, event: Event) -> None:
    if finding.event == event.id:
        sorter.note(finding)


def _take_in(
    task: SourceTask, tree: Tree, importer: str, part: _Sorted, whole: bool, only: bool
) -> PreparedConversation:
    """Copy and hash what is kept, in one read; hash the delivered originals, and keep them if nothing was left out."""
    mentioned = {attachment for unit in part.units for attachment in unit.attachments}
    strays = () if part.sorter.left_out else tuple(part.unmentioned())
    kept = [a for a in part.present if a in mentioned or a in strays]
    jobs = [(part.present[a], part.folder / f"{n:06d}{safe_extension(part.present[a])}") for n, a in enumerate(kept)]
    digests = take_in_many(tree, [(name, path if task.copy else None) for name, path in jobs], task.algorithms)
    staged = {
        attachment: _staged(name, path if task.copy else None, digest)
        for attachment, (name, path), digest in zip(kept, jobs, digests, strict=True)
    }
    check_declared(task.name, part.imported.head, staged)
    originals = _originals(task, tree, part, whole, only)
    return PreparedConversation(
        head=with_functions(with_facts(part.imported.head, staged, originals), task.handling.functionaries),
        source=task.name,
        importer=importer,
        units=tuple(_with_media_hashed(unit, staged) for unit in part.units),
        staged=staged,
        strays=strays,
        originals=originals if whole else (),
        findings=tuple(part.imported.findings),
        balance=_balance(part, kept, originals),
        left_out=(*part.sorter.earlier, *part.sorter.left_out),
        runs=part.sorter.runs,
    )


def _with_media_hashed(unit: Unit, staged: Mapping[str, StagedFile]) -> Unit:
    """The unit with the hashes of its media in its own: a decision holds for exactly these messages and these files."""
    content = hashlib.sha256(unit.content.encode())
    for attachment in unit.attachments:
        content.update(f"\n{staged[attachment].digests['sha256']}".encode())
    return replace(unit, content=content.hexdigest())


def _staged(name: str, path: Path | None, digest: Digests) -> StagedFile:
    return StagedFile(
        path=str(path) if path else None,
        original_name=name.rsplit("/", 1)[-1],
        size=digest.size,
        digests=dict(digest.values),
    )


def _originals(task: SourceTask, tree: Tree, part: _Sorted, whole: bool, only: bool) -> tuple[StagedFile, ...]:
    copy = task.copy and whole
    if tree.container in ("zip", "tar") and only:
        with open_tree(task.path, task.limits, unpack=False) as container:
            return _take_originals(container, [task.path.name], part.folder, copy, task.algorithms)
    return _take_originals(tree, list(part.imported.originals), part.folder, copy, task.algorithms)


def _take_originals(
    tree: Tree, names: Sequence[str], folder: Path, copy: bool, algorithms: tuple[str, ...]
) -> tuple[StagedFile, ...]:
    paths = [folder / f"original-{n:03d}{safe_extension(name)}" if copy else None for n, name in enumerate(names)]
    digests = take_in_many(tree, list(zip(names, paths, strict=True)), algorithms)
    return tuple(_staged(name, path, digest) for name, path, digest in zip(names, paths, digests, strict=True))


def _balance(part: _Sorted, kept: Sequence[str], originals: Sequence[StagedFile]) -> Balance:
    head, sorter = part.imported.head, part.sorter
    messages: dict[str, int] = {}
    for run in sorter.left_out:
        messages[run.reason] = messages.get(run.reason, 0) + run.messages
    lost = [a for a in part.present if a not in set(kept)]
    attachments: dict[str, int] = {}
    for attachment in lost:
        reason = _reason_for(attachment, sorter.grounds, sorter)
        attachments[reason] = attachments.get(reason, 0) + 1
    absent: dict[str, int] = {}
    for a in head.attachments:
        if a.presence != "present":
            absent[a.presence] = absent.get(a.presence, 0) + 1
    return Balance(
        conversation=head.conversation.id,
        display=head.conversation.display or head.conversation.id,
        messages_in=sorter.events,
        messages_packaged=sum(unit.events for unit in part.units),
        messages_left_out=messages,
        attachments_in=len(part.present),
        attachments_packaged=len(kept),
        attachments_left_out=attachments,
        attachments_absent=absent,
        originals=tuple((original.original_name, original.digests["sha256"]) for original in originals),
    )


def _reason_for(attachment: str, grounds: Mapping[str, Ground], sorter: UnitSorter) -> str:
    """The ground of the message that mentions it; a file that none mentions goes with the whole conversation."""
    ground = grounds.get(attachment)
    return ground.reason if ground else sorter.left_out[0].reason

"""Deliver: plans a package, builds it in a private folder, has it judged, and only then gives it its name."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO, cast

from depotklaar.appraisal.selection import period_findings, without_effect
from depotklaar.arrangement.description import Describer
from depotklaar.arrangement.naming import slug
from depotklaar.arrangement.outline import NameBook, Outliner, RenditionSpec
from depotklaar.arrangement.top import Document, TopPlanner
from depotklaar.importers.interface import Importer
from depotklaar.jobs.accounting import Accounts
from depotklaar.jobs.appraising import Appraising
from depotklaar.jobs.characterise import Identify
from depotklaar.jobs.describing import Described, Describing, describe_aggregation
from depotklaar.jobs.filelist import FileList
from depotklaar.jobs.gathering import Gathering, gather, nothing_left
from depotklaar.jobs.making import MakeTask, make_dossier
from depotklaar.jobs.noticed import kinds_by_code
from depotklaar.jobs.parcels import Parcel, packed
from depotklaar.jobs.placing import Placing
from depotklaar.jobs.tally import Tally
from depotklaar.jobs.workers import Workers
from depotklaar.language import Text
from depotklaar.model.appraisal import Decision, Proposal
from depotklaar.model.delivery import Aanlevering
from depotklaar.model.finding import Finding
from depotklaar.model.placed import Written
from depotklaar.model.plan import PlannedDossier, PreparedConversation, StagedFile
from depotklaar.model.profile import Profile
from depotklaar.model.progress import Progress
from depotklaar.model.selectielijst import Selectielijst
from depotklaar.profiles.decisions_columns import Form
from depotklaar.profiles.decisions_draft import write_decisions
from depotklaar.renditions.interface import Rendition
from depotklaar.rules.collecting import Collector
from depotklaar.storage.spool import Spool
from depotklaar.storage.tree import Limits
from depotklaar.storage.writing import HashedFile, write_hashed
from depotklaar.targets.interface import Target

BUILDING = Text("pakket bouwen", "building the package")


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentSource:
    """A file that explains every package: its key, its file name, its title and its bytes."""

    key: str
    file_name: str
    title: str
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is to be packaged, for whom, and with which rooms. `now` is an ISO 8601 moment with zone.

    The tables of importers and renditions are functions, so that other processes can ask for them too. `findings` are
    what was found on checking the delivery file. `decisions` is None when the file that should hold them is not there.
    """

    aanlevering: Aanlevering
    profile: Profile
    lists: Mapping[str, Selectielijst]
    decisions: tuple[Decision, ...] | None
    importers: Callable[[], Mapping[str, Importer]]
    renditions: Callable[[], Mapping[str, Rendition]]
    target: Target
    documents: tuple[DocumentSource, ...]
    identify: Identify
    jobs: int
    now: str
    software: str
    limits: Limits
    findings: tuple[Finding, ...] = ()

    @property
    def algorithms(self) -> tuple[str, ...]:
        """The hashes to take while a file passes by: SHA-256 for MDTO, and those of the receiver's manifests."""
        return tuple(dict.fromkeys(("sha256", *self.profile.manifests)))

    def describer(self) -> Describer:
        """The describer of this delivery."""
        return Describer(
            aanlevering=self.aanlevering,
            profile=self.profile,
            now=self.now,
            software=self.software,
        )

    @property
    def today(self) -> dt.date:
        """The day of `now`, in its own zone."""
        return dt.datetime.fromisoformat(self.now).date()

    def appraising(self) -> Appraising:
        """Appraisal as this delivery wants it."""
        return Appraising(self.aanlevering, self.profile, self.lists, self.decisions, self.today)

    def first_page(self) -> tuple[tuple[Text, str], ...]:
        """What the first page of every reading version says of the delivery: label and value."""
        delivery = self.aanlevering
        return (
            (Text("Archief", "Archive"), delivery.archief.naam),
            (Text("Archiefvormer", "Records creator"), delivery.archiefvormers[-1].naam),
            (Text("Aanlevering", "Delivery"), f"{delivery.id}, {delivery.titel}"),
        )

    def specs(self) -> tuple[RenditionSpec, ...]:
        """The renditions in the order of their table."""
        return tuple(
            RenditionSpec(name=r.name, extension=r.extension, title=r.title.nl) for r in self.renditions().values()
        )


@dataclass(slots=True)
class Outline:
    """A planned package: its Dossiers on disk, the levels above them, what was ruled, and the account so far.

    `proposals` holds one for each Archiefstuk that is made of messages.
    """

    dossiers: Spool[PlannedDossier]
    proposals: Spool[Proposal]
    appraising: Appraising
    accounts: Accounts
    top: TopPlanner
    outliner: Outliner
    tally: Tally
    work: Path


def plan(order: Order, work: Path, workers: Workers, progress: Progress, *, copy: bool) -> Outline:
    """Gather the sources and lay them out. With `copy` False nothing but the words of the sources is set aside."""
    work.mkdir(parents=True, exist_ok=True)
    appraising = order.appraising()
    outliner = Outliner(
        describer=order.describer(),
        renditions=order.specs(),
        names=NameBook(),
        root=slug(order.aanlevering.archief.kenmerk, 20),
        combine=appraising.combine,
    )
    outline = Outline(
        dossiers=Spool(work / "dossiers", PlannedDossier),
        proposals=Spool(work / "voorstellen", Proposal),
        appraising=appraising,
        accounts=Accounts(work, order.today),
        top=TopPlanner(outliner),
        outliner=outliner,
        tally=Tally(Collector(order.profile.severities)),
        work=work,
    )
    gathering = Gathering(
        aanlevering=order.aanlevering,
        importers=order.importers,
        folder=work / "bronnen",
        identify=order.identify,
        algorithms=order.algorithms,
        limits=order.limits,
        copy=copy,
    )
    outline.tally.note(order.findings)
    kinds = kinds_by_code(order.importers())
    effective: set[int] = set()
    for source in gather(gathering, workers, progress):
        outline.tally.note(source.findings)
        effective |= source.effective
        appraising.note_conflicts(source.conflicts)
        for conversation in source.conversations:
            outline.tally.add_conversation(conversation, kinds)
            _lay_out(outline, conversation)
    appraising.check_rules()
    outline.tally.note(appraising.findings())
    outline.tally.note(outline.accounts.findings(order.aanlevering.bevriezingen))
    outline.tally.note(period_findings(order.aanlevering.periode.besloten_door is not None, effective))
    outline.tally.note(without_effect(len(order.aanlevering.uitsluitingen), effective))
    if not len(outline.dossiers):
        raise nothing_left(order.aanlevering)
    return outline


def _lay_out(outline: Outline, conversation: PreparedConversation) -> None:
    """Rule on a conversation, plan its Dossiers and account for it."""
    names_of = partial(outline.outliner.names_of, conversation)
    appraised = list(outline.appraising.rule(conversation, names_of))
    dossiers = list(outline.outliner.dossiers(conversation, [item.ruling for item in appraised]))
    for dossier in dossiers:
        outline.dossiers.append(dossier)
        outline.top.add(dossier)
    for item in appraised:
        outline.proposals.append(item.proposal)
    outline.accounts.add(conversation, appraised, dossiers)


class Builder:
    """Builds the tree of a planned package below `tree` and tells `written` of every file in it, in a fixed order."""

    def __init__(
        self, order: Order, outline: Outline, tree: Path, workers: Workers, written: Callable[[Written], None]
    ) -> None:
        self._order = order
        self._outline = outline
        self._workers = workers
        self._written = written
        self._list = FileList(outline.work / "bestandenlijst.csv", order.algorithms)
        self._placing = Placing(
            tree=tree, renditions=order.renditions, algorithms=order.algorithms, facts=order.first_page()
        )
        self._describing = Describing(
            tree=tree, target=order.target, describer=outline.outliner.describer, algorithms=order.algorithms
        )

    def build(self, progress: Progress) -> None:
        """Make every Dossier, then the one that documents the package, then the levels above."""
        progress.started(BUILDING, items=len(self._outline.dossiers))
        for described in self._workers.map(make_dossier, self._tasks()):
            self._outline.tally.note(described.findings)
            self._list.add(described.rows)
            progress.advanced(items=1, size=self._account(described))
        self._document()
        progress.finished()

    def _tasks(self) -> Iterator[MakeTask]:
        for data in self._outline.dossiers.packed():
            yield self._task(Parcel(PlannedDossier, data))

    def _task(self, dossier: Parcel[PlannedDossier]) -> MakeTask:
        return MakeTask(
            dossier=dossier, placing=self._placing, describing=self._describing, identify=self._order.identify
        )

    def _account(self, described: Described) -> int:
        """Tell of all files of a Dossier; return their bytes."""
        files = described.files.opened()
        self._outline.tally.add_dossier(described.account, files)
        for file in files:
            self._written(file)
        return sum(file.size for file in files)

    def _document(self) -> None:
        """The Dossier that explains the package, and the levels above, which can only now be whole."""
        top = self._outline.top
        documentation = top.documentation([*self._documents(), self._list.as_document()])
        for described in self._workers.map(make_dossier, [self._task(packed(PlannedDossier, documentation))]):
            self._account(described)
        above = [
            describe_aggregation(aggregation, self._describing)
            for aggregation in (*top.series(), top.archief(documentation))
        ]
        self._outline.tally.add_aggregations(above)
        for file in above:
            self._written(file)

    def _documents(self) -> Iterator[Document]:
        folder = self._outline.work / "documentatie"
        folder.mkdir()
        yield self._decisions(folder / "waarderingsbesluiten.csv")
        for source in self._order.documents:
            path = folder / source.file_name
            digests = write_hashed(path, source.data, self._order.algorithms)
            staged = StagedFile(
                path=str(path), original_name=source.file_name, size=digests.size, digests=dict(digests.values)
            )
            yield Document(key=source.key, title=source.title, staged=staged)

    def _decisions(self, path: Path) -> Document:
        """What was proposed and decided on each Archiefstuk, with its ground."""
        with HashedFile(path, self._order.algorithms) as out:
            write_outlined(self._order, self._outline, "csv", out)
        digests = out.digests()
        staged = StagedFile(path=str(path), original_name=path.name, size=digests.size, digests=dict(digests.values))
        return Document(key="besluiten", title="Waarderingsbesluiten bij deze aanlevering", staged=staged)


def write_outlined(order: Order, outline: Outline, form: Form, out: BinaryIO | HashedFile) -> None:
    """Write the proposals of a plan, and what people decided on them, as a decisions file."""
    write_decisions(
        outline.proposals,
        form,
        cast(BinaryIO, out),
        created=order.now,
        delivery=order.aanlevering.id,
        decided=outline.appraising.accepted(),
    )

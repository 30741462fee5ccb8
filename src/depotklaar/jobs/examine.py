"""The judge at work: a package on disk in, a report out; it asks nothing of whoever made the package."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from depotklaar import __version__
from depotklaar.errors import SourceError
from depotklaar.formats.identification import find_formats
from depotklaar.jobs.desk import Case, Desks, ToHash, ToJudge
from depotklaar.jobs.formats_told import count_standings, identifiers, own_findings, tell_policy
from depotklaar.jobs.identifying import FindFormats, Identifying
from depotklaar.jobs.sweeping import seldom_swept
from depotklaar.jobs.workers import Workers
from depotklaar.language import Text
from depotklaar.model.finding import Finding
from depotklaar.model.profile import Profile
from depotklaar.model.progress import Progress
from depotklaar.model.report import ListedFile, Report, Stage, ToolVersion
from depotklaar.model.selectielijst import Selectielijst
from depotklaar.rules.algorithms import hash_name
from depotklaar.rules.bag_facts import find_algorithms, is_bag_file, keep_once, oversized, read_bag
from depotklaar.rules.collecting import Collector
from depotklaar.rules.interface import (
    STAGES,
    BagFacts,
    Context,
    FileFacts,
    Layout,
    ObjectFacts,
    PackageFacts,
    PakbonFacts,
    RuleTable,
)
from depotklaar.rules.layout import arrange
from depotklaar.rules.pakbon_facts import container_digests, read_note
from depotklaar.rules.reading import find_root, is_gzipped, package_name
from depotklaar.storage.opening import open_tree
from depotklaar.storage.tree import Limits, Tree

_NEEDS_METADATA = ("schema", "content", "hierarchy")
_MANY_SIDECARS = 500
_MANY_BYTES = 1 << 28
Lister = Callable[[PackageFacts], Iterable[ListedFile]]
_READING_METADATA = Text("metagegevens controleren", "checking metadata")
_READING_CONTENT = Text("checksums berekenen", "computing checksums")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Work:
    """What one examination works with; `note` is the pakbon, None when none was given, as `lister` is."""

    path: Path
    limits: Limits
    context: Context
    schemas: Mapping[str, bytes]
    rules: RuleTable
    note: PakbonFacts | None
    workers: Workers
    progress: Progress
    collector: Collector
    lister: Lister | None
    find: FindFormats | None


@dataclass(slots=True)
class _Shelf:
    """The files of a package: what they measure in bytes, and the facts of those that were read so far."""

    sizes: Mapping[str, int]
    files: dict[str, FileFacts]
    bag: BagFacts | None = None

    def put(self, path: str, found: FileFacts) -> None:
        """Keep the facts of a file."""
        self.files[path] = keep_once(path, found, self.bag)


def examine(
    package: Path,
    *,
    profile: Profile,
    schemas: Mapping[str, bytes],
    rules: RuleTable,
    pakbon: Path | None,
    now: str,
    jobs: int = 1,
    progress: Progress = Progress(),  # noqa: B008
    limits: Limits = Limits(),  # noqa: B008
    lister: Lister | None = None,
    lists: Mapping[str, Selectielijst] | None = None,
    find: FindFormats | None = find_formats,
) -> Report:
    """Judge a package in a folder, zip or tar against the norm and a receiver's profile.

    `schemas` leads from MDTO version to the bytes of its XSD; every sidecar must satisfy all of them. `pakbon` is the
    note beside the package, None when there is none. `now` is an ISO 8601 moment, `jobs` the number of processes that
    judge a large package. Each byte is read once (a container's own hash, when a pakbon gives one, reads it once more).
    `lists` are the selection lists that are known, by the name that metadata give them; None knows none.
    `lister` makes the report's list of files, which has their SHA-256; without one there is no list. `find` identifies
    content files, in this process; with None their formats are not judged, and the report says so.
    SourceError when there is nothing at `package` or the pakbon given cannot be opened; all else is a finding.
    """
    with Workers(jobs) as workers, seldom_swept():
        work = _Work(
            path=package,
            limits=limits,
            context=Context(profile=profile, now=now, lists={} if lists is None else lists),
            schemas=schemas,
            rules=rules,
            note=read_note(pakbon) if pakbon is not None else None,
            workers=workers,
            progress=progress,
            collector=Collector(profile.severities),
            lister=lister,
            find=find,
        )
        try:
            tree = open_tree(package, limits)
        except SourceError as refusal:
            if not package.exists():
                raise
            return _report(work, _closed(work, refusal), "not-opened")
        with tree:
            facts = _read(work, tree)
        return _report(work, facts, None if facts.layout.sidecars else "no-metadata")


def _read(work: _Work, tree: Tree) -> PackageFacts:
    name, file_name = package_name(work.path)
    root = find_root(tree, name)
    prefix = f"{root}/" if root is not None else ""
    sizes = {x.name.removeprefix(prefix): x.size for x in tree.entries() if x.name.startswith(prefix)}
    folders = frozenset(x.removeprefix(prefix) for x in tree.folders() if x.startswith(prefix))
    outside = tuple(x.name for x in tree.entries() if not x.name.startswith(prefix))
    is_bag, is_folder = "bagit.txt" in sizes, tree.container == "folder"
    layout = arrange(sizes, folders, "data" if is_bag else "", work.context.profile.names)
    desks = _desks(work, tree, prefix, layout, sizes)
    is_asked = is_bag and is_folder and not oversized(sizes)
    opinion = desks.ask_library(work.path) if is_asked else lambda: None
    shelf = _Shelf(sizes, {})
    if is_bag:
        shelf.bag = _read_bag(work, desks, shelf)
    objects = tuple(_read_sidecars(work, desks, layout, shelf))
    _read_rest(work, desks, shelf, layout, objects)
    return PackageFacts(
        name=name,
        file_name=file_name,
        container=tree.container,
        root=root,
        local=work.path if is_folder else None,
        files={path: shelf.files[path] for path in sizes},
        folders=folders,
        outside=outside,
        refused=(),
        container_digests=container_digests(work.path, tree.container, work.note),
        layout=layout,
        objects=objects,
        by_id={mark: one for one in reversed(objects) for mark in one.identifications},
        by_place={one.describes: one for one in reversed(objects) if one.describes is not None},
        bag=shelf.bag,
        pakbon=work.note,
        second_opinion=opinion(),
        identified=work.find is not None,
    )


def _desks(work: _Work, tree: Tree, prefix: str, layout: Layout, sizes: Mapping[str, int]) -> Desks:
    """The desks for this package: more than one when there is enough to do, and opening it again costs little."""
    case = Case(
        path=work.path,
        prefix=prefix,
        is_folder=tree.container == "folder",
        limits=work.limits,
        context=work.context,
        schemas=work.schemas,
        rules=work.rules,
    )
    much = len(layout.sidecars) >= _MANY_SIDECARS or sum(sizes.values()) >= _MANY_BYTES
    elsewhere = work.workers.are_others and much and not is_gzipped(work.path)
    return Desks(case, tree, work.workers if elsewhere else None)


def _read_bag(work: _Work, desks: Desks, shelf: _Shelf) -> BagFacts:
    """Read the bag's own files."""
    own: dict[str, bytes] = {}
    algorithms = _algorithms(work, find_algorithms(shelf.sizes))
    unread = oversized(shelf.sizes)
    for path, size in shelf.sizes.items():
        if is_bag_file(path):
            own[path], shelf.files[path] = desks.own.inside.read(path, size, algorithms, whole=path not in unread)
    return read_bag(own, shelf.sizes, unread=unread)


def _read_sidecars(work: _Work, desks: Desks, layout: Layout, shelf: _Shelf) -> Iterator[ObjectFacts]:
    """Read and judge the metadata files one by one."""
    folders = {*layout.folders, layout.content}
    algorithms = _algorithms(work, find_algorithms(shelf.sizes))
    work.progress.started(_READING_METADATA, items=len(layout.sidecars))
    wanted = (
        ToJudge(path, shelf.sizes[path], algorithms, describes, describes in folders)
        for path, describes in layout.sidecars.items()
    )
    for path, judged in zip(layout.sidecars, desks.judge(wanted), strict=True):
        shelf.put(path, judged.file)
        for stage, finding in judged.findings:
            work.collector.add(stage, (finding,))
        if judged.facts is not None:
            yield judged.facts
        work.progress.advanced(items=1)
    work.progress.finished()


def _read_rest(work: _Work, desks: Desks, shelf: _Shelf, layout: Layout, objects: Iterable[ObjectFacts]) -> None:
    """Hash every file that has not been read yet, with what the manifests, the pakbon and its metadata ask for.

    Content files are identified in the same go.
    """
    stated = {one.describes: one.checksums for one in objects if one.describes is not None}
    common = _algorithms(work, find_algorithms(shelf.sizes))
    wanted: list[ToHash] = []
    for path, size in shelf.sizes.items():
        if path not in shelf.files:
            own = {hash_name(label) for label, _ in stated.get(path, ())}
            wanted.append(ToHash(path, size, tuple(sorted({*common, *(name for name in own if name)}))))
    work.progress.started(_READING_CONTENT, items=len(wanted), size=sum(one.size for one in wanted))
    content = frozenset(layout.content_files)
    with Identifying(work.find, desks.own.inside.on_disk) as identifying:
        asked = [identifying.ask(one) if one.path in content else one for one in wanted]
        for one, found in identifying.add(zip(asked, desks.hash(asked), strict=True)):
            shelf.put(one.path, found)
            work.progress.advanced(items=1, size=one.size)
    work.progress.finished()


def _algorithms(work: _Work, named: Sequence[str]) -> tuple[str, ...]:
    bon = work.note.pakbon if work.note else None
    asked = hash_name(bon.hash_algorithm) if bon and bon.hash_basis != "container" else None
    listed = "sha256" if work.lister else None
    return tuple(sorted({*named, *(name for name in (asked, listed) if name)})) or ("sha256",)


def _closed(work: _Work, refusal: SourceError) -> PackageFacts:
    """The facts of a package that was not opened."""
    name, file_name = package_name(work.path)
    return PackageFacts(
        name=name,
        file_name=file_name,
        container="folder" if work.path.is_dir() else "file",
        root=None,
        local=None,
        files={},
        folders=frozenset(),
        outside=(),
        refused=tuple(replace(problem, place=_within(problem.place, work.path)) for problem in refusal.problems),
        container_digests={},
        layout=arrange((), (), "", work.context.profile.names),
        objects=(),
        by_id={},
        by_place={},
        bag=None,
        pakbon=work.note,
    )


def _within(place: str, path: Path) -> str:
    """The place without where the package lies on this machine."""
    _, found, entry = place.partition(f"{path} > ")
    return entry if found else path.absolute().name


def _report(work: _Work, facts: PackageFacts, trouble: str | None) -> Report:
    """Run the rules over the whole package, as far as the trouble leaves them something to look at."""
    skipped = {"not-opened": STAGES[1:], "no-metadata": _NEEDS_METADATA}.get(trouble or "", ())
    for stage in STAGES:
        if stage not in skipped:
            for rule in work.rules.packages.get(stage, ()):
                work.collector.add(stage, rule.check(facts, work.context))
    work.collector.add("formats", own_findings(facts))
    findings: tuple[Finding, ...] = work.collector.findings()
    return Report(
        subject=facts.file_name,
        created_at=work.context.now,
        profile=work.context.profile.name,
        profile_sha256=work.context.profile.sha256,
        tools=_tools(facts),
        stages=tuple(
            Stage(
                name=x,
                skipped_because=trouble if x in skipped else None,
                rules=tuple(kind.id for kind in work.rules.kinds(x)),
            )
            for x in STAGES
        ),
        findings=findings,
        totals=work.collector.totals(),
        counts=_counts(facts) | count_standings(facts, work.context.profile.formats),
        facts={
            "container": facts.container,
            "package": "bag" if facts.bag else "bare",
            **tell_policy(work.context.profile.formats),
        },
        files=work.lister(facts) if work.lister else (),
    )


def _counts(facts: PackageFacts) -> dict[str, int]:
    content = [facts.files[path].size for path in facts.layout.content_files]
    return {
        "informatieobjecten": sum(one.kind == "informatieobject" for one in facts.objects),
        "bestanden": sum(one.kind == "bestand" for one in facts.objects),
        "sidecars": len(facts.layout.sidecars),
        "content_files": len(content),
        "content_bytes": sum(content),
        "files": len(facts.files),
        "bytes": sum(file.size for file in facts.files.values()),
    }


def _tools(facts: PackageFacts) -> tuple[ToolVersion, ...]:
    from lxml import etree

    tools = [ToolVersion(name="depotklaar", version=__version__), ToolVersion(name="lxml", version=etree.__version__)]
    if facts.bag is not None and facts.local is not None:
        import bagit

        tools.append(ToolVersion(name="bagit", version=str(bagit.VERSION)))
    return (*tools, *identifiers(facts))

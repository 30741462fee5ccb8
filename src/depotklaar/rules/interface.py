"""What every rule sees and gives: facts read from disk in, findings out; a rule opens nothing itself."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any, Literal, Protocol

from depotklaar.errors import Problem
from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Place
from depotklaar.model.format import Opinion, Trait
from depotklaar.model.mdto import Begrip, Identificatie, MdtoObject, Verwijzing
from depotklaar.model.pakbon import Pakbon
from depotklaar.model.profile import Profile
from depotklaar.model.selectielijst import Selectielijst
from depotklaar.storage.tree import Container

StageName = Literal["container", "bag", "structure", "schema", "content", "hierarchy", "formats", "pakbon"]
STAGES: tuple[StageName, ...] = (
    "container",
    "bag",
    "structure",
    "schema",
    "content",
    "hierarchy",
    "formats",
    "pakbon",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """Against what is judged: the receiver's wishes, and `now` as an ISO 8601 moment.

    `lists` leads from the name that informatiecategorie gives to its list, or to the selection list itself; it holds
    only lists that are known here, and may read one no sooner than it is asked for.
    """

    profile: Profile
    now: str
    lists: Mapping[str, Selectielijst] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Leaf:
    """An element of a sidecar: its path (`bestand/checksum/checksumWaarde`) and its line, 0 when that is unknown."""

    element: str
    line: int


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that a reader stumbled over: in both languages, and at which line if that is known."""

    text: Text
    line: int | None = None


@dataclass(frozen=True, slots=True)
class SchemaFault:
    """A place where a sidecar does not satisfy one version of the schema; `line` is None when unknown."""

    version: str
    text: Text
    element: str
    line: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SidecarFacts:
    """One metadata file, whole, while it is looked at; nothing of it is kept except its `ObjectFacts`.

    `mdto` is None when the file is no well-formed XML (`malformed` says why) or cannot be read as an MDTO object.
    `describes` is the path of its file or folder (the top folder is the empty text), None when it describes nothing.
    `bare` are the elements without child elements and without text that shows (see `blankness`); `omvang` is that of a
    bestand as written. `wide` says that it begins with the byte order mark of UTF-16 or UTF-32 and declares no UTF-8,
    `misdeclared` that such a mark contradicts the encoding declared.
    `lines` gives the lines of all elements whose path ends so, in order (0 is unknown): only a finding needs it. Of
    `bare` there are at most a thousand.
    """

    path: str
    describes: str | None
    describes_folder: bool
    utf8: bool = True
    wide: bool = False
    misdeclared: bool = False
    schema_location: str | None = None
    malformed: Fault | None = None
    schema_faults: tuple[SchemaFault, ...] = ()
    bare: tuple[Leaf, ...] = ()
    omvang: str | None = None
    lines: Callable[[str], Sequence[int]] = lambda element: ()
    mdto: MdtoObject | None = None

    def place(self, element: str | None = None, occurrence: int = 0) -> Place:
        """The place of the n-th element (from 0) whose path ends in `element`, or of the whole file."""
        if element is None:
            return Place(path=self.path)
        lines = self.lines(element)
        return Place(path=self.path, element=element, line=lines[occurrence] if occurrence < len(lines) else None)


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectFacts:
    """What is remembered of one described object, for the rules that compare objects.

    `path` is that of its sidecar. `kind` is None when the sidecar could not be read. `size` is omvang in bytes.
    `checksums` are label and value as written. `level` is the label of aggregatieniveau. `format` is bestandsformaat.
    `categorised` says whether there is an informatiecategorie, `kept_until` is the end of bewaartermijn as written.
    `loose_lists` are the names of begrippenlijsten that nobody is known to publish and that are not identified.
    """

    path: str
    describes: str | None
    describes_folder: bool
    kind: Literal["informatieobject", "bestand"] | None = None
    identifications: tuple[Identificatie, ...] = ()
    naam: str = ""
    level: str | None = None
    waardering: str | None = None
    categorised: bool = False
    kept_until: str | None = None
    loose_lists: tuple[str, ...] = ()
    archiefvormers: tuple[Verwijzing, ...] = ()
    parents: tuple[Verwijzing, ...] = ()
    children: tuple[Verwijzing, ...] = ()
    representations: tuple[Verwijzing, ...] = ()
    represents: Verwijzing | None = None
    additional: tuple[Verwijzing, ...] = ()
    related: tuple[Verwijzing, ...] = ()
    size: int | None = None
    checksums: tuple[tuple[str, str], ...] = ()
    format: Begrip | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FileFacts:
    """A file of the package: path within it, size in bytes, digests by hashlib name in lower-case hex.

    `unreadable` says why it could not be read to its end; its digests are empty then. `format` is what was found, None
    when nothing was asked (only content files are identified). `traits` are in alphabetical order.
    """

    path: str
    size: int
    digests: Mapping[str, str] = field(default_factory=dict)
    unreadable: Text | None = None
    format: Opinion | None = None
    traits: tuple[Trait, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ManifestFacts:
    """A manifest of a bag: its own path, its algorithm as named, and digest by path as listed (paths decoded).

    `known` tells whether this algorithm can be computed here.
    """

    path: str
    algorithm: str
    payload: bool
    known: bool
    entries: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class BagFacts:
    """A package that calls itself a bag. `faults` are place and fault of everything that its readers refused.

    `tolerated` is what they put up with. `renamed` are manifest, path as listed and path of the file, where these are
    one name in two Unicode forms. `info_path` is where the tags about the bag stand in this version of BagIt.
    """

    version: str | None
    manifests: tuple[ManifestFacts, ...]
    info: tuple[tuple[str, str], ...] = ()
    info_path: str = "bag-info.txt"
    faults: tuple[tuple[str, Fault], ...] = ()
    tolerated: tuple[tuple[str, Fault], ...] = ()
    renamed: tuple[tuple[str, str, str], ...] = ()
    unsafe: tuple[tuple[str, str, int | None], ...] = ()
    fetch: tuple[str, ...] = ()

    def info_values(self, label: str) -> tuple[str, ...]:
        """The values under a label of bag-info.txt; labels differ not by case (RFC 8493, 2.2.2)."""
        return tuple(value for name, value in self.info if name.casefold() == label.casefold())


@dataclass(frozen=True, slots=True, kw_only=True)
class PakbonFacts:
    """The pakbon beside the package: its file name and what stands in it, or why it could not be read.

    `other_form` says what it is when it is of a form that is not read here, which is no fault of it.
    """

    path: str
    pakbon: Pakbon | None
    malformed: Fault | None = None
    other_form: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Who describes whom. Paths are within the package; `content` is the top of the tree of objects, `data` in a bag.

    `sidecars` leads from sidecar to what it describes (None: nothing). `doubles` are sidecars of what another one
    describes already. `misnamed` are folder sidecars that are not called after their folder.
    """

    content: str
    suffix: str
    sidecars: Mapping[str, str | None]
    folders: tuple[str, ...]
    content_files: tuple[str, ...]
    doubles: tuple[str, ...] = ()
    misnamed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageFacts:
    """The whole package in small values.

    `name` is the package's own name without container suffix, `file_name` with it. `root` is the folder in a container
    that holds the package (None: the container itself is the root), `outside` are entries beside that folder. `local`
    is where a folder package lies on disk, None for containers. `container_digests` are those of the container file.
    `refused` is why the package was not opened at all, empty when it was. `by_id` leads from identification to the
    first object that bears it, `by_place` from described path to its object. `second_opinion` names what the bagit
    library holds against a bag in a folder, None when nothing, or when it was not asked. `identified` tells whether the
    formats of content files were found anew.
    """

    name: str
    file_name: str
    container: Container
    root: str | None
    local: Path | None
    files: Mapping[str, FileFacts]
    folders: frozenset[str]
    outside: tuple[str, ...]
    refused: tuple[Problem, ...]
    container_digests: Mapping[str, str]
    layout: Layout
    objects: tuple[ObjectFacts, ...]
    by_id: Mapping[Identificatie, ObjectFacts]
    by_place: Mapping[str, ObjectFacts]
    bag: BagFacts | None
    pakbon: PakbonFacts | None
    second_opinion: str | None = None
    identified: bool = True

    def find(self, reference: Verwijzing) -> ObjectFacts | None:
        """The object that a reference means, by its identification; None without one or when it is not here."""
        return self.by_id.get(reference.identificatie) if reference.identificatie else None

    def folder_above(self, described: str) -> str | None:
        """The folder in which a described file or folder lies; None for the top of the tree."""
        if described == self.layout.content:
            return None
        return described.rpartition("/")[0]

    def parent_by_place(self, one: ObjectFacts) -> ObjectFacts | None:
        """The object whose folder holds this object's file or folder; None at the top or when unknown."""
        if one.describes is None:
            return None
        above = self.folder_above(one.describes)
        return None if above is None else self.by_place.get(above)

    def is_top(self, one: ObjectFacts) -> bool:
        """Whether an object lies at the top of the tree, so that its parent is in the target system."""
        if one.describes is None:
            return False
        top = self.layout.content
        return one.describes == top or (top not in self.by_place and one.describes.rpartition("/")[0] == top)


class Rule(Protocol):
    """What every rule has."""

    KIND: FindingKind


class ObjectRule(Rule, Protocol):
    """A rule that looks at one metadata file at a time."""

    def check(self, sidecar: SidecarFacts, context: Context) -> Iterator[Finding]:
        """Yield what is wrong with this one."""


class PackageRule(Rule, Protocol):
    """A rule that looks at the whole package."""

    def check(self, package: PackageFacts, context: Context) -> Iterator[Finding]:
        """Yield what is wrong with the package."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleTable:
    """The rules by stage, each stage in the order in which they are run and listed.

    To another process it goes as names of modules, so that nothing is loaded there but the rules.
    """

    objects: Mapping[StageName, tuple[ObjectRule, ...]]
    packages: Mapping[StageName, tuple[PackageRule, ...]]

    def kinds(self, stage: StageName) -> tuple[FindingKind, ...]:
        """The kinds of one stage, rules over one object first."""
        rules: tuple[Rule, ...] = (*self.objects.get(stage, ()), *self.packages.get(stage, ()))
        return tuple(rule.KIND for rule in rules)

    def __reduce__(self) -> tuple[object, ...]:
        return _called, (_names(self.objects), _names(self.packages))


def _names(table: Mapping[StageName, tuple[Rule, ...]]) -> dict[StageName, list[object]]:
    return {
        stage: [rule.__name__ if isinstance(rule, ModuleType) else rule for rule in rules]
        for stage, rules in table.items()
    }


def _called(objects: Mapping[StageName, list[Any]], packages: Mapping[StageName, list[Any]]) -> RuleTable:
    """The table of rules with these names; a rule that is no module stands there itself."""

    def found(table: Mapping[StageName, list[Any]]) -> dict[StageName, tuple[Any, ...]]:
        return {
            stage: tuple(import_module(rule) if isinstance(rule, str) else rule for rule in rules)
            for stage, rules in table.items()
        }

    return RuleTable(objects=found(objects), packages=found(packages))

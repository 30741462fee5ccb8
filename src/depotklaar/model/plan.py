"""From a prepared conversation to a planned package: what stands where, under which name, made of what.

Paths on disk are absolute and private to the run; names are those in the package.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from depotklaar.model.appraisal import Ruling
from depotklaar.model.conversation import Head, SourceFinding
from depotklaar.model.format import FormatIdentification
from depotklaar.model.mdto import Informatieobject, Verwijzing
from depotklaar.model.report import Balance, LeftOut


@dataclass(frozen=True, slots=True, kw_only=True)
class SerieKey:
    """Whose chats: a person, and the function held when they were written (None: none known for those days)."""

    holder: str
    function: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StagedFile:
    """A source file as it was taken in. `digests` leads from hashlib name to lower-case hex; size in bytes.

    `path` is None when a dry run only read it.
    """

    path: str | None
    original_name: str
    size: int
    digests: Mapping[str, str]
    format: FormatIdentification | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """The kept part of one conversation in one month under one function: what becomes an Archiefstuk.

    `month` is `YYYY-MM`, or `YYYY-MM-DD` where a rule begins or ends on that day within the month, or None for what
    bears no date. `part` holds the canonical lines of its events and gaps, `content` the SHA-256 over its events and
    the hashes of its attachments. `hits` are the places in the delivery of the hotspots of which a key word occurs,
    `holds` those of the holds that touch it. `first_day` and `last_day` are local dates. `attachments` are the ids of
    the present ones, `absent` of the others, in order of mention.
    """

    serie: SerieKey
    month: str | None
    part: str
    events: int
    gaps: int
    left_out: int
    first_day: str | None
    last_day: str | None
    senders: tuple[str, ...]
    attachments: tuple[str, ...]
    absent: tuple[str, ...]
    content: str = ""
    hits: tuple[int, ...] = ()
    holds: tuple[int, ...] = ()
    findings: tuple[SourceFinding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Consecutive events of the source that went the same way: into the unit with this number (from 0), or out.

    `order_first` and `order_last` are places in the source; times are local, as the source gives them, or None.
    """

    order_first: int
    order_last: int
    first_local: str | None
    last_local: str | None
    messages: int
    unit: int | None = None
    left_out: LeftOut | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedConversation:
    """One conversation, read, selected, cut in units, its media taken in.

    `staged` leads from attachment id to its file, `strays` are attachments that no event mentions, `originals` the
    delivered chat files, empty when something in them was left out. `runs` is the file that says where each event went.
    """

    head: Head
    source: str
    importer: str
    units: tuple[Unit, ...]
    staged: Mapping[str, StagedFile]
    strays: tuple[str, ...]
    originals: tuple[StagedFile, ...]
    findings: tuple[SourceFinding, ...]
    balance: Balance
    left_out: tuple[LeftOut, ...]
    runs: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedFile:
    """A file in the package: staged, or made by the rendition of that name. `title` becomes MDTO's naam.

    `made` says that depotklaar itself made it, so that its format needs no second opinion; `keep` that another Dossier
    holds the same staged file.
    """

    name: str
    title: str
    kenmerk: str
    made: bool = False
    staged: StagedFile | None = None
    rendition: str | None = None
    attachment: str | None = None
    keep: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedArchiefstuk:
    """An Archiefstuk: its folder's name, its description whole, its files, and the unit that it is made of, if any."""

    name: str
    description: Informatieobject
    files: tuple[PlannedFile, ...]
    unit: Unit | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedDossier:
    """A Dossier with everything in it. `folder` is its path from the top of the tree; `summary` refers to it."""

    folder: str
    name: str
    serie: SerieKey | None
    description: Informatieobject
    reference: Verwijzing
    archiefstukken: tuple[PlannedArchiefstuk, ...]
    ruling: Ruling
    head: Head | None = None
    first_day: str | None = None
    last_day: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedAggregation:
    """An Archief or Serie: its folder from the top of the tree, its name and its description whole."""

    folder: str
    name: str
    description: Informatieobject

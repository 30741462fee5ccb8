"""The account of a job: which stages ran, what was found, what was counted, and one verdict."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from depotklaar.model.finding import Finding, Severity
from depotklaar.model.format import Opinion

FailOn = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """A part of the examination; `skipped_because` is None when it ran to its end. `rules` are the ids of its rules."""

    name: str
    skipped_because: str | None = None
    rules: tuple[str, ...] = ()

    @property
    def ran(self) -> bool:
        """Whether the stage ran to its end."""
        return self.skipped_because is None


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A run of consecutive messages of one conversation that were left out for one reason.

    `order_first` and `order_last` are places in the source; times are local, as the source gives them, or None.
    """

    conversation: str
    display: str
    order_first: int
    order_last: int
    first_local: str | None
    last_local: str | None
    messages: int
    attachments: int
    reason: str
    decided_by: str
    decided_at: str | None
    remark: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Whereabouts:
    """Where a run of consecutive messages of one conversation went: into an Archiefstuk, or out, and on which ground.

    Places are those in the source, times local. `object` is the kenmerk of the Archiefstuk and `folder` its path in the
    package, both None for what was left out; then `left_out` holds the reason. `ground` is in Dutch and holds no
    message text. `label` is that of the category `code`. `decided_by` None: nobody has decided yet.
    """

    conversation: str
    display: str
    order_first: int
    order_last: int
    first_local: str | None
    last_local: str | None
    messages: int
    object: str | None = None
    folder: str | None = None
    waardering: str | None = None
    code: str | None = None
    label: str | None = None
    lijst: str | None = None
    left_out: str | None = None
    ground: str | None = None
    decided_by: str | None = None
    decided_at: str | None = None
    remark: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Destroyable:
    """One line of a specification for a verklaring van vernietiging (Archiefbesluit 1995, art. 8).

    Either an Archiefstuk of which the term has passed (`basis` termijn, with category, term and `due`, the day on which
    it passed) or a run of messages that was left out (`basis` uitsluiting, with reason). Days as YYYY-MM-DD.
    """

    basis: Literal["termijn", "uitsluiting"]
    conversation: str
    display: str
    first_day: str | None
    last_day: str | None
    messages: int
    attachments: int
    ground: str
    object: str | None = None
    lijst: str | None = None
    code: str | None = None
    label: str | None = None
    looptijd: str | None = None
    due: str | None = None
    decided_by: str | None = None
    decided_at: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Specification:
    """What stands above a specification for a verklaring van vernietiging: of which delivery, whose, made when.

    `organisation` is the archiefvormer by its last name, `made_at` an ISO 8601 moment.
    """

    delivery: str
    title: str
    organisation: str
    made_at: str
    software: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoryCount:
    """How many Archiefstukken got one value under one category; `lijst` None: no category at all."""

    waardering: str
    archiefstukken: int
    lijst: str | None = None
    code: str | None = None
    label: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UsedList:
    """A selection list as it was used. Days as YYYY-MM-DD, `valid_until` the last one; None is open or not stated."""

    title: str
    version: str
    sha256: str
    reference: str | None = None
    valid_from: str | None = None
    valid_until: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisions:
    """What was decided on the Archiefstukken of a package, counted in Archiefstukken.

    `waarderingen` counts B, V and N; `deciders` by whom it was decided; `grounds` by kind of ground (`Grond.soort`; an
    Archiefstuk may have several). `categories` and `deciders` hold at most a fixed number, `more_categories` and
    `more_deciders` say how many others there are.
    """

    waarderingen: Mapping[str, int]
    decided: int
    undecided: int
    deciders: Mapping[str, int] = field(default_factory=dict)
    more_deciders: int = 0
    categories: tuple[CategoryCount, ...] = ()
    more_categories: int = 0
    grounds: Mapping[str, int] = field(default_factory=dict)
    hotspots: Mapping[str, int] = field(default_factory=dict)
    holds: Mapping[str, int] = field(default_factory=dict)
    lists: tuple[UsedList, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """What went in and where it went, for one conversation: in = packaged + left out, by reason.

    `originals` are name and SHA-256 of the delivered chat files, also when they do not travel along.
    """

    conversation: str
    display: str
    messages_in: int
    messages_packaged: int
    messages_left_out: Mapping[str, int]
    attachments_in: int
    attachments_packaged: int
    attachments_left_out: Mapping[str, int]
    attachments_absent: Mapping[str, int] = field(default_factory=dict)
    originals: tuple[tuple[str, str], ...] = ()

    @property
    def closes(self) -> bool:
        """Whether both sums close; attachments that the source never held are counted apart in `attachments_absent`."""
        messages = self.messages_packaged + sum(self.messages_left_out.values())
        attachments = self.attachments_packaged + sum(self.attachments_left_out.values())
        return messages == self.messages_in and attachments == self.attachments_in


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolVersion:
    """A program that had an opinion, with its version and that of its signatures."""

    name: str
    version: str
    signatures: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedFile:
    """A file of a package as a list of files tells it: path within the package and size in bytes.

    `sha256` is None when it could not be read to its end. `modified` is an ISO 8601 moment in UTC, None where the
    package lies in a container. `format` is None when nobody was asked.
    """

    path: str
    size: int
    sha256: str | None
    modified: str | None = None
    format: Opinion | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The account of one package. `counts` are whole numbers by name (objects, files, bytes, sidecars, messages).

    `findings` holds at most a fixed number for each kind; `totals` counts all of them by rule id. `decisions` is None
    where only a package on disk was judged. With `fail_on` "warning" a warning rejects too. `files` can be read more
    than once, and is empty unless the list was asked for.
    """

    subject: str
    created_at: str
    profile: str
    profile_sha256: str
    tools: tuple[ToolVersion, ...]
    stages: tuple[Stage, ...]
    findings: tuple[Finding, ...]
    totals: Mapping[str, int]
    counts: Mapping[str, int]
    facts: Mapping[str, str] = field(default_factory=dict)
    balances: tuple[Balance, ...] = ()
    decisions: Decisions | None = None
    fail_on: FailOn = "error"
    files: Iterable[ListedFile] = ()

    @property
    def errors(self) -> int:
        """How many kept findings are errors; a total that was cut has at least one that is kept."""
        return sum(finding.severity is Severity.ERROR for finding in self.findings)

    @property
    def accepted(self) -> bool:
        """Every stage ran and there is no error, nor a warning where that rejects too."""
        return all(stage.ran for stage in self.stages) and self.errors == 0 and not self.fails_on_warning

    @property
    def fails_on_warning(self) -> bool:
        """Whether warnings reject here, and there is one."""
        return self.fail_on == "warning" and any(one.severity is Severity.WARNING for one in self.findings)

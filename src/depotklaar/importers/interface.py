"""What every importer gives: conversations whose events stream, and the media that belong to them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from depotklaar.model.conversation import Head, SourceFinding
from depotklaar.model.event import Event, Gap
from depotklaar.model.finding import FindingKind
from depotklaar.storage.tree import Tree


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportOptions:
    """What the archivist states about a source because the source cannot say it itself; None is not stated.

    `captured_at` is a date or moment in ISO 8601; `identity` replaces the display name in the derived identifier.
    """

    source_name: str
    custodian: str | None = None
    zone: str | None = None
    date_order: Literal["dmy", "mdy", "ymd"] | None = None
    captured_at: str | None = None
    identity: str | None = None
    known_as: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EventLine:
    """An event or gap with its own line of canonical JSONL (UTF-8, no line end), so that it can be passed on as is."""

    record: Event | Gap
    line: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedConversation:
    """One conversation of a source. `head` is whole before the first event is asked for.

    `media` leads from the id of each attachment with presence `present` to the name of its entry in the tree;
    `originals` names the entries that hold the text of the conversation as it was delivered (the chat file). Findings
    are complete when `events` is exhausted.
    """

    head: Head
    events: Iterator[EventLine]
    media: Mapping[str, str]
    findings: list[SourceFinding]
    originals: tuple[str, ...] = ()


class Importer(Protocol):
    """A reader of one kind of export.

    `findings` leads from the code of everything that it can notice to its kind; the kind's sentence bears `{evidence}`
    where a finding of that code has evidence. `codes` leads from a field of a capture (`losses`,
    `completeness_reasons`, `captured_at_basis`) or the subject of a decision to the fixed codes that it writes there.
    """

    name: str
    title: str
    findings: Mapping[str, FindingKind]
    codes: Mapping[str, Sequence[str]]

    def recognises(self, tree: Tree) -> bool:
        """Whether the content (never only the name) of this source is of this importer's kind."""

    def read(self, tree: Tree, options: ImportOptions) -> Iterator[ImportedConversation]:
        """Give the source's conversations one by one. SourceError names every fault that can be known at once."""


def noticed(
    kinds: Mapping[str, FindingKind], code: str, event: str | None = None, evidence: str | None = None
) -> SourceFinding:
    """Make the finding of a code, with its kind's sentence in Dutch; `evidence` is short and quotes no message."""
    kind = kinds[code]
    return SourceFinding(
        code=code,
        severity=kind.severity.value,
        event=event,
        message=kind.text.fill(evidence=evidence).nl,
        evidence=evidence,
    )

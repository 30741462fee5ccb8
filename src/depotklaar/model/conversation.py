"""The nouns of the normalized conversation 1.0: what was said, by whom, when, and how we know.

A conversation is a sequence of records, each of one kind. The records that describe (document, conversation,
captures, participants, attachments) come first, the events and gaps follow in the order of the source, findings last.
Names follow RSMF 2.0 where the meaning is equal (participant, display, body, parent, reactions, edits,
read_receipts, custodian, platform). An optional value that a source cannot give is None or empty, never invented.
"""

from dataclasses import dataclass
from typing import Literal

Platform = Literal[
    "whatsapp", "signal", "sms", "mms", "rcs", "imessage", "threema", "telegram", "teams", "slack", "other"
]
Certainty = Literal[
    "exact",
    "zone_stated",
    "zone_assumed",
    "ambiguous_dst",
    "nonexistent_dst",
    "order_assumed",
    "year_inferred",
    "unknown",
]
Presence = Literal["present", "missing", "omitted_by_export", "view_once", "not_exported"]
EventType = Literal["message", "system", "call", "unparsed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Identifier:
    """A mark of a person, conversation or event within a scheme (e164, jid, email, stanza_id, ...)."""

    scheme: str
    value: str
    raw: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """A moment as the source gives it. `local` and `utc` are ISO 8601 (`2022-05-02T16:08`, `2022-05-02T14:08:00Z`).

    `offset` is `+02:00`; `zone` an IANA name. `utc` is None when the instant is not known; `utc_candidates` then
    holds the possible ones (the doubled hour in October). With precision minute the moment lies within that minute.
    """

    local: str | None = None
    precision: Literal["millisecond", "second", "minute", "day", "unknown"] = "unknown"
    zone: str | None = None
    offset: str | None = None
    utc: str | None = None
    utc_candidates: tuple[str, ...] = ()
    certainty: Certainty = "unknown"
    basis: Literal["sender_clock", "receiver_clock", "device_clock", "server", "unknown"] = "unknown"
    raw: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """record `document`, always the first: which format this is and what wrote it."""

    schema: str
    id: str
    created_at: str | None = None
    producer_name: str | None = None
    producer_version: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """A title that the conversation bore, and from when to when if known."""

    value: str
    valid_from: str | None = None
    valid_until: str | None = None
    evidence: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversation:
    """record `conversation`, exactly one. `custodian` is the participant whose copy this is."""

    id: str
    platform: Platform
    type: Literal["direct", "group", "channel", "broadcast", "unknown"] = "unknown"
    display: str | None = None
    titles: tuple[Title, ...] = ()
    description: str | None = None
    custodian: str | None = None
    participants: tuple[str, ...] = ()
    identifiers: tuple[Identifier, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A name under which a capture shows a participant (contact name, push name, the word for the owner)."""

    value: str
    kind: Literal["contact_name", "push_name", "profile_name", "self_word", "phone_text", "nickname", "unknown"] = (
        "unknown"
    )
    raw: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Function:
    """A function that a person held; dates as YYYY-MM-DD, `until` is the last day."""

    title: str
    organisation: str | None = None
    valid_from: str | None = None
    valid_until: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """record `participant`: whoever or whatever the source shows as taking part."""

    id: str
    display: str
    type: Literal["person", "account", "bot", "service", "conversation_label", "unknown"] = "unknown"
    is_custodian: bool = False
    identifiers: tuple[Identifier, ...] = ()
    labels: tuple[Label, ...] = ()
    functions: tuple[Function, ...] = ()

    def marks(self) -> tuple[str, ...]:
        """Every name and number by which the source shows this participant."""
        identifiers = (identifier.value for identifier in self.identifiers)
        return (self.display, *(label.value for label in self.labels), *identifiers)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """A file that a capture consists of, exactly as it was delivered; size in bytes, sha256 in lower-case hex."""

    id: str
    path: str
    role: Literal["chat", "media", "manifest", "carrier", "container"]
    size: int | None = None
    sha256: str | None = None
    encoding: str | None = None
    bom: bool = False
    newline: Literal["lf", "crlf", "mixed", "none"] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What the reader had to decide for a whole file (date order, time zone), the evidence and who decided."""

    subject: Literal["date_order", "time_zone", "language", "header_shape", "clock"]
    value: str
    evidence: str
    decided_by: Literal["source", "user", "assumption"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """record `capture`: one export or read-out of the conversation, from one device, at one moment.

    `losses` are fixed codes for what this kind of source cannot carry (`no_timezone`, `no_message_ids`,
    `captions_lost_ios`, ...); `completeness_reasons` say why completeness is not certain.
    """

    id: str
    custodian: str | None = None
    device_platform: Literal["ios", "android", "windows", "mac", "linux", "unknown"] = "unknown"
    app: str | None = None
    app_version: str | None = None
    language: str | None = None
    method: Literal[
        "app_export",
        "copied_text",
        "screenshots",
        "device_backup",
        "database",
        "forensic_extraction",
        "third_party_export",
        "server_export",
        "unknown",
    ] = "unknown"
    tool_name: str | None = None
    tool_version: str | None = None
    captured_at: str | None = None
    captured_at_basis: str | None = None
    source_files: tuple[SourceFile, ...] = ()
    with_media: bool | None = None
    completeness: Literal["complete", "partial", "truncated_suspected", "unknown"] = "unknown"
    completeness_reasons: tuple[str, ...] = ()
    reader_name: str | None = None
    reader_version: str | None = None
    decisions: tuple[Decision, ...] = ()
    losses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """record `attachment`: a file of the conversation. `path` is relative to the conversation's folder.

    `name_in_text` is what the message calls it, `name_on_disk` what the export calls it. Size in bytes, sha256 in
    lower-case hex; both are None unless `presence` is present.
    """

    id: str
    presence: Presence
    display: str | None = None
    name_in_text: str | None = None
    name_on_disk: str | None = None
    path: str | None = None
    size: int | None = None
    sha256: str | None = None
    media_type: str | None = None
    kind: Literal[
        "image", "video", "audio", "voice_note", "sticker", "gif", "document", "contact", "video_note", "unknown"
    ] = "unknown"
    page_count: int | None = None
    duration_seconds: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """Where an event stands in a capture. Bytes are counted from 0, end excluded; lines from 1, end included.

    `file` is the id of one of that capture's source files.
    `raw` is the exact source text with marks and line ends: the raw of all events of a file in order is that file.
    """

    capture: str
    file: str | None = None
    line_start: int | None = None
    line_end: int | None = None
    byte_start: int | None = None
    byte_end: int | None = None
    record_key: str | None = None
    raw: str | None = None
    raw_sha256: str | None = None
    label: str | None = None
    direction: Literal["incoming", "outgoing", "unknown"] = "unknown"
    differences: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """What a reply quotes, when the source shows it; `author` as the source shows it."""

    text: str | None = None
    author: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One earlier version of a message, or the bare fact that there was one."""

    evidence: Literal["history", "marker_mark", "marker_text", "flag"]
    timestamp: Time | None = None
    previous: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Deletion:
    """That a message was deleted, by whom, when, and how we know."""

    state: Literal["deleted_for_everyone", "deleted_by_admin", "deleted_for_me", "expired", "unknown"]
    evidence: Literal["marker_mark", "marker_text", "flag", "absent_in_later_capture", "recovered"]
    participant: str | None = None
    timestamp: Time | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reaction:
    """An emoji or word that participants set on a message."""

    value: str
    participants: tuple[str, ...] = ()
    count: int | None = None
    timestamp: Time | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """That a message reached, was read or played by a participant, or failed to."""

    participant: str
    action: Literal["sent", "delivered", "read", "played", "failed"]
    timestamp: Time | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PollOption:
    """An answer in a poll, with its votes as far as the source gives them."""

    text: str
    votes: int | None = None
    voters: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Poll:
    """A question with answers."""

    question: str
    options: tuple[PollOption, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """A place that was shared; coordinates in degrees (WGS 84)."""

    latitude: float | None = None
    longitude: float | None = None
    display: str | None = None
    live: bool = False
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SystemAction:
    """What the application reports (a member added, the subject changed). `action` is a code, or `unknown`."""

    action: str
    actor: str | None = None
    subjects: tuple[str, ...] = ()
    old_value: str | None = None
    new_value: str | None = None
    duration_seconds: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A call within the conversation; duration in seconds."""

    medium: Literal["voice", "video", "unknown"] = "unknown"
    outcome: Literal["missed", "declined", "answered", "unknown"] = "unknown"
    duration_seconds: int | None = None
    participants: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """record `event`: a message, a system notice, a call, or source text that no rule could read.

    `order` counts from 1 in the order of the source, which need not be the order of time. `body` is what the user
    sees: application marks are taken off, nothing else is changed. `participant` is None for system events.
    """

    id: str
    type: EventType
    order: int
    timestamp: Time | None = None
    participant: str | None = None
    direction: Literal["incoming", "outgoing", "unknown"] = "unknown"
    body: str | None = None
    body_format: Literal["plain", "whatsapp", "markdown", "html", "slack_mrkdwn"] = "plain"
    subject: str | None = None
    parent: str | None = None
    quote: Quote | None = None
    forwarded: Literal["yes", "frequently", "no"] | None = None
    attachments: tuple[str, ...] = ()
    placeholder: (
        Literal["image", "video", "audio", "sticker", "gif", "document", "contact", "video_note", "media", "waiting"]
        | None
    ) = None
    edited: bool = False
    edits: tuple[Edit, ...] = ()
    deletion: Deletion | None = None
    reactions: tuple[Reaction, ...] = ()
    read_receipts: tuple[Receipt, ...] = ()
    view_once: bool = False
    expires_seconds: int | None = None
    poll: Poll | None = None
    location: Location | None = None
    system: SystemAction | None = None
    call: Call | None = None
    occurrences: tuple[Occurrence, ...] = ()
    identifiers: tuple[Identifier, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """record `gap`: events that were left out on purpose stand between the events around it.

    `order_first` and `order_last` are the orders of the first and last event left out; `events` and `attachments` count
    them. It says who decided and why, and nothing of what was said.
    """

    order_first: int
    order_last: int
    events: int
    attachments: int
    reason: str
    decided_by: str
    decided_at: str | None = None
    remark: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFinding:
    """record `finding`: something a reader noticed; `code` is fixed, `evidence` quotes no message text."""

    code: str
    severity: Literal["error", "warning", "info"]
    event: str | None = None
    message: str | None = None
    evidence: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """Everything of a conversation but its events: one document record and what describes the conversation."""

    document: Document
    conversation: Conversation
    captures: tuple[Capture, ...] = ()
    participants: tuple[Participant, ...] = ()
    attachments: tuple[Attachment, ...] = ()


Record = Document | Conversation | Capture | Participant | Attachment | Event | Gap | SourceFinding

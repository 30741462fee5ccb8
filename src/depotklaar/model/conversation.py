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
Presence = Literal["present", "missing", "omitted_by_export", "view_once", "not_exported"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Identifier:
    """A mark of a person, conversation or event within a scheme (e164, jid, email, stanza_id, ...)."""

    scheme: str
    value: str
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

    def marks(self) -> tuple[str, ...]:
        """Every name by which the conversation can be meant: its id, what it is called (empty: nothing), its titles."""
        return (self.id, self.display or "", *(title.value for title in self.titles))


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

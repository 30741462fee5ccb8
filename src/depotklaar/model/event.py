"""The nouns of what happened in a conversation: messages, notices and calls, when, and how we know.

They are records of the normalized conversation 1.0. An optional value that a source cannot give is None or empty, never
invented.
"""

from dataclasses import dataclass
from typing import Literal

from depotklaar.model.conversation import Identifier

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


EventType = Literal["message", "system", "call", "unparsed"]


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

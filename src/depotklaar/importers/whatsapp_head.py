"""What describes a chat: conversation, capture, the decisions that were taken, and what an export cannot hold."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from depotklaar.importers.identity import conversation_identity
from depotklaar.importers.interface import ImportOptions
from depotklaar.importers.whatsapp_clock import ASSUMED_ZONE
from depotklaar.importers.whatsapp_dates import BY_STATEMENT, Judgement
from depotklaar.importers.whatsapp_events import CAPTURE, CHAT_FILE
from depotklaar.importers.whatsapp_media import Matched
from depotklaar.importers.whatsapp_people import is_title
from depotklaar.importers.whatsapp_probe import Probe
from depotklaar.importers.whatsapp_survey import Survey, is_ios
from depotklaar.model.conversation import Capture, Conversation, Decision, Document, Head, SourceFile, Title
from depotklaar.standards.conversation.forms import FORMAT
from depotklaar.storage.tree import Tree

READER = "depotklaar.importers.whatsapp"
READER_VERSION = "1.0"

_EVERY_LOSS = (
    "no_timezone",
    "no_message_ids",
    "no_reply_links",
    "no_group_roster",
    "reactions_unavailable",
    "edit_history_unavailable",
    "forwarded_unavailable",
    "receipts_unavailable",
    "view_once_media_omitted",
    "deleted_for_me_untraceable",
)
_IOS_LOSS, _ANDROID_LOSS = "captions_lost_ios", "no_seconds"
_CAPS = ((40_000, False), (10_000, True))
_NEAR = 40
_NEAR_CAP = {cap: f"message_count_near_cap_{cap}" for cap, _ in _CAPS}
_START_NOT_SEEN, _MEDIA_MISSING = "start_not_seen", "media_missing"
_STATED = "stated"
_ZONE_ASSUMED = "de bron noemt geen tijdzone"

CODES: Mapping[str, Sequence[str]] = {
    "losses": (*_EVERY_LOSS, _IOS_LOSS, _ANDROID_LOSS),
    "completeness_reasons": (*_NEAR_CAP.values(), _START_NOT_SEEN, _MEDIA_MISSING),
    "captured_at_basis": (_STATED,),
    "date_order": ("dmy", "mdy", "ymd"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """Everything that was learnt of one chat file; `title` is the one that the app put in the names of the source.

    `own_name` is what a person called the file: it serves when nothing else names the chat, and proves nothing.
    """

    tree: Tree
    options: ImportOptions
    found: Probe
    survey: Survey
    judged: tuple[Judgement, ...]
    matched: Matched
    title: str | None
    own_name: str | None

    @property
    def zone(self) -> str:
        """The time zone in which the times are read."""
        return self.options.zone or ASSUMED_ZONE

    @property
    def language(self) -> str | None:
        """The language of the app on the phone; None when its own lines do not tell."""
        ranked = sorted(((-count, name) for name, count in self.survey.languages.items()))
        return ranked[0][1] if ranked else None

    @property
    def with_media(self) -> bool | None:
        """Whether the export was made with media; None when nothing tells."""
        return True if self.survey.media.named else False if self.survey.media.omitted else None

    @property
    def near_cap(self) -> int | None:
        """The most that WhatsApp exports, when the number of messages is within 2.5 percent of it; else None."""
        for cap, with_media in _CAPS:
            fits = self.with_media is not (not with_media)
            if fits and abs(self.survey.messages - cap) <= cap // _NEAR:
                return cap
        return None


def build_head(read: Read) -> Head:
    """Return the head of the conversation."""
    survey, options = read.survey, read.options
    kind = _kind(read)
    display = _display(read, kind)
    titles = frozenset(title for title in _title_texts(read, display)) if kind != "direct" else frozenset()
    participants = survey.people.participants(titles)
    name = options.identity or display or options.source_name
    identifier = conversation_identity("whatsapp", options.custodian, name)
    people = tuple(part.id for part in participants if part.type != "conversation_label")
    file_title = read.title or (None if display else read.own_name)
    named = (Title(value=file_title, evidence="file_name"),) if file_title else ()
    return Head(
        document=Document(schema=FORMAT, id=identifier),
        conversation=Conversation(
            id=identifier,
            platform="whatsapp",
            type=kind,  # type: ignore[arg-type]
            display=display or read.own_name,
            titles=(*named, *survey.titles),
            custodian=survey.people.custodian(),
            participants=people,
        ),
        captures=(_capture(read),),
        participants=participants,
        attachments=read.matched.attachments,
    )


def _kind(read: Read) -> str:
    """Tell direct from group: by lines that only a group has, by who writes, and by the title of the chat."""
    survey = read.survey
    senders = {person.display for person in survey.people.senders()}
    if survey.group_lines or len(senders) > 2:
        return "group"
    if read.title is not None and read.title in senders:
        return "direct"
    heads_own = any(person.heads_notices and person.sends for person in survey.people.all())
    return "direct" if survey.starts_with_notice and (heads_own or not is_ios(read.found)) and senders else "unknown"


def _display(read: Read, kind: str) -> str | None:
    if read.title:
        return read.title
    if kind != "direct" and read.survey.titles:
        return read.survey.titles[-1].value
    people = read.survey.people
    if kind == "group":
        headings = [person.display for person in people.all() if person.heads_notices and not person.sends]
        named = {person.display for person in people.all() if person.is_named}
        return next((text for text in headings if text not in named), None)
    holder = people.custodian()
    others = [person for person in people.senders() if people.id_of_key(person.key) != holder]
    return others[0].display if kind == "direct" and holder and len(others) == 1 else None


def _title_texts(read: Read, display: str | None) -> list[str]:
    """Return the texts that are titles of this chat: of its name, of its history, and labels that only head notices."""
    people = read.survey.people.all()
    texts = [title.value for title in read.survey.titles] + [text for text in (display, read.title) if text]
    if read.survey.group_lines:
        texts += [person.display for person in people if is_title(person, frozenset((person.display,)))]
    return texts


def _capture(read: Read) -> Capture:
    ios = is_ios(read.found)
    return Capture(
        id=CAPTURE,
        custodian=read.survey.people.custodian(),
        device_platform="ios" if ios else "android",
        app="WhatsApp",
        language=read.language,
        method="app_export",
        captured_at=read.options.captured_at,
        captured_at_basis=_STATED if read.options.captured_at else None,
        source_files=_source_files(read),
        with_media=read.with_media,
        completeness="truncated_suspected" if read.near_cap else "unknown",
        completeness_reasons=_reasons(read),
        reader_name=READER,
        reader_version=READER_VERSION,
        decisions=_decisions(read),
        losses=(*_EVERY_LOSS, _IOS_LOSS if ios else _ANDROID_LOSS),
    )


def _source_files(read: Read) -> tuple[SourceFile, ...]:
    text = read.found.text
    chat = SourceFile(
        id=CHAT_FILE,
        path=text.name,
        role="chat",
        size=text.size,
        sha256=text.sha256,
        encoding=text.encoding,
        bom=text.bom,
        newline=text.newline,
    )
    if read.tree.container in ("zip", "tar"):
        return chat, SourceFile(id="f2", path=read.tree.path.name, role="container")
    return (chat,)


def _reasons(read: Read) -> tuple[str, ...]:
    reasons = []
    if read.near_cap:
        reasons.append(_NEAR_CAP[read.near_cap])
    if not read.survey.starts_with_notice:
        reasons.append(_START_NOT_SEEN)
    if read.matched.missing:
        reasons.append(_MEDIA_MISSING)
    return tuple(reasons)


def _decisions(read: Read) -> tuple[Decision, ...]:
    decisions = []
    for number, ((order, evidence, by), shape) in enumerate(zip(read.judged, read.found.shapes, strict=True)):
        decisions.append(
            Decision(
                subject="header_shape",
                value=shape.name,
                evidence=f"aantal: {read.found.counts[number]}",
                decided_by="source",
            )
        )
        decisions.append(Decision(subject="date_order", value=order, evidence=evidence, decided_by=by))
    zone_by, zone_text = ("user", BY_STATEMENT) if read.options.zone else ("assumption", _ZONE_ASSUMED)
    decisions.append(
        Decision(subject="time_zone", value=read.zone, evidence=zone_text, decided_by=zone_by)  # type: ignore[arg-type]
    )
    if read.language:
        counts = ", ".join(f"{name} {count}" for name, count in sorted(read.survey.languages.items()))
        evidence = f"meldingen van de app: {counts}"
        decisions.append(Decision(subject="language", value=read.language, evidence=evidence, decided_by="source"))
    return tuple(decisions)

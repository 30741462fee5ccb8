"""A conversation with one of everything, and a way to render it."""

import io
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from depotklaar.language import Text
from depotklaar.model.conversation import (
    Attachment,
    Capture,
    Conversation,
    Decision,
    Document,
    Function,
    Head,
    Identifier,
    Label,
    Participant,
    SourceFile,
    SourceFinding,
)
from depotklaar.model.event import (
    Call,
    Deletion,
    Edit,
    Event,
    Gap,
    Location,
    Occurrence,
    Poll,
    PollOption,
    Quote,
    Reaction,
    Receipt,
    SystemAction,
    Time,
)
from depotklaar.renditions import reading_html
from depotklaar.renditions.interface import RenderInput
from depotklaar.standards.conversation.writer import encode_record

FUNCTIONS = (
    Function(
        title="Wethouder Wonen", organisation="Gemeente Waterrade", valid_until="2022-05-02", source="Staatsalmanak"
    ),
    Function(title="Burgemeester", organisation="Gemeente Waterrade", valid_from="2022-05-03"),
)
PEOPLE = (
    Participant(
        id="p1",
        display="Noor van Duin",
        type="person",
        is_custodian=True,
        identifiers=(Identifier(scheme="e164", value="+31600000001"),),
        labels=(Label(value="Noor W.", kind="contact_name"),),
        functions=FUNCTIONS,
    ),
    Participant(id="p2", display="Bram Oostindië", type="person"),
    Participant(id="p3", display="Wonen aan de Waterrand", type="conversation_label"),
)
FILES = (
    ("a-img", "image", "kade.png", "Foto's van de kade"),
    ("a-snd", "voice_note", "spraak.opus", "PTT-20220502-WA0003.opus"),
    ("a-vid", "video", "rondgang.mp4", "VID-20220502-WA0004.mp4"),
    ("a-doc", "document", "nota.pdf", "Nota grondprijzen.pdf"),
    ("a-vcf", "contact", "kaart.vcf", "Bram Oostindië.vcf"),
)


def at(clock: str, day: str = "2022-05-02", **changed: Any) -> Time:
    given: dict[str, Any] = {"zone": "Europe/Amsterdam", "offset": "+02:00", "certainty": "zone_assumed"}
    given |= {"precision": "minute", "basis": "device_clock", "raw": f"{day} {clock}"}
    return Time(local=f"{day}T{clock}", **(given | changed))


def attachments() -> tuple[Attachment, ...]:
    there = [
        Attachment(id=i, presence="present", display=shown, kind=kind, size=48213, sha256="ab" * 32, path=f"x/{name}")
        for i, kind, name, shown in FILES
    ]
    return (
        *there,
        Attachment(id="a-lost", presence="missing", name_in_text="IMG-0009.jpg", kind="image"),
        Attachment(id="a-omit", presence="omitted_by_export", name_in_text="VID-0010.mp4", kind="video"),
    )


def head(people: Sequence[Participant] = PEOPLE) -> Head:
    return Head(
        document=Document(schema="depotklaar-conversation-1.0", id="doc-1"),
        conversation=Conversation(
            id="c-1",
            platform="whatsapp",
            type="group",
            display="Wonen aan de Waterrand",
            description="Overleg\nvrijdag",
        ),
        captures=(
            Capture(
                id="telefoon-1",
                custodian="p1",
                device_platform="ios",
                app="WhatsApp",
                method="app_export",
                captured_at="2022-06-01",
                completeness="partial",
                completeness_reasons=("begint midden in het gesprek",),
                losses=("no_timezone", "eigen_code"),
                source_files=(SourceFile(id="f1", path="_chat.txt", role="chat", size=1200, sha256="cd" * 32),),
                decisions=(
                    Decision(subject="time_zone", value="Europe/Amsterdam", evidence="levering", decided_by="user"),
                ),
            ),
        ),
        participants=tuple(people),
        attachments=attachments(),
    )


def early_shapes() -> list[dict[str, Any]]:
    """What the first events hold: notices, replies, attachments."""
    seen = (
        Occurrence(capture="telefoon-1", line_start=7, raw="x"),
        Occurrence(capture="telefoon-2", line_start=9, differences=("time +2 min",)),
    )
    system = SystemAction(action="member_added", actor="p1", subjects=("p2",))
    return [
        {"type": "system", "timestamp": at("08:00"), "body": "Berichten worden versleuteld."},
        {"type": "system", "timestamp": at("08:01"), "system": system},
        {"participant": "p1", "timestamp": at("08:05"), "body": "Goedemorgen,\n  kijk op https://voorbeeld.nl/a?b=1&c=2"},
        {"participant": "p2", "timestamp": at("08:06"), "body": "Mooi", "parent": "e3", "occurrences": seen},
        {"participant": "p2", "timestamp": at("08:07"), "body": "Zie boven",
         "quote": Quote(text="citaat", author="Noor")},
        {"participant": "p2", "timestamp": at("08:08"), "body": "Dat was vorig jaar", "parent": "elders-77"},
        {"participant": "p1", "timestamp": at("08:10"), "body": "De kade", "attachments": ("a-img", "a-snd", "a-vid")},
        {"participant": "p1", "timestamp": at("08:11"),
         "attachments": ("a-doc", "a-vcf", "a-lost", "a-omit", "a-none")},
    ]  # fmt: skip


def later_shapes() -> list[dict[str, Any]]:
    """What the rest of the events hold: absence, change, response, the less common kinds, other days."""
    two_oclock = {"certainty": "ambiguous_dst", "offset": None}
    candidates = ("2022-10-30T00:30:00Z", "2022-10-30T01:30:00Z")
    return [
        {"participant": "p2", "timestamp": at("08:12"), "placeholder": "image"},
        {"participant": "p2", "timestamp": at("08:13"), "body": "Nieuw", "edits": (
            Edit(evidence="history", previous="Oud voorstel", timestamp=at("08:14")), Edit(evidence="marker_text"))},
        {"participant": "p2", "timestamp": at("08:15"), "deletion": Deletion(
            state="deleted_by_admin", evidence="marker_mark", participant="p1", timestamp=at("08:20"))},
        {"participant": "p1", "timestamp": at("08:21"), "body": "Akkoord?", "forwarded": "frequently",
         "reactions": (Reaction(value="👍🏽", participants=("p2",)), Reaction(value="🎉", count=4)),
         "read_receipts": (Receipt(participant="p2", action="read", timestamp=at("08:30")),
                           Receipt(participant="p3", action="delivered"))},
        {"participant": "p2", "timestamp": at("08:31"), "view_once": True, "expires_seconds": 604800, "body": ""},
        {"participant": "p2", "timestamp": at("08:32"), "poll": Poll(question="Welke dag?", options=(
            PollOption(text="maandag", votes=1, voters=("p1",)), PollOption(text="dinsdag")))},
        {"participant": "p2", "timestamp": at("08:33"), "location": Location(
            latitude=52.0705, longitude=4.3007, display="Stadhuis", url="https://maps.voorbeeld.nl/?q=1")},
        {"type": "call", "participant": "p2", "timestamp": at("08:40"), "call": Call(
            medium="video", outcome="answered", duration_seconds=3905, participants=("p1", "p2"))},
        {"type": "unparsed", "occurrences": (Occurrence(capture="telefoon-1", raw="?? losse regel"),)},
        {"participant": "p1", "timestamp": at("09:00", "2022-05-03"), "body": "شكرا جزيلا and thanks"},
        {"participant": "p1", "timestamp": at("09:01", "2022-05-03", certainty="exact"), "body": "Zeker",
         "subject": "Vraag"},
        {"participant": "p1", "timestamp": at("02:30", "2022-10-30", utc_candidates=candidates, **two_oclock),
         "body": "Laat"},
        {"participant": None, "timestamp": Time(utc="2022-10-30T04:00:00Z"), "body": "Zonder afzender"},
        {"participant": "p2", "placeholder": "waiting"},
    ]  # fmt: skip


def everything() -> list[Event | Gap]:
    """Events of every kind, over three days, with a gap."""
    events: list[Event | Gap] = []
    for number, shape in enumerate([*early_shapes(), *later_shapes()], start=1):
        fields = {"type": "message"} | shape
        events.append(Event(id=f"e{number}", order=number + (12 if number > 17 else 0), **fields))
    gap = Gap(
        order_first=18,
        order_last=29,
        events=12,
        attachments=1,
        reason="privé",
        decided_by="E. Archivaris",
        decided_at="2022-07-01",
    )
    return [*events[:17], gap, *events[17:]]


FINDINGS = (SourceFinding(code="media_missing", severity="warning", event="e8", message="1 bestand ontbreekt"),)


@pytest.fixture
def source() -> Callable[..., RenderInput]:
    """Builds the input of a rendition out of events and gaps."""

    def build(records: Sequence[Event | Gap] | None = None, **changed: Any) -> RenderInput:
        chosen = everything() if records is None else records
        given: dict[str, Any] = {
            "title": "Wonen aan de Waterrand, mei 2022",
            "period": "2 mei 2022 tot en met 30 oktober 2022",
            "head": head(),
            "lines": lambda: iter([encode_record(record) for record in chosen]),
            "files": {i: name for i, _, name, _ in FILES},
            "facts": (
                (Text("Archief", "Archive"), "Gemeente Waterrade"),
                (Text("Kenmerk", "Identifier"), "WR-2022-0001"),
            ),
            "findings": FINDINGS,
        }
        return RenderInput(**(given | changed))

    return build


@pytest.fixture
def render(source: Callable[..., RenderInput]) -> Callable[..., str]:
    """Renders the reading version and gives its text."""

    def run(records: Sequence[Event | Gap] | None = None, **changed: Any) -> str:
        out = io.BytesIO()
        reading_html.render(source(records, **changed), out)
        return out.getvalue().decode("utf-8")

    return run

"""The data version holds what the Archiefstuk holds, byte for byte the same each time, and is read back."""

import io
from dataclasses import replace
from pathlib import Path

import pytest

from depotklaar.model.conversation import Attachment, Conversation, Document, Head, Participant, SourceFinding
from depotklaar.model.event import Event, Gap
from depotklaar.renditions import conversation_json
from depotklaar.renditions.interface import RenderInput, Rendition
from depotklaar.standards.conversation.reader import head_of, read_records
from depotklaar.standards.conversation.writer import encode_record

SCHEMA = Path(__file__).parents[3] / "schemas" / "conversation-1.0.schema.json"
HEAD = Head(
    document=Document(schema="depotklaar-conversation-1.0", id="d1"),
    conversation=Conversation(id="g1", platform="whatsapp", display="Kade"),
    participants=(Participant(id="p1", display="Wilma"),),
    attachments=(
        Attachment(id="a1", presence="present", path="media/IMG 1.jpg"),
        Attachment(id="a2", presence="omitted_by_export"),
    ),
)
RECORDS = (
    Event(id="e1", type="message", order=1, participant="p1", body="half \ud83d", attachments=("a1", "a2")),
    Gap(order_first=2, order_last=3, events=2, attachments=0, reason="prive", decided_by="W. Dijk"),
)
FINDING = SourceFinding(code="odd", severity="info")


@pytest.fixture
def source():
    lines = [encode_record(record) for record in RECORDS]
    return RenderInput(
        title="Kade",
        period="2022",
        head=HEAD,
        lines=lambda: iter(lines),
        files={"a1": "img-1.jpg"},
        facts=(),
        findings=(FINDING,),
    )


def rendered(source):
    out = io.BytesIO()
    conversation_json.render(source, out)
    return out.getvalue()


def test_it_is_a_rendition():
    subject: Rendition = conversation_json
    assert (subject.name, subject.extension) == ("conversation-json", "json")


def test_it_is_read_back_with_the_names_beside_it(source):
    stream = io.BytesIO(rendered(source))
    records = [record for record, _ in read_records(stream, "json", "proef", SCHEMA.read_bytes())]
    present, absent = HEAD.attachments
    assert head_of(records) == replace(HEAD, attachments=(replace(present, path="img-1.jpg"), absent))
    assert tuple(records[-3:]) == (*RECORDS, FINDING)


def test_every_line_stands_there_as_it_is(source):
    data = rendered(source)
    assert all(line in data.split(b"\n") or line + b"," in data.split(b"\n") for line in source.lines())
    assert data == rendered(source)


def test_lines_are_written_one_by_one(source):
    sizes = []

    class Out(io.BytesIO):
        def write(self, data):
            sizes.append(len(data))
            return len(data)

    line = encode_record(RECORDS[0])
    conversation_json.render(replace(source, lines=lambda: (line for _ in range(1000))), Out())
    assert max(sizes) < 500

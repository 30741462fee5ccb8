"""A small fictional conversation in which every kind of record and every field occurs."""

import io
from pathlib import Path

import pytest

from depotklaar.errors import SourceError
from depotklaar.model import conversation as c
from depotklaar.model import event as e
from depotklaar.standards.conversation.reader import read_records
from depotklaar.standards.conversation.writer import encode_record, write_jsonl

SCHEMA = Path(__file__).parents[4] / "schemas" / "conversation-1.0.schema.json"
MOMENT = e.Time(
    local="2023-10-29T02:30",
    precision="minute",
    zone="Europe/Amsterdam",
    offset="+02:00",
    utc="2023-10-29T00:30:00Z",
    utc_candidates=("2023-10-29T00:30:00Z", "2023-10-29T01:30:00Z"),
    certainty="ambiguous_dst",
    basis="device_clock",
    raw="29-10-2023 02:30",
)
MARK = c.Identifier(scheme="e164", value="+31600000001", raw="+31 6 00000001")


@pytest.fixture(scope="session")
def schema():
    return SCHEMA.read_bytes()


@pytest.fixture(scope="session")
def full_records():
    """One record of each kind with a value in every field."""
    occurrence = e.Occurrence(
        capture="c1", file="f1", line_start=1, line_end=2, byte_start=0, byte_end=9, record_key="row 1", raw="regel\n",
        raw_sha256="a" * 64, label="Wilma", direction="outgoing", differences=("label",),
    )  # fmt: skip
    event = e.Event(
        id="e1", type="message", order=1, timestamp=MOMENT, participant="p1", direction="outgoing", body="Akkoord ✅",
        body_format="whatsapp", subject="Kade", parent="e0", quote=e.Quote(text="Goed?", author="Wilma"),
        forwarded="yes", attachments=("a1",), placeholder="image", edited=True,
        edits=(e.Edit(evidence="history", timestamp=MOMENT, previous="Akoord"),),
        deletion=e.Deletion(state="expired", evidence="flag", participant="p1", timestamp=MOMENT),
        reactions=(e.Reaction(value="👍", participants=("p1",), count=1, timestamp=MOMENT),),
        read_receipts=(e.Receipt(participant="p1", action="read", timestamp=MOMENT),), view_once=True,
        expires_seconds=60, poll=e.Poll(question="?", options=(e.PollOption(text="Nu", votes=1, voters=("p1",)),)),
        location=e.Location(latitude=52.1, longitude=4.5, display="Kade", live=True, url="https://kade.example"),
        system=e.SystemAction(action="subject", actor="p1", subjects=("p1",), old_value="A", new_value="B",
                              duration_seconds=1),
        call=e.Call(medium="voice", outcome="missed", duration_seconds=0, participants=("p1",)),
        occurrences=(occurrence,), identifiers=(MARK,),
    )  # fmt: skip
    return (*_head_records(), event, _gap(), _finding())


def _head_records():
    source_file = c.SourceFile(
        id="f1", path="chat.txt", role="chat", size=9, sha256="b" * 64, encoding="utf-8", bom=True, newline="crlf"
    )
    decision = c.Decision(subject="time_zone", value="Europe/Amsterdam", evidence="stated", decided_by="user")
    function = c.Function(
        title="wethouder",
        organisation="Gemeente Waterdam",
        valid_from="2022-01-01",
        valid_until="2024-12-31",
        source="besluit",
    )
    return (
        c.Document(schema="depotklaar-conversation-1.0", id="d1", created_at="2024-01-01T00:00:00Z",
                   producer_name="proef", producer_version="1"),
        c.Conversation(id="g1", platform="signal", type="group", display="Kade",
                       titles=(c.Title(value="Kade", valid_from="2022-01-01", valid_until="2023-01-01", evidence="e"),),
                       description="Over de kade", custodian="p1", participants=("p1",), identifiers=(MARK,)),
        c.Capture(id="c1", custodian="p1", device_platform="ios", app="Signal", app_version="7", language="nl",
                  method="app_export", tool_name="t", tool_version="1", captured_at="2024-01-01T10:00+01:00",
                  captured_at_basis="stated", source_files=(source_file,), with_media=True, completeness="partial",
                  completeness_reasons=("cap",), reader_name="r", reader_version="1", decisions=(decision,),
                  losses=("no_timezone",)),
        c.Participant(id="p1", display="Wilma", type="person", is_custodian=True, identifiers=(MARK,),
                      labels=(c.Label(value="Wilma", kind="push_name", raw="~Wilma"),), functions=(function,)),
        c.Attachment(id="a1", presence="present", display="Kade", name_in_text="k.jpg", name_on_disk="K.JPG",
                     path="media/k.jpg", size=3, sha256="c" * 64, media_type="image/jpeg", kind="image", page_count=1,
                     duration_seconds=2),
    )  # fmt: skip


def _gap():
    return e.Gap(
        order_first=2, order_last=4, events=3, attachments=0, reason="prive", decided_by="W. Dijk",
        decided_at="2024-02-01", remark="afgesproken",
    )  # fmt: skip


def _finding():
    return c.SourceFinding(code="odd", severity="info", event="e1", message="Opgemerkt.", evidence="regel 1")


@pytest.fixture
def head():
    """A small head: participant p1, attachment a1 (present), capture c1 with source file f1."""
    document, conversation, capture, participant, attachment = _head_records()
    return c.Head(
        document=document,
        conversation=conversation,
        captures=(capture,),
        participants=(participant,),
        attachments=(attachment,),
    )


@pytest.fixture
def file_of():
    """Write a head and events as JSON Lines, and give the bytes."""

    def write(head, *records):
        out = io.BytesIO()
        write_jsonl(out, head, [encode_record(record) for record in records])
        return out.getvalue()

    return write


@pytest.fixture
def read(schema):
    """Read bytes strictly, and give the records."""

    def records(data, encoding="jsonl"):
        return [record for record, _ in read_records(io.BytesIO(data), encoding, "proef", schema)]

    return records


@pytest.fixture
def faults(read):
    """Read bytes that are wrong, and give each fault as `place: text`."""

    def problems(data, encoding="jsonl"):
        with pytest.raises(SourceError) as caught:
            read(data, encoding)
        assert all(p.text.nl and p.text.en and p.hint.nl and p.hint.en for p in caught.value.problems)
        return [f"{p.place}: {p.text.en}" for p in caught.value.problems]

    return problems

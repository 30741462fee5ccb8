"""What the writer writes is canonical: one way only, defaults left out, never null."""

import io
import json

import msgspec
import pytest

from depotklaar.model.conversation import Participant, SourceFinding
from depotklaar.model.event import Event, Location, Time
from depotklaar.standards.conversation.writer import encode_record, write_jsonl


def test_defaults_are_left_out_and_record_comes_first():
    assert (
        encode_record(Participant(id="p1", display="Wilma")) == b'{"record":"participant","id":"p1","display":"Wilma"}'
    )
    time = encode_record(Event(id="e1", type="system", order=1, timestamp=Time()))
    assert time == b'{"record":"event","id":"e1","type":"system","order":1,"timestamp":{}}'


def test_keys_stand_in_the_order_of_the_nouns(full_records):
    for record in full_records:
        keys = list(json.loads(encode_record(record)))
        assert keys == ["record", *(name for name in type(record).__slots__)]


def test_text_is_written_as_it_is():
    line = encode_record(Event(id="e1", type="message", order=1, body='é 🙂 \u2028 \x00 \x7f "\\\n'))
    assert line.endswith('"body":"é 🙂 \u2028 \\u0000 \x7f \\"\\\\\\n"}'.encode())


@pytest.mark.parametrize("text", ["\ud83d", "x\udfff\n", "🙂\ud800é\x01"])
def test_half_a_surrogate_pair_is_escaped(text):
    line = encode_record(Event(id="e1", type="message", order=1, body=text))
    assert b"\n" not in line
    assert json.loads(line)["body"] == text


@pytest.mark.parametrize("value", [float("nan"), float("inf"), 91.0])
def test_a_value_that_the_format_does_not_have_is_our_bug(value):
    with pytest.raises(msgspec.ValidationError):
        encode_record(Event(id="e1", type="message", order=1, location=Location(latitude=value)))


def test_findings_are_asked_for_after_the_last_line(head):
    findings = []

    def lines():
        yield encode_record(Event(id="e1", type="message", order=1))
        findings.append(SourceFinding(code="late", severity="info"))

    out = io.BytesIO()
    write_jsonl(out, head, lines(), findings)
    kinds = [json.loads(line)["record"] for line in out.getvalue().splitlines()]
    assert kinds == ["document", "conversation", "capture", "participant", "attachment", "event", "finding"]

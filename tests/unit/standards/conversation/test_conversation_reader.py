"""The strict reader takes what is right, and tells everything that is wrong, each with its record and field."""

import dataclasses
import io
import json

import pytest

from depotklaar.errors import SourceError
from depotklaar.model.event import Call, Event, Gap, Occurrence, Poll, PollOption, Reaction, Receipt
from depotklaar.standards.conversation import strictness
from depotklaar.standards.conversation.faults import MOST
from depotklaar.standards.conversation.reader import decode_event, decode_record, head_of, read_records
from depotklaar.standards.conversation.writer import encode_record


def message(number, **fields):
    return Event(**{"id": f"e{number}", "type": "message", "order": number, "participant": "p1"} | fields)


def test_what_was_written_is_read_back(read, file_of, head, full_records):
    events = (message(1), Gap(order_first=2, order_last=4, events=3, attachments=0, reason="prive", decided_by="W"))
    records = read(file_of(head, *events))
    assert head_of(records) == head
    assert tuple(records[-2:]) == events


def test_every_kind_of_record_survives(full_records):
    assert tuple(decode_record(encode_record(record)) for record in full_records) == full_records


def test_decode_event_takes_events_and_gaps_only(full_records):
    event, gap, finding = full_records[-3:]
    assert decode_event(encode_record(event)) == event
    assert decode_event(encode_record(gap)) == gap
    with pytest.raises(ValueError, match="an event or gap"):
        decode_event(encode_record(finding))


def test_another_way_of_writing_is_read_and_made_canonical(schema, file_of, head):
    lines = file_of(head, message(1, body="één")).splitlines()
    loose = [json.dumps(dict(reversed(json.loads(line).items())), indent=None) for line in lines]
    given = list(read_records(io.BytesIO("\r\n".join(loose).encode()), "jsonl", "proef", schema))
    assert [line for _, line in given] == lines


def test_values_at_their_default_may_be_written_out(read, file_of, head):
    data = file_of(head, message(1)).replace(b'"type":"message"', b'"type":"message","edited":false,"attachments":[]')
    assert read(data)[-1] == message(1)


def test_half_a_surrogate_pair_survives(read, file_of, head):
    odd = message(1, body="half \ud83d en \udc00 en heel 🙂", participant=None)
    data = file_of(head, odd)
    assert rb"half \ud83d en \udc00 en heel" in data
    assert read(data)[-1] == odd
    assert decode_event(encode_record(odd)) == odd


def test_a_conversation_without_events_is_read(read, file_of, head):
    assert head_of(read(file_of(head))) == head


FIELD_FAULTS = {
    b'"order":1': [(b'"ordr":1', "e1 ordr: This key does not exist"), (b'"order":"1"', "e1 order: This is a text")],
    b'"type":"message"': [
        (b'"type":"massage"', "e1 type: This value (massage)"),
        (b'"type":null', "e1 type: This is nu"),
    ],
    b'"edited":true': [
        (b'"edited":1', "e1 edited: This is a whole number; expected: true or false"),
        (b'"edited":true,"edited":true', "e1 edited: This key stands here twice"),
        (b'"edited":NaN', "JSON does not have"),
        (b'"edited":' + b"[" * 5000 + b"]" * 5000, "nested too deeply"),
        (b'"edited":1' + b"0" * 5000, "JSON does not have"),
        (b'"edited":tru', "is not valid JSON"),
        (b'"body":"\xff"', "is not valid UTF-8"),
        (b'"timestamp":{"local":"2022-02-31"}', "e1 timestamp.local: This day does not exist"),
        (b'"timestamp":{"utc":"2022-02-21"}', "e1 timestamp.utc: This value (2022-02-21) does not have"),
        (b'"occurrences":[{"capture":"c1","line_start":0}]', "e1 occurrences[0].line_start: This number is too small"),
        (b'"occurrences":[{"capture":"c1","raw_sha256":"AA"}]', "e1 occurrences[0].raw_sha256: This value (AA)"),
        (b'"quote":[]', "e1 quote: This is a list; expected: an object"),
    ],
}


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [(old, new, told) for old, pairs in FIELD_FAULTS.items() for new, told in pairs],
    ids=lambda value: str(value)[:40],
)
def test_a_faulty_field_is_told_with_its_record(faults, file_of, head, old, new, told):
    data = file_of(head, message(1, edited=True), message(2))
    assert old in data
    (fault,) = [fault for fault in faults(data.replace(old, new, 1)) if "order: This required" not in fault]
    assert fault.startswith("proef:6")
    assert told in fault


def test_the_nearest_key_is_suggested(schema, file_of, head):
    data = file_of(head, message(1, edited=True)).replace(b'"edited"', b'"editted"')
    with pytest.raises(SourceError) as caught:
        list(read_records(io.BytesIO(data), "jsonl", "proef", schema))
    assert caught.value.problems[0].hint.nl == "Bedoelt u edited?"


def test_a_text_is_never_quoted(faults, file_of, head):
    secret = "de minister zei iets"
    data = file_of(head, message(1, body=secret))
    for broken in (data.replace(b'"body"', b'"type"'), data.replace(b'"body"', b'"order"'), data[:-6]):
        assert not [fault for fault in faults(broken) if "minister" in fault]


DANGLING = {
    "participant": {"participant": "p9"},
    "attachments[0]": {"attachments": ("a9",)},
    "occurrences[0].capture": {"occurrences": (Occurrence(capture="c9"),)},
    "occurrences[0].file": {"occurrences": (Occurrence(capture="c1", file="f9"),)},
    "reactions[0].participants[0]": {"reactions": (Reaction(value="x", participants=("p9",)),)},
    "read_receipts[0].participant": {"read_receipts": (Receipt(participant="p9", action="read"),)},
    "call.participants[1]": {"call": Call(participants=("p1", "p9"))},
    "poll.options[0].voters[0]": {"poll": Poll(question="?", options=(PollOption(text="a", voters=("p9",)),))},
}


@pytest.mark.parametrize("path", DANGLING)
def test_a_reference_that_leads_nowhere_is_told(faults, file_of, head, path):
    (fault,) = faults(file_of(head, message(1, **DANGLING[path])))
    assert fault.startswith(f"proef:6 event e1 {path}: This refers to a ")


def test_references_of_the_head_are_checked(faults, file_of, head):
    conversation = dataclasses.replace(head.conversation, custodian="p8", participants=("p1", "p9"))
    (capture,) = head.captures
    other = dataclasses.replace(
        head, conversation=conversation, captures=(dataclasses.replace(capture, custodian="p7"),)
    )
    found = faults(file_of(other, message(1)))
    assert [fault.split(": ")[0] for fault in found] == [
        "proef:2 conversation g1 custodian",
        "proef:2 conversation g1 participants[1]",
        "proef:3 capture c1 custodian",
    ]


def test_a_record_of_the_head_that_cannot_be_read_makes_no_event_look_wrong(faults, file_of, head):
    data = file_of(head, message(1), message(2)).replace(b'{"record":"participant"', b'{"record""participant"')
    assert len(faults(data)) == 1


def test_order_must_rise(faults, file_of, head):
    gap = Gap(order_first=4, order_last=3, events=1, attachments=0, reason="prive", decided_by="W")
    found = faults(file_of(head, message(2), message(1), gap, message(4, id="e9"), message(3)))
    assert [fault.split(": ")[0] for fault in found] == [
        "proef:7 event e1 order",
        "proef:8 gap order_last",
        "proef:10 event e3 order",
    ]


def test_order_of_records_and_single_records(faults, file_of, head):
    lines = file_of(head, message(1)).splitlines(keepends=True)
    document, conversation, capture, participant, attachment, event = lines
    shuffled = b"".join([conversation, capture, participant, event, attachment, conversation])
    found = [fault.split(": ", 1)[1] for fault in faults(shuffled)]
    assert "The first record must be document." in found
    assert "A record attachment must not come after a record event." in found
    assert "There is a record conversation already, number 1." in found
    assert "There is no record document." in found
    assert "There is a record document already, number 1." in faults(b"".join([document, *lines]))[0]


def test_an_empty_file_lacks_everything(faults):
    assert faults(b"") == ["proef: There is no record document.", "proef: There is no record conversation."]


def test_ids_are_unique_within_their_kind(faults, file_of, head):
    (participant,) = head.participants
    twice = dataclasses.replace(head, participants=(participant, participant))
    found = faults(file_of(twice, message(1), message(2, id="e1"), message(3, id="p1")))
    assert [fault.split(": ")[0] for fault in found] == ["proef:5 participant p1 id", "proef:8 event e1 id"]
    assert all("used before, in record" in fault for fault in found)


def test_blank_lines_bom_and_a_cut_end_are_told(faults, file_of, head):
    data = file_of(head, message(1), message(2))
    found = faults(b"\xef\xbb\xbf" + data.replace(b"\n", b"\n\n", 1)[:-9])
    assert found == [
        "proef:1: The file starts with a byte order mark.",
        "proef:2: This line is blank.",
        "proef:8: The file ends in the middle of this record; it was probably cut off.",
    ]


def test_a_last_line_without_line_feed_is_whole(read, file_of, head):
    assert read(file_of(head, message(1))[:-1])[-1] == message(1)


def test_a_line_that_is_too_long_is_told_and_passed_over(faults, file_of, head, monkeypatch):
    lines = strictness.Lines
    monkeypatch.setattr(strictness, "Lines", lambda stream: lines(stream, 5_000))
    (fault,) = faults(file_of(head, message(1, body="x" * 6_000), message(2)))
    assert fault.startswith("proef:6: This line is longer than")


def test_attachments_have_a_path_exactly_when_they_are_present(faults, file_of, head):
    data = file_of(head)
    assert ["attachment a1 path" in fault for fault in faults(data.replace(b'"path":"media/k.jpg",', b""))] == [True]
    found = faults(data.replace(b'"presence":"present"', b'"presence":"missing"'))
    assert [fault.split(":")[1].split()[-1] for fault in found] == ["path", "size", "sha256"]
    assert ["attachment a1 path" in fault for fault in faults(data.replace(b"media/k", b"../media/k"))] == [True]


def test_no_more_than_a_thousand_faults_are_kept_and_the_rest_is_counted(faults, file_of, head):
    data = file_of(head, *(message(number, participant="p9") for number in range(1, MOST + 6)))
    found = faults(data)
    assert len(found) == MOST + 1
    assert found[-1] == "proef: There are 5 more faults, not shown here."


def test_nothing_is_given_after_the_first_fault(schema, file_of, head):
    data = file_of(head, message(1), message(2, participant="p9"), message(3))
    given = []
    with pytest.raises(SourceError):
        given.extend(record for record, _ in read_records(io.BytesIO(data), "jsonl", "proef", schema))
    assert given[-1:] in ([], [message(1)])

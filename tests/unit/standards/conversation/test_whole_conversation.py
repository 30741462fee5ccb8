"""The `.json` encoding: the same records in one object, up to a stated size."""

import io

import pytest

from depotklaar.errors import SourceError
from depotklaar.model.conversation import SourceFinding
from depotklaar.model.event import Event
from depotklaar.standards.conversation.reader import head_of
from depotklaar.standards.conversation.whole import record_texts
from depotklaar.standards.conversation.writer import encode_record, write_json

EVENT = Event(id="e1", type="message", order=1, body='zegt "]}" en {')
FINDING = SourceFinding(code="odd", severity="info")


def written(head):
    out = io.BytesIO()
    write_json(out, head, [encode_record(EVENT)], [FINDING])
    return out.getvalue()


def test_what_was_written_is_read_back(read, head):
    records = read(written(head), "json")
    assert head_of(records) == head
    assert records[-2:] == [EVENT, FINDING]


def test_white_space_is_free(read, head):
    data = (
        written(head).replace(b'{"schema":"', b' {\n "schema" : "').replace(b'"records":[', b' "records" :\t[ ')
        + b"\n \n"
    )
    assert read(data, "json")[-1] == FINDING


def test_faults_name_the_record_by_number(faults, head):
    (fault,) = faults(written(head).replace(b'"order":1', b'"order":0'), "json")
    assert fault.startswith("proef records:6 event e1 order: ")


def broken_files(data):
    return {
        "lines": data[data.index(b"[") + 1 :],
        "other format": data.replace(b"conversation-1.0", b"conversation-9.0", 1),
        "cut": data[:-10],
        "cut after a record": data[: data.rindex(b",\n")] + b"}",
        "records twice": data.rstrip()[:-1] + b',"records":[]}',
        "key more": data.rstrip()[:-1] + b',"more":1}',
        "deep": data[: data.index(b"[")] + b"[" * 100_000 + b"]" * 100_000 + b"}",
        "empty": b"",
    }


@pytest.mark.parametrize("which", broken_files(b'{"schema":"depotklaar-conversation-1.0","records":[\n{},\n{}\n]}\n'))
def test_anything_else_than_that_one_object_is_refused(faults, head, which):
    (fault,) = faults(broken_files(written(head))[which], "json")
    assert "is not" in fault


def test_a_file_that_is_too_large_is_pointed_to_jsonl(head):
    with pytest.raises(SourceError) as caught:
        list(record_texts(io.BytesIO(written(head)), "proef", 100))
    assert ".jsonl" in caught.value.problems[0].hint.nl


@pytest.mark.parametrize("between", ["", "]", ",,"])
def test_half_a_surrogate_pair_does_not_hide_a_fault_of_the_list(faults, head, between):
    data = written(head).replace(b"zegt", rb"\ud83d").replace(b",\n", between.encode() + b"\n", 1)
    assert "not valid JSON from character" in faults(data, "json")[-1]


def test_half_a_surrogate_pair_survives(read, head):
    records = read(written(head).replace(b"zegt", rb"\ud83d"), "json")
    assert records[-2].body == '\ud83d "]}" en {'
    assert records[-1] == FINDING

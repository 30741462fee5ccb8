"""Whatever record the nouns can hold is read back as it was written, by line and as a whole."""

import dataclasses
import io
from pathlib import Path
from typing import Literal, Union, get_args, get_origin, get_type_hints

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from depotklaar.model.conversation import Conversation, Document, Head, SourceFinding
from depotklaar.model.event import Event
from depotklaar.standards.conversation.forms import KINDS
from depotklaar.standards.conversation.reader import decode_record, read_records
from depotklaar.standards.conversation.writer import encode_record, write_json, write_jsonl

SCHEMA = (Path(__file__).parents[2] / "schemas" / "conversation-1.0.schema.json").read_bytes()
MOMENTS = st.datetimes().map(lambda moment: moment.isoformat(timespec="milliseconds").zfill(23))
DAYS = st.dates().map(lambda day: day.isoformat())
SHA256 = st.text("0123456789abcdef", min_size=64, max_size=64)


def without_pairs(text):
    """Two halves that stand together are one character; the format says so."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")


TEXTS = st.text(st.characters()).map(without_pairs)
NAMED = {
    "id": st.text("abcé-0123", min_size=1, max_size=8),
    "schema": st.just("depotklaar-conversation-1.0"),
    "code": st.just("odd"),
    "action": st.just("unknown"),
    "path": st.sampled_from(["media/a.jpg", "a b/é.pdf", "..a/b..", "x"]),
    "sha256": SHA256,
    "raw_sha256": SHA256,
    "local": MOMENTS | DAYS,
    "utc": MOMENTS.map("{}Z".format),
    "utc_candidates": MOMENTS.map("{}Z".format),
    "offset": st.sampled_from(["+02:00", "-03:30", "+00:00"]),
    "latitude": st.floats(-90, 90),
    "longitude": st.floats(-180, 180),
} | dict.fromkeys(("created_at", "captured_at", "decided_at"), MOMENTS.map("{}+01:00".format) | DAYS)
NAMED |= dict.fromkeys(("valid_from", "valid_until"), DAYS)


def values(hint, name):
    origin, parts = get_origin(hint), get_args(hint)
    if dataclasses.is_dataclass(hint):
        return records(hint)
    if origin is tuple:
        return st.lists(values(parts[0], name), max_size=2).map(tuple)
    if origin is Literal:
        return st.sampled_from(parts)
    if origin is Union or parts:
        return st.one_of(*(values(part, name) for part in parts))
    if hint is type(None):
        return st.none()
    plain = {bool: st.booleans(), int: st.integers(1, 2**53 - 1), str: TEXTS, float: st.nothing()}
    return NAMED.get(name, plain[hint]) if hint is not bool else plain[bool]


def records(noun):
    hints = get_type_hints(noun)
    fields = {field.name: values(hints[field.name], field.name) for field in dataclasses.fields(noun)}
    return st.fixed_dictionaries({}, optional={}).flatmap(lambda _: st.builds(noun, **fields))


EVERY_RECORD = st.one_of(*(records(noun) for noun in KINDS.values()))


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(EVERY_RECORD)
def test_every_record_is_read_back(record):
    line = encode_record(record)
    assert b"\n" not in line
    assert b"null" not in line.replace(rb"\u", b"") or "null" in repr(record)
    assert decode_record(line) == record


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.lists(st.builds(Event, id=st.just("e"), type=st.just("message"), order=st.just(1), body=TEXTS, subject=TEXTS)),
    st.sampled_from([(write_jsonl, "jsonl"), (write_json, "json")]),
)
def test_every_conversation_is_read_back(events, form):
    write, encoding = form
    numbered = [dataclasses.replace(event, id=f"e{n}", order=n) for n, event in enumerate(events, 1)]
    head = Head(
        document=Document(schema="depotklaar-conversation-1.0", id="d"),
        conversation=Conversation(id="g", platform="other"),
    )
    finding = SourceFinding(code="odd", severity="info")
    lines = [encode_record(event) for event in numbered]
    out = io.BytesIO()
    write(out, head, lines, [finding])
    given_back = list(read_records(io.BytesIO(out.getvalue()), encoding, "proef", SCHEMA))
    assert [record for record, _ in given_back] == [head.document, head.conversation, *numbered, finding]
    assert [line for _, line in given_back[2:-1]] == lines

"""Any conversation becomes a package that the judge accepts, in which every message is found back or accounted for."""

import collections
import json
import shutil
import tempfile
from pathlib import Path

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from depotklaar.errors import PlanError
from depotklaar.resources import read_schema

NASTY = [
    "", " ", "\u0000", "\u0001\u0008\u001f\u007f\u0085", "\ud83d", "\udc00x", "\ufffe\uffff", "\u202eomgekeerd\u200f",
    "\u2028\u2029", "]]>", "<script>alert(1)</script>", "&amp;&#0;", "{{ 7 * 7 }}{% raw %}", "a\r\nb\rc\n", "é\u0301",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467", "CON", "../../x", "x" * 3_000, "'\"`", "\\u0000", "%0A", "\ufeff",
]  # fmt: skip
TEXT = st.sampled_from(NASTY) | st.text(st.characters(), max_size=12)
NAME = (st.sampled_from(NASTY) | st.text(st.characters(), max_size=12)).filter(lambda name: bool(name.strip()))
LOCAL = st.sampled_from([
    "0001-01-01T00:00", "0001-01-01", "9999-12-31T23:59:59", "9999-12-31", "2023-03-26T02:30", "2023-10-29T02:30",
    "2020-02-29", "2022-01-31T23:59:59.999", "2022-02-01T00:00", "2022-06-15T12:00",
])  # fmt: skip
UTC = st.sampled_from(
    ["0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999Z", "2022-01-31T23:30:00Z", "2022-06-15T10:00:00Z"]
)
ZONE = st.just("Europe/Amsterdam")
TIME = st.one_of(  # never both: they would have to agree
    st.fixed_dictionaries({}, optional={"local": LOCAL, "zone": ZONE}),
    st.fixed_dictionaries({}, optional={"utc": UTC, "zone": ZONE}),
)
FUNCTIONS = """
[[functionaris]]
naam = "W. Dijk"
functie = "Wethouder"
van = 2020-01-01
tot = 2022-01-31
herkend_aan = ["Wilma Dijk"]
[[functionaris]]
naam = "W. Dijk"
functie = "Burgemeester"
van = 2022-02-01
herkend_aan = ["Wilma Dijk"]
"""
EXCLUSIONS = {
    "their own": 'contact = "Bram Zee"\nook_in_groepen = true',
    "a group is kept": 'contact = "Bram Zee"',
    "the holder's own": 'contact = "Wilma Dijk"\nook_in_groepen = true',
    "a period": "van = 2022-01-01\ntot = 2022-01-31",
    "the beginning of time": "tot = 0001-12-31",
    "the end of time": "van = 9999-12-31",
    "another conversation": 'gesprek = "Iets anders"',
}
VALIDATOR = jsonschema.Draft202012Validator(json.loads(read_schema("conversation-1.0.schema.json")))
HARD = settings(
    max_examples=25,
    deadline=None,
    database=None,
    derandomize=True,
    report_multiple_bugs=False,
    suppress_health_check=list(HealthCheck),
)


@st.composite
def conversations(draw):
    """Records of a normalized conversation, with the bytes of its media."""
    people = [("p1", "Wilma Dijk"), ("p2", "Bram Zee"), ("p3", draw(NAME))]
    media, records = {}, []
    for number in range(draw(st.integers(0, 3))):
        attachment = {"record": "attachment", "id": f"a{number}"}
        attachment["presence"] = draw(st.sampled_from(["present", "present", "missing", "view_once"]))
        attachment["name_on_disk"] = draw(NAME)
        if attachment["presence"] == "present":
            attachment["path"] = f"media/{number}{draw(st.sampled_from(['', '.jpg', '.TXT', '.a b', '.tar.gz']))}"
            media[attachment["path"]] = draw(st.binary(max_size=20)) + bytes([number])
        records.append(attachment)
    ids = [record["id"] for record in records]
    for order in range(1, draw(st.integers(2, 9))):
        records.append(draw(events(order, ids)))
    head = [
        {"record": "document", "schema": "depotklaar-conversation-1.0", "id": "d"},
        {
            "record": "conversation",
            "id": "g1",
            "platform": draw(st.sampled_from(["signal", "other"])),
            "type": draw(st.sampled_from(["direct", "group", "unknown"])),
            "display": draw(NAME),
            "custodian": "p1",
            "participants": [key for key, _ in people],
        },
        *({"record": "participant", "id": key, "display": name} for key, name in people),
    ]
    return [*head, *records], media


@st.composite
def events(draw, order, attachments):
    """One event; what a source does not give is left out."""
    event = {"record": "event", "id": f"e{order}", "type": draw(st.sampled_from(["message", "system", "unparsed"]))}
    event["order"] = order
    if draw(st.booleans()):
        event["timestamp"] = draw(TIME)
    if draw(st.booleans()):
        event["participant"] = draw(st.sampled_from(["p1", "p2", "p3"]))
    if draw(st.integers(0, 4)):
        event["body"] = draw(TEXT)
    if attachments and draw(st.booleans()):
        event["attachments"] = draw(st.lists(st.sampled_from(attachments), max_size=2, unique=True))
    return event


def lay_down(folder, conversation, delivery_text, exclusions):
    """Write the source, without the help of our own writer, and its delivery file."""
    records, media = conversation
    source = folder / "gesprek"
    (source / "media").mkdir(parents=True)
    lines = [json.dumps(record, ensure_ascii=True) for record in records]
    (source / "conversation.jsonl").write_text("\n".join(lines) + "\n", "ascii")
    for name, data in media.items():
        (source / name).write_bytes(data)
    rules = "".join(
        f'[[uitsluiting]]\n{EXCLUSIONS[name]}\nreden = "prive"\nbesloten_door = "W. Dijk"\ndatum = 2024-01-01\n'
        for name in exclusions
    )
    text = delivery_text("gesprek", rest=FUNCTIONS + rules).replace('houder = "Alice"', 'houder = "Wilma Dijk"')
    (folder / "aanlevering.toml").write_text(text, "utf-8")
    return folder / "aanlevering.toml"


def packaged_events(outcome):
    """The events in the data versions, by id; each stands in one of them only."""
    found = {}
    for path in outcome.package.rglob("*gegevensversie*.json"):
        document = json.loads(path.read_bytes())
        assert list(VALIDATOR.iter_errors(document)) == []
        for record in document["records"]:
            if record["record"] == "event":
                assert record["id"] not in found
                found[record["id"]] = record
    return found


@pytest.fixture
def made(package, delivery_text):
    """Package a conversation in a folder that is gone afterwards; None when nothing would be left of it."""

    def make(conversation, exclusions, look):
        with tempfile.TemporaryDirectory() as place:
            delivery = lay_down(Path(place), conversation, delivery_text, exclusions)
            try:
                outcome = package(delivery, Path(place) / "uit")
            except PlanError:
                return None
            assert outcome.report.accepted, [f.sentence("en") for f in outcome.report.findings if f.severity == "error"]
            result = look(outcome)
            shutil.rmtree(outcome.out)
            return result

    return make


@HARD
@given(conversation=conversations(), exclusions=st.sets(st.sampled_from(sorted(EXCLUSIONS))).map(sorted))
def test_any_conversation_is_accepted_and_every_sum_closes(made, conversation, exclusions):
    records, media = conversation
    given_events = {record["id"]: record for record in records if record["record"] == "event"}

    def look(outcome):
        (balance,) = outcome.report.balances
        events = packaged_events(outcome)
        assert balance.closes
        assert balance.messages_in == len(given_events)
        assert balance.messages_packaged == len(events)
        assert balance.attachments_in == len(media)
        assert {key: event.get("body") for key, event in events.items()} == {
            key: given_events[key].get("body") for key in events
        }
        contents = collections.Counter(p.read_bytes() for p in outcome.package.rglob("*") if p.is_file())
        used = {name for event in events.values() for name in event.get("attachments", [])}
        paths = {record["id"]: record.get("path") for record in records if record["record"] == "attachment"}
        assert all(contents[media[paths[name]]] >= 1 for name in used if paths[name])
        return True

    if made(conversation, exclusions, look) is None:
        assert exclusions


@HARD
@given(
    conversation=conversations(),
    few=st.sets(st.sampled_from(sorted(EXCLUSIONS)), max_size=2),
    more=st.sets(st.sampled_from(sorted(EXCLUSIONS)), min_size=1),
)
def test_more_exclusions_never_add_a_message(made, conversation, few, more):
    def ids(outcome):
        return set(packaged_events(outcome))

    before = made(conversation, sorted(few), ids)
    after = made(conversation, sorted(few | more), ids)
    assert (after or set()) <= (before or set())

"""Every WhatsApp export of the shared corpus reads as its own truth says."""

import json
import re
import unicodedata
from pathlib import Path

import pytest

from depotklaar.errors import SourceError

CORPUS = Path(__file__).resolve().parents[5] / "shared" / "corpus"
GROUPS = ("whatsapp-txt", "whatsapp-nl-helper", "whatsapp-header-cases")
FOLDERS = [
    folder.relative_to(CORPUS).as_posix()
    for group in GROUPS
    if CORPUS.is_dir()
    for folder in sorted((CORPUS / group).iterdir())
    if (folder / "expected.json").is_file()
]
EMPTY = {"skowalak-empty"}
UNDECIDED = {
    "pustur-attachments",
    "pustur-empty-body",
    "pustur-format01",
    "pustur-format02",
    "pustur-format07",
    "pustur-format08",
    "pustur-format11",
    "pustur-format12",
}
LATER = {
    "chatcarve-ja-jp-ios": "there are no Japanese phrases yet",
    "chatcarve-ko-kr-ios": "there are no Korean phrases yet",
    "chatcarve-pt-br-android": "there are no Portuguese phrases yet",
    "chatcarve-tr-tr-android": "there are no Turkish phrases yet",
    "skowalak-de-4": "there are no German phrases yet",
    "skowalak-de-5": "there are no German phrases yet",
    "skowalak-de-6": "there are no German phrases yet",
    "skowalak-de-7": "there are no German phrases yet",
    "pustur-attachments": "its fourth attachment is German",
}
HOLDERS = {"chatistics-1": "John Doe"}
ACTIONS = {"missed_call": "call"}
MARKS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")

pytestmark = pytest.mark.skipif(not FOLDERS, reason="the shared corpus is not beside this checkout")


def name_of(folder):
    return folder.rpartition("/")[2]


def source_of(folder):
    zips = sorted((CORPUS / folder).glob("*.zip"))
    return zips[0] if zips else CORPUS / folder


def truth_of(folder):
    return json.loads((CORPUS / folder / "expected.json").read_text("utf-8"))


def fold(text):
    kept = (c for c in MARKS.sub("", text) if unicodedata.category(c) not in ("Cc", "Co") or c == "\n")
    return "".join(kept).replace("\u00a0", " ").replace("\u202f", " ")


def options_for(folder):
    name = name_of(folder)
    order = {"date_order": "dmy"} if name in UNDECIDED else {}
    return order | ({"custodian": HOLDERS[name]} if name in HOLDERS else {})


def readable():
    return [folder for folder in FOLDERS if name_of(folder) not in EMPTY]


@pytest.fixture
def read(read_source):
    return lambda folder: read_source(source_of(folder), **options_for(folder))


@pytest.mark.parametrize("folder", readable())
def test_truth(folder, read):
    outcome, truth = read(folder), truth_of(folder)
    events = chosen(outcome.events, truth["scope"])
    wanted = truth["messages"]
    if truth["scope"] != "subset":
        assert len(events) == len(wanted)
    if name_of(folder) in LATER:
        same_times(events, wanted)
        pytest.skip("read, but the rest comes later: " + LATER[name_of(folder)])
    for number, message in enumerate(wanted):
        check(outcome, events[message.get("index", number)], message)
    for name, count in truth.get("counts", {}).items():
        if isinstance(count, int):
            assert counted(outcome.events, name) == count, name


@pytest.mark.parametrize("folder", readable())
def test_raw_gives_the_file_back(folder, read):
    outcome = read(folder)
    chat = outcome.capture.source_files[0]
    source = source_of(folder)
    if source.is_dir():
        data = (source / chat.path).read_bytes()
        assert outcome.raw().encode() == data
        place = 0
        for event in outcome.events:
            where = event.occurrences[0]
            assert where.byte_start == place
            assert data[where.byte_start : where.byte_end].decode() == where.raw
            place = where.byte_end
        assert place == len(data) == chat.size


@pytest.mark.parametrize("folder", [folder for folder in FOLDERS if name_of(folder) in UNDECIDED])
def test_undecided_dates_stop_the_import(folder, read_source):
    with pytest.raises(SourceError) as stopped:
        read_source(source_of(folder))
    assert "_chat.txt" in stopped.value.problems[0].place
    assert 'datumvolgorde = "dmy"' in stopped.value.problems[0].hint.nl


@pytest.mark.parametrize("folder", [folder for folder in FOLDERS if name_of(folder) in EMPTY])
def test_empty_export_stops_the_import(folder, read_source):
    with pytest.raises(SourceError) as stopped:
        read_source(source_of(folder))
    assert "leeg" in stopped.value.problems[0].text.nl


def chosen(events, scope):
    return [event for event in events if event.type == "message"] if scope == "user-messages" else events


def same_times(events, wanted):
    for event, message in zip(events, wanted, strict=True):
        assert full(event) == message["timestamp"]


def full(event):
    local = event.timestamp.local
    return local if event.timestamp.precision == "second" else local + ":00"


def counted(events, name):
    return {
        "records": lambda: len(events),
        "user_messages": lambda: sum(event.type == "message" for event in events),
        "system": lambda: sum(event.type in ("system", "call") for event in events),
        "attachments": lambda: sum(len(event.attachments) for event in events),
        "deleted": lambda: sum(event.deletion is not None for event in events),
    }[name]()


def check(outcome, event, wanted):
    if "timestamp" in wanted:
        assert full(event) == wanted["timestamp"]
    if "line" in wanted:
        assert event.occurrences[0].line_start == wanted["line"]
    if "kind" in wanted:
        assert event.type in (("message",) if wanted["kind"] == "message" else ("system", "call"))
    if "sender" in wanted:
        shown = outcome.who(event)
        assert (shown and fold(shown)) == (wanted["sender"] and fold(wanted["sender"]))
    check_text(event, wanted)
    check_media(outcome, event, wanted)
    check_features(outcome, event, wanted)
    check_people(outcome, event, wanted)


def check_text(event, wanted):
    if "text_flattened" in wanted:
        assert fold(event.body).replace("\n", " ") == wanted["text_flattened"]
    if wanted.get("text", "…") == "…":
        return
    is_plain = not (event.attachments or event.deletion or event.placeholder or event.edited)
    body, text = fold(event.body or "").strip("\n"), fold(wanted["text"]).strip("\n")
    if body != text and not is_plain:
        body = fold(event.occurrences[0].raw).rstrip("\n").split(": ", 1)[1]
    assert body == text


def check_media(outcome, event, wanted):
    files = [outcome.files()[identifier] for identifier in event.attachments]
    if "attachments" in wanted:
        named = [file for file in files if file.name_in_text]
        assert [file.name_in_text for file in named] == [part["filename"] for part in wanted["attachments"]]
        for file, part in zip(named, wanted["attachments"], strict=True):
            assert ("present" not in part) or (file.presence == ("present" if part["present"] else "missing"))
            assert file.page_count == part.get("pages", file.page_count)
            assert ("title" not in part) or file.display == part["title"]
    if "media_omitted" in wanted:
        omitted = wanted["media_omitted"]
        assert (event.placeholder is not None) == bool(omitted)
        assert not isinstance(omitted, str) or event.placeholder == omitted
        assert not omitted or files[0].presence == "omitted_by_export"


def check_features(outcome, event, wanted):
    assert (event.deletion is not None) == wanted.get("deleted", event.deletion is not None)
    assert event.edited == wanted.get("edited", event.edited)
    if "event" in wanted:
        action = ACTIONS.get(wanted["event"], wanted["event"])
        assert action == ("call" if event.type == "call" else event.system.action)
    if "duration_s" in wanted:
        assert event.system.duration_seconds == wanted["duration_s"]
    if "old" in wanted:
        assert (event.system.old_value, event.system.new_value) == (wanted["old"], wanted["new"])
    if "location" in wanted:
        assert [event.location.latitude, event.location.longitude] == wanted["location"]
    assert event.timestamp.utc == wanted.get("utc", event.timestamp.utc)
    assert list(event.timestamp.utc_candidates) == wanted.get("utc_candidates", [])


def check_people(outcome, event, wanted):
    people = outcome.people()
    if "actor" in wanted:
        assert is_called(people[event.system.actor], wanted["actor"])
    if "subject" in wanted:
        assert is_called(people[event.system.subjects[0]], wanted["subject"])
    if "label_in_file" in wanted:
        assert event.occurrences[0].label == wanted["label_in_file"]
    if "sender_e164" in wanted:
        assert people[event.participant].identifiers[0].value == wanted["sender_e164"]
    if "push_name" in wanted:
        assert (people[event.participant].labels[0].value, people[event.participant].labels[0].kind) == (
            wanted["push_name"],
            "push_name",
        )
    if wanted.get("deleted_by") == "self":
        assert people[event.deletion.participant].is_custodian
    if "outgoing" in wanted:
        assert event.direction == ("outgoing" if wanted["outgoing"] else "incoming")


def is_called(person, name):
    if name == "(owner)":
        return person.is_custodian
    return name == person.display or name in [identifier.value for identifier in person.identifiers]

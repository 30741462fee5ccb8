"""Normalized conversations are taken in from a file, a folder, a folder of folders and a zip, with all their files."""

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from depotklaar.errors import SourceError
from depotklaar.importers.interface import ImportOptions
from depotklaar.importers.normalized import NormalizedImporter
from depotklaar.model.conversation import Attachment, Capture, Conversation, Document, Head, Participant, SourceFinding
from depotklaar.model.event import Event, Time
from depotklaar.standards.conversation.writer import encode_record, write_json, write_jsonl
from depotklaar.storage.opening import open_tree

SCHEMA = Path(__file__).parents[3] / "schemas" / "conversation-1.0.schema.json"
SUBJECT = NormalizedImporter(SCHEMA.read_bytes())
OPTIONS = ImportOptions(source_name="bron")
EVENTS = (
    Event(id="e1", type="message", order=1, participant="p1", body="Akkoord", attachments=("a1",)),
    Event(id="e2", type="message", order=2, participant="p1", body="Tot morgen"),
)
FINDING = SourceFinding(code="odd", severity="info", event="e2")


def head(mark="g1", **fields):
    return Head(
        document=Document(schema="depotklaar-conversation-1.0", id=f"d-{mark}"),
        conversation=Conversation(id=mark, platform="signal", **fields),
        captures=(Capture(id="c1"),),
        participants=(Participant(id="p1", display="Wilma Dijk"),),
        attachments=(Attachment(id="a1", presence="present", path="media/k.jpg", size=3, sha256="0" * 64),),
    )


def encoded(held, write=write_jsonl):
    out = io.BytesIO()
    write(out, held, [encode_record(event) for event in EVENTS], [FINDING])
    return out.getvalue()


def fill(folder, files):
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def zipped(path, files):
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def take(path, options=OPTIONS):
    with open_tree(path) as tree:
        assert SUBJECT.recognises(tree)
        return [(given, list(given.events)) for given in SUBJECT.read(tree, options)]


def problems(path, options=OPTIONS):
    with open_tree(path) as tree, pytest.raises(SourceError) as caught:
        for given in SUBJECT.read(tree, options):
            list(given.events)
    return [f"{p.place}: {p.text.en}" for p in caught.value.problems]


ONE = {"conversation.jsonl": encoded(head()), "media/k.jpg": b"jpg"}
TWO = {
    "b/conversation.jsonl": encoded(head("g2")),
    "b/media/k.jpg": b"jpg",
    "a/conversation.json": encoded(head("g1"), write_json),
    "a/media/k.jpg": b"jpg",
}


def test_a_folder(tmp_path):
    ((given, events),) = take(fill(tmp_path, ONE))
    assert given.head == head()
    assert [event.record for event in events] == list(EVENTS)
    assert [event.line for event in events] == [encode_record(event) for event in EVENTS]
    assert given.media == {"a1": "media/k.jpg"}
    assert given.originals == ("conversation.jsonl",)
    assert given.findings == [FINDING]


def test_a_folder_of_folders_and_both_encodings(tmp_path):
    given = take(fill(tmp_path, TWO))
    assert [one.head.conversation.id for one, _ in given] == ["g1", "g2"]
    assert [one.media for one, _ in given] == [{"a1": "a/media/k.jpg"}, {"a1": "b/media/k.jpg"}]
    assert [[event.record for event in events] for _, events in given] == [list(EVENTS)] * 2


@pytest.mark.parametrize("prefix", ["", "export/", "export/alles/"])
@pytest.mark.parametrize("files", [ONE, TWO], ids=["one", "two"])
def test_a_zip_of_either(tmp_path, prefix, files):
    given = take(zipped(tmp_path / "x.zip", {prefix + name: data for name, data in files.items()}))
    assert len(given) == len(files) // 2
    assert all(name.startswith(prefix) for one, _ in given for name in one.media.values())


@pytest.mark.parametrize("name", ["gesprek.jsonl", "conversation.jsonl", "gesprek.dat"])
def test_one_file_without_media(tmp_path, name):
    fill(tmp_path, {name: encoded(replace(head(), attachments=()), write_jsonl).replace(b',"attachments":["a1"]', b"")})
    ((given, events),) = take(tmp_path / name)
    assert len(events) == 2
    assert given.originals == (name,)


def test_one_file_whose_media_are_elsewhere(tmp_path):
    fill(tmp_path, ONE)
    (fault,) = problems(tmp_path / "conversation.jsonl")
    assert fault.startswith("bron attachment a1 path: This attachment is present")


def test_content_decides_and_not_the_name(tmp_path):
    for name, data in {"conversation.jsonl": b'{"x":1}\n', "x.json": b"[]", "chat.txt": b"schema"}.items():
        folder = fill(tmp_path / name.replace(".", "-"), {name: data})
        for path in (folder, folder / name):
            with open_tree(path) as tree:
                assert not SUBJECT.recognises(tree)


def test_an_attachment_that_is_itself_a_conversation_is_no_source(tmp_path):
    files = {**ONE, "media/conversation.jsonl": encoded(head("g9")), "media/x.jsonl": encoded(head("g8"))}
    ((given, _),) = take(fill(tmp_path, files))
    assert sorted(given.media.values()) == ["media/conversation.jsonl", "media/k.jpg", "media/x.jsonl"]


def test_files_that_no_attachment_names_go_along(tmp_path):
    ((given, _),) = take(fill(tmp_path, {**ONE, "media/los.pdf": b"pdf", "leesmij.txt": b"x"}))
    added = given.head.attachments[1:]
    assert [(a.id, a.presence, a.path, a.name_on_disk) for a in added] == [
        ("unnamed-1", "present", "leesmij.txt", "leesmij.txt"),
        ("unnamed-2", "present", "media/los.pdf", "los.pdf"),
    ]
    assert given.media["unnamed-2"] == "media/los.pdf"
    assert [finding.code for finding in given.findings] == ["normalized.file-without-attachment"] * 2 + ["odd"]


def test_files_outside_every_conversation_are_told(tmp_path):
    given = take(fill(tmp_path, {**TWO, "los.pdf": b"pdf"}))
    codes = [[(f.code, f.evidence) for f in one.findings] for one, _ in given]
    assert codes[0][0] == ("normalized.file-outside-conversation", "los.pdf")
    assert all(code != "normalized.file-outside-conversation" for code, _ in codes[1])


def test_faults_of_all_conversations_are_told_at_once(tmp_path):
    files = dict(TWO)
    files["a/conversation.json"] = files["a/conversation.json"].replace(b'"participant":"p1"', b'"participant":"p7"')
    del files["b/media/k.jpg"]
    files["c/conversation.jsonl"] = b'{"record":\n'
    found = problems(fill(tmp_path, files))
    assert [fault.split(": ")[1].split(" ")[0].split(":")[0] for fault in found] == [
        *["a/conversation.json"] * 2,
        "b/conversation.jsonl",
        *["c/conversation.jsonl"] * 3,
    ]


def test_a_path_that_leads_outside_is_refused(tmp_path):
    files = {"a/conversation.jsonl": ONE["conversation.jsonl"].replace(b"media/k.jpg", b"../k.jpg"), "k.jpg": b""}
    (fault,) = problems(fill(tmp_path, files))
    assert "attachment a1 path: This value (../k.jpg) does not have the right form" in fault


def test_two_encodings_in_one_folder_are_refused(tmp_path):
    (fault,) = problems(fill(tmp_path, {**ONE, "conversation.json": encoded(head(), write_json)}))
    assert "more than one conversation" in fault


def test_a_broken_conversation_that_was_asked_for_is_explained(tmp_path):
    assert "not valid JSON" in problems(fill(tmp_path, {"conversation.jsonl": b"{nee\n"}))[0]
    assert "no normalized conversation" in problems(fill(tmp_path / "leeg", {"x.txt": b""}))[0]


def test_a_stated_custodian_is_recognised_by_name(tmp_path):
    ((given, _),) = take(fill(tmp_path, ONE), ImportOptions(source_name="bron", custodian="wilma dijk"))
    assert given.head.conversation.custodian == "p1"
    assert given.head.captures[0].custodian == "p1"
    assert [p.is_custodian for p in given.head.participants] == [True]


def test_a_stated_custodian_who_is_not_in_the_file_is_added(tmp_path):
    options = ImportOptions(source_name="bron", custodian="Bram Zee", captured_at="2024-01-31")
    ((given, _),) = take(fill(tmp_path, ONE), options)
    assert given.head.conversation.custodian == "custodian-1"
    assert given.head.participants[1].display == "Bram Zee"
    assert (given.head.captures[0].captured_at, given.head.captures[0].captured_at_basis) == ("2024-01-31", "stated")


def test_the_custodian_of_the_file_is_followed(tmp_path):
    files = {**ONE, "conversation.jsonl": encoded(head(custodian="p1"))}
    ((given, _),) = take(fill(tmp_path, files), ImportOptions(source_name="bron", custodian="Bram Zee"))
    assert given.head.conversation.custodian == "p1"
    assert [finding.code for finding in given.findings] == ["normalized.custodian-other", "odd"]


def test_attachments_without_a_checksum_are_counted(tmp_path):
    bare = replace(head(), attachments=(Attachment(id="a1", presence="present", path="media/k.jpg"),))
    ((given, _),) = take(fill(tmp_path, {**ONE, "conversation.jsonl": encoded(bare)}))
    assert (given.findings[0].code, given.findings[0].evidence) == ("normalized.attachment-without-checksum", "1")


def test_an_offset_that_the_zone_does_not_have_is_noticed_before_its_event_is_given(tmp_path):
    moment = Time(local="2023-05-02T16:08", offset="-11:00", zone="Europe/Amsterdam")
    out = io.BytesIO()
    write_jsonl(out, head(), [encode_record(EVENTS[0]), encode_record(replace(EVENTS[1], timestamp=moment))])
    path = fill(tmp_path, {"conversation.jsonl": out.getvalue(), "media/k.jpg": b"abc"})
    with open_tree(path) as tree:
        conversation = next(iter(SUBJECT.read(tree, OPTIONS)))
        noticed = [[f.event for f in conversation.findings if f.code.endswith("zone")] for _ in conversation.events]
    assert noticed == [[], ["e2"]]

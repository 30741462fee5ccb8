"""The source: which file is the chat, which media belong to it, what the capture tells, and hostile input."""

import zipfile

import pytest

from depotklaar.errors import SourceError
from depotklaar.importers import whatsapp
from depotklaar.importers.interface import ImportOptions

CHAT = "13-03-2024 09:00 - Alice: {}\n13-03-2024 09:01 - Bob: hoi\n"
NAME = "WhatsApp-chat met Alice.txt"


def test_file_folder_and_zip_give_the_same(read_source, tmp_path):
    folder = tmp_path / "bron"
    folder.mkdir()
    files = {NAME: CHAT.format("x.jpg (bestand bijgevoegd)"), "x.jpg": "bytes"}
    with zipfile.ZipFile(tmp_path / "bron.zip", "w") as archive:
        for name, text in files.items():
            (folder / name).write_text(text, "utf-8")
            archive.writestr(name, text)
    loose, packed = read_source(folder, identity="x"), read_source(tmp_path / "bron.zip", identity="x")
    assert loose.lines == packed.lines
    assert loose.conversation.media == packed.conversation.media == {"a-000001": "x.jpg"}
    assert loose.head.conversation == packed.head.conversation
    assert [file.role for file in packed.capture.source_files] == ["chat", "container"]
    assert read_source(folder / NAME).files()["a-000001"].presence == "missing"


@pytest.mark.parametrize(
    ("files", "chat"),
    [
        ({"_chat.txt": CHAT, NAME: CHAT}, "_chat.txt"),
        ({NAME: CHAT, "notities.txt": CHAT}, NAME),
        ({"a.txt": "boodschappen", "b.txt": CHAT}, "b.txt"),
        ({"map/_chat.txt": CHAT, "__MACOSX/map/._chat.txt": CHAT, "map/.DS_Store": "x"}, "map/_chat.txt"),
        ({NAME: CHAT, "WhatsApp-chat met Bob.txt": CHAT.replace("hoi", f"{NAME} (bestand bijgevoegd)")}, None),
        ({"_chat.txt": CHAT, "ander.zip": b"PK\x03\x04"}, "_chat.txt"),
    ],
)
def test_which_file_is_the_chat(read_files, files, chat):
    outcome = read_files(files)
    assert outcome.capture.source_files[0].path == (chat or "WhatsApp-chat met Bob.txt")
    assert not any("MACOSX" in name or "DS_Store" in name for name in outcome.conversation.media.values())


def test_two_chats_stop(read_files):
    with pytest.raises(SourceError) as stopped:
        read_files({NAME: CHAT, "WhatsApp-chat met Bob.txt": CHAT})
    assert NAME in stopped.value.problems[0].text.nl
    assert "WhatsApp-chat met Bob.txt" in stopped.value.problems[0].text.nl


def test_without_chat_every_text_file_gets_its_reason(read_files):
    with pytest.raises(SourceError) as stopped:
        read_files({"a.txt": "", "b.txt": b"\xff\xff", "c.txt": "tekst", "d.jpg": "x"})
    assert len(stopped.value.problems) == 3
    with pytest.raises(SourceError):
        read_files({"d.jpg": "x"})


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("13-03-2024 09:00 - Alice: x", True),
        ("vooraf\n\n[13-03-2024 09:00:00] A: x", True),
        ("tekst", False),
        ("", False),
    ],
)
def test_recognises(memory_tree, text, known):
    assert whatsapp.recognises(memory_tree({"x.txt": text.encode()})) is known
    assert not whatsapp.recognises(memory_tree({"x.jpg": text.encode()}))


@pytest.mark.parametrize(
    ("mentioned", "files", "entry", "code"),
    [
        ("x.jpg", ["x.jpg"], "x.jpg", None),
        ("DOC-1.", ["DOC-1", "DOC-1.pdf"], "DOC-1", "media-matched-loosely"),
        ("DOC-1.", ["DOC-1.pdf"], "DOC-1.pdf", "media-matched-loosely"),
        ("x.jpg", ["x.jpeg"], "x.jpeg", "media-matched-loosely"),
        ("x.jpg", ["y.jpg"], None, "media-missing"),
        ("cafe\u0301.jpg", ["caf\u00e9.jpg"], "caf\u00e9.jpg", None),
        ("../../x.jpg", ["x.jpg"], None, "media-missing"),
        ("..\\x.jpg", ["x.jpg"], None, "media-missing"),
    ],
)
def test_media(read_files, mentioned, files, entry, code):
    outcome = read_files({NAME: CHAT.format(f"{mentioned} (bestand bijgevoegd)")} | dict.fromkeys(files, "x"))
    file = outcome.files()["a-000001"]
    assert (file.name_in_text, file.name_on_disk) == (mentioned, entry)
    assert file.presence == ("present" if entry else "missing")
    assert code is None or f"whatsapp.{code}" in outcome.codes
    assert sorted(outcome.conversation.media.values()) == sorted(files)


def test_one_file_is_not_given_to_two_mentions(read_files):
    text = CHAT.format("nota.docx (bestand bijgevoegd)") + "13-03-2024 09:02 - Bob: nota.pdf (bestand bijgevoegd)\n"
    outcome = read_files({NAME: text, "nota.pdf": "x"})
    assert [file.presence for file in outcome.head.attachments] == ["missing", "present"]


def test_a_file_that_is_mentioned_twice_is_one_attachment(read_files):
    text = CHAT.format("x.jpg (bestand bijgevoegd)") + "13-03-2024 09:02 - Bob: x.jpg (bestand bijgevoegd)\n"
    outcome = read_files({NAME: text, "x.jpg": "x"})
    assert [event.attachments for event in outcome.events if event.attachments] == [("a-000001",), ("a-000001",)]


def test_strays_are_attachments_that_no_event_refers_to(read_files):
    outcome = read_files({NAME: CHAT, "los.pdf": "x", "map/los.pdf": "y"})
    assert sorted(outcome.conversation.media.values()) == ["los.pdf", "map/los.pdf"]
    assert not any(event.attachments for event in outcome.events)
    assert outcome.codes.count("whatsapp.media-unmentioned") == 2


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("WhatsApp-chat met Alice.txt", "Alice"),
        ("WhatsApp Chat with Work: Q2.txt", "Work: Q2"),
        ("WhatsApp Chat - Overleg/_chat.txt", "Overleg"),
        ("_chat.txt", None),
    ],
)
def test_title(read_files, name, title):
    assert read_files({name: CHAT}).head.conversation.display == title


def test_the_identifier_depends_on_holder_and_title_only(read_files):
    first = read_files({NAME: CHAT}, custodian="Bob")
    later = read_files({NAME: CHAT + "14-03-2024 09:00 - Bob: meer\n"}, custodian="Bob")
    assert first.head.conversation.id == later.head.conversation.id
    assert first.head.conversation.id != read_files({NAME: CHAT}, custodian="Carol").head.conversation.id
    assert first.head.conversation.id != read_files({NAME: CHAT}, custodian="Bob", identity="y").head.conversation.id


def test_the_title_comes_from_the_last_change_when_no_name_tells(read_chat):
    outcome = read_chat(CHAT + "13-03-2024 09:02 - Bob heeft het onderwerp gewijzigd naar “Q2”\n")
    assert (outcome.head.conversation.type, outcome.head.conversation.display) == ("group", "Q2")
    assert outcome.head.conversation.titles[0].valid_from == "2024-03-13T09:02"


def test_direct_or_group(read_files, read_chat):
    assert read_files({NAME: CHAT}).head.conversation.type == "direct"
    assert read_chat(CHAT).head.conversation.type == "unknown"
    assert read_chat(CHAT + "13-03-2024 09:02 - Carol: x\n").head.conversation.type == "group"


@pytest.mark.parametrize(("count", "suspected"), [(40_000, True), (39_500, True), (30_000, False)])
def test_completeness(read_chat, count, suspected):
    outcome = read_chat("13-03-2024 09:00 - Alice: x\n" * count)
    assert outcome.capture.completeness == ("truncated_suspected" if suspected else "unknown")
    assert ("whatsapp.truncation-suspected" in outcome.codes) == suspected
    assert "start_not_seen" in outcome.capture.completeness_reasons


def test_losses(read_chat):
    android, ios = read_chat(CHAT).capture, read_chat("[13-03-2024 09:00:00] A: x\n").capture
    assert {"no_timezone", "no_message_ids", "no_reply_links", "no_seconds"} <= set(android.losses)
    assert "captions_lost_ios" in ios.losses
    assert (android.device_platform, ios.device_platform) == ("android", "ios")


def test_lines_of_another_shape_are_text_and_told(read_chat):
    outcome = read_chat("[17.9.2019, 10:00:00] A: x\n[1.9.19, 00:00:00] P: y\n[18.9.2019, 10:00:00] A: z\n")
    assert [event.body for event in outcome.events] == ["x\n[1.9.19, 00:00:00] P: y", "z"]
    assert "whatsapp.header-of-other-shape" in outcome.codes


def test_an_export_appended_to_another_is_read_as_a_segment(read_chat):
    first = "".join(f"13-03-2024 09:{n:02d} - Alice: {n}\n" for n in range(30))
    second = "".join(f"[14-02-2024 09:{n:02d}:00] Alice: {n}\n" for n in range(30))
    outcome = read_chat(first + second)
    assert len(outcome.events) == 60
    assert "whatsapp.mixed-shapes" in outcome.codes
    assert len([part for part in outcome.capture.decisions if part.subject == "header_shape"]) == 2


def test_pasted_lines_are_told_and_not_cut(read_chat):
    outcome = read_chat(
        "14-03-2024 09:00 - A: kijk [5/2, 16:08] Bob: x\n[5/2, 16:08] Bob: hoi\n"
        "14-03-2024 09:01 - A: 13-03-2024 09:00 - B: y\n"
        "14-03-2024 09:02 - A: z\n11-03-2024 09:00 - Nieuw: q\n"
    )
    assert [event.body.count("\n") for event in outcome.events] == [1, 0, 0, 0]
    assert {"whatsapp.pasted-lines", "whatsapp.header-within-line", "whatsapp.pasted-export-suspected"} <= set(
        outcome.codes
    )


def test_findings_quote_no_text_and_stay_few(read_chat):
    outcome = read_chat("13-03-2024 09:00 - geheim zinnetje\n" * 500)
    assert outcome.codes.count("whatsapp.system-line-unknown") == 100
    last = outcome.conversation.findings[-1]
    assert (last.code, last.evidence) == ("whatsapp.more-than-listed", "WA-SYSTEM-LINE-UNKNOWN 500")
    told = " ".join(f"{part.message} {part.evidence}" for part in outcome.conversation.findings)
    assert "geheim" not in told


def test_a_shift_of_attachment_numbers_is_a_hint(read_chat):
    line = "[13-03-2024 09:00:0{}] A: \u200e<bijgevoegd: 0000000{}-PHOTO.jpg>\n"
    assert "whatsapp.attachment-number-shift" not in read_chat(line.format(1, 2) + line.format(2, 3)).codes
    assert "whatsapp.attachment-number-shift" in read_chat(line.format(1, 2) + line.format(2, 5)).codes


@pytest.mark.parametrize("name", ["n" * 300, "\u202enaam", "a\x07b", "x/../y", "=cmd()", "🤓", "<script>", "A" * 5000])
def test_strange_names(read_chat, name):
    outcome = read_chat(f"13-03-2024 09:00 - {name}: x\n13-03-2024 09:01 - {name}: y\n")
    assert len(outcome.events) == 2
    assert outcome.raw().count(name) == 2


def test_the_same_source_gives_the_same_bytes(read_files):
    files = {NAME: CHAT.format("x.jpg (bestand bijgevoegd)"), "x.jpg": "x", "y.jpg": "y"}
    first, second = read_files(files), read_files(dict(reversed(files.items())))
    assert first.lines == second.lines
    assert first.head == second.head


def test_the_module_is_an_importer():
    assert whatsapp.name == "whatsapp"
    assert callable(whatsapp.read)
    assert ImportOptions(source_name="x").known_as == ()


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("gesprek-riet.txt", "gesprek-riet"),
        ("Overleg dijken 2024.txt", "Overleg dijken 2024"),
        ("_chat.txt", None),
        ("chat.txt", None),
        ("_chat (2).txt", None),
        ("Gesprek-3.txt", None),
        ("20240313.txt", None),
        ("Conversa do WhatsApp com Riet.txt", None),
        ("WhatsApp-chat met Riet.txt", "Riet"),
    ],
)
def test_a_nameless_chat_is_called_after_its_file(read_chat, name, title):
    text = "13-03-2024 09:00 - Alice: a\n13-03-2024 09:01 - gesprek-riet: hoi\n"
    conversation = read_chat(text, name=name, identity="x").head.conversation
    assert conversation.display == title
    assert [part.value for part in conversation.titles] == ([title] if title else [])
    assert len(conversation.participants) == 2


def test_the_name_of_a_file_is_only_a_last_resort(read_chat):
    text = "13-03-2024 09:00 - Alice heeft de groep 'Dijken' gemaakt\n13-03-2024 09:01 - Alice: hoi\n"
    assert read_chat(text, name="overleg.txt").head.conversation.display == "Dijken"

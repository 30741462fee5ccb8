"""The samples are what they say: made media, the same on every machine, and sources in the forms that apps write."""

import hashlib
import io
import json
import tomllib
import zipfile
from pathlib import Path

import pygfried
import pytest

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
DELIVERIES = sorted(SAMPLES.glob("*/aanlevering.toml"))
PUIDS = {
    ".jpg": {"fmt/43"},
    ".png": {"fmt/11"},
    ".webp": {"fmt/567"},
    ".opus": {"fmt/946"},
    ".pdf": {"fmt/18"},
    ".vcf": {"fmt/395", "fmt/1880"},
    ".zip": {"x-fmt/263"},
}


@pytest.fixture
def made(monkeypatch):
    monkeypatch.syspath_prepend(SAMPLES)
    import make_media

    return make_media.all_files(SAMPLES)


def sample_of(path: Path) -> str:
    return path.parent.name


def test_there_are_three_samples_each_with_its_line():
    assert len(DELIVERIES) >= 3
    assert all(len((path.parent / "README.md").read_text("utf-8").splitlines()) == 1 for path in DELIVERIES)


def test_the_media_are_what_the_script_makes(made):
    assert [name for name, content in made.items() if (SAMPLES / name).read_bytes() != content] == []


def test_pronom_knows_every_made_file(made, tmp_path):
    wrong = {}
    for name, content in made.items():
        path = tmp_path / Path(name).name
        path.write_bytes(content)
        puid = pygfried.identify(str(path))
        if puid not in PUIDS[path.suffix]:
            wrong[name] = puid
    assert wrong == {}


@pytest.mark.parametrize("path", DELIVERIES, ids=sample_of)
def test_the_sources_of_a_delivery_are_there(path):
    delivery = tomllib.loads(path.read_text("utf-8"))
    assert delivery["schema"] == "depotklaar-aanlevering-1"
    assert [source["pad"] for source in delivery["bron"] if not (path.parent / source["pad"]).exists()] == []


def test_the_ids_of_the_deliveries_differ():
    ids = [tomllib.loads(path.read_text("utf-8"))["aanlevering"]["id"] for path in DELIVERIES]
    assert len(set(ids)) == len(ids)


def test_the_ios_zip_is_as_whatsapp_makes_it(made):
    (archive,) = (content for name, content in made.items() if name.endswith(".zip"))
    with zipfile.ZipFile(io.BytesIO(archive)) as content:
        assert content.testzip() is None
        chat = content.read("_chat.txt")
        names = set(content.namelist())
    assert b"\r\n" in chat
    assert b"\n" not in chat.replace(b"\r\n", b"")
    text = chat.decode("utf-8")
    mentioned = {part.partition(">")[0] for part in text.split("<bijgevoegd: ")[1:]}
    assert mentioned == names - {"_chat.txt"}
    assert "\u200e" in text


def test_one_photo_of_the_android_group_is_missing():
    folder = SAMPLES / "kernteam-android" / "WhatsApp-chat met Kernteam Deltaplan"
    (chat,) = folder.glob("*.txt")
    lines = chat.read_text("utf-8").splitlines()
    named = {line.split("\u200e")[1].removesuffix(" (bestand bijgevoegd)") for line in lines if "(bestand bij" in line}
    on_disk = {path.name for path in folder.iterdir()} - {chat.name}
    assert named - on_disk == {"IMG-20230325-WA0011.jpg"}
    assert on_disk <= named


def test_the_crisis_group_holds_what_its_records_say():
    folder = SAMPLES / "crisisgroep-genormaliseerd" / "crisisgroep-hoogwater"
    records = [json.loads(line) for line in (folder / "conversation.jsonl").read_bytes().splitlines()]
    present = [record for record in records if record.get("presence") == "present"]
    assert {record["path"] for record in present} == {f"media/{path.name}" for path in (folder / "media").iterdir()}
    for record in present:
        content = (folder / record["path"]).read_bytes()
        assert (record["size"], record["sha256"]) == (len(content), hashlib.sha256(content).hexdigest())
    events = [record for record in records if record["record"] == "event"]
    assert [event["order"] for event in events] == list(range(1, len(events) + 1))
    for shown in ("parent", "reactions", "edits", "deletion", "read_receipts", "view_once", "call", "quote"):
        assert any(shown in event for event in events), shown

"""Bad input through the ordinary door: the promised exit code, a word about where and what, and no half package."""

import io
import json
import os
import stat
import zipfile

import pytest

CHAT_NAME = "WhatsApp-chat met Proef.txt"
ODD_NAMES = {
    "a%0Ab.txt": b"1",
    "CON": b"2",
    "nul.txt": b"3",
    "punt.": b"4",
    "spatie ": b"5",
    "A.txt": b"6",
    "a.txt": b"7",
    "caf\u00e9.txt": b"8",
    "cafe\u0301.txt": b"9",
    "n" * 250: b"10",
    "r\u202egpj.exe": b"11",
    "nieuwe\nregel.txt": b"12",
    "\u0001x.txt": b"13",
    "\ufffe.txt": b"14",
}


def nothing_left(tmp_path):
    """No package, no report, no workplace."""
    out = tmp_path / "uit"
    return not out.exists() or list(out.iterdir()) == []


@pytest.fixture
def zipped(tmp_path):
    """Lay down an export in a zip, with more entries."""

    def lay(*entries):
        path = tmp_path / "WhatsApp-chat met Proef.zip"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as content:
            content.writestr(CHAT_NAME, "13-03-2023 09:00 - Alice: hallo\n14-03-2023 09:00 - Bart: dag\n")
            for entry, data in entries:
                content.writestr(entry, data, zipfile.ZIP_DEFLATED)
        return path.name

    return lay


def link(name):
    entry = zipfile.ZipInfo(name)
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    return entry


HOSTILE_ENTRIES = {
    "climbs": ("../../x.jpg", b"x", "../../x.jpg"),
    "is absolute": ("/etc/x.jpg", b"x", "/etc/x.jpg"),
    "has a drive": ("C:\\x.jpg", b"x", "C:\\x.jpg"),
    "climbs within": ("a/../../x.jpg", b"x", "a/../../x.jpg"),
    "is a link": (link("l.jpg"), b"/etc/passwd", "l.jpg"),
    "is a bomb": ("nullen.bin", bytes(20_000_000), "nullen.bin"),
}


@pytest.mark.parametrize("fault", HOSTILE_ENTRIES)
def test_a_zip_with_an_entry_that(package_source, zipped, tmp_path, fault):
    entry, data, shown = HOSTILE_ENTRIES[fault]
    done = package_source(zipped((entry, data)))
    assert done.code == 3
    assert shown in done.err
    assert nothing_left(tmp_path)


def test_a_limit_can_be_raised_by_whoever_trusts_the_source(package_source, zipped):
    source = zipped(("nullen.bin", bytes(20_000_000)))
    refused = package_source(source)
    assert (refused.code, "--max-ratio" in refused.err) == (3, True)
    assert package_source(source, "--max-ratio", "100000").code == 0


def test_an_encrypted_zip(package_source, zipped, tmp_path):
    name = zipped()
    data = bytearray((tmp_path / name).read_bytes())
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    (tmp_path / name).write_bytes(data)
    done = package_source(name)
    assert done.code == 3
    assert nothing_left(tmp_path)


@pytest.mark.parametrize("cut", [3, 40, -30])
def test_a_zip_that_is_cut_off(package_source, zipped, tmp_path, cut):
    name = zipped()
    (tmp_path / name).write_bytes((tmp_path / name).read_bytes()[:cut])
    done = package_source(name)
    assert done.code == 3
    assert name in done.err
    assert nothing_left(tmp_path)


def test_a_zip_in_a_zip_is_a_file_like_any_other(package_source, zipped, tmp_path):
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as content:
        content.writestr("../../x", b"x")
    assert package_source(zipped(("binnen.zip", inner.getvalue()))).code == 0
    packed = {path.read_bytes() for path in (tmp_path / "uit" / "PROEF-1").rglob("*.zip")}
    assert inner.getvalue() in packed


def test_odd_names_stay_in_the_metadata_and_safe_ones_are_given(package_source, export, tmp_path):
    source = export(files=ODD_NAMES)
    done = package_source(source)
    assert done.code == 0, done.out
    package = tmp_path / "uit" / "PROEF-1"
    files = [path for path in package.rglob("*") if path.is_file()]
    assert set(ODD_NAMES.values()) <= {path.read_bytes() for path in files}
    assert all(path.name.isascii() and path.name == path.name.strip(" .") for path in files)
    (mapping,) = package.rglob("*bestandenlijst-0001.csv")
    assert "a%0Ab.txt" in mapping.read_text("utf-8")
    (loose,) = package.rglob("*-los.mdto.xml")
    assert "\u2401x.txt" in loose.read_text("utf-8")


UNTRUSTED_FILES = {
    "a name that is not UTF-8": lambda folder: folder.joinpath(os.fsdecode(b"caf\xe9.jpg")).touch(),
    "a link": lambda folder: folder.joinpath("l.jpg").symlink_to("/etc/passwd"),
    "a link to nowhere": lambda folder: folder.joinpath("l.jpg").symlink_to("nergens"),
    "a link to itself": lambda folder: folder.joinpath("l").symlink_to(folder),
    "a fifo": lambda folder: os.mkfifo(folder / "l.jpg"),
}


@pytest.mark.parametrize("fault", UNTRUSTED_FILES)
def test_a_folder_with(package_source, export, tmp_path, fault):
    source = export()
    UNTRUSTED_FILES[fault](tmp_path / source)
    done = package_source(source)
    assert done.code == 3
    assert "caf\\xe9.jpg" in done.err or " > l" in done.err
    assert nothing_left(tmp_path)


CHATS = {
    "nothing": "",
    "only white": "\n\n \n",
    "no chat": "melk\nbrood\n",
    "only bytes": bytes(range(256)) * 40,
    "a day in February": "30-02-2023 09:00 - Alice: x\n31-02-2023 09:00 - Bart: dag\n",
    "the year 9999": "30-12-9999 09:00 - Alice: x\n31-12-9999 23:59 - Bart: dag\n",
    "dates that say nothing": "05-04-2022 10:00 - Alice: dag\n",
}


@pytest.mark.parametrize("chat", CHATS)
def test_a_chat_that_is_none(package_source, export, tmp_path, chat):
    done = package_source(export(CHATS[chat]))
    assert done.code in ((0, 3) if chat == "dates that say nothing" else (3,))
    assert done.code == 0 or "Proef" in done.err
    assert "brood" not in done.err
    assert done.code == 0 or nothing_left(tmp_path)


def test_an_empty_folder(package_source, tmp_path):
    (tmp_path / "leeg").mkdir()
    done = package_source("leeg")
    assert done.code == 3
    assert "leeg" in done.err
    assert nothing_left(tmp_path)


def test_a_source_that_is_not_there(package_source, tmp_path):
    done = package_source("bestaat niet")
    assert done.code == 4
    assert "[[bron]]" in done.err
    assert nothing_left(tmp_path)


NASTY_CHATS = {
    "an attachment that climbs": "13-03-2023 09:00 - Alice: ../../../../x.jpg (bestand bijgevoegd)\n",
    "control characters": "13-03-2023 09:00 - Al\u0001ice\u202e: x\u0000y\u0008\ufffe\uffff\u2028z\n",
    "marks in a name": "13-03-2023 09:00 - \u200f\u202aBart\u202c: dag\n",
    "half a pair": "13-03-2023 09:00 - Alice: x\ud800y\n",
    "markup": "13-03-2023 09:00 - <b>A</b>: <script>x</script> &amp; ]]> <!-- {{ 7*7 }} {% x %}\n",
    "a megabyte in a line": "13-03-2023 09:00 - Alice: " + "x" * 1_000_000 + "\n",
    "a long sender": "13-03-2023 09:00 - " + "A" * 3_000 + ": x\n",
    "another encoding": "13-03-2023 09:00 - Ren\xe9: caf\xe9\n".encode("latin-1"),
    "two bytes a character": "13-03-2023 09:00 - Alice: dag\n14-03-2023 09:00 - Bart: dag\n".encode("utf-16"),
    "the year 1": "30-03-0001 09:00 - Alice: x\n31-12-0001 00:00 - Bart: dag\n",
}


@pytest.mark.parametrize("chat", NASTY_CHATS)
def test_a_nasty_chat_becomes_an_accepted_package(package_source, export, tmp_path, chat):
    done = package_source(export(NASTY_CHATS[chat]))
    assert done.code == 0, done.out + done.err
    report = json.loads((tmp_path / "uit" / "PROEF-1.report.json").read_bytes())
    assert all(balance["closes"] and balance["messages_packaged"] > 0 for balance in report["balances"])
    pages = b"".join(path.read_bytes() for path in (tmp_path / "uit" / "PROEF-1").rglob("*.html"))
    assert b"<script" not in pages


BAD_CONVERSATIONS = {
    "no JSON": (b'{"record":"document",', "conversation.jsonl:1"),
    "not UTF-8": (b'{"record":"document","schema":"depotklaar-conversation-1.0","id":"\xff"}\n', "conversation.jsonl"),
    "another schema": (b'{"record":"document","schema":"iets-anders","id":"d"}\n', "schema"),
    "only a document": (b'{"record":"document","schema":"depotklaar-conversation-1.0","id":"d"}\n', "conversation"),
    "a number too deep": (b"[" * 100_000, "conversation.jsonl"),
}


@pytest.mark.parametrize("fault", BAD_CONVERSATIONS)
def test_a_normalized_conversation_that_is_wrong(package_source, tmp_path, fault):
    data, shown = BAD_CONVERSATIONS[fault]
    (tmp_path / "gesprek").mkdir()
    (tmp_path / "gesprek" / "conversation.jsonl").write_bytes(data)
    for rest, word in (("", "gesprek"), ('importer = "normalized"', shown)):
        done = package_source("gesprek", rest=rest)
        assert done.code == 3
        assert word in done.err
        assert nothing_left(tmp_path)


BAD_WORDS = {
    "an unknown container": (["--container", "rar"], 2),
    "a moment without a zone": (["--now", "2026-05-01T08:00:00"], 2),
    "a moment that is not": (["--now", "2026-02-31T08:00:00Z"], 2),
    "no jobs": (["--jobs", "0"], 2),
    "an unknown profile": (["--profile", "maan"], 4),
    "a profile elsewhere": (["--profile", "../../../etc/passwd"], 4),
}


@pytest.mark.parametrize("fault", BAD_WORDS)
def test_a_wrong_word_on_the_command_line(package_source, export, tmp_path, fault):
    words, code = BAD_WORDS[fault]
    source = export()
    try:
        assert package_source(source, *words).code == code
    except SystemExit as stop:
        assert stop.code == code
    assert nothing_left(tmp_path)

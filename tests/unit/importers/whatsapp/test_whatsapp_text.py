"""The text of a chat: what the file holds comes back byte for byte, or the file is refused with a reason."""

import codecs

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from depotklaar.errors import SourceError

HEADS = (
    "13-03-2024 09:00 - ",
    "13-03-2024 9:05 - ",
    "[13-03-2024 09:00:01] ",
    "31-02-2024 09:00 - ",
    "\ufeff13-03-2024 09:02 - ",
)
PIECES = (
    *HEADS,
    "Alice: ",
    "Bob:",
    "\n",
    "\r\n",
    "\r",
    "\n\n",
    "\u200e",
    "\u202a+31 6 12345678\u202c: ",
    "~\u202fPiet: ",
    "\ufeff",
    "<Media weggelaten>",
    "x.jpg (bestand bijgevoegd)",
    "Dit bericht is verwijderd",
    " <Dit bericht is bewerkt>",
    "\x00",
    "\u2028",
    "\x85",
    "\u0661\u0662",
    "👨‍👩‍👧",
    "null",
    "[5/2, 16:08] Alice: ",
    " - ",
    ": ",
    "] ",
    "Alice heeft Bob toegevoegd",
    "\u200ePOLL:\n",
    "\u200eOPTION: A (1 vote)\n",
    "<bijgevoegd: ../../x>",
    "\U0010ffff",
    "\u202e",
    "U hebt de groep verlaten",
)
NASTY = st.lists(st.sampled_from(PIECES) | st.text(max_size=8).filter(lambda t: t.isprintable()), max_size=40).map(
    "".join
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(NASTY)
def test_raw_of_all_events_is_the_file(read_chat, text):
    data = ("13-03-2024 08:00 - Alice: begin\n" + text).encode()
    try:
        outcome = read_chat(data, name="chat.txt")
    except SourceError as refused:
        assert "\r" in text and "CR" in refused.problems[0].text.nl
        return
    assert outcome.raw().encode() == data
    places = [event.occurrences[0] for event in outcome.events]
    assert [place.byte_start for place in places] == [0, *(place.byte_end for place in places[:-1])]
    assert places[-1].byte_end == len(data)
    assert [event.order for event in outcome.events] == list(range(1, len(places) + 1))
    for place in places:
        assert data[: place.byte_start].count(b"\n") == place.line_start - 1
        assert place.line_end - place.line_start == place.raw.count("\n") - place.raw.endswith("\n")


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(read_chat, data):
    try:
        outcome = read_chat(b"13-03-2024 08:00 - Alice: begin\n" + data, name="chat.txt")
    except SourceError as refused:
        assert refused.problems[0].hint.nl
    else:
        chat = outcome.capture.source_files[0]
        assert outcome.raw().encode(chat.encoding) == b"13-03-2024 08:00 - Alice: begin\n" + data


def test_order_of_events_does_not_depend_on_the_size_of_reading(read_chat, monkeypatch):
    text = "".join(f"13-03-2024 {n % 24:02d}:{n % 60:02d} - Naam {n % 7}: regel {n}\nmeer é {n}\n" for n in range(400))
    whole = read_chat(text)
    monkeypatch.setattr("depotklaar.importers.whatsapp_text.PIECE", 37)
    assert read_chat(text).lines == whole.lines
    assert len(whole.events) == 400


def test_mark_of_byte_order_belongs_to_the_first_record(read_chat):
    outcome = read_chat("\ufeff13-03-2024 09:00 - Alice: a\n\ufeff13-03-2024 09:01 - Bob: b\n")
    assert [event.type for event in outcome.events] == ["message", "message"]
    assert outcome.capture.source_files[0].bom
    assert outcome.events[0].body == "a"


def test_text_before_the_first_message_is_kept_apart(read_chat):
    outcome = read_chat("\ufeffAan: het archief\n\n13-03-2024 09:00 - Alice: a\n")
    assert [event.type for event in outcome.events] == ["unparsed", "message"]
    assert outcome.events[0].body == "\ufeffAan: het archief\n\n"
    assert "whatsapp.text-before-first-message" in outcome.codes


@pytest.mark.parametrize(("bom", "encoding"), [(codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")])
def test_utf16_with_its_mark_is_read(read_chat, bom, encoding):
    data = bom + "13-03-2024 09:00 - Alice: café 👍\r\n".encode(encoding)
    outcome = read_chat(data)
    assert outcome.events[0].body == "café 👍"
    assert outcome.capture.source_files[0].encoding == encoding
    assert outcome.raw().encode(encoding) == data
    assert outcome.events[0].occurrences[0].byte_end == len(data)


def test_windows_1252_is_read_when_all_speaks_for_it(read_chat):
    data = "13-03-2024 09:00 - Alice: café – één\n".encode("cp1252")
    outcome = read_chat(data)
    assert outcome.events[0].body == "café – één"
    assert outcome.raw().encode("cp1252") == data
    assert "whatsapp.encoding-not-utf8" in outcome.codes


@pytest.mark.parametrize("damage", [b"\xff", b"\xc3(", b"\x81", b"\xe9\x00"])
def test_damaged_utf8_is_refused_with_its_place(read_chat, damage):
    with pytest.raises(SourceError) as refused:
        read_chat("13-03-2024 09:00 - Alice: café 👍\n".encode() + b"13-03-2024 09:01 - Bob: " + damage + b"\n")
    assert "regel 2" in refused.value.problems[0].text.nl


@pytest.mark.parametrize("data", [b"", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", b"zomaar wat tekst\n"])
def test_what_is_no_chat_is_refused(read_chat, data):
    with pytest.raises(SourceError) as refused:
        read_chat(data, name="WhatsApp-chat met X.txt")
    assert "WhatsApp-chat met X.txt" in refused.value.problems[0].place


def test_a_line_of_ten_megabytes_is_one_message(read_chat):
    outcome = read_chat("13-03-2024 09:00 - Alice: " + "é " * 3_500_000 + "\n13-03-2024 09:01 - Bob: b\n")
    assert len(outcome.events) == 2
    assert len(outcome.events[0].body) == 7_000_000


def test_a_message_without_end_is_refused(read_chat, monkeypatch):
    monkeypatch.setattr("depotklaar.importers.whatsapp_text.LONGEST_RECORD", 1000)
    for filling in ("x" * 2000, "x\n" * 1000):
        with pytest.raises(SourceError):
            read_chat("13-03-2024 09:00 - Alice: " + filling)


@pytest.mark.parametrize(
    ("text", "newline", "body"),
    [
        ("13-03-2024 09:00 - A: x\ny\n", "lf", "x\ny"),
        ("13-03-2024 09:00 - A: x\r\ny\r\n", "crlf", "x\ny"),
        ("13-03-2024 09:00 - A: x\ny\r\n", "mixed", "x\ny"),
        ("13-03-2024 09:00 - A: x\r\ny\n", "mixed", "x\r\ny"),
        ("13-03-2024 09:00 - A: x", "none", "x"),
        ("13-03-2024 09:00 - A: x\n\n", "lf", "x\n"),
    ],
)
def test_line_ends(read_chat, text, newline, body):
    outcome = read_chat(text, date_order="dmy")
    assert outcome.capture.source_files[0].newline == newline
    assert outcome.events[0].body == body

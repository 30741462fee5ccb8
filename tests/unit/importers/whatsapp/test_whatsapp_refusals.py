"""A chat of which hardly anything can be read is refused with the reason, never taken in as one lump of text."""

import pytest

from depotklaar.errors import SourceError
from depotklaar.importers import whatsapp

AMERICAN = "".join(f"1/{day}/23, 10:01 AM - Karin: {day}\n" for day in (29, 30, 31))


def refused(read_chat, text, **options):
    with pytest.raises(SourceError) as stopped:
        read_chat(text, **options)
    [problem] = stopped.value.problems
    return problem


@pytest.mark.parametrize(
    ("text", "order", "example", "fits"),
    [
        (AMERICAN, "ymd", "1/29/23", "mdy"),
        (AMERICAN, "dmy", "1/29/23", "mdy"),
        ("31-01-2023 10:01 - Karin: x\n", "ymd", "31-01-2023", "dmy"),
        ("05-06-2023 10:01 - Karin: x\n", "ymd", "05-06-2023", "dmy, mdy"),
        ("2023-01-31 10:01 - Karin: x\n", "dmy", "2023-01-31", "ymd"),
    ],
)
def test_a_stated_order_that_does_not_fit(read_chat, text, order, example, fits):
    problem = refused(read_chat, text, date_order=order)
    assert problem.place == "bron: _chat.txt"
    assert f"zoals {example}" in problem.text.nl
    assert problem.text.nl.endswith(f"wat wel past: {fits}")
    assert problem.text.en.endswith(f"what does fit: {fits}")


@pytest.mark.parametrize("end", ["", "\r", "\n"])
def test_line_ends_of_old_macs(read_chat, end):
    text = "13-03-2024 09:00 - Karin: a\r13-03-2024 09:01 - Riet: b\r13-03-2024 09:02 - Karin: c" + end
    assert "losse CR" in refused(read_chat, text).text.nl


def test_two_messages_of_old_macs(read_chat):
    assert "losse CR" in refused(read_chat, "13-03-2024 09:00 - Karin: a\r13-03-2024 09:01 - Riet: b").text.nl


def test_a_bare_return_within_a_message_is_kept(read_chat):
    text = "13-03-2024 09:00 - Karin: a\rb\r13-03-2024 09:00 - Riet: c\n13-03-2024 09:01 - Riet: d\n"
    outcome = read_chat(text)
    assert len(outcome.events) == 2
    assert "whatsapp.header-within-line" in outcome.codes
    assert outcome.raw() == text


def test_a_file_that_is_mostly_unread(read_chat):
    other = "".join(f"[0{day}/03/2024, 10:00:00] Riet: {'lang ' * 50}\n" for day in range(1, 5))
    text = other + "".join(f"{day}-02-2024 09:00 - Karin: x\n" for day in range(13, 20))
    problem = refused(read_chat, text)
    assert "4 regels" in problem.text.nl
    assert "Riet" not in problem.text.nl


def test_text_before_a_chat_is_still_read(read_chat):
    outcome = read_chat("vooraf " * 50 + "\n13-03-2024 09:00 - Karin: x\n")
    assert [event.type for event in outcome.events] == ["unparsed", "message"]


def test_a_chat_with_only_impossible_dates_tells_so(read_chat, memory_tree):
    text = "01-01-1970 00:01 - Karin: a\n01-01-1970 00:02 - Riet: b\n"
    assert whatsapp.recognises(memory_tree({"_chat.txt": text.encode()}))
    problem = refused(read_chat, text)
    assert "01-01-1970" in problem.text.nl
    assert "Karin" not in problem.text.nl


def test_a_chat_that_opens_with_many_impossible_dates_is_read(read_chat):
    outcome = read_chat("01-01-1970 00:01 - Karin: a\n" * 30 + "13-03-2024 00:01 - Karin: b\n")
    assert len(outcome.events) == 31


def test_a_text_with_impossible_dates_goes_after_a_chat(read_files):
    files = {"a.txt": "01-01-1970 00:01 - Karin: a\n", "b.txt": "13-03-2024 00:01 - Karin: b\n"}
    assert read_files(files).capture.source_files[0].path == "b.txt"


@pytest.mark.parametrize(
    ("text", "options"),
    [
        ("05/06/24 09:00 - Karin: x\n", {}),
        (b"13-03-2024 09:00 - Karin: \xe2\x82\xac \xff\n", {}),
        ("tekst", {}),
        ("13-03-2024 09:00 - Karin: x\n", {"zone": "Europe/Amsterdom"}),
    ],
)
def test_a_lone_file_is_named_once(read_source, tmp_path, text, options):
    path = tmp_path / "gesprek.txt"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(SourceError) as stopped:
        read_source(path, **options)
    assert [problem.place for problem in stopped.value.problems] == ["gesprek.txt"]

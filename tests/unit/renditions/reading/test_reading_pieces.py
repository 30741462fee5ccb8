"""The small pieces of the reading version: text, moments, sizes, functions on a day."""

import pytest
from lxml import html

from depotklaar.model.conversation import Function, Participant
from depotklaar.model.event import Event, Time
from depotklaar.renditions.reading.events import Events
from depotklaar.renditions.reading.media import Media
from depotklaar.renditions.reading.moments import Moments
from depotklaar.renditions.reading.people import People, functions_on
from depotklaar.renditions.reading.text import anchor, flat, link_to_file, show
from depotklaar.renditions.reading.words import CODES, WORDS, Wording

DUTCH = Moments(Wording("nl"))
ENGLISH = Moments(Wording("en"))


@pytest.mark.parametrize(
    ("seconds", "dutch"),
    [(0, "0 sec."), (59, "59 sec."), (3660, "1 uur 1 min."), (86400, "1 dag"), (7776000, "90 dagen")],
)
def test_spans(seconds, dutch):
    assert DUTCH.span(seconds) == dutch


@pytest.mark.parametrize(
    ("size", "dutch", "english"),
    [
        (0, "0 bytes", "0 bytes"),
        (999, "999 bytes", "999 bytes"),
        (1250, "1,2 kB (1.250 bytes)", "1.2 kB (1,250 bytes)"),
        (3_221_225_472, "3,2 GB (3.221.225.472 bytes)", "3.2 GB (3,221,225,472 bytes)"),
    ],
)
def test_sizes(size, dutch, english):
    assert (DUTCH.size(size), ENGLISH.size(size)) == (dutch, english)


@pytest.mark.parametrize(
    ("day", "title"),
    [
        ("0001-01-01", "maandag 1 januari 1"),
        ("9999-12-31", "vrijdag 31 december 9999"),
        ("2022-02-31", "2022-02-31"),
        ("", "Datum onbekend"),
        ("<b>", "&lt;b&gt;"),
    ],
)
def test_days(day, title):
    assert DUTCH.day_title(day) == title


def test_a_time_that_only_the_source_can_write_is_quoted():
    assert (
        DUTCH.clock(Time(raw="31-02-22 25:00")) == '<span class="t">tijd onbekend (in de bron: 31-02-22 25:00)</span>'
    )


def test_a_day_without_a_clock_time_says_so():
    told = html.fragment_fromstring(DUTCH.clock(Time(local="2022-05-02", precision="day")))
    assert (told.get("datetime"), told.text_content()) == ("2022-05-02", "tijd onbekend")


def test_functions_are_held_up_to_and_including_the_last_day():
    first = Function(title="Lid", valid_until="2022-05-02")
    second = Function(title="Voorzitter", valid_from="2022-05-03")
    always = Function(title="Adviseur")
    person = Participant(id="p", display="P", functions=(first, second, always))
    assert functions_on(person, "2022-05-02") == [first, always]
    assert functions_on(person, "2022-05-03") == [second, always]
    assert functions_on(person, "") == [always]


def test_a_name_changes_its_function_with_the_day():
    held = Function(title="Lid", valid_until="2022-05-02")
    people = People([Participant(id="p", display="P", functions=(held,))], Wording("nl"))
    assert "Lid" in people.sender("p", "2022-05-02")
    assert "Lid" not in people.sender("p", "2022-05-03")


def test_text_in_an_attribute_holds_no_elements():
    assert flat('a"b<c>\x00') == "a&quot;b&lt;c&gt;[U+0000]"
    assert show("gewoon") == "gewoon"


def test_places_are_fit_for_an_address():
    assert anchor("e-1.a") == "m-e-1.a"
    assert anchor("a b#é") == "m-a_20_b_23__e9_"


def test_files_beside_the_page():
    assert link_to_file("foto één.jpg") == "./foto%20%C3%A9%C3%A9n.jpg"
    assert link_to_file("media/a.jpg") == "./media/a.jpg"
    assert link_to_file("//elders.nl/a.jpg") is None


def test_every_word_stands_in_both_languages():
    texts = [*WORDS.values(), *(text for codes in CODES.values() for text in codes.values())]
    assert all(text.nl and text.en for text in texts)


def test_only_the_latest_messages_are_remembered():
    words = Wording("nl")
    events = Events(words, DUTCH, People([], words), Media([], {}, words, DUTCH))
    for i in range(1, 2102):
        events.item(Event(id=f"e{i}", type="message", order=i, body="x"), "", "")
    far = events.item(Event(id="f", type="message", order=2200, body="x", parent="e1"), "", "")
    near = events.item(Event(id="g", type="message", order=2201, body="x", parent="e2101"), "", "")
    assert "kenmerk" in far
    assert 'href="#m-e2101"' in near


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("2022-05-02", "2 mei 2022"),
        ("2022-05-02T14:08:00Z", "2 mei 2022 14:08:00 UTC"),
        ("2022-05-02T14:08+02:00", "2 mei 2022 14:08 +02:00"),
        ("2022-05-02T14:08", "2 mei 2022 14:08"),
        ("2022-05-02T14", "2022-05-02T14"),
        ("in mei", "in mei"),
        ("2022-13-02T14:08", "2022-13-02T14:08"),
    ],
)
def test_a_moment_outside_the_days_is_told_in_words(given, told):
    assert Moments(Wording("nl")).date_title(given) == told

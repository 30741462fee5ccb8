"""The phrase lists: every phrase can be found, and says how well it is attested."""

import re

import pytest

from depotklaar.importers.whatsapp_wording import LANGUAGES, unquoted, wording

FILLED = {
    "actor": "Alice",
    "subject": "Bob",
    "subjects": "Bob",
    "old": "Oud",
    "new": "Nieuw",
    "duration": "24 uur",
    "rest": " x",
}


def phrases():
    lists = wording().lists
    for part in lists:
        for section in ("system", "call", "deleted", "omitted", "waiting"):
            for entry in part.get(section, ()):
                for phrase in entry["phrases"]:
                    yield pytest.param(section, entry, phrase, id=f"{part['language']}-{section}-{phrase[:40]}")


def example(phrase):
    text = re.sub(r"\(([^()|]*)(?:\|[^()]*)?\)", r"\1", phrase)
    return re.sub(r"\{(\w+)\}", lambda match: FILLED[match[1]], text)


@pytest.mark.parametrize(("section", "entry", "phrase"), tuple(phrases()))
def test_every_phrase_is_found(section, entry, phrase):
    words = wording()
    table = {"system": words.system, "call": words.calls}.get(section) or getattr(words, section)
    for text in (example(phrase), example(phrase) + "."):
        hit = words.find(table, text)
        assert hit is not None
        for key in ("code", "by", "kind", "outcome"):
            assert hit.phrase.values.get(key) == entry.get(key)
    assert entry["level"] in ("A", "B", "C")


def test_every_list_has_the_same_sections():
    first, second = (set(part) for part in wording().lists)
    assert first == second
    assert tuple(part["language"] for part in wording().lists) == LANGUAGES


def test_durations():
    words = wording()
    assert words.seconds("7 dagen") == words.seconds("1 week") == 604_800
    assert words.seconds("1 hr 5 min") == 3_900
    assert words.seconds("3 maanen") is None


def test_quotes():
    assert unquoted("“Overleg”") == "Overleg"
    assert unquoted("'s Avonds") == "'s Avonds"
    assert unquoted('""') == '""'


def test_a_long_line_is_no_phrase():
    assert wording().find(wording().system, "Alice heeft " * 1000 + "Bob toegevoegd") is None

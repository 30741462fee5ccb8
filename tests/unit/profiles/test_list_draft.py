"""A list that is written and read again is the same list."""

import dataclasses
import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from depotklaar import resources
from depotklaar.model.selectielijst import COMPLEXITIES, TRIGGERS, Deel, Selectielijst, SelectionEntry
from depotklaar.profiles.document import document_of
from depotklaar.profiles.list_draft import selection_list_text
from depotklaar.profiles.list_rules import inner_faults
from depotklaar.profiles.lists import read_selection_list, selection_list_of

ALPHABET = st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff")
LINES = st.text(ALPHABET, min_size=1, max_size=20).filter(lambda text: text.strip() and "INVULLEN" not in text)
TEXTS = st.builds("{}\n\t{}".format, LINES, LINES)
TERMS = st.builds("P{}Y{}M".format, st.integers(0, 99), st.integers(0, 11))
DATES = st.dates(dt.date(1800, 1, 1), dt.date(2200, 1, 1))


def maybe(strategy: st.SearchStrategy) -> st.SearchStrategy:
    return st.none() | strategy


def outcomes(kind: type, **more: st.SearchStrategy) -> st.SearchStrategy:
    kinds = maybe(st.sampled_from(list(TRIGGERS)))
    kept = st.builds(kind, waardering=st.just("B"), **more)
    gone = st.builds(kind, waardering=st.just("V"), bewaartermijn=TERMS, trigger=LINES, trigger_soort=kinds, **more)
    return kept | gone | st.builds(kind, waardering=st.just("V"), trigger=maybe(LINES), **more)


COMMON = {
    "label": LINES,
    "toelichting": maybe(TEXTS),
    "actor": maybe(LINES),
    "geldig_van": maybe(DATES),
    "voorwaarde": maybe(TEXTS),
    "tekst": maybe(TEXTS),
    "complex": st.lists(st.sampled_from(list(COMPLEXITIES)), unique=True, min_size=1).map(tuple),
    "criteria": st.lists(LINES, max_size=3).map(tuple),
    "rubriek": maybe(LINES),
    "regel": maybe(st.integers(1, 9999)),
}
PARTS = st.lists(outcomes(Deel, naam=LINES, voorwaarde=maybe(TEXTS)), min_size=1, unique_by=lambda part: part.naam)
ENTRIES = st.one_of(
    outcomes(SelectionEntry, code=LINES, **COMMON),
    st.builds(SelectionEntry, code=LINES, delen=PARTS.map(tuple), **COMMON),
    st.builds(SelectionEntry, code=LINES, vervallen=st.just(True), opvolger=maybe(LINES), **COMMON),
    st.builds(
        SelectionEntry,
        code=LINES,
        waardering=st.just("V"),
        termijn_van=st.just("P5Y"),
        termijn_tot=maybe(st.just("P10Y")),
        **COMMON,
    ),
)
LISTS = st.builds(
    Selectielijst,
    name=st.from_regex(r"\A[a-z0-9]{1,9}\Z"),
    title=LINES,
    version=LINES,
    reference=maybe(LINES),
    organisation=LINES,
    valid_from=maybe(st.just(dt.date(2000, 1, 1))),
    valid_until=maybe(st.just(dt.date(2019, 12, 31))),
    fictional=st.booleans(),
    entries=st.lists(ENTRIES, min_size=1, max_size=3, unique_by=lambda entry: entry.code).map(tuple),
    sha256=st.just(""),
    advice=st.booleans(),
    decision=maybe(TEXTS),
    source=maybe(TEXTS),
    vervangt=st.lists(LINES, unique=True, max_size=2).map(tuple),
    opvolger=maybe(LINES),
    gesloten_op=maybe(DATES),
)


def read_back(text: str) -> Selectielijst:
    document = document_of(text.encode("utf-8"), "lijst.toml", "selectielijst-1")
    assert [*document.faults, *inner_faults(document.data)] == []
    return selection_list_of(document.data, "")


@settings(max_examples=60, deadline=None)
@given(LISTS)
def test_what_is_written_reads_back(lijst: Selectielijst) -> None:
    text = selection_list_text(lijst)
    assert read_back(text) == lijst
    assert selection_list_text(read_back(text)) == text


@pytest.mark.parametrize("name", resources.list_names())
def test_the_lists_that_come_along_read_back(name: str) -> None:
    lijst = dataclasses.replace(read_selection_list(name, None), sha256="")
    assert read_back(selection_list_text(lijst)) == lijst


def test_the_head_warns(tmp_path) -> None:
    lijst = read_selection_list("voorbeeld-ministerie", None)
    text = selection_list_text(dataclasses.replace(lijst, advice=True, valid_from=None, valid_until=None))
    captions = [line for line in text.splitlines() if line.startswith("#")]
    assert len(captions) == 5
    assert any("VERZONNEN" in line for line in captions) and any("ADVIES" in line for line in captions)

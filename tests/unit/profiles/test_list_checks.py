"""What a person is told of a list that reads well: its validity, codes that say several things, and gaps."""

import dataclasses
import datetime as dt

import pytest

from depotklaar.model.selectielijst import Deel, Selectielijst, SelectionEntry
from depotklaar.profiles.list_checks import check_list
from depotklaar.profiles.list_counts import count_entries
from depotklaar.profiles.lists import read_selection_list

KEPT = SelectionEntry(code="1", label="Een", waardering="B")
GONE = SelectionEntry(code="2", label="Twee", waardering="V", bewaartermijn="P5Y", trigger="Afsluiting")
LIST = Selectielijst(
    name="eigen",
    title="Eigen lijst",
    version="1",
    reference="Stcrt. 2020, 1",
    organisation="Gemeente",
    valid_from=dt.date(2020, 2, 29),
    valid_until=dt.date(2040, 2, 28),
    fictional=False,
    entries=(KEPT, GONE),
    sha256="",
)


def remarks(today=None, **changes):
    found = check_list(dataclasses.replace(LIST, **changes), today)
    return [(remark.id, remark.code) for remark in found.remarks]


def test_a_sound_list_has_no_remarks():
    assert remarks(dt.date(2030, 1, 1)) == []


@pytest.mark.parametrize(
    ("changes", "id"),
    [
        ({"reference": None}, "zonder-vindplaats"),
        ({"valid_from": None, "valid_until": None}, "zonder-geldigheid"),
        ({"valid_until": dt.date(2040, 2, 29)}, "langer-dan-twintig-jaar"),
        ({"valid_from": dt.date(2000, 1, 1), "valid_until": dt.date(2029, 12, 31)}, "langer-dan-twintig-jaar"),
        ({"valid_until": dt.date(2029, 12, 31)}, "verlopen"),
        ({"gesloten_op": dt.date(2025, 1, 1), "opvolger": "Nieuwe lijst"}, "gesloten"),
        ({"fictional": True}, "fictief"),
        ({"advice": True}, "advies"),
    ],
)
def test_what_is_told_of_the_whole_list(changes, id):
    assert (id, None) in remarks(dt.date(2030, 1, 1), **changes)


def test_a_closing_yet_to_come_is_not_told_and_without_a_day_it_is():
    closed = {"gesloten_op": dt.date(2035, 1, 1)}
    assert remarks(dt.date(2030, 1, 1), **closed) == []
    assert remarks(**closed) == [("gesloten", None)]


def test_a_code_with_several_outcomes_is_told_unless_each_names_its_actor():
    other = dataclasses.replace(GONE, code="1")
    assert remarks(entries=(KEPT, other)) == [("meer-uitkomsten", "1")]
    both = (dataclasses.replace(KEPT, actor="A"), dataclasses.replace(other, actor="B"))
    assert remarks(entries=both) == []
    assert remarks(entries=(KEPT, dataclasses.replace(KEPT, regel=3))) == []


def test_a_v_without_term_is_told_unless_the_term_is_to_be_chosen():
    bare = SelectionEntry(code="3", label="Drie", waardering="V")
    assert remarks(entries=(bare,)) == [("zonder-termijn", "3")]
    assert remarks(entries=(dataclasses.replace(bare, termijn_van="P5Y"),)) == []


def test_what_a_person_must_read_is_listed_with_its_reasons():
    entry = SelectionEntry(code="4", label="Vier", complex=("voorwaarde", "termijnen"), regel=12)
    (remark,) = check_list(dataclasses.replace(LIST, entries=(entry,))).remarks
    assert remark.text.nl.startswith("Code 4 (regel 12) moet een mens lezen: er geldt een voorwaarde; er staat meer")
    assert remark.text.en.startswith("Code 4 (line 12) needs a person: a condition applies; there is more")


def test_the_counts_add_up():
    entries = (
        KEPT,
        GONE,
        SelectionEntry(code="3", label="Drie", vervallen=True),
        SelectionEntry(code="4", label="Vier", complex=("zonder-waardering",)),
        SelectionEntry(code="5", label="Vijf", delen=(Deel(naam="a", waardering="B"),)),
        SelectionEntry(code="6", label="Zes", waardering="V", complex=("trigger", "voorwaarde")),
        SelectionEntry(code="7", label="Zeven", waardering="V"),
    )
    counts = count_entries(dataclasses.replace(LIST, entries=entries))
    parts = (counts.kept, counts.destroyed, counts.complex, counts.withdrawn, counts.without_value)
    assert parts == (1, 2, 2, 1, 1) and sum(parts) == counts.entries == counts.codes
    assert counts.without_term == 1
    assert counts.reasons == {"trigger": 1, "voorwaarde": 1, "delen": 1}


@pytest.mark.parametrize(("name", "several"), [("gemeenten-2020", ()), ("voorbeeld-ministerie", ("4.1",))])
def test_the_lists_that_come_along_say_one_thing_a_code_and_actor(name, several):
    found = check_list(read_selection_list(name, None))
    assert found.counts.several == several
    assert all(remark.id != "meer-uitkomsten" for remark in found.remarks)

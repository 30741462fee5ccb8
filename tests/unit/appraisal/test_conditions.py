"""Conditions: what meets them, where they cut, and which words they find."""

import datetime as dt

import pytest

from depotklaar.appraisal.conditions import KeywordFinder, Slots, can_hold, concerns, day_cuts, meets, specificity
from depotklaar.model.appraisal import Case
from depotklaar.model.delivery import Voorwaarden

FIRST, LAST = dt.date(2022, 5, 2), dt.date(2022, 5, 9)
CASE = Case(
    conversation=frozenset({"kernteam"}),
    participants=frozenset({"+31600000002", "ans bakker"}),
    holder=frozenset({"j. de vries"}),
    function="Minister van Proeven",
    first=FIRST,
    last=LAST,
)


@pytest.mark.parametrize(
    ("given", "met"),
    [
        ({}, True),
        ({"gesprek": ("Kernteam ",)}, True),
        ({"gesprek": ("Ander", "Kernteam")}, True),
        ({"gesprek": ("Kern",)}, False),
        ({"deelnemer": ("06 00000002",)}, True),
        ({"deelnemer": ("06 00000002",), "gesprek": ("Ander",)}, False),
        ({"houder": ("J. de Vries",)}, True),
        ({"houder": ("Ans Bakker",)}, False),
        ({"functie": (" minister van proeven ",)}, True),
        ({"functie": ("Minister",)}, False),
        ({"van": FIRST, "tot": LAST}, True),
        ({"van": dt.date(2022, 5, 3)}, False),
        ({"tot": dt.date(2022, 5, 8)}, False),
    ],
)
def test_every_kind_must_hold_and_one_value_is_enough(given, met):
    assert meets(Voorwaarden(**given), CASE) is met


def test_what_has_no_day_meets_no_period():
    undated = Case(conversation=frozenset({"a"}), participants=frozenset(), holder=frozenset())
    assert not meets(Voorwaarden(van=FIRST), undated)
    assert meets(Voorwaarden(gesprek=("A",)), undated)
    assert not meets(Voorwaarden(functie=("x",)), undated)


def test_a_rule_concerns_a_conversation_whatever_function_and_period():
    rule = Voorwaarden(gesprek=("Kernteam",), functie=("x",), van=FIRST)
    assert concerns(rule, CASE.conversation, CASE.participants, CASE.holder)
    assert not concerns(rule, {"ander"}, CASE.participants, CASE.holder)


def test_the_order_of_specificity():
    kinds = [{"gesprek": ("a",)}, {"deelnemer": ("a",)}, {"functie": ("a",)}, {"houder": ("a",)}, {"tot": LAST}, {}]
    values = [specificity(Voorwaarden(**kind)) for kind in kinds]
    assert values == sorted(values, reverse=True)
    assert len(set(values)) == len(values)


def test_rules_cut_where_they_begin_and_after_they_end():
    rules = [
        Voorwaarden(van=FIRST, tot=LAST),
        Voorwaarden(gesprek=("Ander",), van=dt.date(2022, 6, 6)),
        Voorwaarden(gesprek=("Kernteam",), tot=dt.date.max),
        Voorwaarden(gesprek=("Kernteam",)),
    ]
    cuts = day_cuts(rules, CASE.conversation, CASE.participants, CASE.holder)
    assert cuts == (FIRST, LAST + dt.timedelta(days=1))


@pytest.mark.parametrize(
    ("day", "slot"),
    [
        ("2022-04-30", "2022-04"),
        ("2022-05-01", "2022-05"),
        ("2022-05-02", "2022-05-02"),
        ("2022-05-09", "2022-05-02"),
        ("2022-05-10", "2022-05-10"),
        ("2022-05-31", "2022-05-10"),
        ("2022-06-01", "2022-06"),
        ("2022-07-01", "2022-07"),
        ("2022-07-02", "2022-07"),
    ],
)
def test_a_month_is_cut_where_a_rule_begins_or_ends(day, slot):
    slots = Slots((dt.date(2022, 7, 1), dt.date(2022, 5, 10), FIRST))
    assert slots.slot_of(dt.date.fromisoformat(day)) == slot


def test_what_has_no_day_has_no_slot_and_early_years_have_four_figures():
    assert Slots().slot_of(None) is None
    assert Slots().slot_of(dt.date(22, 5, 1)) == "0022-05"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("de watersnood!", True),
        ("*WATERSNOOD*", True),
        ("_watersnood_", True),
        ("water\u00adsnood", True),
        ("watersnoodramp", False),
        ("watersnood2021", False),
        ("code \n  rood", True),
        ("code rood", True),
        ("coderood", False),
        ("cafe\u0301", True),
        ("a.b", True),
        ("axb", False),
        ("", False),
        (None, False),
    ],
)
def test_key_words_are_found_as_whole_words(text, found):
    finder = KeywordFinder(["Watersnood", "code  rood", "CAFÉ", "a.b", "  "])
    assert finder.found_in(text) is found


def test_no_key_word_is_found_nowhere():
    assert not KeywordFinder([]).found_in("alles")
    assert not KeywordFinder([" "]).found_in("alles")


def test_what_looks_like_an_expression_is_only_text():
    assert KeywordFinder(["(a+)+$", "["]).found_in("een [ haak")
    assert not KeywordFinder([".*"]).found_in("alles")


def test_a_rule_for_a_function_that_the_holder_never_had_cuts_nothing():
    rule = Voorwaarden(functie=("Directeur-generaal",), van=dt.date(2022, 11, 14))
    assert not can_hold(rule, {"Minister"})
    assert can_hold(rule, {"Minister", "DIRECTEUR-GENERAAL "})
    assert can_hold(Voorwaarden(van=dt.date(2022, 11, 14)), ())

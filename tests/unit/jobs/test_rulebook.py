"""The rulebook holds every kind once, with what receivers make of it, and finds a rule by its id."""

import pytest

from depotklaar.catalogue import RULES, kinds_of_packaging
from depotklaar.errors import UsageError
from depotklaar.jobs.rulebook import find_rule, make_rulebook
from depotklaar.model.finding import Level, Severity
from depotklaar.profiles.receiver import read_profile
from depotklaar.resources import profile_names
from depotklaar.rules.interface import STAGES


@pytest.fixture(scope="module")
def book():
    return make_rulebook(RULES, kinds_of_packaging())


def test_it_holds_the_rules_in_their_order_and_then_what_packaging_notices(book):
    judged = [kind.id for stage in STAGES for kind in RULES.kinds(stage)]
    noticed = [kind.id for kinds in kinds_of_packaging().values() for kind in kinds]
    assert [one.kind.id for one in book.rules] == judged + noticed
    assert [one.tested for one in book.rules] == [f"tests/corpus/{rule}" for rule in judged] + [None] * len(noticed)


def test_it_says_who_weighs_a_rule_otherwise(book):
    found = find_rule(book, "RECEIVER-RESTRICTION")
    assert found.receivers == {"nha": Severity.WARNING}
    assert find_rule(book, "MDTO-R22").receivers == {}


def test_an_id_is_found_in_any_case_and_a_near_one_suggested(book):
    assert find_rule(book, "mdto-r3") is book.find("MDTO-R3")
    with pytest.raises(UsageError) as refused:
        find_rule(book, "MDTO-R2000")
    assert "MDTO-R20" in refused.value.problems[0].hint.nl


@pytest.mark.parametrize("level", Level)
def test_one_level(book, level):
    chosen = book.of_level(level)
    assert chosen.rules and {one.kind.level for one in chosen.rules} == {level}
    assert {one.level for one in chosen.requirements} <= {level}


@pytest.mark.parametrize("name", profile_names())
def test_what_a_profile_names_are_rules(book, name):
    profile = read_profile(name, None)
    known = {one.kind.id for one in book.rules if one.tested is not None}
    assert profile.checks | set(profile.severities) <= known


def test_the_number_of_the_norm_is_enough(book):
    found = book.find("r22")
    assert found.kind.id == "MDTO-R22"
    assert book.find("R9999") is None

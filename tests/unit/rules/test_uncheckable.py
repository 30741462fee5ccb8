"""What has no rule of its own says why, and names rules that there are; no requirement of the norm is forgotten."""

import re

from depotklaar.catalogue import RULES
from depotklaar.rules.interface import STAGES
from depotklaar.rules.uncheckable import REQUIREMENTS

IDS = {kind.id for stage in STAGES for kind in RULES.kinds(stage)}


def test_rules_named_are_rules():
    assert {rule for one in REQUIREMENTS for rule in one.rules} - IDS == set()


def test_each_says_why_in_two_languages():
    for one in REQUIREMENTS:
        assert one.clause and one.asks.nl and one.asks.en and one.because.nl and one.because.en
        assert one.id not in IDS


def test_each_numbered_requirement_has_a_rule_or_a_reason():
    numbers = {
        int(found[1]) for name in (*IDS, *(x.id for x in REQUIREMENTS)) if (found := re.search(r"-R(\d+)", name))
    }
    assert set(range(1, 65)) - numbers == set()

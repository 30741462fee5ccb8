"""Every case of every rule: the judge finds what the case says, where it says, and nothing else."""

from itertools import groupby
from pathlib import Path

import pytest

from depotklaar.api import validate_packages
from depotklaar.jobs.corpus.case import IGNORABLE, JUDGED_AT, CorpusCase, find_corpus, read_cases
from depotklaar.jobs.corpus.layout import lay_out

CORPUS = find_corpus(None)
CASES = read_cases(CORPUS)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_case(case: CorpusCase, tmp_path: Path) -> None:
    (one,) = lay_out(CORPUS, [case], tmp_path / "corpus")
    (report,) = validate_packages([one.package], profile=one.profile, pakbon=one.pakbon, now=JUDGED_AT)

    named = {one.rule for one in case.expected}
    found = {(x.kind.id, x.place.path or "") for x in report.findings}
    assert sorted(one for one in found if one[0] not in {*IGNORABLE} - named) == sorted(
        (one.rule, one.path or "") for one in case.expected
    )
    assert report.accepted == case.accepted
    for finding in report.findings:
        assert finding.sentence("nl") and finding.remedy("en")


@pytest.mark.parametrize("rule", sorted({case.rule for case in CASES}))
def test_every_rule_has_an_invalid_and_a_clause(rule: str) -> None:
    (cases,) = (list(found) for name, found in groupby(CASES, lambda case: case.rule) if name == rule)
    assert all(case.clause for case in cases)
    assert any(one.rule == rule for case in cases for one in case.expected)

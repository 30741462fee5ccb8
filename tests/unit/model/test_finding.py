"""Findings: a sentence quotes no text at length, since a report may be given to anyone."""

from depotklaar.language import Text
from depotklaar.model.finding import LONGEST, Finding, FindingKind, Level, Severity

KIND = FindingKind(
    id="X",
    severity=Severity.INFO,
    level=Level.OURS,
    clause="x",
    text=Text("waarde {value}", "value {value}"),
    remedy=Text("verbeter {value}", "mend {value}"),
)


def test_a_long_value_is_cut():
    finding = Finding(kind=KIND, params={"value": "z" * 1000})
    assert len(finding.sentence("nl")) == len("waarde ") + LONGEST
    assert finding.sentence("nl").endswith("z…")
    assert finding.remedy("en").endswith("z…")


def test_a_value_that_fits_is_whole():
    assert Finding(kind=KIND, params={"value": 7}).sentence("nl") == "waarde 7"
    assert Finding(kind=KIND, params={"value": "z" * LONGEST}).sentence("nl") == "waarde " + "z" * LONGEST

"""Findings gathered: counted without end, kept up to a number, weighed by the receiver."""

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.collecting import Collector

KIND = FindingKind(
    id="X-1", severity=Severity.ERROR, level=Level.NORM, clause="x", text=Text("a", "a"), remedy=Text("b", "b")
)


def many(count: int):
    return (Finding(kind=KIND, place=Place(path=str(number))) for number in range(count))


def test_all_are_counted_and_the_first_are_kept():
    collector = Collector({}, kept=3)

    collector.add("bag", many(10))

    assert collector.totals() == {"X-1": 10}
    assert [finding.place.path for finding in collector.findings()] == ["0", "1", "2"]


def test_a_receiver_weighs_otherwise():
    collector = Collector({"X-1": "info"})

    collector.add("pakbon", many(1))

    assert [finding.severity for finding in collector.findings()] == [Severity.INFO]


def test_findings_come_by_stage():
    collector = Collector({})

    collector.add("pakbon", [Finding(kind=KIND, place=Place(path="last"))])
    collector.add("container", [Finding(kind=KIND, place=Place(path="first"))])

    assert [finding.place.path for finding in collector.findings()] == ["first", "last"]

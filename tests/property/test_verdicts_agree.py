"""Whatever was found, every form of a report gives the verdict that the exit code gives."""

import io
import json
import re

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from depotklaar.catalogue import REPORTS
from depotklaar.language import Text
from depotklaar.model.batch import Entry, Summary
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.model.report import Report, Stage
from depotklaar.reports import summary_csv, summary_html, summary_json, summary_junit

NAMES = st.text(max_size=12)
TEXT = Text("{name} klopt niet", "{name} is wrong")


def kind(number: int, severity: Severity) -> FindingKind:
    return FindingKind(id=f"X-{number}", severity=severity, level=Level.NORM, clause="art. 1", text=TEXT, remedy=TEXT)


KINDS = [kind(number, severity) for number, severity in enumerate(Severity)]
FINDINGS = st.builds(
    Finding,
    kind=st.sampled_from(KINDS),
    place=st.builds(Place, path=st.none() | NAMES, element=st.none() | NAMES, line=st.none() | st.integers(0, 99)),
    params=st.fixed_dictionaries({"name": NAMES}),
)
STAGES = st.lists(
    st.builds(
        Stage,
        name=st.sampled_from(["container", "bag", "schema"]),
        skipped_because=st.none() | st.sampled_from(["no-metadata", "not-opened"]),
        rules=st.just(()) | st.just(tuple(kind.id for kind in KINDS)),
    ),
    max_size=3,
    unique_by=lambda stage: stage.name,
)


@st.composite
def reports(draw: st.DrawFn) -> Report:
    findings = draw(st.lists(FINDINGS, max_size=6))
    totals = {one.kind.id: draw(st.integers(1, 5)) for one in findings}
    return Report(
        subject=draw(NAMES),
        created_at="2026-05-01T08:00:00Z",
        profile="p",
        profile_sha256="0" * 64,
        tools=(),
        stages=tuple(draw(STAGES)),
        findings=tuple(findings),
        totals=totals,
        counts={},
        fail_on=draw(st.sampled_from(["error", "warning"])),
    )


def written(report: Report, form: str) -> bytes:
    out = io.BytesIO()
    REPORTS[form].write(report, "en", out)
    return out.getvalue()


@given(reports())
def test_every_form_of_a_report_gives_the_same_verdict(report: Report) -> None:
    summary = json.loads(written(report, "json"))["summary"]
    cases = etree.fromstring(written(report, "junit"))
    html = written(report, "html").decode()

    assert summary["accepted"] is report.accepted
    assert written(report, "text").startswith(b"ACCEPTED" if report.accepted else b"REJECTED")
    assert re.search(r'class="verdict (\w+)"', html).group(1) == ("accepted" if report.accepted else "rejected")
    assert (cases.find(".//failure") is None and cases.find(".//error") is None) is report.accepted
    counted = sum(int(suite.get("failures")) + int(suite.get("errors")) for suite in cases)
    assert counted == len(cases.findall(".//failure")) + len(cases.findall(".//error"))


ENTRIES = st.lists(
    st.one_of(
        st.builds(Entry, package=NAMES, outcome=st.just("accepted"), judged_at=st.just(""), report=st.just("r")),
        st.builds(Entry, package=NAMES, outcome=st.just("rejected"), judged_at=st.just(""), report=st.just("r")),
        st.builds(
            Entry,
            package=NAMES,
            outcome=st.just("failed"),
            judged_at=st.just(""),
            code=st.sampled_from([3, 7, 70]),
            problem=NAMES,
        ),
    ),
    max_size=6,
)


@given(ENTRIES)
def test_every_form_of_a_summary_gives_the_same_verdict(entries: list[Entry]) -> None:
    outcomes = {
        outcome: sum(one.outcome == outcome for one in entries) for outcome in ("accepted", "rejected", "failed")
    }
    summary = Summary(
        created_at="2026-05-01T08:00:00Z",
        profile="p",
        profile_sha256="0" * 64,
        software="s",
        fail_on="error",
        outcomes=outcomes,
        rules={},
        code=1 if outcomes["rejected"] else max([one.code for one in entries], default=0),
        entries=entries,
    )
    pages = {}
    for form in (summary_csv, summary_html, summary_json, summary_junit):
        out = io.BytesIO()
        form.write_summary(summary, "en", out)
        pages[form.NAME] = out.getvalue()
    cases = etree.fromstring(pages["junit"])

    assert json.loads(pages["json"])["accepted"] is summary.accepted
    assert (cases.find(".//failure") is None and cases.find(".//error") is None) is summary.accepted
    assert (b"All accepted" in pages["html"]) is summary.accepted
    assert (summary.code == 0) is all(one.outcome == "accepted" for one in entries)

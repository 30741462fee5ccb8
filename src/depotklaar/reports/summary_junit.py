"""The summary of a shelf as JUnit XML: one test suite, a test case for each package. See `junit_report`."""

from typing import BinaryIO

from depotklaar.language import Language
from depotklaar.model.batch import Entry, Summary
from depotklaar.reports.junit_report import HEAD, TAIL, attribute
from depotklaar.reports.summary import OUTCOME, rules_told

NAME = "junit"


def write_summary(summary: Summary, language: Language, out: BinaryIO) -> None:
    """Write one document; a package that was rejected fails, one that was not judged is an error."""
    counts = {outcome: summary.outcomes.get(outcome, 0) for outcome in OUTCOME}
    out.write(HEAD)
    out.write(
        f'  <testsuite name={attribute(summary.profile)} tests="{sum(counts.values())}"'
        f' failures="{counts["rejected"]}" errors="{counts["failed"]}" skipped="{counts["skipped"]}" time="0"'
        f" timestamp={attribute(summary.created_at.removesuffix('Z'))}>\n".encode()
    )
    for entry in summary.entries:
        out.write(_case(entry, language).encode("utf-8", "backslashreplace"))
    out.write(b"  </testsuite>\n" + TAIL)


def _case(entry: Entry, language: Language) -> str:
    head = f'    <testcase name={attribute(entry.package)} classname="depotklaar" time="0"'
    told = attribute(entry.problem or rules_told(entry) or OUTCOME[entry.outcome].in_language(language))
    inside = {
        "accepted": "",
        "rejected": f'<failure message={told} type="rejected"/>',
        "failed": f'<error message={told} type="exit-{entry.code}"/>',
        "skipped": f"<skipped message={told}/>",
    }[entry.outcome]
    return f"{head}>\n      {inside}\n    </testcase>\n" if inside else f"{head}/>\n"

"""The summary of a shelf for a terminal: a line a package, and the sum."""

from collections.abc import Iterator
from typing import BinaryIO

from depotklaar.language import Language
from depotklaar.model.batch import Entry, Summary
from depotklaar.reports.summary import OUTCOME, rules_told, summary_lines
from depotklaar.reports.text_report import harmless

NAME = "text"


def write_summary(summary: Summary, language: Language, out: BinaryIO) -> None:
    """Write lines of UTF-8; nothing in them can steer a terminal."""
    for entry in summary.entries:
        for line in _lines(entry, language):
            out.write(harmless(line).encode("utf-8", "backslashreplace") + b"\n")
    for line in summary_lines(summary, language):
        out.write(line.encode("utf-8", "backslashreplace") + b"\n")


def _lines(entry: Entry, language: Language) -> Iterator[str]:
    yield f"{OUTCOME[entry.outcome].in_language(language).upper()}  {entry.package}"
    told = entry.problem or ("" if entry.outcome == "accepted" else rules_told(entry))
    if told:
        yield f"    {told}"

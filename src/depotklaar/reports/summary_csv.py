"""`samenvatting.csv`: one line a package, for a spreadsheet.

Semicolons, a byte-order mark and CRLF, as spreadsheets in the Netherlands expect; no cell can become a formula.
"""

from collections.abc import Iterator
from typing import BinaryIO

from depotklaar.language import Language, Text
from depotklaar.model.batch import Entry, Summary
from depotklaar.reports.summary import OUTCOME, rules_told
from depotklaar.standards.tables.csv_table import write_csv

NAME = "csv"
_HEADER = (
    Text("pakket", "package"),
    Text("uitkomst", "outcome"),
    Text("fouten", "errors"),
    Text("waarschuwingen", "warnings"),
    Text("opmerkingen", "remarks"),
    Text("bestanden", "files"),
    Text("bytes", "bytes"),
    Text("regels", "rules"),
    Text("probleem", "problem"),
    Text("beoordeeld_op", "judged_at"),
    Text("rapport", "report"),
    Text("rapport_sha256", "report_sha256"),
)


def write_summary(summary: Summary, language: Language, out: BinaryIO) -> None:
    """Write the header and a line for each package, in the order of the shelf."""
    columns = [text.in_language(language) for text in _HEADER]
    write_csv(columns, _rows(summary, language), out)


def _rows(summary: Summary, language: Language) -> Iterator[tuple[str | int | None, ...]]:
    for entry in summary.entries:
        yield (
            entry.package,
            OUTCOME[entry.outcome].in_language(language),
            *_measures(entry),
            rules_told(entry),
            entry.problem,
            entry.judged_at,
            entry.report,
            entry.report_sha256,
        )


def _measures(entry: Entry) -> tuple[int | None, ...]:
    """The counts; nothing where there is no verdict."""
    if not entry.judged:
        return (None,) * 5
    return entry.errors, entry.warnings, entry.infos, entry.files, entry.size

"""`verantwoording.csv`: where every message went, run by run, so that a spreadsheet answers for any one of them.

A line is a run of consecutive messages of one conversation with one fate: in which Archiefstuk it is, under which
category and on which ground, or why it was left out; and who decided. Places are those in the source, times local. No
message text. The form is that of every table of depotklaar (`standards.tables.csv_table`).
"""

from collections.abc import Iterable
from typing import BinaryIO

from depotklaar.language import Language, Text
from depotklaar.model.report import Whereabouts
from depotklaar.reports.decision_words import as_category, reason_told
from depotklaar.standards.tables.csv_table import write_csv

FILE_NAME = "verantwoording.csv"
PACKAGED = Text("in het pakket", "in the package")
LEFT_OUT = Text("weggelaten", "left out")
COLUMNS = {
    "conversation": Text("gesprek", "conversation"),
    "display": Text("naam", "name"),
    "order_first": Text("volgnummer_eerste", "order_first"),
    "order_last": Text("volgnummer_laatste", "order_last"),
    "first_local": Text("tijd_eerste", "time_first"),
    "last_local": Text("tijd_laatste", "time_last"),
    "messages": Text("berichten", "messages"),
    "where": Text("waar", "where"),
    "object": Text("archiefstuk", "archiefstuk"),
    "folder": Text("map", "folder"),
    "waardering": Text("waardering", "waardering"),
    "category": Text("categorie", "category"),
    "lijst": Text("selectielijst", "selection_list"),
    "ground": Text("grond", "ground"),
    "decided_by": Text("besloten_door", "decided_by"),
    "decided_at": Text("besloten_op", "decided_at"),
    "reason": Text("reden", "reason"),
    "remark": Text("opmerking", "remark"),
}


def write_account(rows: Iterable[Whereabouts], language: Language, out: BinaryIO) -> None:
    """Write the header and a line for each run, in the order given; one run in memory at a time."""
    header = [text.in_language(language) for text in COLUMNS.values()]
    write_csv(header, (_cells(row, language) for row in rows), out)


def _cells(row: Whereabouts, language: Language) -> tuple[str | int | None, ...]:
    return (
        row.conversation,
        row.display,
        row.order_first,
        row.order_last,
        row.first_local,
        row.last_local,
        row.messages,
        (PACKAGED if row.left_out is None else LEFT_OUT).in_language(language),
        row.object,
        row.folder,
        row.waardering,
        as_category(row.code, row.label),
        row.lijst,
        row.ground,
        row.decided_by,
        row.decided_at,
        reason_told(row.left_out, language),
        row.remark,
    )

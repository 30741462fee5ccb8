"""`weggelaten.csv`: what was left out, run by run, with reason and who decided, for a spreadsheet.

Semicolons, a byte-order mark and CRLF, as spreadsheets in the Netherlands expect (form otherwise RFC 4180). No cell can
become a formula. Columns: the run's conversation (`gesprek`, `naam`), its first and last place in the source and local
time, how many messages and attachments, the reason, who decided it and when, and a remark. No message text.
"""

from collections.abc import Iterable
from typing import BinaryIO

from depotklaar.language import Language, Text
from depotklaar.model.delivery import REDENEN
from depotklaar.model.report import LeftOut
from depotklaar.standards.tables.csv_table import write_csv

FILE_NAME = "weggelaten.csv"
_HEADER = (
    Text("gesprek", "conversation"),
    Text("naam", "name"),
    Text("volgnummer_eerste", "order_first"),
    Text("volgnummer_laatste", "order_last"),
    Text("tijd_eerste", "time_first"),
    Text("tijd_laatste", "time_last"),
    Text("berichten", "messages"),
    Text("bijlagen", "attachments"),
    Text("reden", "reason"),
    Text("besloten_door", "decided_by"),
    Text("besloten_op", "decided_at"),
    Text("opmerking", "remark"),
)


def write_left_out(rows: Iterable[LeftOut], language: Language, out: BinaryIO) -> None:
    """Write the header and a line for each run, in the order given."""
    columns = [text.in_language(language) for text in _HEADER]
    write_csv(columns, (_cells(row, language) for row in rows), out)


def _cells(row: LeftOut, language: Language) -> tuple[str | int | None, ...]:
    return (
        row.conversation,
        row.display,
        row.order_first,
        row.order_last,
        row.first_local,
        row.last_local,
        row.messages,
        row.attachments,
        REDENEN[row.reason].in_language(language) if row.reason in REDENEN else row.reason,
        row.decided_by,
        row.decided_at,
        row.remark,
    )

"""`<id>.vernietiging.csv`: the specification for a verklaring van vernietiging, as a table to be completed.

Source: Archiefbesluit 1995, art. 8 (what, on which ground, in which manner). It describes and destroys nothing: manner,
day, name and signature are left empty for whoever does. The form is that of every table of depotklaar.
"""

from collections.abc import Iterable
from typing import BinaryIO

from depotklaar.language import Language, Text
from depotklaar.model.report import Destroyable
from depotklaar.reports.decision_words import as_category, term_told
from depotklaar.standards.tables.csv_table import write_csv

FILE_NAME = "vernietiging.csv"
_PARTS = {
    "termijn": Text("1: bewaartermijn verstreken", "1: term has passed"),
    "uitsluiting": Text("2: buiten het pakket gelaten", "2: left out of the package"),
}
_REMARKS = {
    "termijn": Text(
        "alleen beschreven, niet vernietigd",
        "described only, not destroyed",
    ),
    "uitsluiting": Text(
        "alleen beschreven; weglaten is geen vernietigen, en of hiervoor een verklaring nodig is, beoordeelt een mens",
        "described only; leaving out is not destroying, and a person judges whether this needs a declaration",
    ),
}
_HEADER = (
    Text("nummer", "number"),
    Text("deel", "part"),
    Text("gesprek", "conversation"),
    Text("naam", "name"),
    Text("archiefstuk", "archiefstuk"),
    Text("eerste_dag", "first_day"),
    Text("laatste_dag", "last_day"),
    Text("berichten", "messages"),
    Text("bijlagen", "attachments"),
    Text("grond", "ground"),
    Text("selectielijst", "selection_list"),
    Text("categorie", "category"),
    Text("bewaartermijn", "term"),
    Text("verstreken_op", "passed_on"),
    Text("besloten_door", "decided_by"),
    Text("besloten_op", "decided_at"),
    Text("opmerking", "remark"),
)
_OPEN = (
    Text("wijze_van_vernietiging", "manner_of_destruction"),
    Text("vernietigd_op", "destroyed_on"),
    Text("verklaard_door", "declared_by"),
    Text("handtekening", "signature"),
)


def write_destruction_csv(
    expired: Iterable[Destroyable], left_out: Iterable[Destroyable], language: Language, out: BinaryIO
) -> None:
    """Write the header and a line for each, first what passed its term, then what was left out, each numbered from 1.

    One line in memory at a time; the numbers are those of the HTML page made of the same lines.
    """
    rows = (_cells(number, row, language) for part in (expired, left_out) for number, row in enumerate(part, start=1))
    write_csv([text.in_language(language) for text in (*_HEADER, *_OPEN)], rows, out)


def _cells(number: int, row: Destroyable, language: Language) -> tuple[str | int | None, ...]:
    return (
        number,
        _PARTS[row.basis].in_language(language),
        row.conversation,
        row.display,
        row.object,
        row.first_day,
        row.last_day,
        row.messages,
        row.attachments,
        row.ground,
        row.lijst,
        as_category(row.code, row.label),
        term_told(row.looptijd, language),
        row.due,
        row.decided_by,
        row.decided_at,
        _REMARKS[row.basis].in_language(language),
        *(None for _ in _OPEN),
    )

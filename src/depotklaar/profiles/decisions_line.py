"""One line of a decisions file: what is wrong with it, and the decision that it holds."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import get_args

from depotklaar.errors import Problem
from depotklaar.language import Text
from depotklaar.model.appraisal import Decision, Waardering
from depotklaar.model.duration import parse_duration
from depotklaar.profiles.decisions_columns import DATES, LONGEST
from depotklaar.profiles.fault import quoted
from depotklaar.standards.tables.cells import tidy

_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_DUTCH = re.compile(r"(\d{1,2})([-/])(\d{1,2})\2(\d{4})")
_SHORT = re.compile(r"(\d{1,2})([-/])(\d{1,2})\2(\d\d)")
_MIDNIGHT = re.compile(r"[ T]0?0:00(:00)?\Z")
_HASH = re.compile(r"sha256:[0-9a-f]{64}")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """The cells of one line by column, as they stand in the file, and where that is."""

    place: str
    cells: Mapping[str, str]

    def text(self, column: str) -> str | None:
        """The cell without what nobody sees at its ends; None when it is empty or the column is not there."""
        return tidy(self.cells.get(column, "")) or None


def line_problems(line: Line) -> Iterator[Problem]:
    """Yield everything that is wrong with a line by itself."""
    for column in ("archiefstuk", "inhoud"):
        if line.text(column) is None:
            yield _problem(line, column, _EMPTY, _AS_WRITTEN)
    for column, longest in LONGEST.items():
        text = line.text(column) or ""
        if len(text) > longest or _CONTROL.search(text) or (column == "besloten_door" and len(text.splitlines()) > 1):
            yield _problem(line, column, _UNSOUND, _SHORTER)
    waardering = line.text("waardering")
    if waardering is not None and waardering.upper() not in get_args(Waardering):
        yield _problem(line, "waardering", _NO_VALUE, _VALUES)
    content = line.text("inhoud")
    if content is not None and not _HASH.fullmatch(content.lower()):
        yield _problem(line, "inhoud", _NO_HASH, _AS_WRITTEN)
    if not _is_term(_term(line)):
        yield _problem(line, "bewaartermijn", _NO_TERM, _TERMS)
    yield from _date_problems(line)


def decision_of(line: Line) -> Decision:
    """The decision of a line without problems."""
    waardering = line.text("waardering")
    return Decision(
        place=line.place,
        object=line.text("archiefstuk") or "",
        content=(line.text("inhoud") or "").lower(),
        waardering=next((value for value in get_args(Waardering) if value == (waardering or "").upper()), None),
        selectielijst=line.text("selectielijst"),
        categorie=line.text("categorie"),
        actor=line.text("actor"),
        deel=line.text("deel"),
        begin_termijn=_day(line.text("begin_termijn")),
        bewaartermijn=_term(line),
        einde_termijn=_day(line.text("einde_termijn")),
        besloten_door=line.text("besloten_door"),
        besloten_op=_decision_day(line.text("besloten_op")),
        toelichting=line.text("toelichting"),
    )


def _term(line: Line) -> str | None:
    text = line.text("bewaartermijn")
    return None if text is None else text.upper()


def _is_term(text: str | None) -> bool:
    try:
        return text is None or parse_duration(text) is not None
    except ValueError:
        return False


def _date_problems(line: Line) -> Iterator[Problem]:
    for column in DATES:
        read = _decision_day if column == "besloten_op" else _day
        if line.text(column) is not None and read(line.text(column)) is None:
            yield _problem(line, column, _NO_DATE, _DECISION_DATES if column == "besloten_op" else _DATES)
    who, when = line.text("besloten_door"), line.text("besloten_op")
    if who is None and when is not None:
        yield _problem(line, "besloten_door", _NOBODY, _BOTH)
    if who is not None and when is None:
        yield _problem(line, "besloten_op", _NEVER, _BOTH)


def _day(text: str | None) -> dt.date | None:
    """The day of an ISO date, or of day, month and year in the Dutch order; None when it is no date."""
    day = _MIDNIGHT.sub("", text or "")
    iso, dutch = _ISO.fullmatch(day), _DUTCH.fullmatch(day)
    if iso:
        year, month, number = iso.groups()
    elif dutch:
        number, _, month, year = dutch.groups()
    else:
        return None
    try:
        return dt.date(int(year), int(month), int(number))
    except ValueError:
        return None


def _decision_day(text: str | None) -> dt.date | None:
    """As `_day`, also with a year of two digits, as a spreadsheet shows what is typed: no file is older than 2000."""
    short = _SHORT.fullmatch(_MIDNIGHT.sub("", text or ""))
    if short is None:
        return _day(text)
    number, _, month, year = short.groups()
    return _day(f"{number}-{month}-20{year}")


def _problem(line: Line, column: str, text: Text, hint: Text) -> Problem:
    found = quoted(line.text(column) or "")
    return Problem(place=f"{line.place}, {column}", text=text.fill(found=found), hint=hint)


_EMPTY = Text("Deze cel is leeg.", "This cell is empty.")
_AS_WRITTEN = Text(
    "Neem de waarde over uit het besluitenbestand dat depotklaar schreef.",
    "Take the value from the decisions file that depotklaar wrote.",
)
_UNSOUND = Text(
    "{found} is te lang, of er staat een teken in dat hier niet kan.",
    "{found} is too long, or holds a character that cannot be here.",
)
_SHORTER = Text(
    "Een naam heeft ten hoogste 255 tekens op één regel, een toelichting 3000; stuurtekens kunnen niet.",
    "A name has at most 255 characters on one line, a remark 3000; control characters are not possible.",
)
_NO_VALUE = Text("{found} is geen waardering.", "{found} is no waardering.")
_VALUES = Text(
    "Kies B (blijvend te bewaren), V (tijdelijk te bewaren) of N (nader te bepalen).",
    "Choose B (kept for ever), V (kept for a time) or N (to be determined).",
)
_NO_HASH = Text(
    "{found} heeft niet de vorm sha256: met 64 cijfers en letters a tot en met f.",
    "{found} does not have the form sha256: with 64 digits and letters a to f.",
)
_NO_DATE = Text("{found} is geen bestaande datum.", "{found} is no date that exists.")
_DATES = Text(
    "Schrijf jaar-maand-dag (2024-05-31) of dag-maand-jaar (31-5-2024), met het jaar in vier cijfers.",
    "Write year-month-day (2024-05-31) or day-month-year (31-5-2024), with the year in four digits.",
)
_DECISION_DATES = Text(
    "Schrijf jaar-maand-dag (2024-05-31) of dag-maand-jaar (31-5-2024). Een jaar in twee cijfers geldt hier als 20xx.",
    "Write year-month-day (2024-05-31) or day-month-year (31-5-2024). A year in two digits is taken as 20xx here.",
)
_NO_TERM = Text("{found} is geen termijn.", "{found} is no term.")
_TERMS = Text(
    "Schrijf P5Y voor vijf jaar, P6M voor zes maanden of P42D voor 42 dagen.",
    "Write P5Y for five years, P6M for six months or P42D for 42 days.",
)
_NOBODY = Text(
    "Er staat wanneer dit is besloten, maar niet door wie.", "It says when this was decided, but not by whom."
)
_NEVER = Text("Er staat wie dit besloot, maar niet wanneer.", "It says who decided this, but not when.")
_BOTH = Text(
    "Vul besloten_door en besloten_op allebei in, of laat ze allebei leeg als er nog geen besluit is.",
    "Fill in both besloten_door and besloten_op, or leave both empty when there is no decision yet.",
)

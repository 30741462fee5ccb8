"""Tracing: finds in the account of a delivery where one message went, or why it is not in the package.

Source: `verantwoording.csv` as depotklaar writes it, in either language, also when a spreadsheet saved it again.
"""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from depotklaar.errors import Problem, ProfileError, SourceError, UsageError
from depotklaar.language import Text
from depotklaar.model.mark import mark_key
from depotklaar.reports.account_csv import COLUMNS, PACKAGED
from depotklaar.standards.tables.reading import read_table
from depotklaar.standards.tables.table import Row, Table

_SUGGESTED = 3
_MINUTE, _SECOND = dt.timedelta(minutes=1), dt.timedelta(seconds=1)
_ASKED = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:(?P<minute>\d\d)(?P<second>:\d\d)?)?", re.ASCII)
_DAY_FIRST = re.compile(
    r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{2}|\d{4})[ ,T]+(\d{1,2}):(\d{2})(?::(\d{2}))?",
    re.ASCII,
)
_WHOLE = re.compile(r"[0-9]{1,12}|[0-9]{1,3}(?:[.,'\u00a0\u202f ][0-9]{3}){1,3}")
_NO_ACCOUNT = Text("de kolom {name} ontbreekt", "the column {name} is missing")
_GIVE_ACCOUNT = Text(
    "Geef het bestand <id>.verantwoording.csv dat bij het pakket is gemaakt.",
    "Give the file <id>.verantwoording.csv that was made with the package.",
)
_NO_PLACE = Text('"{cell}" is geen volgnummer', '"{cell}" is no place in the source')
_NO_CONVERSATION = Text('er is geen gesprek "{name}"', 'there is no conversation "{name}"')
_LIKE = Text("Bedoelt u: {names}?", "Did you mean: {names}?")
_SEE_NAMES = Text(
    "Kijk in de kolommen gesprek en naam hoe het gesprek heet.",
    "See in the columns conversation and name what it is called.",
)
_NO_NUMBER = Text('bericht {number} van "{name}" staat er niet in', 'message {number} of "{name}" is not in it')
_RANGE = Text("De volgnummers lopen van {first} t/m {last}.", "The places run from {first} to {last}.")
_NO_MOMENT = Text("{time!r} is geen lokale tijd", "{time!r} is no local time")
_AS_MOMENT = Text("Schrijf hem als 2022-05-02T16:08.", "Write it as 2022-05-02T16:08.")
_IMPOSSIBLE = Text("{number} is niet mogelijk", "{number} is impossible")
_FROM_ONE = Text("Geef 1 of meer.", "Give 1 or more.")
_WHICH = Text("er is niet gezegd om welk bericht het gaat", "it was not said which message")
_GIVE_BOTH = Text(
    "Geef --conversation met --number, of --time (met of zonder --conversation).",
    "Give --conversation with --number, or --time (with or without --conversation).",
)
_NO_TIME = Text("op {time} is er geen bericht", "there is no message at {time}")
_UNDATED = Text(
    "Tijden zijn lokaal, zoals de bron ze geeft; regels zonder leesbare tijd: {count}.",
    "Times are local, as the source gives them; lines without a time that can be read: {count}.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A line of the account that holds the message. `cells` are those of the line by key of `COLUMNS`; "" is none.

    `packaged` says whether these messages are in the package. `line` is where it stands in the file.
    """

    line: int
    packaged: bool
    cells: Mapping[str, str]


def trace(
    account: Path, *, conversation: str | None = None, number: int | None = None, time: str | None = None
) -> tuple[Found, ...]:
    """Return the lines that hold the message, in the order of the account: one, or several for a moment.

    `conversation` is a name or id, compared as `mark_key` does; None is any. `number` is a place in the source, from 1;
    `time` a local moment, ISO 8601; without seconds the whole minute, without a time the whole day. What is given must
    all hold. UsageError: a number without a conversation, or neither number nor time. SourceError: no account, no such
    conversation (with those of a like name), no such message.
    """
    if (number is None and time is None) or (number is not None and conversation is None):
        raise UsageError(Problem(place="trace", text=_WHICH, hint=_GIVE_BOTH))
    if number is not None and number < 1:
        raise UsageError(Problem(place="--number", text=_IMPOSSIBLE.fill(number=number), hint=_FROM_ONE))
    try:
        table = read_table(account)
    except ProfileError as error:
        raise SourceError(error.problems) from error
    columns = _columns(table)
    rows = _of_conversation(table, columns, conversation)
    if number is not None:
        rows = _of_number(table, columns, rows, number, conversation or "")
    if time is not None:
        rows = _of_time(table, columns, rows, time)
    return tuple(_found(row, columns) for row in rows)


def _columns(table: Table) -> Mapping[str, str]:
    """From key to the name of the column, in the language of this account."""
    given = {name.casefold(): name for name in table.columns}
    columns = {}
    missing = []
    for key, text in COLUMNS.items():
        name = given.get(text.nl) or given.get(text.en)
        columns[key] = name or ""
        if name is None:
            missing.append(_NO_ACCOUNT.fill(name=text.nl))
    if missing:
        raise SourceError([Problem(place=table.file, text=text, hint=_GIVE_ACCOUNT) for text in missing])
    return columns


def _of_conversation(table: Table, columns: Mapping[str, str], name: str | None) -> list[Row]:
    if name is None:
        return list(table.rows)
    key = mark_key(name)
    names: dict[str, str] = {}
    rows = []
    for row in table.rows:
        marks = [row.cells[columns[column]] for column in ("display", "conversation")]
        keys = [mark_key(mark) for mark in marks]
        names |= dict(zip(keys, marks, strict=True))
        if key in keys:
            rows.append(row)
    if rows:
        return rows
    like = _like(key, names)
    hint = _LIKE.fill(names=", ".join(f'"{name}"' for name in like)) if like else _SEE_NAMES
    raise SourceError(Problem(place=table.file, text=_NO_CONVERSATION.fill(name=name), hint=hint))


def _like(key: str, names: Mapping[str, str]) -> list[str]:
    """The names most like what was asked: those that hold it or are held by it first, then those spelled alike."""
    holding = [known for known in names if known and key and (key in known or known in key)]
    alike = get_close_matches(key, names, n=_SUGGESTED, cutoff=0.5)
    return [names[known] for known in list(dict.fromkeys((*holding, *alike)))[:_SUGGESTED]]


def _of_number(table: Table, columns: Mapping[str, str], rows: list[Row], number: int, name: str) -> list[Row]:
    ranges = [_places(table, row, columns) for row in rows]
    found = [row for row, (first, last) in zip(rows, ranges, strict=True) if first <= number <= last]
    if found:
        return found
    span = _RANGE.fill(first=min(first for first, _ in ranges), last=max(last for _, last in ranges))
    raise SourceError(Problem(place=table.file, text=_NO_NUMBER.fill(number=number, name=name), hint=span))


def _places(table: Table, row: Row, columns: Mapping[str, str]) -> tuple[int, int]:
    first, last = (_whole(table, row, row.cells[columns[key]]) for key in ("order_first", "order_last"))
    return first, last


def _whole(table: Table, row: Row, cell: str) -> int:
    """A whole number; a spreadsheet may have put marks between the thousands."""
    if not _WHOLE.fullmatch(cell.strip()):
        raise SourceError(Problem(place=table.place(row), text=_NO_PLACE.fill(cell=cell), hint=_GIVE_ACCOUNT))
    return int(re.sub("[^0-9]", "", cell))


def _of_time(table: Table, columns: Mapping[str, str], rows: list[Row], time: str) -> list[Row]:
    asked, width = _asked(time)
    spans = [[_moment(row.cells[columns[key]]) for key in ("first_local", "last_local")] for row in rows]
    found = [row for row, span in zip(rows, spans, strict=True) if _meets(span, asked, width)]
    if found:
        return found
    undated = sum(None in span for span in spans)
    raise SourceError(Problem(place=table.file, text=_NO_TIME.fill(time=time), hint=_UNDATED.fill(count=undated)))


def _asked(time: str) -> tuple[dt.datetime, dt.timedelta]:
    """From which moment on, and how long: a day, a minute or a second, as precisely as it was asked."""
    match = _ASKED.fullmatch(time.strip())
    moment = _moment(time) if match else None
    if match is None or moment is None:
        raise UsageError(Problem(place="--time", text=_NO_MOMENT.fill(time=time), hint=_AS_MOMENT))
    if match["minute"] is None:
        return moment, dt.timedelta(days=1)
    return moment, _MINUTE if match["second"] is None else _SECOND


def _meets(span: list[dt.datetime | None], asked: dt.datetime, width: dt.timedelta) -> bool:
    """Whether a run meets the moment; a spreadsheet that shows no seconds dropped up to 59 of them."""
    known = sorted(moment for moment in span if moment is not None)
    if len(known) < 2:
        return False
    return known[0] - asked < width and asked - known[1] < (_SECOND if known[1].second else _MINUTE)


def _moment(cell: str) -> dt.datetime | None:
    """A local moment: ISO 8601, or day first as spreadsheets in the Netherlands show it. None: no moment."""
    try:
        return dt.datetime.fromisoformat(cell.strip()).replace(tzinfo=None)
    except ValueError:
        pass
    match = _DAY_FIRST.fullmatch(cell.strip())
    if match is None:
        return None
    day, month, year, hour, minute, second = (int(digits or 0) for digits in match.groups())
    try:
        return dt.datetime(year + 2000 if year < 100 else year, month, day, hour, minute, second)
    except ValueError:
        return None


def _found(row: Row, columns: Mapping[str, str]) -> Found:
    cells = {key: row.cells[name].strip() for key, name in columns.items()}
    packaged = cells["where"].casefold() in (PACKAGED.nl, PACKAGED.en)
    return Found(line=row.number, packaged=packaged, cells=cells)

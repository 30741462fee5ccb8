"""The records of a chat file, one after the other, without ever holding more than a piece of the file."""

import re
from collections.abc import Callable, Generator, Iterator

from depotklaar.importers.whatsapp_clock import read_clock
from depotklaar.importers.whatsapp_header import Shape, header_pattern
from depotklaar.importers.whatsapp_text import TextFile, refuse_too_long

PRELUDE = -1

RecordParts = tuple[int, str, str, str | None, int, int, str]


def split_records(
    text: TextFile, shapes: tuple[Shape, ...], has_day: Callable[[int, str], object]
) -> Iterator[RecordParts]:
    """Give (shape, stamp, date, label, head, cut, raw) for every record; all raw together is the file.

    `shape` is a number in `shapes`, or PRELUDE for text before the first header. `stamp` is date and time as written,
    `date` the date in it. `label` is what stands before the first `: `, else None. In `raw` the payload begins at
    `head` and the text after the label at `cut`. A header whose date `has_day` denies, or whose time no clock shows,
    only begins a record when a label follows: without one it may be what a person typed.
    """
    cut_up = _cut_one if len(shapes) == 1 else _cut_many
    pattern = header_pattern(shapes)
    carry = ""
    for piece in text.pieces():
        carry = yield from cut_up("\n" + carry + piece, pattern, has_day)
        refuse_too_long(text.tree, text.name, len(carry))
    if carry:
        yield from cut_up("\n" + carry + "\n", pattern, has_day, is_last=True)


def _cut_one(
    text: str, pattern: "re.Pattern[str]", has_day: Callable[[int, str], object], is_last: bool = False
) -> Generator[RecordParts, None, str]:
    """Give the records of one shape that are whole within `text`; return what follows them, the begin of the next.

    A line feed that is no part of the file stands before `text`, and after it when it is the last.
    """
    shape, stamp, date, label = PRELUDE, "", "", None
    begin = head = cut = 1
    for match in pattern.finditer(text):
        found_stamp, found_date, found_label = match.groups()
        if found_label is None and not _may_begin(text, match.end(), has_day(0, found_date), found_stamp, found_date):
            continue
        start, end = match.span()
        if start:
            yield shape, stamp, date, label, head - begin, cut - begin, text[begin : start + 1]
        shape, stamp, date, label, begin, cut = 0, found_stamp, found_date, found_label, start + 1, end
        head = end if label is None else match.start(3)
    if is_last:
        yield shape, stamp, date, label, head - begin, cut - begin, text[begin:-1]
    return text[begin:]


def _cut_many(
    text: str, pattern: "re.Pattern[str]", has_day: Callable[[int, str], object], is_last: bool = False
) -> Generator[RecordParts, None, str]:
    """Do as `_cut_one` for a file with several shapes."""
    shape, stamp, date, label = PRELUDE, "", "", None
    begin = head = cut = 1
    for match in pattern.finditer(text):
        *stamps, found_label = match.groups()
        number = next(place for place in range(0, len(stamps), 2) if stamps[place] is not None)
        found_stamp, found_date = stamps[number : number + 2]
        if found_label is None and not _may_begin(
            text, match.end(), has_day(number // 2, found_date), found_stamp, found_date
        ):
            continue
        start, end = match.span()
        if start:
            yield shape, stamp, date, label, head - begin, cut - begin, text[begin : start + 1]
        shape, stamp, date, label, begin, cut = number // 2, found_stamp, found_date, found_label, start + 1, end
        head = end if label is None else match.start(len(stamps) + 1)
    if is_last:
        yield shape, stamp, date, label, head - begin, cut - begin, text[begin:-1]
    return text[begin:]


def _may_begin(text: str, end: int, day: object, stamp: str, date: str) -> bool:
    """Whether a header without a label begins a record: its moment exists, or its line still holds a `: ` somewhere."""
    if day is not None and read_clock(stamp[len(date) :]) is not None:
        return True
    line_end = text.find("\n", end)
    return text.find(": ", end, line_end if line_end >= 0 else len(text)) >= 0

"""The records of a chat file, one after the other, without ever holding more than a piece of the file."""

from collections.abc import Callable, Generator, Iterator

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
    `head` and the text after the label at `cut`. A header whose date `has_day` denies is no header.
    """
    carry = ""
    for piece in text.pieces():
        carry = yield from _complete_records(carry + piece, shapes, has_day)
        refuse_too_long(text.tree, text.name, len(carry))
    if carry:
        yield _last_record(carry, shapes, has_day)


def _complete_records(
    text: str, shapes: tuple[Shape, ...], has_day: Callable[[int, str], object]
) -> Generator[RecordParts, None, str]:
    """Give the records that are whole within `text` and return what follows them: the begin of the next."""
    pattern = header_pattern(shapes)
    many = len(shapes) > 1
    shape, last, is_day = 0, "", False
    begin = 0
    held: tuple[int, str, str, str | None, int, int] = (PRELUDE, "", "", None, 0, 0)
    for match in pattern.finditer(text):
        if many:
            shape = next(number for number in range(len(shapes)) if match[2 * number + 1] is not None)
            stamp, date, label = match[2 * shape + 1], match[2 * shape + 2], match[2 * len(shapes) + 1]
        else:
            stamp, date, label = match.groups()
        if many or date != last:
            last, is_day = date, has_day(shape, date) is not None
        if not is_day:
            continue
        start, end = match.span()
        if start:
            yield (*held, text[begin:start])
        head = end if label is None else match.start(match.re.groups)
        begin, held = start, (shape, stamp, date, label, head - start, end - start)
    return text[begin:]


def _last_record(text: str, shapes: tuple[Shape, ...], has_day: Callable[[int, str], object]) -> RecordParts:
    match = header_pattern(shapes).match(text)
    if match is None:
        return PRELUDE, "", "", None, 0, 0, text
    shape = next(number for number in range(len(shapes)) if match[2 * number + 1] is not None)
    if has_day(shape, match[2 * shape + 2]) is None:
        return PRELUDE, "", "", None, 0, 0, text
    label = match[match.re.groups]
    head = match.end() if label is None else match.start(match.re.groups)
    return shape, match[2 * shape + 1], match[2 * shape + 2], label, head, match.end(), text

"""Writes the normalized conversation 1.0, one record a line or as one object, always in the canonical form."""

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from depotklaar.model.conversation import Head, SourceFinding
from depotklaar.model.record import Record
from depotklaar.standards.conversation.forms import FORMAT, encode_form, form_of


def encode_record(record: Record) -> bytes:
    """Return a record as one line of canonical JSON, without line end.

    Keys stand in the order of the noun with `record` first, values at their default are left out, text is UTF-8 as it
    is. Half a surrogate pair, which UTF-8 cannot hold, is written as `\\udXXX` and read back as the same half; two
    halves that stand together are one character and read back as that. msgspec.ValidationError when a value is not
    one that the format allows (a bug of the caller, never a fault of the source).
    """
    return encode_form(form_of(record))


def write_jsonl(out: BinaryIO, head: Head, lines: Iterable[bytes], findings: Iterable[SourceFinding] = ()) -> None:
    """Write a conversation as JSON Lines, in UTF-8 with a line feed after every record.

    `lines` are canonical lines of events and gaps in source order, without line end. `findings` is asked for after
    the last of them, so that an importer may still be adding to it.
    """
    for line in _record_lines(head, lines, findings):
        out.write(line)
        out.write(b"\n")


def write_json(out: BinaryIO, head: Head, lines: Iterable[bytes], findings: Iterable[SourceFinding] = ()) -> None:
    """Write a conversation as one JSON object, streamed, one record a line; arguments as for `write_jsonl`."""
    out.write(f'{{"schema":"{FORMAT}","records":['.encode())
    between = b"\n"
    for line in _record_lines(head, lines, findings):
        out.write(between)
        out.write(line)
        between = b",\n"
    out.write(b"\n]}\n")


def _record_lines(head: Head, lines: Iterable[bytes], findings: Iterable[SourceFinding]) -> Iterator[bytes]:
    described: tuple[Record, ...] = (head.document, head.conversation, *head.captures, *head.participants)
    for record in (*described, *head.attachments):
        yield encode_record(record)
    yield from lines
    for finding in findings:
        yield encode_record(finding)

"""Reads the normalized conversation 1.0: quickly what depotklaar wrote itself, strictly what comes from outside."""

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from depotklaar.model.conversation import Attachment, Capture, Conversation, Document, Head, Participant
from depotklaar.model.event import Event, Gap
from depotklaar.model.record import Record
from depotklaar.standards.conversation.forms import KINDS, decode_form, record_of
from depotklaar.standards.conversation.strictness import Encoding, StrictReading


def decode_record(line: bytes) -> Record:
    """Return the record of one line that is known to be right. ValueError when it is not."""
    return record_of(decode_form(line))


def decode_event(line: bytes) -> Event | Gap:
    """Return the event or gap of one line that is known to be right. ValueError when it is not, or another record."""
    record = record_of(decode_form(line))
    if not isinstance(record, (Event, Gap)):
        raise ValueError(f"an event or gap is expected, not {type(record).__name__}")
    return record


def read_records(stream: BinaryIO, encoding: Encoding, place: str, schema: bytes) -> Iterator[tuple[Record, bytes]]:
    """Give the records of a file, each with its canonical line, as long as everything is right.

    At the first fault it stops giving, reads on to the end, and then raises a SourceError with all faults of the file
    (the first thousand, and how many more). `place` is how errors name the file; `schema` is the JSON Schema of the
    format. Whoever takes a record has therefore a file that was right up to there, and only a file that was read to
    its end is right. Memory holds the head, one record and a bounded number of event ids (`.json`: the whole file).
    """
    reading = StrictReading(place, encoding, schema)
    try:
        yield from reading.records(stream)
    finally:
        reading.close()


def head_of(records: Iterable[Record]) -> Head:
    """Assemble the head from the records that describe a conversation; others are passed over.

    ValueError when there is no document or no conversation, which `read_records` does not let through.
    """
    held: dict[type, list[Record]] = {noun: [] for noun in KINDS.values()}
    for record in records:
        held[type(record)].append(record)
    documents = [record for record in held[Document] if isinstance(record, Document)]
    conversations = [record for record in held[Conversation] if isinstance(record, Conversation)]
    if not documents or not conversations:
        raise ValueError("a head needs a document and a conversation")
    return Head(
        document=documents[0],
        conversation=conversations[0],
        captures=tuple(record for record in held[Capture] if isinstance(record, Capture)),
        participants=tuple(record for record in held[Participant] if isinstance(record, Participant)),
        attachments=tuple(record for record in held[Attachment] if isinstance(record, Attachment)),
    )

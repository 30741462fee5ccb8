"""The strict reading of one file: every record by itself and among the others, and all faults together."""

from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO, Literal

from depotklaar.model.conversation import Capture
from depotklaar.model.event import Event, Gap
from depotklaar.model.record import Record
from depotklaar.standards.conversation import sentences as say
from depotklaar.standards.conversation.explanation import Explainer
from depotklaar.standards.conversation.faults import Fault, Faults
from depotklaar.standards.conversation.forms import KINDS
from depotklaar.standards.conversation.inspection import inspect, read_sound
from depotklaar.standards.conversation.lines import LONGEST_LINE, Lines
from depotklaar.standards.conversation.references import References
from depotklaar.standards.conversation.sequence import EVENTS, RANKS, RecordSequence
from depotklaar.standards.conversation.whole import record_texts

Encoding = Literal["jsonl", "json"]
_BOM = b"\xef\xbb\xbf"
_KIND_OF = {noun: kind for kind, noun in KINDS.items()}


class StrictReading:
    """Reads one file once. After `records` is exhausted or given up, `close` releases what is held on disk."""

    def __init__(self, place: str, encoding: Encoding, schema: bytes) -> None:
        self._encoding = encoding
        self._place = place
        self._explainer = Explainer(schema)
        self._faults = Faults(place, ":" if encoding == "jsonl" else " records:")
        self._sequence = RecordSequence()
        self._references = References()
        self._head: list[tuple[int, Record]] | None = []
        self._lines: Lines | None = None

    def records(self, stream: BinaryIO) -> Iterator[tuple[Record, bytes]]:
        """Give the records with their canonical lines until the first fault; SourceError at the end if there is one."""
        texts: Iterable[bytes | None]
        if self._encoding == "jsonl":
            texts = self._lines = Lines(stream)
        else:
            texts = record_texts(stream, self._place)
        for number, text in enumerate(texts, 1):
            record, line = (read_sound(text), text) if text else (None, b"")
            if record is None:
                record, line = self._inspect(number, text)
            if record is not None:
                self._relate(number, record)
                if not self._faults:
                    yield record, line
        self._end()

    def close(self) -> None:
        """Release what is held on disk."""
        self._sequence.close()

    def _inspect(self, number: int, text: bytes | None) -> tuple[Record | None, bytes]:
        """Look closely at a record that is not canonical or not sound; give it when it is sound after all."""
        if text is None:
            self._add(number, Fault("", say.SYNTAX["long"].fill(most=LONGEST_LINE), say.ADVICE))
            self._references.is_blind = True
            return None, b""
        if number == 1 and text.startswith(_BOM):
            self._add(number, Fault("", say.SYNTAX["bom"], say.SYNTAX_HINTS["bom"]))
            text = text[len(_BOM) :]
        if not text.strip():
            self._add(number, Fault("", say.SYNTAX["blank"], say.SYNTAX_HINTS["blank"]))
            return None, b""
        is_cut = self._lines is not None and self._lines.is_cut
        found = inspect(text, self._explainer, is_cut=is_cut)
        for fault in found.faults:
            self._add(number, fault, found.values.get("record"), found.values.get("id"))
        if found.record is None:
            self._relate_faulty(number, found.values)
        return found.record, found.line

    def _relate(self, number: int, record: Record) -> None:
        """Check a sound record against the others."""
        if type(record) is Event and self._head is None and self._sequence.advance(record, number):
            if not self._references.are_kept(record):
                for fault in self._references.faults(record):
                    self._add(number, fault, "event", record.id)
            return
        kind, mark = _KIND_OF[type(record)], getattr(record, "id", None)
        faults = self._sequence.follow(kind, mark, number)
        if isinstance(record, (Event, Gap)):
            self._check_head()
            faults += self._sequence.rise(record)
            if isinstance(record, Event) and not self._references.are_kept(record):
                faults += self._references.faults(record)
        elif self._head is not None:
            files = [file.id for file in record.source_files] if isinstance(record, Capture) else ()
            self._references.declare(kind, mark, files)
            self._head.append((number, record))
        for fault in faults:
            self._add(number, fault, kind, mark)

    def _relate_faulty(self, number: int, values: dict[str, Any]) -> None:
        """Remember what can be known of a faulty record, so that it does not make others look faulty."""
        kind, mark = values.get("record"), values.get("id")
        if not isinstance(kind, str) or kind not in KINDS:
            self._references.is_blind = True
            return
        for fault in self._sequence.follow(kind, mark, number):
            self._add(number, fault, kind, mark)
        files = values.get("source_files")
        marks = [file.get("id") for file in files if isinstance(file, dict)] if isinstance(files, list) else []
        if RANKS[kind] < EVENTS:
            self._references.declare(kind, mark, marks)

    def _check_head(self) -> None:
        """Check, once and when the head is whole, what its records refer to."""
        held, self._head = self._head, None
        for number, record in held or ():
            for fault in self._references.faults(record):
                self._add(number, fault, _KIND_OF[type(record)], getattr(record, "id", None))

    def _end(self) -> None:
        self._check_head()
        for fault in self._sequence.absent():
            self._faults.add(fault)
        for number, mark, fault in self._sequence.end():
            self._add(number, fault, "event", mark)
        self._faults.raise_all()

    def _add(self, number: int, fault: Fault, kind: object = None, mark: object = None) -> None:
        self._faults.add(fault, number, kind, mark)

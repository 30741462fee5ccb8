"""The third look at a chat file: every record becomes an event with its exact place in the source."""

import datetime as dt
from collections.abc import Iterator
from typing import Literal, cast

from depotklaar.importers.interface import EventLine
from depotklaar.importers.whatsapp_clock import Clock
from depotklaar.importers.whatsapp_features import Features
from depotklaar.importers.whatsapp_findings import FindingList
from depotklaar.importers.whatsapp_header import embedded_pattern, has_pasted_line
from depotklaar.importers.whatsapp_message import Content
from depotklaar.importers.whatsapp_probe import Probe, count_headers
from depotklaar.importers.whatsapp_records import PRELUDE, RecordParts, split_records
from depotklaar.importers.whatsapp_survey import Survey, payloads_of
from depotklaar.importers.whatsapp_wording import Wording
from depotklaar.model.event import Event, Occurrence, Time
from depotklaar.standards.conversation.forms import encode_form, form_type, record_of
from depotklaar.standards.conversation.writer import encode_record

_EventForm, _OccurrenceForm, _TimeForm = form_type(Event), form_type(Occurrence), form_type(Time)
Direction = Literal["incoming", "outgoing", "unknown"]

CAPTURE = "c1"
CHAT_FILE = "f1"
_WHATSAPP_BEGAN = "2009"


def read_events(
    found: Probe, survey: Survey, wording: Wording, clock: Clock, findings: FindingList
) -> Iterator[EventLine]:
    """Give an event for every record of the file in its order; `findings` is closed after the last."""
    reader = _Reader(found, survey, wording, clock, findings)
    for parts in split_records(found.text, found.shapes, clock.calendar.day):
        yield reader.read(parts)
    findings.close()


class _Reader:
    """Keeps count of order, lines and bytes while the records of one file pass by.

    Plain messages, nearly all there is, are filled in as forms and written first; the noun is then made of the form.
    That takes half the time of making the noun and the form of it.
    """

    def __init__(self, found: Probe, survey: Survey, wording: Wording, clock: Clock, findings: FindingList) -> None:
        self._found = found
        self._encoding = found.text.encoding
        self._is_utf8 = found.text.encoding == "utf-8"
        self._clock = clock
        self._findings = findings
        self._payloads = payloads_of(found, wording)
        self._features = Features(survey, wording, findings)
        self._ids = survey.people.ids()
        self._holder = survey.people.custodian() if survey.people.holder_writes() else None
        self._embedded = embedded_pattern(found.shapes)
        self._glue = "] " if found.shapes[0].family == "bracket" else " - "
        self._order, self._line, self._byte = 0, 1, 0
        self._previous = ""
        self._writers: set[str] = set()

    def read(self, parts: RecordParts) -> EventLine:
        """Return the event of a record with its line."""
        shape, stamp, date, label, head, cut, raw = parts
        self._order += 1
        event = f"e-{self._order:06d}"
        if shape == PRELUDE:
            return self._unparsed(event, raw)
        name, body, content = self._payloads[shape].read(label, raw, head, cut)
        writer = None if name is None else self._ids[name]
        self._check_text(raw, head, cut, event)
        if content is not None:
            return self._featured(content, event, parts, name, writer)
        moment = self._clock.moment(shape, stamp, date)
        self._check_time(moment.local or "", moment.odd, event, writer)
        direction = self._direction(writer)
        line, byte = self._move_past(raw)
        form = _EventForm(
            id=event,
            type="message",
            order=self._order,
            timestamp=_TimeForm(
                local=moment.local,
                precision=moment.precision,
                zone=self._clock.zone if moment.local else None,
                offset=moment.offset,
                utc=moment.utc,
                utc_candidates=moment.candidates,
                certainty=moment.certainty,
                basis="device_clock",
                raw=stamp,
            ),
            participant=writer,
            direction=direction,
            body=body,
            body_format="whatsapp",
            occurrences=(
                _OccurrenceForm(
                    capture=CAPTURE,
                    file=CHAT_FILE,
                    line_start=line,
                    line_end=self._line - 1 if raw[-1] == "\n" else self._line,
                    byte_start=byte,
                    byte_end=self._byte,
                    raw=raw,
                    label=name,
                    direction=direction,
                ),
            ),
        )
        return EventLine(cast(Event, record_of(form)), encode_form(form))

    def _unparsed(self, event: str, raw: str) -> EventLine:
        self._findings.add("text-before-first-message", event, f"1-{raw.count(chr(10)) or 1}")
        place = self._place(raw, None, "unknown")
        return _with_line(Event(id=event, type="unparsed", order=self._order, body=raw, occurrences=(place,)))

    def _featured(
        self, content: Content, event: str, parts: RecordParts, name: str | None, writer: str | None
    ) -> EventLine:
        shape, stamp, date, *_, raw = parts
        moment, odd = self._clock.time(shape, stamp, date)
        self._check_time(moment.local or "", odd, event, writer)
        fields = self._features.fields(content, event, writer)
        direction: Direction = "unknown"
        if content.kind == "message":
            direction = self._direction(writer)
            fields |= {"participant": writer, "direction": direction}
        place = self._place(raw, name, direction)
        return _with_line(Event(id=event, order=self._order, timestamp=moment, occurrences=(place,), **fields))

    def _direction(self, writer: str | None) -> Direction:
        return "unknown" if self._holder is None else "outgoing" if writer == self._holder else "incoming"

    def _move_past(self, raw: str) -> tuple[int, int]:
        """Move on past the text of a record; return the line and the byte where it begins."""
        begin = self._line, self._byte
        self._byte += len(raw) if self._is_utf8 and raw.isascii() else len(raw.encode(self._encoding))
        self._line += raw.count("\n")
        return begin

    def _place(self, raw: str, label: str | None, direction: Direction) -> Occurrence:
        line, byte = self._move_past(raw)
        return Occurrence(
            capture=CAPTURE,
            file=CHAT_FILE,
            line_start=line,
            line_end=self._line - 1 if raw[-1] == "\n" else self._line,
            byte_start=byte,
            byte_end=self._byte,
            raw=raw,
            label=label,
            direction=direction,
        )

    def _check_time(self, local: str, odd: tuple[str, ...], event: str, writer: str | None) -> None:
        """Notice what is odd about a time; time that runs back a day under a new name may be a pasted export.

        `local` is empty for a moment that does not exist, which is no measure for what follows.
        """
        for code in odd:
            self._findings.add(code, event)
        is_new = writer is not None and writer not in self._writers
        if is_new and writer is not None:
            self._writers.add(writer)
        if not local:
            return
        if local < _WHATSAPP_BEGAN:
            self._findings.add("time-before-whatsapp", event)
        previous, self._previous = self._previous, local
        if local < previous and dt.datetime.fromisoformat(previous) - dt.datetime.fromisoformat(local) > dt.timedelta(
            1
        ):
            self._findings.add("pasted-export-suspected" if is_new else "time-runs-back", event)

    def _check_text(self, raw: str, head: int, cut: int, event: str) -> None:
        """Notice lines in a text that look like the begin of a message, and headers in the middle of a line."""
        if raw.find(self._glue, cut) >= 0 and any(
            raw[found.start() - 1] != "\n" for found in self._embedded.finditer(raw, cut)
        ):
            self._findings.add("header-within-line", event)
        if raw.find("\n", cut, -1) >= 0:
            own, other = count_headers(raw, cut, self._found.shapes)
            if other:
                self._findings.add("header-of-other-shape", event, str(other))
            if own:
                self._findings.add("impossible-header", event, str(own))
        if raw.find("] ", head) >= 0 and has_pasted_line(raw[cut:]):
            self._findings.add("pasted-lines", event)


def _with_line(event: Event) -> EventLine:
    return EventLine(event, encode_record(event))

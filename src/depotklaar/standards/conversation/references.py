"""Checks that whatever a record refers to stands in the head of the same conversation."""

from collections.abc import Iterable, Iterator

from depotklaar.language import Text
from depotklaar.model.conversation import Capture, Conversation
from depotklaar.model.event import Event
from depotklaar.model.record import Record
from depotklaar.standards.conversation import sentences as say
from depotklaar.standards.conversation.faults import Fault, shown

_PARTICIPANT = Text("deelnemer", "participant")
_ATTACHMENT = Text("bijlage", "attachment")
_CAPTURE = Text("capture", "capture")
_FILE = Text("bronbestand van deze capture", "source file of this capture")


class References:
    """The ids of a conversation's head. `is_blind` is set when a record of the head could not be read at all."""

    def __init__(self) -> None:
        self.is_blind = False
        self._participants: set[str] = set()
        self._attachments: set[str] = set()
        self._files: dict[str, set[str]] = {}

    def declare(self, kind: str, mark: object, files: Iterable[object] = ()) -> None:
        """Remember the id of a record, which may be faulty; `files` are the ids of a capture's source files."""
        if not isinstance(mark, str):
            self.is_blind = True
        elif kind == "participant":
            self._participants.add(mark)
        elif kind == "attachment":
            self._attachments.add(mark)
        elif kind == "capture":
            self._files[mark] = {file for file in files if isinstance(file, str)}

    def are_kept(self, event: Event) -> bool:
        """Whether an event refers only to what there is: the quick question, whose answer `faults` explains."""
        sender = event.participant
        if sender is not None and sender not in self._participants:
            return self.is_blind
        for place in event.occurrences:
            files = self._files.get(place.capture)
            if files is None or (place.file is not None and place.file not in files):
                return self.is_blind
        if event.attachments and not self._attachments.issuperset(event.attachments):
            return self.is_blind
        if event.reactions or event.read_receipts or event.deletion or event.call or event.poll:
            return self.is_blind or all(mark in self._participants for _, mark in _people_of(event))
        return True

    def faults(self, record: Record) -> Iterator[Fault]:
        """Give a fault for every reference of a record that leads nowhere; none when a part could not be read."""
        if self.is_blind:
            return
        yield from _dangling(_people_of(record), self._participants, _PARTICIPANT)
        if isinstance(record, Event):
            attachments = ((f"attachments[{i}]", mark) for i, mark in enumerate(record.attachments))
            yield from _dangling(attachments, self._attachments, _ATTACHMENT)
            for index, place in enumerate(record.occurrences):
                path = f"occurrences[{index}]"
                yield from _dangling([(f"{path}.capture", place.capture)], self._files, _CAPTURE)
                if place.capture in self._files and place.file is not None:
                    yield from _dangling([(f"{path}.file", place.file)], self._files[place.capture], _FILE)


def _dangling(found: Iterable[tuple[str, str]], known: Iterable[str], kind: Text) -> Iterator[Fault]:
    for path, mark in found:
        if mark not in known:
            named = f" ({shown(mark)})" if shown(mark) else ""
            text = Text(
                say.DANGLING.nl.format(kind=kind.nl, found=named), say.DANGLING.en.format(kind=kind.en, found=named)
            )
            yield Fault(path, text, say.DANGLING_HINT)


def _people_of(record: Record) -> Iterator[tuple[str, str]]:
    """Give the path and value of every field of a record that names a participant."""
    if isinstance(record, (Conversation, Capture)) and record.custodian is not None:
        yield "custodian", record.custodian
    if isinstance(record, Conversation):
        yield from _marked("participants", record.participants)
    if isinstance(record, Event):
        if record.participant is not None:
            yield "participant", record.participant
        if record.deletion is not None and record.deletion.participant is not None:
            yield "deletion.participant", record.deletion.participant
        for index, reaction in enumerate(record.reactions):
            yield from _marked(f"reactions[{index}].participants", reaction.participants)
        yield from (
            (f"read_receipts[{i}].participant", receipt.participant) for i, receipt in enumerate(record.read_receipts)
        )
        if record.call is not None:
            yield from _marked("call.participants", record.call.participants)
        for index, option in enumerate(record.poll.options if record.poll else ()):
            yield from _marked(f"poll.options[{index}].voters", option.voters)


def _marked(path: str, marks: Iterable[str]) -> Iterator[tuple[str, str]]:
    return ((f"{path}[{index}]", mark) for index, mark in enumerate(marks))

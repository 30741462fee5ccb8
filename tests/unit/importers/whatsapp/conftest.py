"""Fixtures that read a WhatsApp export made on the spot, and hand back its conversation and events."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from depotklaar.importers import whatsapp
from depotklaar.importers.interface import ImportedConversation, ImportOptions
from depotklaar.model.conversation import Attachment, Participant
from depotklaar.model.event import Event
from depotklaar.storage.opening import open_tree


@dataclass
class Outcome:
    """A conversation with its events read to the end."""

    conversation: ImportedConversation
    events: list[Event]
    lines: list[bytes]

    @property
    def head(self) -> Any:
        return self.conversation.head

    @property
    def capture(self) -> Any:
        return self.conversation.head.captures[0]

    @property
    def codes(self) -> list[str]:
        return [finding.code for finding in self.conversation.findings]

    def people(self) -> dict[str, Participant]:
        return {person.id: person for person in self.head.participants}

    def files(self) -> dict[str, Attachment]:
        return {file.id: file for file in self.head.attachments}

    def raw(self) -> str:
        return "".join(event.occurrences[0].raw or "" for event in self.events)

    def who(self, event: Event) -> str | None:
        return None if event.participant is None else self.people()[event.participant].display

    def decided(self, subject: str) -> str | None:
        return next((part.value for part in self.capture.decisions if part.subject == subject), None)


Reader = Callable[..., Outcome]


@pytest.fixture
def read_source() -> Reader:
    """Read a file, zip or folder; keywords are those of ImportOptions."""

    def read(path: Path, **options: Any) -> Outcome:
        with open_tree(path) as tree:
            [conversation] = list(whatsapp.read(tree, ImportOptions(source_name=path.name, **options)))
            pairs = list(conversation.events)
        return Outcome(conversation, [pair.record for pair in pairs], [pair.line for pair in pairs])  # type: ignore[misc]

    return read


@pytest.fixture
def read_chat(tmp_path: Path, read_source: Reader) -> Reader:
    """Read a text as the only file of a source; bytes are written as they are."""

    def read(text: str | bytes, name: str = "_chat.txt", **options: Any) -> Outcome:
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return read_source(path, **options)

    return read

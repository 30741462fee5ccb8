"""Fixtures that read a WhatsApp export made on the spot, and hand back its conversation and events."""

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import pytest

from depotklaar.importers import whatsapp
from depotklaar.importers.interface import ImportedConversation, ImportOptions
from depotklaar.model.conversation import Attachment, Participant
from depotklaar.model.event import Event
from depotklaar.storage.opening import open_tree
from depotklaar.storage.tree import Entry


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


class MemoryTree:
    """A tree of which the files are in memory."""

    def __init__(self, files: dict[str, bytes], container: Any = "folder") -> None:
        self.path = Path("bron")
        self.container = container
        self._files = files

    def entries(self) -> Iterator[Entry]:
        return (Entry(name=name, size=len(data)) for name, data in sorted(self._files.items()))

    def folders(self) -> Iterator[str]:
        return iter(())

    def open(self, name: str) -> BinaryIO:
        return io.BytesIO(self._files[name])

    def local_path(self, name: str) -> Path | None:
        return None

    def close(self) -> None:
        pass

    def __enter__(self) -> "MemoryTree":
        return self

    def __exit__(self, *args: object) -> None:
        pass


def outcome_of(tree: Any, **options: Any) -> Outcome:
    [conversation] = list(whatsapp.read(tree, ImportOptions(source_name="bron", **options)))
    pairs = list(conversation.events)
    return Outcome(conversation, [pair.record for pair in pairs], [pair.line for pair in pairs])  # type: ignore[misc]


@pytest.fixture(scope="session")
def read_files() -> Reader:
    """Read files given as name -> bytes or text; keywords are those of ImportOptions, and `container`."""

    def read(files: dict[str, Any], container: str = "folder", **options: Any) -> Outcome:
        data = {name: text if isinstance(text, bytes) else text.encode() for name, text in files.items()}
        return outcome_of(MemoryTree(data, container), **options)

    return read


@pytest.fixture(scope="session")
def read_chat(read_files: Reader) -> Reader:
    """Read a text as the only file of a source; bytes are read as they are."""
    return lambda text, name="_chat.txt", **options: read_files({name: text}, "file", **options)


@pytest.fixture(scope="session")
def memory_tree() -> type[MemoryTree]:
    """The class of trees in memory."""
    return MemoryTree


@pytest.fixture
def read_source() -> Reader:
    """Read a file, zip or folder; keywords are those of ImportOptions."""

    def read(path: Path, **options: Any) -> Outcome:
        with open_tree(path) as tree:
            return outcome_of(tree, **options)

    return read

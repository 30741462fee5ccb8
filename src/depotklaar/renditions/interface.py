"""What every rendition gets and gives: one Archiefstuk's conversation in, one file out, streamed."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import BinaryIO, Protocol

from depotklaar.language import Language, Text
from depotklaar.model.conversation import Head, SourceFinding


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderInput:
    """One Archiefstuk to render. `head` is cut to what the Archiefstuk holds.

    `lines` opens the events and gaps anew, each as its canonical JSON line (UTF-8, no line end), in the order of the
    source. `files` leads from attachment id to the name of the file beside the rendition. `facts` are label and value
    pairs for the first page, in order (Archief, Serie, Dossier, period, identification, ...).
    """

    title: str
    period: str
    head: Head
    lines: Callable[[], Iterator[bytes]]
    files: Mapping[str, str]
    facts: tuple[tuple[Text, str], ...]
    findings: tuple[SourceFinding, ...] = ()
    language: Language = "nl"


class Rendition(Protocol):
    """A maker of one kind of file out of an Archiefstuk."""

    name: str
    extension: str
    title: Text

    def render(self, source: RenderInput, out: BinaryIO) -> None:
        """Write the file to `out` without holding all events in memory."""

"""Withholds from a kept message the words that it quotes from one that is left out."""

import hashlib
from dataclasses import replace

from depotklaar.model.conversation import Head
from depotklaar.model.event import Event, Occurrence
from depotklaar.model.mark import mark_key
from depotklaar.standards.conversation.writer import encode_record


class Withholder:
    """Remembers what was left out of one conversation. Memory: the id of each event that was left out so far.

    `people` are the participants of whom every message is left out; what they wrote is withheld also where a reply
    does not say to which message it belongs.
    """

    def __init__(self, head: Head, people: frozenset[str]) -> None:
        self._left_out: set[str] = set()
        self._people = {mark_key(m) for p in head.participants if p.id in people for m in (p.id, *p.marks())}
        self.count = 0

    def leave_out(self, event: Event) -> None:
        """Remember an event that is left out."""
        self._left_out.add(event.id)

    def cleared(self, event: Event, line: bytes) -> tuple[Event, bytes]:
        """Return a kept event and its line, without the text that it quotes when that text is left out."""
        quote = event.quote
        if quote is None or quote.text is None or not self._is_left_out(event.parent, quote.author):
            return event, line
        self.count += 1
        occurrences = tuple(map(_without_raw, event.occurrences))
        cleared = replace(event, quote=replace(quote, text=None), occurrences=occurrences)
        return cleared, encode_record(cleared)

    def _is_left_out(self, parent: str | None, author: str | None) -> bool:
        if parent in self._left_out:
            return True
        return author is not None and mark_key(author) in self._people


def _without_raw(occurrence: Occurrence) -> Occurrence:
    """The source text of the whole message holds the quote too; its hash stays."""
    if occurrence.raw is None:
        return occurrence
    digest = hashlib.sha256(occurrence.raw.encode("utf-8", "surrogatepass")).hexdigest()
    return replace(occurrence, raw=None, raw_sha256=digest)

"""Progress for programs: one JSON object a line on stderr. Source: `schemas/progress-1.0.schema.json`."""

import json
import time
from collections.abc import Callable

from depotklaar.cli.terminal import print_words
from depotklaar.language import Language, Text
from depotklaar.model.progress import Progress

SCHEMA = "depotklaar-progress-1.0"
_INTERVAL = 1.0


class EventProgress(Progress):
    """Tells when a stage begins and ends, how far it is (once a second at most), and what is noted."""

    def __init__(
        self,
        language: Language,
        *,
        say: Callable[[str], None] = lambda line: print_words([line]),
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._language: Language = language
        self._say = say
        self._clock = clock
        self._stage: Text | None = None
        self._items: int | None = None
        self._size: int | None = None
        self._items_done = self._size_done = 0
        self._spoke = clock()

    def started(self, stage: Text, *, items: int | None = None, size: int | None = None) -> None:
        """Tell which stage begins and how much there is to do, null when that is not known."""
        self._stage, self._items, self._size = stage, items, size
        self._items_done = self._size_done = 0
        self._spoke = self._clock()
        self._tell("started")

    def advanced(self, *, items: int = 0, size: int = 0) -> None:
        """Count, and tell how much is done in all when it is a second ago."""
        self._items_done += items
        self._size_done += size
        now = self._clock()
        if now - self._spoke >= _INTERVAL:
            self._spoke = now
            self._tell("advanced")

    def finished(self) -> None:
        """Tell that the stage is over and how much was done."""
        if self._stage is not None:
            self._tell("finished")
            self._stage = None

    def noted(self, text: Text) -> None:
        """Tell it."""
        self._write({"event": "noted", "message": text.in_language(self._language)})

    def _tell(self, event: str) -> None:
        stage = self._stage or Text("", "")
        self._write(
            {
                "event": event,
                "stage": stage.en,
                "label": stage.in_language(self._language),
                "items": self._items,
                "bytes": self._size,
                "items_done": self._items_done,
                "bytes_done": self._size_done,
            }
        )

    def _write(self, event: dict[str, str | int | None]) -> None:
        self._say(json.dumps({"schema": SCHEMA, **event}))

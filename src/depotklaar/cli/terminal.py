"""Writing to a terminal, pipe or file: results on stdout, words on stderr, and the progress of the work."""

import os
import sys
import time
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, TextIO

from depotklaar.errors import Problem, WriteError
from depotklaar.language import Language, Text, as_count, as_size
from depotklaar.model.progress import Progress
from depotklaar.storage.reasons import with_reason

if TYPE_CHECKING:
    from tqdm import tqdm

_INTERVAL = 10.0
_MARKS = (*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x2028, 0x2029)
_VISIBLE = {code: f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" for code in _MARKS if code != 0x09}
_ITEM = Text("1 onderdeel", "1 item")
_ITEMS = Text("{done} onderdelen", "{done} items")
_ITEMS_OF = Text("{done} van {all} onderdelen", "{done} of {all} items")
_LEFT = Text("nog ongeveer {seconds} s", "about {seconds} s left")
_BAR_LEFT = Text("nog {remaining}", "{remaining} left")
_UNWRITABLE = Text("de uitvoer is niet te schrijven: {reason}", "the output cannot be written: {reason}")
_ROOM = Text("Kijk of er ruimte op de schijf is.", "See whether there is room on the disk.")


def as_visible(line: str) -> str:
    """Return one line in which control and direction marks of hostile names show as escapes and do nothing."""
    return line.translate(_VISIBLE)


def make_lenient() -> None:
    """Let stdout and stderr write an escape for a character that their encoding lacks, instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


def print_lines(lines: Iterable[str]) -> None:
    """Write lines to stdout. A reader that has gone away is no fault: the rest is dropped."""
    _write(sys.stdout, "".join(f"{as_visible(line)}\n" for line in lines))


def print_bytes(content: bytes) -> None:
    """Write a document as it is (UTF-8) to stdout, whatever the terminal's own encoding."""
    buffer = getattr(sys.stdout, "buffer", None)
    if buffer is None:
        _write(sys.stdout, content.decode("utf-8"))
        return
    _write(sys.stdout, "")
    _guard(sys.stdout, lambda: (buffer.write(content), buffer.flush()))


def print_words(lines: Iterable[str]) -> None:
    """Write lines for the user to stderr; nothing is said when that fails, for there is nowhere left to say it."""
    try:
        _write(sys.stderr, "".join(f"{as_visible(line)}\n" for line in lines))
    except WriteError:
        return


def _write(stream: TextIO | None, text: str) -> None:
    if stream is not None:
        _guard(stream, lambda: (stream.write(text), stream.flush()))


def _guard(stream: TextIO, write: Callable[[], object]) -> None:
    try:
        write()
    except BrokenPipeError:
        _abandon(stream)
    except OSError as error:
        _abandon(stream)
        raise WriteError(Problem(place="stdout", text=with_reason(_UNWRITABLE, error), hint=_ROOM)) from error


def _abandon(stream: TextIO) -> None:
    """Lead what is still buffered nowhere, so that closing the stream does not fail again."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def progress_for(language: Language, *, quiet: bool) -> Progress:
    """Return what suits stderr: nothing when quiet, a bar on a terminal, plain lines elsewhere."""
    if quiet or sys.stderr is None:
        return Progress()
    return BarProgress(language, sys.stderr) if sys.stderr.isatty() else LineProgress(language)


class LineProgress(Progress):
    """One line when a stage begins and one every ten seconds, so that a log stays short and is never silent."""

    def __init__(
        self,
        language: Language,
        *,
        say: Callable[[Iterable[str]], None] = print_words,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._language: Language = language
        self._say = say
        self._clock = clock
        self._open("", None, None)

    def _open(self, name: str, items: int | None, size: int | None) -> None:
        self._name, self._items, self._size = name, items, size
        self._items_done = self._size_done = 0
        self._began = self._spoke = self._clock()

    def started(self, stage: Text, *, items: int | None = None, size: int | None = None) -> None:
        """Say the stage and how much there is to do."""
        self._open(stage.in_language(self._language), items, size)
        known = [self._in_words(_ITEM if items == 1 else _ITEMS, done=items)] if items is not None else []
        known += [as_size(size, self._language)] if size is not None else []
        self._say([f"{self._name} ({', '.join(known)})" if known else self._name])

    def advanced(self, *, items: int = 0, size: int = 0) -> None:
        """Count, and speak when it is ten seconds ago."""
        self._items_done += items
        self._size_done += size
        now = self._clock()
        if now - self._spoke >= _INTERVAL:
            self._spoke = now
            self._say([f"{self._name}: {', '.join(self._so_far(now))}"])

    def finished(self) -> None:
        """Forget the stage; the next one, or the result, says that it is over."""
        self._open("", None, None)

    def noted(self, text: Text) -> None:
        """Say it."""
        self._say([text.in_language(self._language)])

    def _in_words(self, text: Text, **counts: int) -> str:
        words = {name: as_count(count, self._language) for name, count in counts.items()}
        return text.fill(**words).in_language(self._language)

    def _so_far(self, now: float) -> list[str]:
        known = self._items is not None
        done = self._in_words(_ITEMS_OF if known else _ITEMS, done=self._items_done, all=self._items or 0)
        parts = [done, as_size(self._size_done, self._language)] if self._size_done else [done]
        share = _share(self._items_done, self._items, self._size_done, self._size)
        if share > 0:
            parts.append(self._in_words(_LEFT, seconds=round((now - self._began) * (1 - share) / share)))
        return parts


def _share(items_done: int, items: int | None, size_done: int, size: int | None) -> float:
    """How much of the work is done, from 0 (or not known) to 1; bytes tell more than items."""
    if size:
        return min(1.0, size_done / size)
    return min(1.0, items_done / items) if items else 0.0


class BarProgress(Progress):
    """A bar for each stage with its counts, bytes and time left."""

    def __init__(self, language: Language, stream: TextIO) -> None:
        self._language: Language = language
        self._stream = stream
        self._bar: tqdm[Any] | None = None
        self._by_size = False
        self._items: int | None = None
        self._items_done = 0

    def started(self, stage: Text, *, items: int | None = None, size: int | None = None) -> None:
        """Draw a bar over the bytes, or over the items where no bytes are known."""
        from tqdm import tqdm

        self.finished()
        tqdm.monitor_interval = 0
        self._by_size, self._items, self._items_done = bool(size), items, 0
        left = _BAR_LEFT.in_language(self._language)
        counts = "{n_fmt}/{total_fmt}" if self._by_size or items else "{n_fmt}"
        known = "{percentage:3.0f}% |{bar}| " if self._by_size or items else ""
        self._bar = tqdm(
            total=size if self._by_size else items,
            desc=stage.in_language(self._language),
            unit="B" if self._by_size else "",
            unit_scale=self._by_size,
            bar_format="{desc}: " + known + counts + "{postfix} [{elapsed}, " + left + "]",
            dynamic_ncols=True,
            file=self._stream,
        )

    def advanced(self, *, items: int = 0, size: int = 0) -> None:
        """Move the bar; the count of items stands beside the bytes."""
        if self._bar is None:
            return
        self._items_done += items
        if self._by_size:
            of = "" if self._items is None else f"/{as_count(self._items, self._language)}"
            self._bar.set_postfix_str(f"{as_count(self._items_done, self._language)}{of}", refresh=False)
        self._bar.update(size if self._by_size else items)

    def finished(self) -> None:
        """Leave the last state of the bar on the screen."""
        if self._bar is not None:
            self._bar.close()
            self._bar = None

    def noted(self, text: Text) -> None:
        """Say it above the bar."""
        if self._bar is None:
            print_words([text.in_language(self._language)])
        else:
            self._bar.write(as_visible(text.in_language(self._language)), file=self._stream)

"""Finds the ids that two events share, with memory that does not grow with the number of events."""

import heapq
from collections.abc import Iterator
from tempfile import TemporaryFile
from typing import IO

HELD = 65_536
_BLOCK = 1 << 16


class UniqueIds:
    """Remembers the last ids in memory and the others in a temporary file, sorted in runs of `held` ids.

    Call `repeated_later` once, after the last id: it merges the runs and closes the file.
    """

    def __init__(self, held: int = HELD) -> None:
        self._held = held
        self._recent: dict[str, int] = {}
        self._file: IO[bytes] | None = None
        self._runs: list[tuple[int, int]] = []

    def add(self, mark: str, number: int) -> int | None:
        """Remember the id of record `number`; return the number of an earlier record with it, if that is known yet."""
        first = self._recent.setdefault(mark, number)
        if first != number:
            return first
        if len(self._recent) >= self._held:
            self._put_away()
        return None

    def repeated_later(self) -> Iterator[tuple[int, int, str]]:
        """Give the number of the first and of a later record, and the id, for every id that `add` could not know of."""
        if self._file is None:
            return
        self._put_away()
        try:
            key_before, earliest = b"", 0
            for entry in heapq.merge(*(self._run(start, end) for start, end in self._runs)):
                key, _, number = entry.partition(b" ")
                if key == key_before:
                    first, later = sorted((earliest, int(number)))
                    yield first, later, bytes.fromhex(key.decode()).decode("utf-8", "surrogatepass")
                else:
                    key_before, earliest = key, int(number)
        finally:
            self._file.close()

    def close(self) -> None:
        """Give up the temporary file."""
        if self._file is not None:
            self._file.close()

    def _put_away(self) -> None:
        if self._file is None:
            self._file = TemporaryFile()  # noqa: SIM115
        start = self._file.seek(0, 2)
        entries = sorted(
            b"%s %d\n" % (mark.encode("utf-8", "surrogatepass").hex().encode(), number)
            for mark, number in self._recent.items()
        )
        self._file.writelines(entries)
        self._runs.append((start, self._file.tell()))
        self._recent.clear()

    def _run(self, position: int, end: int) -> Iterator[bytes]:
        assert self._file is not None
        while position < end:
            self._file.seek(position)
            block = self._file.read(min(_BLOCK, end - position))
            whole = block[: block.rindex(b"\n") + 1]
            position += len(whole)
            yield from whole.splitlines()

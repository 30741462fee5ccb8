"""A ledger of lines that comes out sorted, however long it grows: sorted runs on disk, merged when read."""

import heapq
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

RUN = 100_000


class Ledger:
    """Holds lines without line ends, as bytes. Memory: one run of lines while writing, one line a run while reading."""

    def __init__(self, folder: Path, *, run: int = RUN) -> None:
        self._folder = folder
        self._length = run
        self._waiting: list[bytes] = []
        self._runs: list[Path] = []
        folder.mkdir()

    def add(self, line: bytes) -> None:
        """Note a line; it holds no line end."""
        self._waiting.append(line)
        if len(self._waiting) >= self._length:
            self._flush()

    def __iter__(self) -> Iterator[bytes]:
        self._flush()
        streams = [run.open("rb") for run in self._runs]
        try:
            yield from heapq.merge(*map(_lines, streams))
        finally:
            for stream in streams:
                stream.close()

    def _flush(self) -> None:
        if self._waiting:
            run = self._folder / f"{len(self._runs):06d}"
            run.write_bytes(b"\n".join(sorted(self._waiting)) + b"\n")
            self._runs.append(run)
            self._waiting = []


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    return (line[:-1] for line in stream)

"""Runs a command and measures it: seconds, and processor time and memory of it and of everything that it starts."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread

ROOT = Path(__file__).resolve().parent.parent
INTERVAL = 0.1
PROC = Path("/proc")
_KIB = 1 << 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What a command took. Memory in bytes: of the largest process, and of all together at one moment.

    `together` is the sum of what each has for itself and its share of what they share (PSS), looked at ten times a
    second; None where there is no /proc.
    `processor_seconds` misses at most the last moments of a process that its parent did not wait for.
    """

    seconds: float
    processor_seconds: float
    largest: int
    together: int | None
    output: str


class MeasuredError(Exception):
    """The command failed; what it wrote is the message."""


def measure(command: Sequence[str]) -> Measured:
    """Run a command to its end. MeasuredError when its exit code is not 0."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT)))}
    with tempfile.TemporaryFile() as written:
        begun = time.perf_counter()
        process = subprocess.Popen(command, stdout=written, stderr=subprocess.STDOUT, env=environment)
        with _Watch(process.pid) as watch:
            _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        written.seek(0)
        output = written.read().decode("utf-8", "replace")
    if process.returncode:
        raise MeasuredError(f"exit {process.returncode}: {' '.join(command)}\n{output}")
    return Measured(
        seconds=seconds,
        processor_seconds=max(usage.ru_utime + usage.ru_stime, watch.processor_seconds),
        largest=max(usage.ru_maxrss * (1 if sys.platform == "darwin" else _KIB), watch.largest),
        together=watch.peak or None,
        output=output,
    )


def python(module: str, *words: str) -> list[str]:
    """The command that runs a module with this Python."""
    return [sys.executable, "-m", module, *words]


class _Watch:
    """Looks many times a second at a process and its descendants. `peak` is the most memory they had together."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._over = Event()
        self._thread = Thread(target=self._look, daemon=True)
        self._ticks: dict[tuple[int, int], int] = {}
        self.peak = 0
        self.largest = 0

    @property
    def processor_seconds(self) -> float:
        """What all of them used, as far as it was seen."""
        return sum(self._ticks.values()) / os.sysconf("SC_CLK_TCK")

    def __enter__(self) -> "_Watch":
        if (PROC / "self" / "smaps_rollup").exists():
            self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        if self._thread.is_alive():
            self._thread.join()

    def _look(self) -> None:
        while not self._over.wait(INTERVAL):
            self.peak = max(self.peak, sum([self._seen(pid) for pid in _family(self._pid)]))

    def _seen(self, pid: int) -> int:
        """Note the processor time and size of a process and return its share of the memory; 0 when it is gone."""
        for text in _read_all(iter([PROC / str(pid) / "stat"])):
            fields = text.rpartition(")")[2].split()
            self._ticks[pid, int(fields[19])] = int(fields[11]) + int(fields[12])
            self.largest = max(self.largest, int(fields[21]) * os.sysconf("SC_PAGE_SIZE"))
        for text in _read_all(iter([PROC / str(pid) / "smaps_rollup"])):
            return int(text.partition("\nPss:")[2].split(maxsplit=1)[0]) * _KIB
        return 0


def _family(pid: int) -> Iterator[int]:
    yield pid
    for children in _read_all((PROC / str(pid) / "task").glob("*/children")):
        for child in children.split():
            yield from _family(int(child))


def _read_all(paths: Iterator[Path]) -> Iterator[str]:
    """The text of what is still there; processes come and go while we look."""
    try:
        for path in paths:
            yield path.read_text()
    except OSError:
        return

"""Asks any program what it thinks of a package: one command line, no shell, a time limit and a bounded answer."""

import os
import signal
import subprocess
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import IO, Literal

PLACEHOLDERS = ("{package}", "{pakbon}", "{profile}", "{now}")
MOST_OUTPUT = 1 << 24
_CHUNK = 1 << 16
_GRACE = 5.0

Ending = Literal["exited", "timed-out", "not-started"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """How a program ended: its exit code (None unless it exited; below 0: a signal) and its first bytes on stdout."""

    ending: Ending
    code: int | None
    output: bytes = b""


def fill_words(words: Sequence[str], values: Mapping[str, str | None]) -> list[str]:
    """The command line for one package; without `{package}` in it the package is its last word.

    A word with a placeholder that has no value falls out, and so does an option right before it: `--pakbon {pakbon}`.
    """
    if not any("{package}" in word for word in words):
        words = [*words, "{package}"]
    filled: list[str] = []
    for word in words:
        named = [name for name in PLACEHOLDERS if name in word]
        if any(values[name] is None for name in named):
            if word in PLACEHOLDERS and filled and filled[-1].startswith("-"):
                filled.pop()
            continue
        for name in named:
            word = word.replace(name, values[name] or "")
        filled.append(word)
    return filled


def ask(words: Sequence[str], timeout: float, *, listen: bool) -> Answer:
    """Run a program to its end, or for `timeout` seconds; with `listen` its stdout is kept, up to `MOST_OUTPUT` bytes.

    It gets nothing on stdin, and whatever it started is ended with it.
    """
    try:
        process = subprocess.Popen(  # noqa: S603 - the user's own program, without a shell
            words,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE if listen else subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except (OSError, ValueError):
        return Answer(ending="not-started", code=None)
    kept: list[bytes] = []
    reader = threading.Thread(target=_keep, args=(process.stdout, kept), daemon=True)
    reader.start()
    try:
        code = process.wait(timeout)
        ending: Ending = "exited"
    except subprocess.TimeoutExpired:
        ending, code = "timed-out", None
    finally:
        _end(process)
    reader.join(_GRACE)
    if process.stdout is not None and not reader.is_alive():
        process.stdout.close()
    return Answer(ending=ending, code=code, output=b"".join(kept))


def _keep(stream: IO[bytes] | None, kept: list[bytes]) -> None:
    """Read to the end, so that the program never waits for us, and keep the beginning."""
    room = MOST_OUTPUT
    while stream is not None and (data := stream.read(_CHUNK)):
        if room > 0:
            kept.append(data[:room])
            room -= len(data)


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End the program and all that it started: they are a session of their own."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()

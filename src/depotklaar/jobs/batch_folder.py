"""The folder of a batch: a report for each package as soon as it is judged, and at the end the summary.

rapporten/<name>-<mark>.json   the report of one package, and as .html the same for people
stand/<name>-<mark>.json       what was judged and with what, for a run that goes on with it
samenvatting.csv|json|html     the whole, with `samenvatting.sha256`: there only when the run came to its end
"""

import fcntl
import hashlib
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from depotklaar.errors import Problem, WriteError
from depotklaar.jobs.batch_finding import is_package
from depotklaar.jobs.batch_state import REPORTS, STATES
from depotklaar.language import Language, Text
from depotklaar.model.batch import Summary
from depotklaar.storage.apart import keep_apart
from depotklaar.storage.disk import sync_folder, write_error
from depotklaar.storage.guard import printable

SUMMARY = "samenvatting"
HASHES = f"{SUMMARY}.sha256"
WriteSummary = Callable[[Summary, Language, BinaryIO], None]
_MARKER = ".depotklaar-keuring"
_NOT_EMPTY = Text("deze map is niet leeg", "this folder is not empty")
_RESUME = Text(
    "Kies een nieuwe map, of ga met --resume verder met een eerdere keuring in deze map.",
    "Choose a new folder, or go on with an earlier run in this folder with --resume.",
)
_STRANGE = Text("in deze map staat geen eerdere keuring", "this folder holds no earlier run")
_CHOOSE = Text(
    "Kies een nieuwe map, of de map van de eerdere keuring.", "Choose a new folder, or that of the earlier run."
)
_BUSY = Text("een andere opdracht schrijft in deze map", "another job is writing in this folder")
_WAIT = Text("Wacht tot die klaar is, of kies een andere map.", "Wait for it, or choose another folder.")


@contextmanager
def batch_folder(out: Path, *, resume: bool) -> Iterator[None]:
    """Make the folder ready and keep other jobs out of it. A summary of an earlier run goes away at once.

    WriteError when it lies in a package, holds something else, holds an earlier run and `resume` is not asked, when
    another job writes in it, or when the disk refuses.
    """
    target = Path(os.path.realpath(out))
    keep_apart(out, [above for above in (target, *target.parents) if is_package(above)])
    try:
        out.mkdir(parents=True, exist_ok=True)
        _refuse_other_content(out, resume=resume)
        lock = os.open(out / _MARKER, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o644)
    except OSError as error:
        raise write_error(out, error) from error
    try:
        _take(lock, out)
        _clear(out)
        yield
    finally:
        os.close(lock)


def write_summary(out: Path, summary: Summary, writers: Mapping[str, WriteSummary], language: Language) -> None:
    """Write the summary in each form, by ending, and their SHA-256 as `sha256sum` checks it. WriteError."""
    try:
        _write_all(out, summary, writers, language)
    except OSError as error:
        raise write_error(error.filename or out, error) from error


def _write_all(out: Path, summary: Summary, writers: Mapping[str, WriteSummary], language: Language) -> None:
    lines = []
    for ending, write in writers.items():
        aside = out / f".{SUMMARY}.{ending}.tmp"
        with aside.open("w+b") as file:
            write(summary, language, file)
            file.flush()
            file.seek(0)
            lines.append(f"{hashlib.file_digest(file, 'sha256').hexdigest()}  {SUMMARY}.{ending}\n")
            os.fsync(file.fileno())
    aside = out / f".{HASHES}.tmp"
    aside.write_text("".join(lines), "ascii")
    for ending in writers:
        (out / f".{SUMMARY}.{ending}.tmp").replace(out / f"{SUMMARY}.{ending}")
    aside.replace(out / HASHES)
    sync_folder(out)


def _refuse_other_content(out: Path, *, resume: bool) -> None:
    held = {path.name for path in out.iterdir()}
    if held and not resume:
        raise WriteError(Problem(place=printable(str(out)), text=_NOT_EMPTY, hint=_RESUME))
    if held and _MARKER not in held:
        raise WriteError(Problem(place=printable(str(out)), text=_STRANGE, hint=_CHOOSE))


def _take(lock: int, out: Path) -> None:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise WriteError(Problem(place=printable(str(out)), text=_BUSY, hint=_WAIT)) from error


def _clear(out: Path) -> None:
    """Make the folders, and take away the earlier summary and what a killed run left half written."""
    try:
        _clear_all(out)
    except OSError as error:
        raise write_error(error.filename or out, error) from error


def _clear_all(out: Path) -> None:
    for path in (*out.glob(f"{SUMMARY}.*"), *out.glob(f".{SUMMARY}.*")):
        path.unlink()
    for folder in (REPORTS, STATES):
        (out / folder).mkdir(exist_ok=True)
        for left in (out / folder).glob(".*.tmp"):
            left.unlink()

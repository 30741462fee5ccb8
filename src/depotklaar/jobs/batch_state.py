"""What a batch remembers of a package, so that a later run need not judge it again while it is the same."""

import hashlib
import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from depotklaar.model.batch import Entry
from depotklaar.storage.disk import NEW_FILE, write_all, write_error

REPORTS, STATES = "rapporten", "stand"
_SHOWN = 60
_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """That a package, as it was then (`fingerprint`), was judged by these `terms`, and what came of it."""

    fingerprint: str
    terms: str
    entry: Entry


def as_file_name(package: str, extension: str = ".json") -> str:
    """A name that any disk takes, different for different packages, also where letters differ only in case."""
    mark = hashlib.sha256(os.fsencode(package)).hexdigest()[:16]
    shown = _UNSAFE.sub("_", package.replace("/", "__"))[-_SHOWN:].strip("._")
    return f"{shown}-{mark}{extension}" if shown else f"{mark}{extension}"


def fingerprint(package: Path, pakbon: Path | None) -> str:
    """The SHA-256 of the names, sizes and times of change of everything in a package and of its pakbon.

    No file is read: a change that leaves name, size and time as they were is not seen. OSError when something cannot be
    looked at.
    """
    digest = hashlib.sha256()
    for name, status in _statuses(package, pakbon):
        measures = "" if stat.S_ISDIR(status.st_mode) else f"{status.st_size} {status.st_mtime_ns}"
        digest.update(os.fsencode(name) + f"\0{stat.S_IFMT(status.st_mode):o} {measures}\n".encode())
    return digest.hexdigest()


def _statuses(package: Path, pakbon: Path | None) -> Iterator[tuple[str, os.stat_result]]:
    """Every file and folder, by its path in the package."""
    if pakbon is not None:
        yield "..", pakbon.stat()
    status = package.stat()
    yield "", status
    waiting = [""] if stat.S_ISDIR(status.st_mode) else []
    while waiting:
        folder = waiting.pop()
        with os.scandir(package / folder) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
        for entry in entries:
            yield f"{folder}{entry.name}", entry.stat(follow_symlinks=False)
            if entry.is_dir(follow_symlinks=False):
                waiting.append(f"{folder}{entry.name}/")


def recall(out: Path, package: str, mark: str, terms: str) -> Entry | None:
    """What an earlier run found of the same package by the same terms; None when it has to be judged.

    A report that is gone, or is no longer what was written, is no report.
    """
    try:
        state = msgspec.json.decode((out / STATES / as_file_name(package)).read_bytes(), type=State)
        report, page = out / (state.entry.report or ""), out / (state.entry.page or "")
        same = (state.fingerprint, state.terms) == (mark, terms) and page.is_file()
        if same and hashlib.sha256(report.read_bytes()).hexdigest() == state.entry.report_sha256:
            return state.entry
    except (OSError, msgspec.MsgspecError):
        pass
    return None


def remember(out: Path, package: str, state: State) -> None:
    """Note what was found; only what is noted is skipped later. WriteError."""
    write_settled(out / STATES / as_file_name(package), msgspec.json.encode(state) + b"\n")


def write_settled(target: Path, content: bytes) -> None:
    """Write a file whole or not at all, and durably; one that is there is replaced. WriteError."""
    aside = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        aside.unlink(missing_ok=True)
        descriptor = os.open(aside, NEW_FILE, 0o644)
        try:
            write_all(descriptor, content)
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        aside.replace(target)
    except OSError as error:
        aside.unlink(missing_ok=True)
        raise write_error(target, error) from error

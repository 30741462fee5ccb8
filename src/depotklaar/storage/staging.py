"""A private workplace beside the output, from which a package appears whole or not at all, whatever stops us."""

import errno
import fcntl
import os
import re
import shutil
import stat
from collections.abc import Callable, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import Self

from depotklaar.errors import Problem, WriteError
from depotklaar.language import Text
from depotklaar.storage.disk import sync_folder, sync_trees, write_error
from depotklaar.storage.guard import printable
from depotklaar.storage.journal import Journal, Move, read_journal, remove_journal, write_journal

_LOCK = "lock"
_CONTENT = "content"
_ASIDE = "aside"
_LONGEST_ID = 100
_UNSAFE = re.compile(r"[^A-Za-z0-9._-]")

_BUSY = Text("een andere opdracht werkt aan dit pakket", "another job is working on this package")
_WAIT = Text("Wacht tot die klaar is, of kies een andere uitvoermap.", "Wait for it, or choose another output folder.")
_EXISTS = Text("bestaat al", "exists already")
_REPLACE = Text(
    "Kies een andere uitvoermap, of vervang het bestaande met --replace.",
    "Choose another output folder, or replace what exists with --replace.",
)
_FINISHED_NOW = Text(
    "staat er nu: een eerdere opdracht, die bij het afronden werd afgebroken, is zojuist afgemaakt",
    "is there now: an earlier job, which was cut off while finishing, has just been finished",
)
_IN_THE_WAY = Text(
    "staat in de weg van een eerdere opdracht die afgemaakt moet worden",
    "stands in the way of an earlier job that has to be finished",
)
_STRANGER = Text("is geen werkmap van uzelf", "is no work folder of your own")
_TAKE_AWAY = Text("Zet dit elders en begin opnieuw.", "Move this elsewhere and start again.")
_CLEARED = Text(
    "De resten van een afgebroken opdracht zijn opgeruimd: {path}",
    "The remains of a job that was cut off were cleared: {path}",
)
_FINISHED = Text(
    "Een opdracht die bij het afronden werd afgebroken is alsnog afgemaakt: {names}",
    "A job that was cut off while finishing has been finished after all: {names}",
)

Point = Callable[[str], None]


def _pass(point: str) -> None:
    """Nothing happens here."""


class Staging:
    """A private folder on the disk of the output. `path` is where to work; `notes` tell what an earlier run left.

    As a context manager: leaving it removes everything that was not committed, and turns a full or forbidden disk
    into a WriteError. `at` is called with the name of every step, so that tests can stop the work there.
    """

    def __init__(self, out: Path, folder: Path, lock: int, *, replace: bool, at: Point) -> None:
        self._made_out = False
        self._finished = False
        self._out = out
        self._folder = folder
        self._lock = lock
        self._replace = replace
        self._at = at
        self.path = folder / _CONTENT
        self.notes: tuple[Text, ...] = ()

    @classmethod
    def open(
        cls, out: Path, package_id: str, *, replace: bool = False, targets: Sequence[str] = (), at: Point = _pass
    ) -> Self:
        """Make the workplace `.depotklaar-<id>.werk` in `out`, which is made when it is missing.

        An interrupted run with the same id is cleared, or finished when it had begun to give its files their names.
        `targets` are the names in `out` that will appear. WriteError when one exists (without `replace`), when
        another run works on this package, or when the disk refuses.
        """
        folder = out / f".depotklaar-{_as_name(package_id)}.werk"
        made_out = not out.exists()
        try:
            out.mkdir(parents=True, exist_ok=True)
            lock = _take_lock(folder)
        except OSError as error:
            raise write_error(out, error) from error
        staging = cls(out, folder, lock, replace=replace, at=at)
        staging._made_out = made_out
        try:
            staging._clear_earlier()
            staging._refuse_existing(targets)
            staging.path.mkdir()
        except BaseException as error:
            staging._leave()
            if isinstance(error, OSError):
                raise write_error(folder, error) from error
            raise
        at("opened")
        return staging

    def commit(self, moves: Sequence[tuple[Path, Path]]) -> None:
        """Make the staged files and folders durable and give them their final names, all of them or none.

        Final paths lie directly in the output folder. With `replace` what stood there is moved aside first and put
        back when anything fails. WriteError when a name is taken or the disk refuses; nothing has changed then.
        """
        journal = Journal(
            tuple(Move(str(staged.relative_to(self.path)), final.name) for staged, final in moves), self._replace
        )
        assert all(final.parent == self._out for _, final in moves), "final paths lie directly in the output folder"
        try:
            self._refuse_existing([move.final for move in journal.moves])
            self._at("checked")
            sync_trees([staged for staged, _ in moves], self._folder)
            self._at("synced")
            (self._folder / _ASIDE).mkdir()
            self._carry_out(journal)
        except OSError as error:
            raise write_error(error.filename2 or error.filename or self._out, error) from error

    def _carry_out(self, journal: Journal) -> None:
        done: list[int] = []
        try:
            write_journal(self._folder, journal, self._at)
            self._at("journalled")
            for number, move in enumerate(journal.moves):
                done.append(number)
                self._move(number, move, journal.replace)
            sync_folder(self._out)
        except BaseException:
            self._undo(journal, done)
            raise
        self._at("placed")
        remove_journal(self._folder)
        self._at("done")

    def _move(self, number: int, move: Move, replace: bool) -> None:
        """Give one staged thing its name; done already when it is no longer in the workplace."""
        staged, final, aside = self._paths(number, move)
        if not os.path.lexists(staged):
            return
        if os.path.lexists(final):
            if not replace or os.path.lexists(aside):
                raise WriteError(Problem(place=printable(str(final)), text=_IN_THE_WAY, hint=_TAKE_AWAY))
            final.rename(aside)
            self._at(f"aside {number}")
        staged.rename(final)
        self._at(f"placed {number}")

    def _undo(self, journal: Journal, done: Sequence[int]) -> None:
        """Put everything back; when that fails too, the journal stays and the next run finishes the work."""
        for number in reversed(done):
            staged, final, aside = self._paths(number, journal.moves[number])
            if not os.path.lexists(staged):
                final.rename(staged)
            if os.path.lexists(aside):
                aside.rename(final)
        sync_folder(self._out)
        remove_journal(self._folder)

    def _paths(self, number: int, move: Move) -> tuple[Path, Path, Path]:
        return self.path / move.staged, self._out / move.final, self._folder / _ASIDE / str(number)

    def _refuse_existing(self, names: Sequence[str]) -> None:
        if self._replace:
            return
        text = _FINISHED_NOW if self._finished else _EXISTS
        taken = [self._out / name for name in names if os.path.lexists(self._out / name)]
        if taken:
            raise WriteError([Problem(place=printable(str(path)), text=text, hint=_REPLACE) for path in taken])

    def _clear_earlier(self) -> None:
        """Finish or clear what a killed run left behind."""
        journal = read_journal(self._folder)
        if journal is not None:
            for number, move in enumerate(journal.moves):
                self._move(number, move, journal.replace)
            sync_folder(self._out)
            remove_journal(self._folder)
            names = ", ".join(printable(move.final) for move in journal.moves)
            self._finished = True
            self.notes += (_FINISHED.fill(names=names),)
        elif any(item.name != _LOCK for item in self._folder.iterdir()):
            self.notes += (_CLEARED.fill(path=printable(str(self._folder))),)
        self._empty()

    def _empty(self) -> None:
        """Remove all but the lock."""
        for item in self._folder.iterdir():
            if item.is_dir() and not item.is_symlink():
                shutil.rmtree(item)
            elif item.name != _LOCK:
                item.unlink()

    def _leave(self) -> None:
        """Remove the workplace, unless it holds a journal: then the next run finishes what was begun."""
        with suppress(OSError):
            if read_journal(self._folder) is None:
                self._empty()
                (self._folder / _LOCK).unlink()
                self._folder.rmdir()
                if self._made_out and not any(self._out.iterdir()):
                    self._out.rmdir()
        os.close(self._lock)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._at("leaving")
        self._leave()
        if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS):
            raise write_error(error.filename or self._out, error) from error


def _as_name(package_id: str) -> str:
    """A package's identification as part of a file name, different for different identifications."""
    plain = _UNSAFE.sub("_", package_id)
    if plain == package_id and len(plain) <= _LONGEST_ID:
        return plain
    return f"{plain[:_LONGEST_ID]}-{sha256(package_id.encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"


def _take_lock(folder: Path) -> int:
    """Make the folder and lock it; the system lets go of the lock when the process ends, however it ends."""
    while True:
        with suppress(FileExistsError):
            folder.mkdir(mode=0o700)
        _refuse_stranger(folder)
        try:
            lock = os.open(folder / _LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
        except FileNotFoundError:
            continue
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            os.close(lock)
            if error.errno not in (errno.EAGAIN, errno.EACCES):
                raise
            raise WriteError(Problem(place=printable(str(folder)), text=_BUSY, hint=_WAIT)) from error
        if _is_still(folder / _LOCK, lock):
            return lock
        os.close(lock)


def _refuse_stranger(folder: Path) -> None:
    """See to it that what bears the name of our workplace is a folder of our own and no link to elsewhere."""
    with suppress(FileNotFoundError):
        status = folder.lstat()
        if not stat.S_ISDIR(status.st_mode) or status.st_uid != os.geteuid():
            raise WriteError(Problem(place=printable(str(folder)), text=_STRANGER, hint=_TAKE_AWAY))


def _is_still(path: Path, descriptor: int) -> bool:
    """Whether the file that we locked is still the one of that name."""
    try:
        return os.path.samestat(path.lstat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False

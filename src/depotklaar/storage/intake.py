"""Files come in: each source byte is read once, hashed, and copied in the same go; staged files find their place."""

import errno
import hashlib
import os
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Lock, Thread
from typing import BinaryIO

from depotklaar.errors import Problem, SourceError
from depotklaar.storage.disk import NEW_FILE, write_all, write_error
from depotklaar.storage.folder import changed, open_regular, unreadable
from depotklaar.storage.guard import place_in
from depotklaar.storage.indexed import IndexedTree
from depotklaar.storage.tree import Tree

BUFFER = 1 << 20
THREADS_PAY = 1 << 16
_NO_LINKS = (errno.EXDEV, errno.EPERM, errno.ENOTSUP, errno.EMLINK, errno.ENOSYS)

Read = Callable[[memoryview], int]
Done = Callable[[str, "Digests"], None]


@dataclass(frozen=True, slots=True)
class Digests:
    """What a file weighs: `size` in bytes and lower-case hexadecimal digests by hashlib's name."""

    size: int
    values: Mapping[str, str]


def hash_stream(stream: BinaryIO, algorithms: Sequence[str]) -> Digests:
    """Read a stream to its end and hash it. ValueError for an algorithm that hashlib does not know."""
    return _Hands(algorithms).hash(stream)


def take_in(tree: Tree, name: str, destination: Path | None, algorithms: Sequence[str] = ("sha256",)) -> Digests:
    """Read a file of the tree once, hash it and, when there is a destination, copy it to that new file.

    None hashes only. SourceError when the source cannot be read or changes under our hands, WriteError when the copy
    cannot be written (nothing of it is left then), KeyError when the tree has no such file.
    """
    return _Hands(algorithms).take_in(tree, name, destination)


def take_in_many(
    tree: Tree,
    items: Sequence[tuple[str, Path | None]],
    algorithms: Sequence[str] = ("sha256",),
    jobs: int = 2,
    on_done: Done | None = None,
) -> list[Digests]:
    """Take in many files with at most `jobs` threads and return their digests in the order of `items`.

    Small files stay with the calling thread: for them, threads lose more in taking turns than they win.
    `on_done` hears of each file by name, one call at a time but in any order. Faults of the source are gathered over
    all files into one SourceError; a fault in writing stops everything at once.
    """
    work = _Work(tree, items, algorithms, on_done)
    threads = [Thread(target=work.run, args=(work.large,)) for _ in range(min(jobs - 1, len(work.large)))]
    for thread in threads:
        thread.start()
    try:
        work.run(work.small, work.large)
    except BaseException as error:
        work.stop(error)
    for thread in threads:
        _join(thread, work)
    return work.results()


def _join(thread: Thread, work: "_Work") -> None:
    """Wait for a thread's end, also when the user interrupts, so that nothing is written after we return."""
    while thread.is_alive():
        try:
            thread.join()
        except BaseException as error:
            work.stop(error)


class _Work:
    """The files that are waiting, shared by threads that take the next one when they are free."""

    def __init__(
        self, tree: Tree, items: Sequence[tuple[str, Path | None]], algorithms: Sequence[str], on_done: Done | None
    ) -> None:
        self._tree = tree
        self._items = items
        self._algorithms = tuple(algorithms)
        self._on_done = on_done
        self._found: list[Digests | None] = [None] * len(items)
        self._problems: dict[int, tuple[Problem, ...]] = {}
        self._stopped: BaseException | None = None
        self._lock = Lock()
        self.small: deque[int] = deque()
        self.large: deque[int] = deque()
        for at, (name, _) in enumerate(items):
            large = isinstance(tree, IndexedTree) and tree.size(name) >= THREADS_PAY
            (self.large if large else self.small).append(at)

    def run(self, *queues: deque[int]) -> None:
        """Take in files until there are no more in these queues."""
        hands = _Hands(self._algorithms)
        for queue in queues:
            while queue and self._stopped is None:
                try:
                    at = queue.popleft()
                except IndexError:
                    break
                self._take(at, hands)

    def _take(self, at: int, hands: "_Hands") -> None:
        name, destination = self._items[at]
        try:
            digests = hands.take_in(self._tree, name, destination)
            self._note(at, name, digests)
        except SourceError as error:
            self._problems[at] = error.problems
        except BaseException as error:  # a thread has nobody above it; `results` raises this
            self.stop(error)

    def _note(self, at: int, name: str, digests: Digests) -> None:
        self._found[at] = digests
        if self._on_done is not None:
            with self._lock:
                self._on_done(name, digests)

    def stop(self, error: BaseException) -> None:
        """Let no thread begin another file."""
        self._stopped = self._stopped or error

    def results(self) -> list[Digests]:
        """Return what was found, or raise what went wrong."""
        if self._stopped is not None:
            raise self._stopped
        if self._problems:
            raise SourceError([problem for at in sorted(self._problems) for problem in self._problems[at]])
        return [digests for digests in self._found if digests is not None]


class _Hands:
    """One buffer and what is needed to hash: enough for one thread, used for file after file."""

    def __init__(self, algorithms: Sequence[str]) -> None:
        self._buffer = memoryview(bytearray(BUFFER))
        self._algorithms = tuple(algorithms)
        self._makers = [partial(hashlib.new, name, usedforsecurity=False) for name in self._algorithms]

    def hash(self, stream: BinaryIO) -> Digests:
        """Read a stream to its end."""
        return self._pump(stream.readinto, None)  # type: ignore[attr-defined]

    def take_in(self, tree: Tree, name: str, destination: Path | None) -> Digests:
        """See the function of that name."""
        path = tree.locate(name) if isinstance(tree, IndexedTree) else tree.local_path(name)
        target = None if destination is None else os.fspath(destination)
        if path is not None:
            return self.take_file(os.fspath(path), target, str(tree.path), name)
        with tree.open(name) as stream:
            read: Read = stream.readinto  # type: ignore[attr-defined]
            return self._pump(read, None) if target is None else self._copy(read, target)

    def take_file(self, path: str, target: str | None, *where: str) -> Digests:
        """Take in a file on disk; `where` names it in an error. SourceError when it ends sooner than it said."""
        descriptor = open_regular(path, *where)
        try:
            reader = _Reader(descriptor, where)
            digests = self._pump(reader, None) if target is None else self._copy(reader, target)
        finally:
            os.close(descriptor)
        if reader.left:
            if target is not None:
                os.unlink(target)  # noqa: PTH108
            raise changed(place_in(*where))
        return digests

    def _copy(self, read: Read, target: str) -> Digests:
        """Hash what is read and write it to a new file, which is taken away again when anything goes wrong."""
        try:
            descriptor = os.open(target, NEW_FILE, 0o644)
        except OSError as error:
            raise write_error(target, error) from error
        try:
            try:
                return self._pump(read, descriptor)
            finally:
                os.close(descriptor)
        except BaseException as error:
            os.unlink(target)  # noqa: PTH108
            if isinstance(error, OSError):
                raise write_error(target, error) from error
            raise

    def _pump(self, read: Read, descriptor: int | None) -> Digests:
        """Read to the end; OSError comes from writing only."""
        hashes = [make() for make in self._makers]
        size = 0
        while count := read(self._buffer):
            data = self._buffer[:count]
            size += count
            for value in hashes:
                value.update(data)
            if descriptor is not None:
                write_all(descriptor, data)
        return Digests(size, {name: h.hexdigest() for name, h in zip(self._algorithms, hashes, strict=True)})


class _Reader:
    """Reads as many bytes of a file as it had when it was opened, without asking the system whether more came."""

    __slots__ = ("_descriptor", "_where", "left")

    def __init__(self, descriptor: int, where: tuple[str, ...]) -> None:
        self._descriptor = descriptor
        self._where = where
        self.left = os.fstat(descriptor).st_size

    def __call__(self, view: memoryview) -> int:
        if self.left <= 0:
            return 0
        try:
            count = os.readv(self._descriptor, (view[: self.left],))
        except OSError as error:
            raise unreadable(place_in(*self._where), error) from error
        self.left -= count
        return count


def place(staged: Path, target: Path, *, keep: bool = False) -> None:
    """Give a staged file its place: by name where both lie on one disk, else by copying. Nothing is ever overwritten.

    With `keep` the staged file stays where it is too, and the target is a copy, so that no two files of a package
    share their bytes on disk. WriteError when the target exists.
    """
    try:
        if keep:
            _duplicate(staged, target)
            return
        try:
            os.link(staged, target, follow_symlinks=False)
        except OSError as error:
            if error.errno not in _NO_LINKS:
                raise
            _duplicate(staged, target)
        staged.unlink()
    except OSError as error:
        raise write_error(target, error) from error


def _duplicate(staged: Path, target: Path) -> None:
    _Hands(()).take_file(os.fspath(staged), os.fspath(target), str(staged))

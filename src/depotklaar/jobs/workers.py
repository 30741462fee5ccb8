"""Workers: the same function over many tasks, in other processes where there are cores for it, in the order given.

Processes come from a fork server, never from this process: format identification loads a library with threads of its
own, after which forking is not safe. The server loads our own modules beforehand, once for all workers, and nothing
else: none of ours loads that library before it is used.
"""

import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from multiprocessing.connection import wait
from types import TracebackType
from typing import Self, TypeVar

from depotklaar.errors import Problem, ToolError
from depotklaar.jobs.sweeping import sweep_seldom
from depotklaar.language import Text

Task = TypeVar("Task")
Result = TypeVar("Result")

_STOPPED = Problem(
    place="--jobs",
    text=Text(
        "een werkproces is onverwacht gestopt, waarschijnlijk door gebrek aan geheugen",
        "a worker process stopped unexpectedly, probably for lack of memory",
    ),
    hint=Text(
        "Begin opnieuw met --jobs 1 of met meer geheugen; de bronnen zijn niet veranderd.",
        "Start again with --jobs 1 or with more memory; the sources have not been changed.",
    ),
)
_OURS = "depotklaar."


class Workers:
    """At most `jobs` tasks at a time, and at most twice as many results waiting. One job means no other process."""

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs
        self._pool: ProcessPoolExecutor | None = None

    @property
    def are_others(self) -> bool:
        """Whether the work is done in other processes than this one."""
        return self._jobs > 1

    def map(
        self, function: Callable[[Task], Result], tasks: Iterable[Task], ahead: int | None = None
    ) -> Iterator[Result]:
        """Yield the results in the order of the tasks; tasks are asked for no sooner than needed.

        With `ahead` so many results may wait: where tasks differ much and results are small, one that takes long then
        does not hold up the others.
        An exception of the function is raised here. ToolError when a process stops without a word.
        """
        if self._jobs <= 1:
            yield from map(function, tasks)
            return
        waiting: deque[Future[Result]] = deque()
        try:
            for task in tasks:
                waiting.append(self._started().submit(function, task))
                if len(waiting) >= (ahead or 2 * self._jobs):
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        except BrokenProcessPool as error:
            raise ToolError(_STOPPED) from error
        finally:
            for future in waiting:
                future.cancel()

    def start(self, function: Callable[[Task], Result], task: Task) -> Callable[[], Result]:
        """Start one task beside the others and return what waits for its result; with one job it runs only then.

        An exception of the function, and ToolError when the process stops, are raised by what is returned.
        """
        if self._jobs <= 1:
            return partial(function, task)
        future = self._started().submit(function, task)

        def result() -> Result:
            try:
                return future.result()
            except BrokenProcessPool as error:
                raise ToolError(_STOPPED) from error

        return result

    def _started(self) -> ProcessPoolExecutor:
        if self._pool is None:
            context = multiprocessing.get_context("forkserver")
            context.set_forkserver_preload(sorted(name for name in sys.modules if name.startswith(_OURS)))
            self._pool = ProcessPoolExecutor(self._jobs, mp_context=context, initializer=_set_up)
        return self._pool

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)


def _set_up() -> None:
    """Make a worker ready: it sweeps seldom, and watches the process that it works for."""
    sweep_seldom()
    _watch_parent()


def _watch_parent() -> None:
    """Let a worker end when the process that it works for was killed; else it would wait for work for ever.

    The fork server is no measure: it stays for as long as a worker does. An interrupt from the keyboard is left to the
    process worked for, which tells its workers to stop.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    assert parent is not None
    sentinel = parent.sentinel

    def watch() -> None:
        wait([sentinel])
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()

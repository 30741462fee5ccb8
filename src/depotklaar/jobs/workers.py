"""Workers: the same function over many tasks, in other processes where there are cores for it, in the order given.

Processes come from a fork server, never from this process: format identification loads a library with threads of its
own, after which forking is not safe.
"""

import multiprocessing
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from types import TracebackType
from typing import Self, TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")


class Workers:
    """At most `jobs` tasks at a time, and at most twice as many results waiting. One job means no other process."""

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs
        self._pool: ProcessPoolExecutor | None = None

    def map(self, function: Callable[[Task], Result], tasks: Iterable[Task]) -> Iterator[Result]:
        """Yield the results in the order of the tasks; tasks are asked for no sooner than needed."""
        if self._jobs <= 1:
            yield from map(function, tasks)
            return
        pool = self._started()
        waiting: deque[Future[Result]] = deque()
        try:
            for task in tasks:
                waiting.append(pool.submit(function, task))
                if len(waiting) >= 2 * self._jobs:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()

    def _started(self) -> ProcessPoolExecutor:
        if self._pool is None:
            method = "forkserver" if sys.platform != "win32" else "spawn"
            self._pool = ProcessPoolExecutor(self._jobs, mp_context=multiprocessing.get_context(method))
        return self._pool

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)

"""Being told to stop: a request to end, or a terminal that goes away, is heeded as an interruption by hand."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_REQUESTS = (signal.SIGTERM, signal.SIGHUP)


@contextmanager
def heeding_requests() -> Iterator[None]:
    """Raise KeyboardInterrupt where the work is when a SIGTERM or SIGHUP comes, once: the clearing up is left alone.

    A fault that follows from a request, such as workers that were told to stop too, is that interruption as well. What
    was ignored before (nohup) stays ignored. Outside the main thread, where signals cannot be heeded, nothing changes.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    earlier = {number: signal.getsignal(number) for number in _REQUESTS}
    heeded = [number for number, handler in earlier.items() if handler not in (signal.SIG_IGN, None)]
    told: list[int] = []

    def stop(number: int, frame: FrameType | None) -> None:
        for one in heeded:
            signal.signal(one, signal.SIG_IGN)
        told.append(number)
        raise KeyboardInterrupt

    for number in heeded:
        signal.signal(number, stop)
    try:
        yield
    except Exception as error:
        if told:
            raise KeyboardInterrupt from error
        raise
    finally:
        for number in heeded:
            signal.signal(number, earlier[number])

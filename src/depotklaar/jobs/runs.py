"""Notes where each event of one conversation went, run by run, so that an account can answer for any one message."""

from collections.abc import Iterator
from pathlib import Path

from depotklaar.model.event import Event
from depotklaar.model.plan import Run
from depotklaar.model.report import LeftOut
from depotklaar.storage.spool import Spool

BATCH = 1000


class RunLog:
    """Writes runs to a file in the order of the source. Memory: a batch of runs."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._spool = Spool(path, tuple[Run, ...])
        self._batch: list[Run] = []
        self._unit: int | None = None
        self._orders = (0, 0)
        self._times: tuple[str | None, str | None] = (None, None)
        self._messages = 0

    def keep(self, event: Event, unit: int) -> None:
        """Note an event that went into the unit with this number."""
        if unit != self._unit:
            self._end()
            self._unit, self._orders = unit, (event.order, event.order)
        local = event.timestamp.local if event.timestamp is not None else None
        self._orders = (self._orders[0], event.order)
        if local is not None:
            first, last = self._times
            self._times = (min(first or local, local), max(last or local, local))
        self._messages += 1

    def leave_out(self, row: LeftOut) -> None:
        """Note a run that was left out, by us or earlier."""
        self._end()
        self._add(
            Run(
                order_first=row.order_first,
                order_last=row.order_last,
                first_local=row.first_local,
                last_local=row.last_local,
                messages=row.messages,
                left_out=row,
            )
        )

    def close(self) -> str:
        """Write what is still in memory and return the path of the file."""
        self._end()
        self._flush()
        return str(self._path)

    def _end(self) -> None:
        if self._unit is not None:
            (first, last), (begin, end) = self._orders, self._times
            self._add(
                Run(
                    order_first=first,
                    order_last=last,
                    first_local=begin,
                    last_local=end,
                    messages=self._messages,
                    unit=self._unit,
                )
            )
        self._unit, self._times, self._messages = None, (None, None), 0

    def _add(self, run: Run) -> None:
        self._batch.append(run)
        if len(self._batch) >= BATCH:
            self._flush()

    def _flush(self) -> None:
        if self._batch:
            self._spool.append(tuple(self._batch))
            self._batch = []


def read_runs(path: str) -> Iterator[Run]:
    """Yield the runs of a conversation in the order of the source."""
    for batch in Spool.opened(Path(path), tuple[Run, ...]):
        yield from batch

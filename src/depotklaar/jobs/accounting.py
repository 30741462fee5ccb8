"""The account beside the package: where every message went, and what may be destroyed, streamed to private files."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from depotklaar.appraisal.destruction import (
    DUE_HELD,
    DUE_IN_SOURCE,
    DUE_UNDECIDED,
    destroyable,
    has_passed,
    is_due,
)
from depotklaar.appraisal.selection import PERIOD_REMARK
from depotklaar.jobs.appraising import Appraised
from depotklaar.jobs.runs import read_runs
from depotklaar.jobs.sorting import LEFT_OUT_EARLIER
from depotklaar.model.delivery import REDENEN, Bevriezing
from depotklaar.model.finding import Finding, Place
from depotklaar.model.plan import PlannedDossier, PreparedConversation, Run
from depotklaar.model.report import Destroyable, LeftOut, Whereabouts
from depotklaar.storage.spool import Spool

BATCH = 1000
T = TypeVar("T")


class Accounts:
    """Takes in one conversation after another and gives the rows back in that order. Memory: a batch of rows."""

    def __init__(self, work: Path, today: dt.date) -> None:
        self._today = today
        self._undecided = 0
        self._held: Counter[int] = Counter()
        self._in_source: dict[str, int] = {}
        self._whereabouts = Spool(work / "verantwoording", tuple[Whereabouts, ...])
        self._expired = Spool(work / "verstreken", tuple[Destroyable, ...])
        self._excluded = Spool(work / "uitgesloten", tuple[Destroyable, ...])

    def add(
        self, prepared: PreparedConversation, appraised: Sequence[Appraised], dossiers: Sequence[PlannedDossier]
    ) -> None:
        """Take in where each run of a conversation went, and what of it may be destroyed."""
        folders = {
            stuk.unit.part: f"{dossier.folder}/{stuk.name}"
            for dossier in dossiers
            for stuk in dossier.archiefstukken
            if stuk.unit is not None
        }
        places = [(item, folders[unit.part]) for unit, item in zip(prepared.units, appraised, strict=True)]
        assert prepared.runs is not None
        rows = (_whereabouts(prepared, run, places) for run in read_runs(prepared.runs))
        for batch in _batches(rows):
            self._whereabouts.append(tuple(batch))
        identity = prepared.head.conversation.id
        due = [item for item in appraised if self._may_go(item)]
        if due and prepared.originals:
            self._in_source[due[0].proposal.conversation] = len(due)
        rows_due = (replace(destroyable(item.proposal, item.ruling.besluit), conversation=identity) for item in due)
        for expired in _batches(rows_due):
            self._expired.append(tuple(expired))
        out = (_destroyable(row) for row in prepared.left_out if _was_excluded(row))
        for excluded in _batches(out):
            self._excluded.append(tuple(excluded))

    def whereabouts(self) -> Iterator[Whereabouts]:
        """Where every run of messages went."""
        return (row for batch in self._whereabouts for row in batch)

    def expired(self) -> Iterator[Destroyable]:
        """The Archiefstukken of which the term has passed."""
        return (row for batch in self._expired for row in batch)

    def excluded(self) -> Iterator[Destroyable]:
        """The runs of messages that a person left out."""
        return (row for batch in self._excluded for row in batch)

    def findings(self, holds: Sequence[Bevriezing]) -> Iterator[Finding]:
        """What a reader of the specification must know: what is not in it although its term has passed, and what is."""
        if self._undecided:
            yield Finding(kind=DUE_UNDECIDED, params={"count": self._undecided})
        for place, count in sorted(self._held.items()):
            hold = f"[[bevriezing]] {place + 1} ({holds[place].naam})"
            element = f"[[bevriezing]] {place + 1}"
            yield Finding(kind=DUE_HELD, place=Place(element=element), params={"hold": hold, "count": count})
        for conversation, count in self._in_source.items():
            params: dict[str, str | int] = {"conversation": conversation, "count": count}
            yield Finding(kind=DUE_IN_SOURCE, place=Place(path=conversation), params=params)

    def _may_go(self, item: Appraised) -> bool:
        besluit = item.ruling.besluit
        if not has_passed(besluit, self._today):
            return False
        self._held.update(item.case.holds)
        self._undecided += not item.case.holds and not besluit.is_decided
        return not item.case.holds and is_due(besluit, self._today)


def _batches(rows: Iterable[T]) -> Iterator[list[T]]:
    batch: list[T] = []
    for row in rows:
        batch.append(row)
        if len(batch) >= BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _whereabouts(prepared: PreparedConversation, run: Run, places: Sequence[tuple[Appraised, str]]) -> Whereabouts:
    conversation = prepared.head.conversation
    row = Whereabouts(
        conversation=conversation.id,
        display=conversation.display or conversation.id,
        order_first=run.order_first,
        order_last=run.order_last,
        first_local=run.first_local,
        last_local=run.last_local,
        messages=run.messages,
    )
    return _kept(row, *places[run.unit]) if run.unit is not None else _gone(row, run.left_out)


def _kept(row: Whereabouts, item: Appraised, folder: str) -> Whereabouts:
    besluit = item.ruling.besluit
    found = besluit.categorie
    return replace(
        row,
        object=item.proposal.object,
        folder=folder,
        waardering=besluit.waardering,
        code=found.code if found else None,
        label=found.label if found else None,
        lijst=found.lijst if found else None,
        ground="; ".join(ground.text.nl for ground in besluit.gronden) or None,
        decided_by=besluit.besloten_door,
        decided_at=besluit.besloten_op,
        remark=besluit.toelichting,
    )


def _gone(row: Whereabouts, left_out: LeftOut | None) -> Whereabouts:
    assert left_out is not None
    return replace(
        row,
        left_out=left_out.reason,
        decided_by=left_out.decided_by,
        decided_at=left_out.decided_at,
        remark=left_out.remark,
    )


def _was_excluded(row: LeftOut) -> bool:
    """Whether a person left it out of this delivery for good: not what lies outside its period, nor an earlier gap."""
    return row.remark not in (PERIOD_REMARK, LEFT_OUT_EARLIER)


def _destroyable(row: LeftOut) -> Destroyable:
    reason = REDENEN[row.reason].nl if row.reason in REDENEN else row.reason
    return Destroyable(
        basis="uitsluiting",
        conversation=row.conversation,
        display=row.display,
        first_day=row.first_local[:10] if row.first_local else None,
        last_day=row.last_local[:10] if row.last_local else None,
        messages=row.messages,
        attachments=row.attachments,
        ground=f"{reason}: {row.remark}" if row.remark else reason,
        decided_by=row.decided_by,
        decided_at=row.decided_at,
    )

"""The desk: where the files of a package are read and judged, in this process or at desks in other processes."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import Any

from depotklaar.jobs.sweeping import sweep_seldom
from depotklaar.jobs.workers import Workers
from depotklaar.model.finding import Finding
from depotklaar.rules.bag_library import ask_library
from depotklaar.rules.interface import Context, FileFacts, ObjectFacts, RuleTable, StageName
from depotklaar.rules.reading import Inside
from depotklaar.rules.sidecar import read_sidecar, summary
from depotklaar.standards.mdto.schema import MdtoSchema
from depotklaar.standards.xml import SIDECAR_LIMIT
from depotklaar.storage.opening import open_tree
from depotklaar.storage.tree import Limits, Tree

OF_OBJECTS: tuple[StageName, ...] = ("schema", "content")
BATCH = 256
BATCH_SIZE = 1 << 25


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What is judged, and by what; with it another process opens the same package and judges as this one does.

    `prefix` is where the package lies in a container. `schemas` leads from MDTO version to the bytes of its XSD.
    """

    path: Path
    prefix: str
    is_folder: bool
    limits: Limits
    context: Context = field(compare=False)
    schemas: Mapping[str, bytes] = field(compare=False)
    rules: RuleTable = field(compare=False)


@dataclass(frozen=True, slots=True)
class ToHash:
    """A file to be hashed: its path, the bytes that it should have, and hashlib's names of algorithms."""

    path: str
    size: int
    algorithms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ToLook(ToHash):
    """A content file: hashed and looked into. One in a container goes to a new file `stand_in`; None on disk."""

    stand_in: str | None


@dataclass(frozen=True, slots=True)
class ToJudge(ToHash):
    """A metadata file to be judged, with what it describes (None: nothing) and whether that is a folder."""

    describes: str | None
    of_folder: bool


@dataclass(frozen=True, slots=True)
class Judged:
    """A metadata file that was judged; `facts` is None when it could not be read."""

    file: FileFacts
    facts: ObjectFacts | None
    findings: tuple[tuple[StageName, Finding], ...]


class Desk:
    """Reads and judges the files of one case, of which the tree is open; a folder needs no tree."""

    def __init__(self, case: Case, tree: Tree | None) -> None:
        self.inside = Inside(case.path, os.path.realpath(case.path), None if case.is_folder else tree, case.prefix)
        self._context = case.context
        self._schemas = {version: MdtoSchema(xsd) for version, xsd in case.schemas.items()}
        self._rules = [(stage, rule.check) for stage in OF_OBJECTS for rule in case.rules.objects.get(stage, ())]

    def judge(self, batch: Sequence[ToJudge]) -> list[Judged]:
        """Judge metadata files."""
        seen: dict[Any, Any] = {}
        return [self._judge(one, seen) for one in batch]

    def hash(self, batch: Sequence[ToHash]) -> list[FileFacts]:
        """Hash files, and look into those that are to be looked into."""
        return [self._hash(one) for one in batch]

    def _hash(self, one: ToHash) -> FileFacts:
        if isinstance(one, ToLook):
            return self.inside.look(one.path, one.size, one.algorithms, one.stand_in)
        return self.inside.digest(one.path, one.size, one.algorithms)

    def _judge(self, one: ToJudge, seen: dict[Any, Any]) -> Judged:
        data, file = self.inside.read(one.path, one.size, one.algorithms)
        if file.unreadable is not None:
            return Judged(file, None, ())
        too_large = one.size > SIDECAR_LIMIT
        sidecar = read_sidecar(one.path, one.describes, one.of_folder, data, self._schemas, too_large=too_large)
        context = self._context
        found = tuple((stage, finding) for stage, check in self._rules for finding in check(sidecar, context))
        return Judged(file, summary(sidecar, seen), found)


class Desks:
    """The desk in this process, and with `workers` as many others that do its work; results come in order."""

    def __init__(self, case: Case, tree: Tree, workers: Workers | None) -> None:
        self.own = Desk(case, tree)
        self._case = case
        self._workers = workers

    def judge(self, items: Iterable[ToJudge]) -> Iterator[Judged]:
        """Judge metadata files."""
        parts = batches(items)
        if self._workers is None:
            return chain.from_iterable(map(self.own.judge, parts))
        tasks = ((self._case, batch) for batch in parts)
        return chain.from_iterable(self._workers.map(_judge_there, tasks))

    def hash(self, items: Iterable[ToHash]) -> Iterator[FileFacts]:
        """Hash files."""
        parts = batches(items)
        if self._workers is None:
            return chain.from_iterable(map(self.own.hash, parts))
        tasks = ((self._case, batch) for batch in parts)
        return chain.from_iterable(self._workers.map(_hash_there, tasks))

    def ask_library(self, bag: Path) -> Callable[[], str | None]:
        """Have the bagit library look at a bag, now or meanwhile; its opinion is for when it is asked."""
        if self._workers is None:
            opinion = ask_library(bag)
            return lambda: opinion
        return self._workers.start(ask_library, bag)


def batches(items: Iterable[ToJudge] | Iterable[ToHash]) -> Iterator[list[Any]]:
    """Files by the handful: not more than so many, and no more bytes than make it worth while."""
    batch: list[ToHash] = []
    size = 0
    for item in items:
        if batch and (len(batch) == BATCH or size + item.size > BATCH_SIZE):
            yield batch
            batch, size = [], 0
        batch.append(item)
        size += item.size
    if batch:
        yield batch


def _judge_there(task: tuple[Case, Sequence[ToJudge]]) -> list[Judged]:
    case, batch = task
    return _desk(case).judge(batch)


def _hash_there(task: tuple[Case, Sequence[ToHash]]) -> list[FileFacts]:
    case, batch = task
    return _desk(case).hash(batch)


@lru_cache(maxsize=1)
def _desk(case: Case) -> Desk:
    """The desk in a process that only works for others; it stays open for as long as the process works on the case."""
    sweep_seldom()
    return Desk(case, None if case.is_folder else open_tree(case.path, case.limits))

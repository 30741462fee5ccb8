"""Runs a program over every package of the corpus and scores what it says against what must be said."""

import json
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Literal

from depotklaar.errors import Problem, ToolError
from depotklaar.jobs.corpus.asking import Answer, ask, fill_words
from depotklaar.jobs.corpus.case import DEFAULT_PROFILE, IGNORABLE, JUDGED_AT, CorpusCase
from depotklaar.jobs.corpus.layout import LaidOut, lay_out
from depotklaar.language import Text
from depotklaar.model.progress import Progress

Outcome = Literal["right", "wrong", "crashed", "timed-out", "not-asked"]
OUTCOMES: tuple[Outcome, ...] = ("right", "wrong", "crashed", "timed-out", "not-asked")
_RUNNING = Text("het corpus voorleggen", "running the corpus")
_NO_TOOL = Text(
    "dit programma is er niet, of mag niet worden uitgevoerd", "there is no such program, or it may not run"
)
_NAME_IT = Text("Geef het hele pad, of controleer de naam.", "Give the whole path, or check the name.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool:
    """A program as it is asked: its words with placeholders, how its exit codes are read, and the seconds it has.

    With `compare_findings` it prints a report of our JSON form, and the rules that it names count too.
    """

    words: tuple[str, ...]
    accept_codes: frozenset[int] = frozenset({0})
    reject_codes: frozenset[int] = frozenset({1})
    timeout: float = 60.0
    compare_findings: bool = False

    @property
    def takes_profile(self) -> bool:
        """Whether it can be asked by which receiver's profile to judge."""
        return any("{profile}" in word for word in self.words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """What a program made of one case. `said` is None when it gave no verdict; `code` when it did not exit.

    `missing` and `surplus` are the rules that it should and should not have named, empty where that is not compared.
    """

    case: CorpusCase
    outcome: Outcome
    said: Literal["accepted", "rejected"] | None = None
    code: int | None = None
    missing: tuple[str, ...] = ()
    surplus: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """The outcomes of all cases, in the order of the corpus."""

    tool: Tool
    cases: tuple[Scored, ...]

    @property
    def perfect(self) -> bool:
        """Whether everything that was asked was answered right, and something was asked."""
        outcomes = {one.outcome for one in self.cases}
        return "right" in outcomes and outcomes <= {"right", "not-asked"}

    def totals(self) -> dict[Outcome, int]:
        """How many cases ended in each way."""
        return count_outcomes(self.cases)

    def by_rule(self) -> dict[str, dict[Outcome, int]]:
        """The same for each rule."""
        return {
            rule: count_outcomes(one for one in self.cases if one.case.rule == rule)
            for rule in dict.fromkeys(one.case.rule for one in self.cases)
        }


def count_outcomes(cases: Iterable[Scored]) -> dict[Outcome, int]:
    """How many of these cases ended in each way."""
    found = Counter(one.outcome for one in cases)
    return {outcome: found[outcome] for outcome in OUTCOMES}


def run_corpus(corpus: Path, cases: Sequence[CorpusCase], tool: Tool, *, jobs: int, progress: Progress) -> Score:
    """Lay out the corpus in a private folder, ask the program about each package, `jobs` at a time, and score it.

    A case for another receiver than the standard one is asked only of a tool with `{profile}` among its words.
    ToolError when there is no such program.
    """
    if not tool.words or shutil.which(tool.words[0]) is None:
        place = tool.words[0] if tool.words else "TOOL"
        raise ToolError(Problem(place=place, text=_NO_TOOL, hint=_NAME_IT))
    with tempfile.TemporaryDirectory(prefix="depotklaar-corpus-") as folder, ThreadPoolExecutor(jobs) as threads:
        laid = lay_out(corpus, cases, Path(folder, "corpus"))
        progress.started(_RUNNING, items=len(laid))
        scored = []
        for one in threads.map(partial(_ask_about, tool), laid):
            scored.append(one)
            progress.advanced(items=1)
        progress.finished()
    return Score(tool=tool, cases=tuple(scored))


def _ask_about(tool: Tool, one: LaidOut) -> Scored:
    if not tool.takes_profile and one.profile != DEFAULT_PROFILE:
        return Scored(case=one.case, outcome="not-asked")
    values = {
        "{package}": str(one.package),
        "{pakbon}": str(one.pakbon) if one.pakbon is not None else None,
        "{profile}": one.profile,
        "{now}": JUDGED_AT,
    }
    return score(tool, one.case, ask(fill_words(tool.words, values), tool.timeout, listen=tool.compare_findings))


def score(tool: Tool, case: CorpusCase, answer: Answer) -> Scored:
    """Hold an answer against what the case says."""
    if answer.ending == "timed-out":
        return Scored(case=case, outcome="timed-out")
    if answer.code not in tool.accept_codes | tool.reject_codes:
        return Scored(case=case, outcome="crashed", code=answer.code)
    accepted = answer.code in tool.accept_codes
    named = _rules_named(answer.output) if tool.compare_findings else None
    if tool.compare_findings and named is None:
        return Scored(case=case, outcome="crashed", code=answer.code)
    missing, surplus = _difference(case, named) if named is not None else ((), ())
    right = accepted == case.accepted and not missing and not surplus
    return Scored(
        case=case,
        outcome="right" if right else "wrong",
        said="accepted" if accepted else "rejected",
        code=answer.code,
        missing=missing,
        surplus=surplus,
    )


def _difference(case: CorpusCase, named: frozenset[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    expected = {one.rule for one in case.expected}
    return tuple(sorted(expected - named)), tuple(sorted(named - expected - {*IGNORABLE}))


def _rules_named(output: bytes) -> frozenset[str] | None:
    """The rules that a report in our JSON form names, None when it is no such report."""
    try:
        report: Mapping[str, list[Mapping[str, str]]] = json.loads(output)
        return frozenset(finding["rule"] for finding in report["findings"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return None

"""Judges a shelf of packages: one package a process, a report for each at once, a summary at the end."""

import hashlib
from collections import Counter, deque
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path

from depotklaar.errors import DepotklaarError, Problem, SourceError, ToolError, WriteError
from depotklaar.jobs.batch_finding import Found, find_packages, pakbon_beside
from depotklaar.jobs.batch_state import REPORTS, State, as_file_name, fingerprint, recall, remember, write_settled
from depotklaar.jobs.workers import Workers
from depotklaar.language import Language, Text
from depotklaar.model.batch import Entry, Outcome, Summary
from depotklaar.model.finding import Severity
from depotklaar.model.profile import Profile
from depotklaar.model.progress import Progress
from depotklaar.model.report import FailOn, Report
from depotklaar.reports import html_report, json_report
from depotklaar.reports.interface import weights
from depotklaar.storage.guard import printable
from depotklaar.storage.spool import Spool

Judge = Callable[[Path, Path | None, Progress], Report]
OUR_FAULT = 70
_AHEAD = 64
_JUDGING = Text("pakketten beoordelen", "judging packages")
_NONE = Text("hier staat geen enkel pakket", "there is no package here at all")
_WHAT = Text(
    "Een pakket is een map met bagit.txt, met metagegevens onder haar eigen naam of met een pakbon ernaast, of een zip"
    " of tar. Beoordeel een map die er anders uitziet zonder --recursive.",
    "A package is a folder with bagit.txt, with metadata under its own name or with a pakbon beside it, or a zip or"
    " tar. Judge a folder that looks otherwise without --recursive.",
)
_CRASH = Text("fout in depotklaar zelf ({kind})", "fault in depotklaar itself ({kind})")
_STOPPED = Text(
    "het werkproces is onverwacht gestopt, waarschijnlijk door gebrek aan geheugen",
    "the worker process stopped unexpectedly, probably for lack of memory",
)
_LOGGED = Text(
    "{package}: fout in depotklaar zelf; logbestand zonder berichttekst: {log}",
    "{package}: fault in depotklaar itself; log without message text: {log}",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """By what every package of a batch is judged. `bench` makes a judge; it and `on_crash` can go to other processes.

    `mark` stands for all of it that can change a verdict: an earlier verdict holds only under the same mark. `on_crash`
    writes a log of our own fault and returns where; None writes none.
    """

    bench: Callable[[], Judge]
    mark: str
    fail_on: FailOn
    language: Language
    now: str
    on_crash: Callable[[BaseException], Path | None] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """A shelf to be judged. Reports go to the folder `out` (None: they are not kept), lists to the private `work`."""

    shelves: Sequence[Path]
    out: Path | None
    work: Path
    resume: bool
    terms: Terms
    profile: Profile
    software: str
    jobs: int


@dataclass(frozen=True, slots=True)
class _Task:
    found: Found
    out: Path | None
    resume: bool
    terms: Terms


@dataclass(frozen=True, slots=True)
class _Done:
    entry: Entry
    log: Path | None = None


def judge_batch(batch: Batch, progress: Progress) -> Summary:
    """Judge every package on the shelves; what goes wrong with one is told of that one, and the others go on.

    SourceError when there is none, WriteError when a report cannot be kept. What is judged is kept whatever stops us.
    """
    count = sum(1 for found in find_packages(batch.shelves, batch.out) if not found.is_link)
    if count == 0:
        raise SourceError([Problem(place=printable(str(x)), text=_NONE, hint=_WHAT) for x in batch.shelves])
    entries: Spool[Entry] = Spool(batch.work / "entries", Entry)
    outcomes: Counter[Outcome] = Counter()
    rules: Counter[str] = Counter()
    codes = {0}
    progress.started(_JUDGING, items=count)
    for done in _judge_all(batch):
        entries.append(done.entry)
        outcomes[done.entry.outcome] += 1
        rules.update(done.entry.totals.keys())
        codes.add(done.entry.code)
        if done.log is not None:
            progress.noted(_LOGGED.fill(package=done.entry.package, log=done.log))
        if done.entry.outcome != "skipped":
            progress.advanced(items=1)
    progress.finished()
    return Summary(
        created_at=batch.terms.now,
        profile=batch.profile.name,
        profile_sha256=batch.profile.sha256,
        software=batch.software,
        fail_on=batch.terms.fail_on,
        outcomes=outcomes,
        rules=dict(sorted(rules.items())),
        code=1 if outcomes["rejected"] else max(codes),
        entries=entries,
    )


def _judge_all(batch: Batch) -> Iterator[_Done]:
    """What became of each, in the order of the shelf.

    When a process goes down, the packages without an outcome are done again, few at a time; when one goes down again,
    those few are done each alone, so that all but the culprit get their verdict. What was noted already holds.
    """
    found = find_packages(batch.shelves, batch.out)
    tasks = (_Task(one, batch.out, batch.resume, batch.terms) for one in found)
    while unsure := (yield from _together(batch, tasks, _AHEAD * batch.jobs)):
        again = (replace(task, resume=True) for task in unsure)
        while few := (yield from _together(batch, again, batch.jobs)):
            for task in few:
                yield _judge_alone(task)


def _together(batch: Batch, tasks: Iterator[_Task], ahead: int) -> Generator[_Done, None, list[_Task]]:
    """Judge packages side by side; return those that were begun and got no outcome because a process went down."""
    begun: deque[_Task] = deque()

    def noted() -> Iterator[_Task]:
        for task in tasks:
            begun.append(task)
            yield task

    try:
        with Workers(batch.jobs) as workers:
            for done in workers.map(_judge_one, noted(), ahead):
                begun.popleft()
                yield done
    except ToolError:
        return list(begun)
    return []


def _judge_alone(task: _Task) -> _Done:
    """Judge one package in a process of its own."""
    try:
        with Workers(2) as workers:
            return workers.start(_judge_one, task)()
    except ToolError:
        return _Done(_failed(task, OUR_FAULT, _STOPPED.in_language(task.terms.language)))


def _judge_one(task: _Task) -> _Done:
    """Judge one package, keep its report, and say what became of it; every fault becomes an entry."""
    try:
        return _Done(_entry(task))
    except WriteError:
        raise
    except DepotklaarError as error:
        problem = "; ".join(problem.text.in_language(task.terms.language) for problem in error.problems)
        if task.found.is_link:
            return _Done(replace(_failed(task, 0, problem), outcome="skipped"))
        return _Done(_failed(task, error.exit_code, problem))
    except Exception as error:
        problem = _CRASH.fill(kind=type(error).__name__).in_language(task.terms.language)
        on_crash = task.terms.on_crash
        return _Done(_failed(task, OUR_FAULT, problem), on_crash(error) if on_crash else None)


def _entry(task: _Task) -> Entry:
    found, terms = task.found, task.terms
    if found.trouble is not None:
        raise found.trouble
    pakbon = pakbon_beside(found.path)
    if task.out is None:
        return _judged(task, _report(task, pakbon))
    mark = _fingerprint(found.path, pakbon)
    earlier = recall(task.out, found.name, mark, terms.mark) if task.resume and mark else None
    if earlier is not None:
        return earlier
    report = _report(task, pakbon)
    entry = _kept(_judged(task, report), task.out, found.name, report, terms.language)
    if mark:
        remember(task.out, found.name, State(fingerprint=mark, terms=terms.mark, entry=entry))
    return entry


def _report(task: _Task, pakbon: Path | None) -> Report:
    judge = task.terms.bench()
    return replace(judge(task.found.path, pakbon, Progress()), fail_on=task.terms.fail_on)


def _kept(entry: Entry, out: Path, package: str, report: Report, language: Language) -> Entry:
    """Write the report for machines and for people, and say in the entry where they are."""
    names, pages = [], []
    for form in (json_report, html_report):
        page = BytesIO()
        form.write(report, language, page)
        names.append(f"{REPORTS}/{as_file_name(package, form.EXTENSION)}")
        pages.append(page.getvalue())
        write_settled(out / names[-1], pages[-1])
    return replace(entry, report=names[0], report_sha256=hashlib.sha256(pages[0]).hexdigest(), page=names[1])


def _fingerprint(package: Path, pakbon: Path | None) -> str | None:
    try:
        return fingerprint(package, pakbon)
    except OSError:
        return None


def _judged(task: _Task, report: Report) -> Entry:
    counted = weights(report)
    return Entry(
        package=as_shown(task.found.name),
        outcome="accepted" if report.accepted else "rejected",
        judged_at=task.terms.now,
        errors=counted[Severity.ERROR],
        warnings=counted[Severity.WARNING],
        infos=counted[Severity.INFO],
        files=report.counts.get("files", 0),
        size=report.counts.get("bytes", 0),
        totals=dict(report.totals),
    )


def _failed(task: _Task, code: int, problem: str) -> Entry:
    return Entry(
        package=as_shown(task.found.name),
        outcome="failed",
        judged_at=task.terms.now,
        code=code,
        problem=problem,
    )


def as_shown(name: str) -> str:
    """A path as text that any document can hold: stray bytes stand there as escapes."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")

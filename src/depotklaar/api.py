"""The library's front door: everything that the command line can do, as functions with typed results."""

import datetime as dt
import io
import os
import tempfile
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, Literal

from depotklaar.catalogue import REPORTS, RULES, SUMMARIES, importers, kinds_of_packaging, list_importers
from depotklaar.errors import Problem, UsageError
from depotklaar.importers.interface import ImportOptions
from depotklaar.importers.lists.interface import ListOptions
from depotklaar.jobs.appraise import Appraisal, appraise
from depotklaar.jobs.batch import Batch, judge_batch
from depotklaar.jobs.batch_finding import pakbon_beside
from depotklaar.jobs.batch_folder import batch_folder, write_summary
from depotklaar.jobs.corpus.case import find_corpus, read_cases
from depotklaar.jobs.corpus.layout import LaidOut, lay_out
from depotklaar.jobs.corpus.scoring import Score, Tool, run_corpus
from depotklaar.jobs.deliver import plan
from depotklaar.jobs.finish import Finishing, package
from depotklaar.jobs.listed import SpooledList
from depotklaar.jobs.listing import WrittenList, every_list, import_lists, show_list
from depotklaar.jobs.normalise import import_all
from depotklaar.jobs.outline import PlanOutline, as_outline
from depotklaar.jobs.rulebook import make_rulebook
from depotklaar.jobs.sketch import sketch_all
from depotklaar.jobs.tracing import Found, trace
from depotklaar.jobs.workers import Workers
from depotklaar.language import Language, Text
from depotklaar.model.batch import Summary
from depotklaar.model.progress import Progress
from depotklaar.model.report import FailOn, Report
from depotklaar.model.rulebook import Rulebook
from depotklaar.model.selectielijst import Selectielijst
from depotklaar.orders import SOFTWARE, judge_of, order_of, terms_of
from depotklaar.profiles.draft import SourceSketch, draft_delivery_text
from depotklaar.profiles.list_checks import ListCheck, check_list
from depotklaar.profiles.lists import read_selection_list
from depotklaar.profiles.receiver import read_profile
from depotklaar.reports.joined import join_pages
from depotklaar.storage.apart import keep_apart
from depotklaar.storage.tree import Limits

Container = Literal["folder", "zip", "tar"]
DateOrder = Literal["dmy", "mdy", "ymd"]
ReportForm = Literal["text", "json", "html", "csv", "junit"]
SUMMARY_FILES = ("csv", "json", "html")
DEFAULT_PROFILE = "nationaal-archief"
_ONE_PAGE = Text("een rapport in de vorm {form} gaat over één pakket", "a report as {form} is about one package")
_ONE_BY_ONE = Text(
    "Beoordeel de pakketten een voor een of met --recursive, of kies text, json of junit.",
    "Judge one by one or with --recursive, or take text, json or junit.",
)


def import_sources(
    sources: Sequence[Path],
    out: Path,
    *,
    custodian: str | None = None,
    zone: str | None = None,
    date_order: DateOrder | None = None,
    importer: str | None = None,
    replace: bool = False,
    limits: Limits = Limits(),  # noqa: B008
    progress: Progress | None = None,
) -> list[Path]:
    """Write every conversation of the sources in normalized form, one folder each below `out`; return the folders.

    All of them appear, or none. A folder that is there already is replaced with `replace`. SourceError, WriteError.
    """
    return import_all(
        [
            (source, ImportOptions(source_name=source.name, custodian=custodian, zone=zone, date_order=date_order))
            for source in sources
        ],
        out,
        importers(),
        importer,
        limits,
        progress or Progress(),
        replace=replace,
    )


def draft_delivery(
    sources: Sequence[Path],
    folder: Path,
    *,
    date_order: DateOrder | None = None,
    zone: str | None = None,
    limits: Limits = Limits(),  # noqa: B008
    progress: Progress | None = None,
) -> str:
    """Return the text of a commented delivery file in `folder` for these sources, to be completed by an archivist."""
    asked = [(s, ImportOptions(source_name=s.name, zone=zone, date_order=date_order)) for s in sources]
    sketches = sketch_all(asked, importers(), limits, progress or Progress())
    return draft_delivery_text(
        [
            SourceSketch(
                path=os.path.relpath(source, folder),
                title=", ".join(sketch.titles),
                custodian=sketch.custodian,
                date_order_undecided=sketch.date_order_undecided,
                first=sketch.first,
                last=sketch.last,
            )
            for source, sketch in zip(sources, sketches, strict=True)
        ]
    )


def plan_delivery(
    delivery: Path,
    *,
    profile: str | None = None,
    jobs: int = 1,
    now: str,
    limits: Limits = Limits(),  # noqa: B008
    progress: Progress | None = None,
) -> PlanOutline:
    """Say what would be packaged, and write nothing but words in a private folder that is gone afterwards."""
    order = order_of(delivery, profile, jobs, now, limits)
    with tempfile.TemporaryDirectory(prefix="depotklaar-plan-") as folder, Workers(jobs) as workers:
        outline = plan(order, Path(folder), workers, progress or Progress(), copy=False)
        return as_outline(outline, order.aanlevering.id, order.aanlevering.titel)


def appraise_delivery(
    delivery: Path,
    out: Path,
    *,
    profile: str | None = None,
    replace: bool = False,
    jobs: int = 1,
    now: str,
    limits: Limits = Limits(),  # noqa: B008
    progress: Progress | None = None,
) -> Appraisal:
    """Write one proposal for each Archiefstuk to `out` (.csv, .xlsx or .json), with its evidence, for a person.

    Decisions in the file that the delivery names are carried over as far as they still fit. Raises what `errors` names.
    """
    order = order_of(delivery, profile, jobs, now, limits)
    return appraise(order, out, progress or Progress(), replace=replace)


def package_delivery(
    delivery: Path,
    out: Path,
    *,
    profile: str | None = None,
    container: Container = "folder",
    bag: bool = True,
    replace: bool = False,
    jobs: int = 1,
    now: str,
    limits: Limits = Limits(),  # noqa: B008
    progress: Progress | None = None,
) -> Report:
    """Make the package of a delivery in `out`, with pakbon, reports and the list of what was left out.

    `now` is an ISO 8601 moment with zone; the same input and `now` give the same bytes. A package that the judge
    rejects does not appear, its report does. Raises what `errors` names; nothing half-made is left then.
    """
    order = order_of(delivery, profile, jobs, now, limits)
    bronnen = [part for bron in order.aanlevering.bronnen for part in (bron.pad, bron.media) if part is not None]
    keep_apart(out, [Path(order.aanlevering.folder, part) for part in bronnen])
    finishing = Finishing(
        out=out,
        name=order.aanlevering.id,
        container=container,
        bag=bag,
        replace=replace,
        judge=judge_of(order.profile, jobs, now, limits.widened()),
        reports={f"report.{form}": REPORTS[form].write for form in ("json", "html")},
    )
    return package(order, finishing, progress or Progress())


def validate_packages(
    packages: Sequence[Path],
    *,
    profile: str | None = None,
    pakbon: Path | None = None,
    jobs: int = 1,
    now: str,
    limits: Limits = Limits(),  # noqa: B008
    progress: Progress | None = None,
    fail_on: FailOn = "error",
    listings: Path | None = None,
    formats: bool = True,
) -> list[Report]:
    """Judge packages as they lie on disk. Without `pakbon` the one that lies beside a package is taken.

    With `fail_on` "warning" a warning rejects too. With `listings`, a private and empty folder, the reports list their
    files for as long as that folder is there. Without `formats` no file is identified, and the reports say so.
    SourceError when there is nothing to judge, ProfileError.
    """
    lister = SpooledList(listings) if listings else None
    judge = judge_of(read_profile(profile or DEFAULT_PROFILE, Path()), jobs, now, limits, lister, formats=formats)
    reports = (judge(package, pakbon or pakbon_beside(package), progress or Progress()) for package in packages)
    return [replace(report, fail_on=fail_on) for report in reports]


def validate_shelves(
    shelves: Sequence[Path],
    out: Path | None,
    *,
    work: Path,
    resume: bool = False,
    profile: str | None = None,
    fail_on: FailOn = "error",
    language: Language = "nl",
    jobs: int = 1,
    now: str,
    limits: Limits = Limits(),  # noqa: B008
    on_crash: Callable[[BaseException], Path | None] | None = None,
    progress: Progress | None = None,
    formats: bool = True,
) -> Summary:
    """Judge every package below the folders, `jobs` at a time; in `out`, if any, a report for each and a summary.

    With `resume` what an earlier run in `out` judged by the same terms is not judged again, unless the package changed.
    `work` is a private folder; the summary can be read while it is there. What goes wrong with one package is told of
    that one. SourceError when there is no package, ProfileError, WriteError.
    """
    wanted = read_profile(profile or DEFAULT_PROFILE, Path())
    terms = terms_of(
        wanted, now=now, limits=limits, fail_on=fail_on, language=language, on_crash=on_crash, formats=formats
    )
    batch = Batch(
        shelves=shelves, out=out, work=work, resume=resume, terms=terms, profile=wanted, software=SOFTWARE, jobs=jobs
    )
    if out is None:
        return judge_batch(batch, progress or Progress())
    with batch_folder(out, resume=resume):
        summary = judge_batch(batch, progress or Progress())
        write_summary(out, summary, {form: SUMMARIES[form].write_summary for form in SUMMARY_FILES}, language)
    return summary


def render_reports(reports: Sequence[Report], *, form: ReportForm, language: Language) -> bytes:
    """Return the reports in one form and language, as bytes to print or to write.

    Several reports are one JSON array, one JUnit document, or one text after another. UsageError for several in HTML or
    CSV, of which one is about one package.
    """
    pages = []
    for report in reports:
        out = io.BytesIO()
        REPORTS[form].write(report, language, out)
        pages.append(out.getvalue())
    joined = join_pages(form, pages)
    if joined is None:
        raise UsageError(Problem(place=f"--format {form}", text=_ONE_PAGE.fill(form=form), hint=_ONE_BY_ONE))
    return joined


def render_summary(summary: Summary, *, form: ReportForm, language: Language, out: BinaryIO) -> None:
    """Write the summary of a shelf in one form and language."""
    SUMMARIES[form].write_summary(summary, language, out)


def trace_message(
    account: Path, *, conversation: str | None = None, number: int | None = None, time: str | None = None
) -> tuple[Found, ...]:
    """Look up in `<id>.verantwoording.csv` where a message went, by conversation and place, or by local moment.

    All lines that hold it, see `jobs.tracing.trace`. UsageError, SourceError.
    """
    return trace(account, conversation=conversation, number=number, time=time)


def rulebook() -> Rulebook:
    """Everything that a report can name, with ground and weight, and what is asked without a rule of its own."""
    return make_rulebook(RULES, kinds_of_packaging())


def selection_lists() -> list[Selectielijst]:
    """The selection lists that come along, by name."""
    return every_list()


def show_selection_list(name_or_path: str, *, code: str | None = None, actor: str | None = None) -> Selectielijst:
    """A list with the entries of one code, and those that hold for one actor; ProfileError, or UsageError for none."""
    return show_list(name_or_path, code, actor)


def check_selection_list(name_or_path: str, *, today: dt.date | None = None) -> ListCheck:
    """What a person should know of a list, on that day; ProfileError holds every fault in it."""
    return check_list(read_selection_list(name_or_path, None), today)


def import_selection_lists(
    sources: Sequence[Path],
    out: Path,
    *,
    options: ListOptions = ListOptions(),  # noqa: B008
    importer: str | None = None,
    replace: bool = False,
) -> list[WrittenList]:
    """Write each selection list of the sources as TOML in `out`, all or none. SourceError, UsageError, WriteError."""
    return import_lists(sources, out, list_importers(), importer, options, replace=replace)


def build_corpus(out: Path, *, corpus: Path | None = None, rules: Sequence[str] = ()) -> tuple[LaidOut, ...]:
    """Write the packages of the judge's corpus and `manifest.json` in a new folder: of these rules, or of all.

    Without `corpus` the one that comes along is taken. UsageError, SourceError, WriteError.
    """
    place = find_corpus(corpus)
    return lay_out(place, read_cases(place, rules), out)


def score_tool(
    words: Sequence[str],
    *,
    accept_codes: Collection[int] = (0,),
    reject_codes: Collection[int] = (1,),
    timeout: float = 60.0,
    compare_findings: bool = False,
    corpus: Path | None = None,
    rules: Sequence[str] = (),
    jobs: int = 1,
    progress: Progress | None = None,
) -> Score:
    """Run any program over the judge's corpus and score its verdicts, see `jobs.corpus.scoring.Tool` for its words.

    UsageError, SourceError, ToolError.
    """
    tool = Tool(
        words=tuple(words),
        accept_codes=frozenset(accept_codes),
        reject_codes=frozenset(reject_codes),
        timeout=timeout,
        compare_findings=compare_findings,
    )
    place = find_corpus(corpus)
    return run_corpus(place, read_cases(place, rules), tool, jobs=jobs, progress=progress or Progress())

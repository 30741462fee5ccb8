"""`validate --recursive`: judge every package below a folder, several at a time, and sum it up."""

import argparse
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from depotklaar.cli.arguments import jobs_of, limits_of, moment_of
from depotklaar.cli.interface import Face
from depotklaar.cli.terminal import print_bytes, print_lines
from depotklaar.errors import Problem, UsageError
from depotklaar.language import Text
from depotklaar.model.progress import Progress

if TYPE_CHECKING:
    from depotklaar.model.batch import Summary

_CHUNK = 1 << 20
_NO_PAKBON = Text("--pakbon hoort bij één pakket", "--pakbon belongs to one package")
_BESIDE = Text("Leg elke pakbon naast zijn pakket.", "Put every pakbon beside its package.")
_GO_ON = Text(
    "Wat al beoordeeld is, staat in {out}; ga verder met --resume.",
    "What was judged already is in {out}; go on with --resume.",
)
_WHERE = Text("samenvatting: {page}", "summary: {page}")


def judge_shelves(arguments: argparse.Namespace, shelves: list[Path], face: Face, progress: Progress) -> int:
    """Judge the shelves. Without `-o` no report is kept and the summary goes to stdout."""
    if arguments.pakbon is not None:
        raise UsageError(Problem(place="--pakbon", text=_NO_PAKBON, hint=_BESIDE))
    now, jobs, limits = moment_of(arguments.now), jobs_of(arguments.jobs), limits_of(arguments)
    from depotklaar.api import validate_shelves
    from depotklaar.cli.crash import write_log

    with (
        tempfile.TemporaryDirectory(prefix="depotklaar-keuring-") as folder,
        _telling_how_to_go_on(arguments, progress),
    ):
        work = Path(folder)
        summary = validate_shelves(
            shelves,
            arguments.out,
            work=work,
            resume=arguments.resume,
            profile=arguments.profile,
            fail_on=arguments.fail_on,
            language=face.language,
            jobs=jobs,
            now=now,
            limits=limits,
            on_crash=write_log,
            progress=progress,
        )
        _show(summary, arguments, face, work / "stdout")
    return summary.code


@contextmanager
def _telling_how_to_go_on(arguments: argparse.Namespace, progress: Progress) -> Iterator[None]:
    """Say after an interruption that what is done is kept."""
    try:
        yield
    except KeyboardInterrupt:
        if arguments.out is not None:
            progress.noted(_GO_ON.fill(out=arguments.out))
        raise


def _show(summary: "Summary", arguments: argparse.Namespace, face: Face, aside: Path) -> None:
    """Print the summary in the form asked for; where reports are kept and none is asked, only the sum and the place."""
    from depotklaar.api import render_summary
    from depotklaar.reports.summary import summary_lines

    if arguments.out is not None and arguments.format is None:
        page = _WHERE.fill(page=arguments.out / "samenvatting.html").in_language(face.language)
        print_lines([*summary_lines(summary, face.language), page])
        return
    with aside.open("w+b") as file:
        render_summary(summary, form=arguments.format or "text", language=face.language, out=file)
        file.seek(0)
        while part := file.read(_CHUNK):
            print_bytes(part)

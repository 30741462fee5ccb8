"""Appraise: proposes a decision for each Archiefstuk of a delivery, in a file that an archivist edits or accepts."""

import tempfile
from dataclasses import dataclass
from pathlib import Path

from depotklaar.errors import Problem, UsageError
from depotklaar.jobs.deliver import Order, plan, write_outlined
from depotklaar.jobs.workers import Workers
from depotklaar.language import Text
from depotklaar.model.finding import Finding
from depotklaar.model.progress import Progress
from depotklaar.model.report import Decisions
from depotklaar.profiles.decisions_columns import Form
from depotklaar.storage.staging import Staging

FORMS: tuple[Form, ...] = ("csv", "json", "xlsx")


@dataclass(frozen=True, slots=True, kw_only=True)
class Appraisal:
    """What a file of proposals came to: the counts, what still waits, which earlier decisions no longer fit."""

    path: Path
    proposals: int
    decisions: Decisions
    dropped: tuple[Problem, ...]
    findings: tuple[Finding, ...]


def form_of(path: Path) -> Form:
    """The form that the name of a file asks for; UsageError when it asks for none."""
    ending = path.suffix.removeprefix(".").lower()
    for form in FORMS:
        if form == ending:
            return form
    raise UsageError(
        Problem(
            place=str(path),
            text=Text("de naam moet eindigen op .csv, .json of .xlsx", "the name must end in .csv, .json or .xlsx"),
            hint=Text("Kies bijvoorbeeld besluiten.csv.", "Choose besluiten.csv, for example."),
        )
    )


def appraise(order: Order, out: Path, progress: Progress, *, replace: bool) -> Appraisal:
    """Write the proposals to `out`; decisions that were taken before and still fit are carried over."""
    form = form_of(out)
    with (
        Staging.open(out.parent, out.name, replace=replace, targets=[out.name]) as staging,
        tempfile.TemporaryDirectory(prefix="depotklaar-voorstel-") as folder,
        Workers(order.jobs) as workers,
    ):
        outline = plan(order, Path(folder), workers, progress, copy=False)
        path = staging.path / out.name
        with path.open("xb") as stream:
            write_outlined(order, outline, form, stream)
        appraisal = Appraisal(
            path=out,
            proposals=len(outline.proposals),
            decisions=outline.appraising.count.decisions(),
            dropped=tuple(outline.appraising.unfitting()),
            findings=(*order.findings, *outline.appraising.findings()),
        )
        staging.commit([(path, out)])
    return appraisal

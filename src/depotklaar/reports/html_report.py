"""The report for people: one HTML file without scripts or requests, readable on screen, on paper and aloud."""

from functools import cache
from typing import TYPE_CHECKING, BinaryIO

from depotklaar.language import Language, Text
from depotklaar.model.report import Report
from depotklaar.reports.html_words import WORDS
from depotklaar.reports.interface import COUNTS, LEVELS, REASONS, SEVERITIES, SEVERITY, STAGES, groups, named, weights

if TYPE_CHECKING:
    from jinja2 import Template

NAME = "html"
EXTENSION = ".html"
TITLE = Text("HTML, om te lezen en te bewaren", "HTML, to read and to keep")


def write(report: Report, language: Language, out: BinaryIO) -> None:
    """Write one self-contained page of UTF-8; everything that came from the package is escaped."""
    counted = weights(report)
    page = _template().generate(
        language=language,
        words={key: text.in_language(language) for key, text in WORDS.items()},
        report=report,
        weights=[
            (severity.value, (SEVERITY if count == 1 else SEVERITIES)[severity].in_language(language), count)
            for severity, count in counted.items()
        ],
        groups=list(groups(report)),
        stages=[
            (
                named(STAGES, stage.name, language),
                stage.skipped_because and named(REASONS, stage.skipped_because, language),
            )
            for stage in report.stages
        ],
        counts=[(named(COUNTS, name, language), count) for name, count in report.counts.items()],
        severities={severity.value: text.in_language(language) for severity, text in SEVERITIES.items()},
        levels={level.value: text.in_language(language) for level, text in LEVELS.items()},
    )
    for part in page:
        out.write(part.encode("utf-8", "backslashreplace"))


@cache
def _template() -> "Template":
    from jinja2 import Environment, PackageLoader, StrictUndefined

    loader = PackageLoader("depotklaar.reports")
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template("report.html")

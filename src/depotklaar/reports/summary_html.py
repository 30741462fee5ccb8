"""`samenvatting.html`: the summary of a shelf for people, in one page without requests; its table can be sorted."""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, BinaryIO

from depotklaar.language import Language, Text, as_count, as_moment, as_size
from depotklaar.model.batch import OUTCOMES, Summary
from depotklaar.reports.sorting import sort_script
from depotklaar.reports.summary import OUTCOME, outcomes_told, rules_told

if TYPE_CHECKING:
    from jinja2 import Template

NAME = "html"
WORDS = {
    "title": Text("Samenvatting van de keuring", "Summary of the examination"),
    "accepted": Text("Alles goedgekeurd", "All accepted"),
    "rejected": Text("Niet alles is goedgekeurd", "Not everything was accepted"),
    "strict": Text("Een waarschuwing is hier genoeg om af te keuren.", "A warning is enough to reject here."),
    "packages": Text("Pakketten", "Packages"),
    "packages_mean": Text(
        "Elk beoordeeld pakket heeft een eigen rapport in de map rapporten, ook als JSON; de SHA-256 daarvan staat in"
        " samenvatting.json.",
        "Every judged package has a report of its own in the folder rapporten, as JSON too; the SHA-256 of that is in"
        " samenvatting.json.",
    ),
    "package": Text("Pakket", "Package"),
    "outcome": Text("Uitkomst", "Outcome"),
    "errors": Text("Fouten", "Errors"),
    "warnings": Text("Waarschuwingen", "Warnings"),
    "size": Text("Omvang", "Size"),
    "found": Text("Regels of probleem", "Rules or problem"),
    "rules": Text("Regels die iets vonden", "Rules that found something"),
    "rule": Text("Regel", "Rule"),
    "in_packages": Text("In pakketten", "In packages"),
    "overview": Text("Overzicht", "Overview"),
    "made_at": Text("Gemaakt op", "Made at"),
    "profile": Text("Profiel van de ontvanger", "Profile of the receiver"),
    "profile_hash": Text("SHA-256 van het profiel", "SHA-256 of the profile"),
    "software": Text("Programma", "Program"),
}


def write_summary(summary: Summary, language: Language, out: BinaryIO) -> None:
    """Write one self-contained page of UTF-8; everything that came from the shelf is escaped."""
    script, script_source = sort_script()
    page = _template().generate(
        language=language,
        script=script,
        script_source=script_source,
        words={key: text.in_language(language) for key, text in WORDS.items()},
        summary=summary,
        outcomes=outcomes_told(summary, language),
        made_at=as_moment(summary.created_at, language),
        kept=any(entry.page for entry in summary.entries),
        rows=_rows(summary, language),
        rules=[(rule, count, as_count(count, language)) for rule, count in summary.rules.items()],
    )
    for part in page:
        out.write(part.encode("utf-8", "backslashreplace"))


def _rows(summary: Summary, language: Language) -> Iterator[dict[str, Any]]:
    for entry in summary.entries:
        yield {
            "entry": entry,
            "rank": OUTCOMES.index(entry.outcome),
            "outcome": OUTCOME[entry.outcome].in_language(language),
            "errors": as_count(entry.errors, language),
            "warnings": as_count(entry.warnings, language),
            "size": as_size(entry.size, language),
            "found": entry.problem or rules_told(entry),
        }


@cache
def _template() -> "Template":
    from jinja2 import Environment, PackageLoader, StrictUndefined

    loader = PackageLoader("depotklaar.reports")
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template("summary.html")

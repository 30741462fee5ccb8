"""The words and lines that the forms of a summary of a shelf share."""

from collections.abc import Iterator
from typing import BinaryIO, Protocol

from depotklaar.language import Language, Text, as_count
from depotklaar.model.batch import OUTCOMES, Entry, Outcome, Summary


class SummaryForm(Protocol):
    """A form in which the summary of a shelf can be written."""

    NAME: str

    def write_summary(self, summary: Summary, language: Language, out: BinaryIO) -> None:
        """Write the summary as UTF-8; the same summary gives the same bytes, and memory does not grow with it."""


OUTCOME: dict[Outcome, Text] = {
    "accepted": Text("goedgekeurd", "accepted"),
    "rejected": Text("afgekeurd", "rejected"),
    "failed": Text("niet beoordeeld", "not judged"),
    "skipped": Text("overgeslagen", "skipped"),
}
_STRICT = Text("Een waarschuwing is hier genoeg om af te keuren.", "A warning is enough to reject here.")
_PROFILE = Text("Profiel: {name} (sha256 {digest}...)", "Profile: {name} (sha256 {digest}...)")


def outcomes_told(summary: Summary, language: Language) -> list[tuple[str, str]]:
    """How many packages had each outcome, with its word; those that were skipped only when there are any."""
    return [
        (as_count(summary.outcomes.get(outcome, 0), language), OUTCOME[outcome].in_language(language))
        for outcome in OUTCOMES
        if outcome != "skipped" or summary.outcomes.get(outcome)
    ]


def summary_lines(summary: Summary, language: Language) -> Iterator[str]:
    """The sum in a few lines: how many had each outcome, and against which profile."""
    yield ", ".join(f"{count} {word}" for count, word in outcomes_told(summary, language))
    yield _PROFILE.fill(name=summary.profile, digest=summary.profile_sha256[:12]).in_language(language)
    if summary.fail_on == "warning":
        yield _STRICT.in_language(language)


def rules_told(entry: Entry) -> str:
    """The rules that found something in a package, each with how often: `MDTO-R7 (3), SIP-R44 (1)`."""
    return ", ".join(f"{rule} ({count})" for rule, count in entry.totals.items())

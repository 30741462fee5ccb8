"""`<id>.vernietiging.html`: the specification for a verklaring van vernietiging, to print, complete and sign.

Source: Archiefbesluit 1995, art. 8 (what, on which ground, in which manner). It describes and destroys nothing. One
page without scripts or requests, written line by line.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, BinaryIO

from depotklaar.language import Language, as_count, as_day, as_moment
from depotklaar.model.report import Destroyable, Specification
from depotklaar.reports.decision_words import as_category, period_told, term_told
from depotklaar.reports.destruction_words import ATTACHMENT, ATTACHMENTS, LINE, LINES, MESSAGE, MESSAGES, WORDS

if TYPE_CHECKING:
    from jinja2 import Template

FILE_NAME = "vernietiging.html"
_BATCH = 500


def write_destruction_html(
    head: Specification,
    expired: Iterable[Destroyable],
    left_out: Iterable[Destroyable],
    language: Language,
    out: BinaryIO,
) -> None:
    """Write one self-contained page of UTF-8, one line in memory at a time; everything from elsewhere is escaped."""
    page = _template().stream(
        language=language,
        words={key: text.in_language(language) for key, text in WORDS.items()},
        head=head,
        made_at=as_moment(head.made_at, language),
        expired=_Part(expired, language),
        left_out=_Part(left_out, language),
    )
    page.enable_buffering(_BATCH)
    for part in page:
        out.write(part.encode("utf-8", "backslashreplace"))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A line as the page shows it. `facts` are pairs of a key of the words and what stands there."""

    number: str
    row: Destroyable
    period: str
    amounts: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    decided: tuple[str, ...]


@dataclass(slots=True)
class _Part:
    """One part of the page: its lines once, and afterwards their sums."""

    rows: Iterable[Destroyable]
    language: Language
    lines: int = 0
    messages: int = field(default=0)
    attachments: int = field(default=0)

    def __iter__(self) -> Iterator[_Line]:
        for row in self.rows:
            self.lines += 1
            self.messages += row.messages
            self.attachments += row.attachments
            yield self._line(row)

    @property
    def total(self) -> str:
        """The sums of the lines that were shown so far."""
        number = as_count(self.lines, self.language)
        lines = f"{number} {(LINE if self.lines == 1 else LINES).in_language(self.language)}"
        return ", ".join((lines, *_amounts(self.messages, self.attachments, self.language)))

    def _line(self, row: Destroyable) -> _Line:
        return _Line(
            number=as_count(self.lines, self.language),
            row=row,
            period=period_told(row.first_day, row.last_day, self.language),
            amounts=_amounts(row.messages, row.attachments, self.language),
            facts=tuple(_facts(row, self.language)),
            decided=tuple(x for x in (row.decided_by, row.decided_at and as_day(row.decided_at, self.language)) if x),
        )


def _amounts(messages: int, attachments: int, language: Language) -> tuple[str, ...]:
    pairs = ((messages, MESSAGE, MESSAGES), (attachments, ATTACHMENT, ATTACHMENTS))
    return tuple(f"{as_count(n, language)} {(one if n == 1 else more).in_language(language)}" for n, one, more in pairs)


def _facts(row: Destroyable, language: Language) -> Iterator[tuple[str, str]]:
    """What the ground rests on, as far as it is known: category, list, term and the day on which it passed."""
    told = (
        ("category", as_category(row.code, row.label)),
        ("list", row.lijst),
        ("term", term_told(row.looptijd, language)),
        ("due", row.due and as_day(row.due, language)),
    )
    for key, text in told:
        if text:
            yield key, text


@cache
def _template() -> "Template":
    from jinja2 import Environment, PackageLoader, StrictUndefined

    loader = PackageLoader("depotklaar.reports")
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template("destruction.html")

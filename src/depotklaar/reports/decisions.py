"""The decisions of a report in words: how many Archiefstukken have which value, on what ground, and who decided."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from depotklaar.language import Language, Text, as_count, as_day
from depotklaar.model.appraisal import WAARDERINGEN
from depotklaar.model.report import CategoryCount, Decisions, UsedList
from depotklaar.reports.decision_words import GRONDEN, as_category, stukken
from depotklaar.reports.html_words import WORDS
from depotklaar.reports.interface import named

SHOWN = 10
_VALUES = Text("Waardering: {told}", "Waardering: {told}")
_DECIDED = Text(
    "Besloten: {decided}; nog niet besloten: {undecided}", "Decided: {decided}; not decided yet: {undecided}"
)
_MORE = Text("... en nog {count}", "... and {count} more")
_FROM = Text("van {day}", "from {day}")
_UNTIL = Text("t/m {day}", "to {day}")
_NOT_STATED = Text("niet vermeld", "not stated")
_LIST = Text(
    "lijst: {title}, versie {version} (sha256 {digest}...)", "list: {title}, version {version} (sha256 {digest}...)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CountTable:
    """A table of two columns: keys of the page's words for caption and heading, and rows of name and count."""

    caption: str
    heading: str
    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoryRow:
    """A category as the page shows it; `lijst` None: none."""

    name: str
    lijst: str | None
    waardering: str
    count: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ListRow:
    """A selection list as the page shows it."""

    title: str
    version: str
    reference: str
    validity: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DecidedTold:
    """The decisions as the page shows them; `more_categories` None: all are shown."""

    tables: tuple[CountTable, ...]
    categories: tuple[CategoryRow, ...]
    more_categories: str | None
    lists: tuple[ListRow, ...]


def decided_told(decisions: Decisions, language: Language) -> DecidedTold:
    """All tables that have a row, values and deciders first."""
    tables = (
        ("by_waardering", "waardering", _values(decisions, language)),
        ("by_decider", "decider", _deciders(decisions, language)),
        ("by_ground", "ground", _grounds(decisions.grounds, language)),
        ("by_hotspot", "hotspot", _named(decisions.hotspots, language)),
        ("by_hold", "hold", _named(decisions.holds, language)),
    )
    more = decisions.more_categories
    return DecidedTold(
        tables=tuple(CountTable(caption=c, heading=h, rows=tuple(rows)) for c, h, rows in tables if rows),
        categories=tuple(_category(row, language) for row in decisions.categories),
        more_categories=as_count(more, language) if more else None,
        lists=tuple(_list(row, language) for row in decisions.lists),
    )


def decision_lines(decisions: Decisions, language: Language) -> Iterator[str]:
    """Yield the decisions in short lines for a terminal, at most ten of each kind."""
    values = ", ".join(f"{count} {name}" for name, count in _values(decisions, language))
    yield _VALUES.fill(told=values).in_language(language)
    yield _DECIDED.fill(
        decided=stukken(decisions.decided, language), undecided=stukken(decisions.undecided, language)
    ).in_language(language)
    told = decided_told(decisions, language)
    for table in told.tables[1:]:
        heading = WORDS[table.heading].in_language(language).lower()
        yield from _cut([f"{heading}: {name}: {count}" for name, count in table.rows], language)
    names = [f"{row.waardering}, {row.name}: {row.count}" for row in told.categories]
    yield from _cut(names, language, decisions.more_categories)
    for row in told.lists:
        yield "  " + _LIST.fill(title=row.title, version=row.version, digest=row.sha256[:12]).in_language(language)


def _cut(lines: list[str], language: Language, more: int = 0) -> Iterator[str]:
    for line in lines[:SHOWN]:
        yield f"  {line}"
    more += max(0, len(lines) - SHOWN)
    if more:
        yield "  " + _MORE.fill(count=as_count(more, language)).in_language(language)


def _values(decisions: Decisions, language: Language) -> list[tuple[str, str]]:
    """`B, blijvend te bewaren` with its count; also those that occur nowhere."""
    words: Mapping[str, Text] = WAARDERINGEN
    names = dict.fromkeys((*words, *decisions.waarderingen))
    return [
        (f"{name} ({words[name].in_language(language)})" if name in words else name, as_count(count, language))
        for name in names
        for count in (decisions.waarderingen.get(name, 0),)
    ]


def _deciders(decisions: Decisions, language: Language) -> list[tuple[str, str]]:
    """Each decider, the others that are not named, and nobody."""
    rows = _named(decisions.deciders, language)
    others = decisions.decided - sum(decisions.deciders.values())
    if decisions.more_deciders:
        name = f"{as_count(decisions.more_deciders, language)} {WORDS['other_deciders'].in_language(language)}"
        rows.append((name, as_count(max(0, others), language)))
    if decisions.undecided:
        rows.append((WORDS["nobody"].in_language(language), as_count(decisions.undecided, language)))
    return rows


def _named(counts: Mapping[str, int], language: Language) -> list[tuple[str, str]]:
    return [(name, as_count(count, language)) for name, count in counts.items()]


def _grounds(counts: Mapping[str, int], language: Language) -> list[tuple[str, str]]:
    return [(named(GRONDEN, kind, language), as_count(count, language)) for kind, count in counts.items()]


def _category(row: CategoryCount, language: Language) -> CategoryRow:
    return CategoryRow(
        name=as_category(row.code, row.label) or WORDS["no_category"].in_language(language),
        lijst=row.lijst,
        waardering=row.waardering,
        count=as_count(row.archiefstukken, language),
    )


def _list(row: UsedList, language: Language) -> ListRow:
    return ListRow(
        title=row.title,
        version=row.version,
        reference=row.reference or _NOT_STATED.in_language(language),
        validity=_validity(row, language),
        sha256=row.sha256,
    )


def _validity(row: UsedList, language: Language) -> str:
    """`van 1 januari 2020 t/m 31 december 2039`."""
    parts = [
        text.fill(day=as_day(day, language)).in_language(language)
        for text, day in ((_FROM, row.valid_from), (_UNTIL, row.valid_until))
        if day
    ]
    return " ".join(parts) or _NOT_STATED.in_language(language)

"""What a person should know of a selection list before relying on it: validity, codes that say several things, gaps.

Source: Archiefbesluit 1995, art. 2.2 (a list is valid for at most twenty years) and art. 5 (what it must hold).
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from depotklaar.language import Text
from depotklaar.model.finding import Severity
from depotklaar.model.selectielijst import COMPLEXITIES, Selectielijst, SelectionEntry
from depotklaar.profiles.list_counts import ListCounts, count_entries, reasons_of

LONGEST_YEARS = 20

_NO_REFERENCE = Text(
    "De lijst zegt niet waar hij is bekendgemaakt (vindplaats).", "The list does not say where it was published."
)
_NO_VALIDITY = Text(
    "De lijst zegt niet wanneer hij geldt (geldig_van, geldig_tot).", "The list does not say when it is valid."
)
_LONG = Text(
    "De lijst zou van {first} tot en met {last} gelden; een lijst geldt ten hoogste twintig jaar "
    "(Archiefbesluit 1995, art. 2.2). Is dit de periode van de stukken, zet haar dan in de titel.",
    "The list would be valid from {first} to {last}; a list is valid for at most twenty years "
    "(Archiefbesluit 1995, art. 2.2). If this is the period of the records, put it in the title.",
)
_EXPIRED = Text("De lijst geldt sinds {last} niet meer.", "The list is no longer valid after {last}.")
_CLOSED = Text(
    "De lijst is op {day} gesloten door een latere lijst: {successor}.",
    "The list was closed on {day} by a later list: {successor}.",
)
_UNKNOWN = Text("niet genoemd", "not named")
_FICTIONAL = Text("De lijst is verzonnen en nooit vastgesteld.", "The list is fictional and was never adopted.")
_ADVICE = Text("Dit is een advies en geen vastgestelde lijst.", "This is advice and no adopted list.")
_SEVERAL = Text(
    "Code {code} zegt {count} verschillende dingen, en niet elke regel noemt de actor.",
    "Code {code} says {count} different things, and not every line names the actor.",
)
_NO_TERM = Text("Code {code} is V, maar heeft geen bewaartermijn.", "Code {code} is V, but has no term.")


@dataclass(frozen=True, slots=True, kw_only=True)
class ListRemark:
    """One thing to know of a list; `id` is stable, `code` the category that it is about or None for the whole list."""

    id: str
    severity: Severity
    text: Text
    code: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListCheck:
    """What was found in one list, in numbers and in remarks."""

    lijst: Selectielijst
    counts: ListCounts
    remarks: tuple[ListRemark, ...]


def check_list(lijst: Selectielijst, today: dt.date | None = None) -> ListCheck:
    """Look at a list that was read; `today` tells whether it still holds, None leaves that out."""
    remarks = [*_about_validity(lijst, today), *_about_codes(lijst), *_for_a_person(lijst)]
    return ListCheck(lijst=lijst, counts=count_entries(lijst), remarks=tuple(remarks))


def _about_validity(lijst: Selectielijst, today: dt.date | None) -> Iterator[ListRemark]:
    first, last = lijst.valid_from, lijst.valid_until
    if lijst.fictional:
        yield _warning("fictief", _FICTIONAL)
    if lijst.advice:
        yield _warning("advies", _ADVICE)
    if lijst.reference is None and not lijst.fictional:
        yield _warning("zonder-vindplaats", _NO_REFERENCE)
    if first is None and last is None:
        yield _warning("zonder-geldigheid", _NO_VALIDITY)
    if first is not None and last is not None and last >= _years_later(first, LONGEST_YEARS):
        yield _warning("langer-dan-twintig-jaar", _LONG.fill(first=first, last=last))
    if today is not None and last is not None and last < today:
        yield _warning("verlopen", _EXPIRED.fill(last=last))
    if lijst.gesloten_op is not None and (today is None or lijst.gesloten_op <= today):
        successor = _UNKNOWN if lijst.opvolger is None else Text(lijst.opvolger, lijst.opvolger)
        day = lijst.gesloten_op
        text = Text(
            _CLOSED.nl.format(day=day, successor=successor.nl), _CLOSED.en.format(day=day, successor=successor.en)
        )
        yield _warning("gesloten", text)


def _about_codes(lijst: Selectielijst) -> Iterator[ListRemark]:
    entries: dict[str, list[SelectionEntry]] = {}
    for entry in lijst.entries:
        entries.setdefault(entry.code, []).append(entry)
    for code in count_entries(lijst).several:
        if any(entry.actor is None for entry in entries[code]):
            yield _warning("meer-uitkomsten", _SEVERAL.fill(code=code, count=len(entries[code])), code)
    for entry in lijst.entries:
        if entry.waardering == "V" and not (entry.bewaartermijn or entry.termijn_van or entry.termijn_tot):
            yield _warning("zonder-termijn", _NO_TERM.fill(code=entry.code), entry.code)


def _for_a_person(lijst: Selectielijst) -> Iterator[ListRemark]:
    for entry in lijst.entries:
        reasons = reasons_of(entry)
        if reasons and not entry.vervallen:
            texts = [COMPLEXITIES[reason] for reason in reasons]
            line = None if entry.regel is None else Text(f" (regel {entry.regel})", f" (line {entry.regel})")
            place = line or Text("", "")
            text = Text(
                f"Code {entry.code}{place.nl} moet een mens lezen: {'; '.join(text.nl for text in texts)}.",
                f"Code {entry.code}{place.en} needs a person: {'; '.join(text.en for text in texts)}.",
            )
            yield ListRemark(id="mens-nodig", severity=Severity.INFO, text=text, code=entry.code)


def _warning(id: str, text: Text, code: str | None = None) -> ListRemark:
    return ListRemark(id=id, severity=Severity.WARNING, text=text, code=code)


def _years_later(day: dt.date, years: int) -> dt.date:
    """The same day of the year, so many years later; 29 February becomes 28 February where there is none."""
    year = min(day.year + years, dt.MAXYEAR)
    try:
        return day.replace(year=year)
    except ValueError:
        return day.replace(year=year, day=28)

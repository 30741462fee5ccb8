"""Evidence: the grounds of a value in words, Dutch and English, without a word of what was said."""

import datetime as dt
from functools import lru_cache

from depotklaar.language import Text, as_day
from depotklaar.model.appraisal import Categorie, Grond
from depotklaar.model.delivery import Hotspot, Voorwaarden
from depotklaar.model.selectielijst import SelectionEntry, Uitkomst

_SHOWN = 80


def named_rule(table: str, number: int, name: str | None) -> str:
    """A rule as one finds it in the file: `[[waardering.regel]] 2 (Minister)`; `number` counts from 0."""
    return f"[[{table}]] {number + 1}" + (f" ({_shown(name)})" if name else "")


def base_ground(decided_by: str | None, decided_on: dt.date | None) -> Grond:
    """The ground of what [waardering] says of everything."""
    if decided_by is None or decided_on is None:
        return Grond(soort="waardering", text=Text("[waardering]: geldt voor alles", "[waardering]: holds for all"))
    day = decided_on.isoformat()
    return Grond(
        soort="waardering",
        text=Text(
            f"[waardering]: geldt voor alles, besluit van {_shown(decided_by)} op {as_day(day, 'nl')}",
            f"[waardering]: holds for all, decided by {_shown(decided_by)} on {as_day(day, 'en')}",
        ),
    )


@lru_cache(maxsize=4096)
def rule_ground(
    rule: str, conditions: Voorwaarden, function: str | None, first: dt.date | None, last: dt.date | None
) -> Grond:
    """The ground of a rule: which conditions held, with the function and the days of the case."""
    named = [
        ("gesprek", "conversation", conditions.gesprek),
        ("deelnemer", "participant", conditions.deelnemer),
        ("houder", "holder", conditions.houder),
    ]
    nl = [f"{word} {_one_of(values, 'of')}" for word, _, values in named if values]
    en = [f"{word} {_one_of(values, 'or')}" for _, word, values in named if values]
    if conditions.functie:
        nl.append(f"functie {_shown(function or '')}")
        en.append(f"function {_shown(function or '')}")
    days = _days(first, last)
    held = Text(", ".join(nl), ", ".join(en))
    return Grond(
        soort="functie" if conditions.functie else "regel",
        text=Text(f"{rule}: {_joined(held.nl, days.nl)}", f"{rule}: {_joined(held.en, days.en)}"),
    )


def entry_ground(categorie: Categorie, entry: SelectionEntry, outcome: Uitkomst) -> Grond:
    """The ground of a list: category, part, actor, value, criteria and term as the list has them."""
    cited = _cited(categorie)
    actor = f" ({_shown(categorie.actor)})" if categorie.actor else ""
    nl: list[str] = [outcome.waardering]
    en: list[str] = [outcome.waardering]
    if outcome.waardering == "B" and entry.criteria:
        nl.append(f"criterium {', '.join(entry.criteria)}")
        en.append(f"criterion {', '.join(entry.criteria)}")
    if outcome.waardering == "V":
        nl.append(outcome.bewaartermijn or "zonder termijn")
        en.append(outcome.bewaartermijn or "without a term")
    if outcome.waardering == "V" and outcome.trigger:
        nl.append(f"vanaf {_shown(outcome.trigger)}")
        en.append(f"from {_shown(outcome.trigger)}")
    return Grond(
        soort="selectielijst",
        text=Text(
            f"categorie {cited}{actor} van {categorie.lijst}: {', '.join(nl)}",
            f"category {cited}{actor} of {categorie.lijst}: {', '.join(en)}",
        ),
    )


def hotspot_ground(hotspot: Hotspot, *, by_word: bool) -> Grond:
    """The ground of a hotspot; `by_word` when a key word of it occurs. The word itself is not repeated."""
    name = _shown(hotspot.naam)
    return Grond(
        soort="hotspot",
        text=Text(
            f"hotspot {name} ({hotspot.lijst}){': een trefwoord komt voor' if by_word else ''}",
            f"hotspot {name} ({hotspot.lijst}){': a key word occurs' if by_word else ''}",
        ),
    )


def undecided_ground(why: Text) -> Grond:
    """The ground of N: what a person must decide."""
    return Grond(soort="onbeslist", text=why)


@lru_cache(maxsize=256)
def decision_ground(who: str, when: dt.date, remark: str | None, *, accepted: bool) -> Grond:
    """The ground of a person's decision; `accepted` when it is what was proposed."""
    signed = signature(who, when)
    why = f": {remark}" if remark else ""
    nl, en = ("overgenomen", "accepted") if accepted else ("besloten", "decided")
    return Grond(soort="besluit", text=Text(f"{nl} {signed.nl}{why}", f"{en} {signed.en}{why}"))


def signature(who: str, when: dt.date) -> Text:
    """Who decided and when: `door A. Jansen op 1 april 2026`."""
    name, day = _shown(who), when.isoformat()
    return Text(f"door {name} op {as_day(day, 'nl')}", f"by {name} on {as_day(day, 'en')}")


def _cited(categorie: Categorie) -> str:
    parts = (categorie.code, _shown(categorie.label), f"deel {categorie.deel}" if categorie.deel else None)
    return " ".join(part for part in parts if part)


def _days(first: dt.date | None, last: dt.date | None) -> Text:
    if first is None or last is None:
        return Text("zonder datum", "without a date")
    one, two = first.isoformat(), last.isoformat()
    if first == last:
        return Text(f"op {as_day(one, 'nl')}", f"on {as_day(one, 'en')}")
    return Text(
        f"van {as_day(one, 'nl')} t/m {as_day(two, 'nl')}",
        f"from {as_day(one, 'en')} to {as_day(two, 'en')}",
    )


def _joined(held: str, days: str) -> str:
    return f"{held}, {days}" if held else days


def _one_of(values: tuple[str, ...], word: str) -> str:
    return f" {word} ".join(_shown(value) for value in values[:3]) + (" …" if len(values) > 3 else "")


def _shown(text: str) -> str:
    """A name from a file, shortened and with nothing that a terminal would obey."""
    short = text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
    if short.isprintable():
        return short
    return "".join(char if char.isprintable() else f"\\u{ord(char):04x}" for char in short)

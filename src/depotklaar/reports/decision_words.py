"""The words for categories, terms, periods and grounds, as every account of decisions writes them."""

from collections.abc import Mapping

from depotklaar.language import Language, Text, as_count, as_day
from depotklaar.model.delivery import REDENEN
from depotklaar.model.duration import parse_duration

ARCHIEFSTUK = Text("archiefstuk", "archiefstuk")
ARCHIEFSTUKKEN = Text("archiefstukken", "archiefstukken")
GRONDEN: Mapping[str, Text] = {
    "waardering": Text("de keuze in [waardering] voor alles", "the choice in [waardering] for everything"),
    "regel": Text("een regel uit het aanleverbestand", "a rule of the delivery file"),
    "functie": Text("de functie van de houder", "the function of the holder"),
    "hotspot": Text("een hotspot", "a hotspot"),
    "selectielijst": Text("de selectielijst", "the selection list"),
    "besluit": Text("het besluit van een mens", "the decision of a person"),
    "onbeslist": Text("wat nog niet is beslist", "what is not decided yet"),
    "onderdelen": Text("de onderdelen", "the parts"),
}
_UNITS = (
    (Text("jaar", "year"), Text("jaar", "years")),
    (Text("maand", "month"), Text("maanden", "months")),
    (Text("dag", "day"), Text("dagen", "days")),
)
_FROM_TO = Text("{first} t/m {last}", "{first} to {last}")
_AND = Text(" en ", " and ")
_UNDATED = Text("zonder datum", "without a date")


def as_category(code: str | None, label: str | None) -> str | None:
    """`code 1.1 Beleid voorbereiden`: the word in front keeps a spreadsheet from reading 1.1 as a day or a number."""
    parts = [f"code {code}" if code else "", label or ""]
    return " ".join(part for part in parts if part) or None


def term_told(looptijd: str | None, language: Language) -> str | None:
    """`10 jaar` for P10Y, `1 jaar en 6 maanden` for P1Y6M; what is no such duration comes back as it is."""
    if looptijd is None:
        return None
    try:
        duration = parse_duration(looptijd)
    except ValueError:
        return looptijd
    parts = [
        f"{as_count(count, language)} {(one if count == 1 else more).in_language(language)}"
        for count, (one, more) in zip((duration.years, duration.months, duration.days), _UNITS, strict=True)
        if count
    ]
    return _AND.in_language(language).join(parts) or looptijd


def period_told(first: str | None, last: str | None, language: Language) -> str:
    """`2 mei 2022 t/m 9 juni 2022`, one day where both are the same, and words where there is none."""
    days = list(dict.fromkeys(as_day(day, language) for day in (first, last) if day))
    if not days:
        return _UNDATED.in_language(language)
    return _FROM_TO.fill(first=days[0], last=days[1]).in_language(language) if len(days) == 2 else days[0]


def reason_told(reason: str | None, language: Language) -> str | None:
    """The reason of an exclusion in words; one that is not in the list is shown as it is."""
    words: Mapping[str, Text] = REDENEN
    return words[reason].in_language(language) if reason is not None and reason in words else reason


def stukken(count: int, language: Language) -> str:
    """`1 archiefstuk`, `1.200 archiefstukken`."""
    return f"{as_count(count, language)} {(ARCHIEFSTUK if count == 1 else ARCHIEFSTUKKEN).in_language(language)}"

"""In which order a file writes day, month and year: the evidence, gathered over the whole file, and what it proves."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from depotklaar.importers.whatsapp_header import Shape
from depotklaar.language import Text

Order = Literal["dmy", "mdy", "ymd"]
Judgement = tuple[Order, str, Literal["source", "user"]]

BY_STATEMENT = "bij het inlezen"

_NUMBERS = re.compile(r"\d+")
_DOTTED = re.compile(r"[AaPp]\.")
_PAIR: tuple[Order, Order] = ("dmy", "mdy")
_FIRST_YEAR, _LAST_YEAR = 2000, 2099
_MOST_STRAY = 0.01
_CLEAR_RATIO = 10
_UNDECIDED = Text(
    "de volgorde van dag en maand is niet vast te stellen (kopregels als `{shape}`, datums als {examples}); "
    "geprobeerd: {tried}",
    "the order of day and month cannot be decided (headers like `{shape}`, dates like {examples}); tried: {tried}",
)
_HINT = Text(
    'Zet in [[bron]] van het aanleverbestand datumvolgorde = "dmy" (of "mdy", "ymd"), of geef --datumvolgorde dmy op.',
    'Put datumvolgorde = "dmy" (or "mdy", "ymd") in [[bron]] of the delivery file, or give --datumvolgorde dmy.',
)
_CONTRADICTED = Text(
    "de opgegeven datumvolgorde {order} kan niet: {count} van {total} datums (zoals {example}) bestaan dan niet;"
    " wat wel past: {fits}",
    "the stated date order {order} is impossible: {count} of {total} dates (like {example}) do not exist then;"
    " what does fit: {fits}",
)
_NONE_FITS = "-"


@dataclass(slots=True)
class DateEvidence:
    """What the dates of one header shape say; `total` counts changes of date, not lines; `stamp` is the first one."""

    shape: Shape
    stamp: str
    total: int = 0
    only_dmy: int = 0
    only_mdy: int = 0
    not_ymd: int = 0
    equal: int = 0
    padded: bool = True
    examples: list[str] = field(default_factory=list)
    steps_back: dict[Order, int] = field(default_factory=lambda: {"dmy": 0, "mdy": 0})
    latest: dict[Order, dt.date] = field(default_factory=dict)
    example_of: dict[Order, str] = field(default_factory=dict)
    example_not_ymd: str = ""
    _last: dict[Order, dt.date] = field(default_factory=dict)

    def add(self, text: str) -> None:
        """Take in the date of a header line, as written, when it is another than that of the line before."""
        self.total += 1
        if len(self.examples) < 3 and text not in self.examples:
            self.examples.append(text)
        if self.shape.year == "first4":
            return
        if read_date(text, "ymd") is None:
            self.not_ymd += 1
            self.example_not_ymd = self.example_not_ymd or text
        readings: dict[Order, dt.date | None] = {order: read_date(text, order) for order in ("dmy", "mdy")}
        self.padded = self.padded and all(len(part) != 1 for part in _NUMBERS.findall(text))
        dmy, mdy = readings["dmy"], readings["mdy"]
        if (dmy is None) != (mdy is None):
            self._count_single("dmy" if mdy is None else "mdy", text)
        elif dmy == mdy:
            self.equal += 1
        for order, day in readings.items():
            if day is not None:
                self._step(order, day)

    def _count_single(self, order: Order, text: str) -> None:
        if order == "dmy":
            self.only_dmy += 1
        else:
            self.only_mdy += 1
        self.example_of.setdefault(order, text)

    def _step(self, order: Order, day: dt.date) -> None:
        if (day - self._last.get(order, day)).days < -1:
            self.steps_back[order] += 1
        self._last[order] = day
        self.latest[order] = max(day, self.latest.get(order, day))


def read_date(text: str, order: Order) -> dt.date | None:
    """Return the day that a date text stands for in an order, two-digit years as 2000 to 2099; None when none such."""
    parts = _NUMBERS.findall(text)
    if len(parts) != 3:
        return None
    place = 0 if order == "ymd" else 2
    first, second, third = (int(part) for part in parts)
    year, month, day = {"dmy": (third, second, first), "mdy": (third, first, second), "ymd": (first, second, third)}[
        order
    ]
    year += 2000 if len(parts[place]) == 2 else 0
    try:
        return dt.date(year, month, day) if _FIRST_YEAR <= year <= _LAST_YEAR else None
    except ValueError:
        return None


def judge_by_numbers(evidence: DateEvidence) -> Judgement | None:
    """Decide by what the dates themselves prove: a year in front, a field above 12, or dates that never run back."""
    if evidence.shape.year == "first4":
        return "ymd", "het jaar staat voorop, in vier cijfers", "source"
    few, many = sorted((evidence.only_dmy, evidence.only_mdy))
    if many and few <= many * _MOST_STRAY:
        order: Order = "dmy" if evidence.only_dmy > evidence.only_mdy else "mdy"
        return order, f"datums met een getal boven 12: {many}, zoals {evidence.example_of[order]}", "source"
    if many:
        return None
    if evidence.total and evidence.equal == evidence.total:
        return "dmy", "dag en maand zijn in elke datum gelijk; de volgorde maakt geen verschil", "source"
    back = evidence.steps_back
    better, worse = _PAIR if back["dmy"] <= back["mdy"] else _PAIR[::-1]
    if back[worse] <= back[better] * _CLEAR_RATIO:
        return None
    text = f"zo gelezen loopt de tijd {back[better]} keer terug, andersom gelezen {back[worse]} keer"
    return better, text, "source"


def judge_by_language(
    evidence: DateEvidence, languages: Mapping[str, int], words: Mapping[str, int]
) -> Judgement | None:
    """Decide by the shape of the date and the language of the phone.

    `languages` counts phrases of the app by language, `words` the function words in the messages themselves. The app's
    phrases weigh for any shape; the messages only confirm the shape that Dutch phones alone write (dashes, no US form).
    """
    if evidence.only_dmy or evidence.only_mdy:
        return None
    shape, language = evidence.shape, _leading(languages)
    dutch_shape = shape.separator == "-" and shape.meridiem == "none"
    if language == "nl" and (dutch_shape or (evidence.padded and shape.separator == "/" and shape.year == "last4")):
        return (
            "dmy",
            f"Nederlandse meldingen van de app ({languages['nl']}) en de datumvorm van Nederlandse toestellen",
            "source",
        )
    if language is None and dutch_shape and shape.year == "last4" and languages.get("nl"):
        return (
            "dmy",
            f"deels Nederlandse meldingen van de app ({languages['nl']}) en de datumvorm van Nederlandse toestellen",
            "source",
        )
    if language is None and dutch_shape and shape.year == "last4" and _leading(words) == "nl" and words["nl"] > 2:
        return (
            "dmy",
            f"de datumvorm van Nederlandse toestellen en Nederlandse berichten (functiewoorden: {words['nl']})",
            "source",
        )
    if language == "en" and shape.separator == "/":
        if not evidence.padded and shape.year == "last2" and not _has_dotted_meridiem(evidence):
            return (
                "mdy",
                f"Engelse meldingen van de app ({languages['en']}) en de Amerikaanse datumvorm M/D/JJ",
                "source",
            )
        if evidence.padded and shape.year == "last4" and shape.meridiem == "none":
            return (
                "dmy",
                f"Engelse meldingen van de app ({languages['en']}) en de Britse datumvorm DD/MM/JJJJ",
                "source",
            )
    return None


def judge_by_capture(evidence: DateEvidence, captured_at: str | None) -> Judgement | None:
    """Decide by the day of the export: no message is later than it. None when it is not known or proves nothing."""
    if captured_at is None or evidence.only_dmy or evidence.only_mdy:
        return None
    try:
        limit = dt.date.fromisoformat(captured_at[:10]) + dt.timedelta(days=1)
    except (ValueError, OverflowError):
        return None
    fits = [order for order in _PAIR if order in evidence.latest and evidence.latest[order] <= limit]
    if len(fits) != 1:
        return None
    return fits[0], f"andersom gelezen zijn er berichten van na de export op {captured_at[:10]}", "source"


def judge_by_statement(evidence: DateEvidence, stated: Order) -> Judgement | Text:
    """Take what the archivist states, or say why it cannot be so: then too many dates would not exist."""
    wrong = _wrong(evidence, stated)
    most = evidence.total * _MOST_STRAY
    if wrong <= most:
        return stated, BY_STATEMENT, "user"
    orders: tuple[Order, ...] = ("dmy", "mdy", "ymd")
    fits = ", ".join(order for order in orders if _wrong(evidence, order) <= most) or _NONE_FITS
    against: dict[Order, str | None] = {
        "dmy": evidence.example_of.get("mdy"),
        "mdy": evidence.example_of.get("dmy"),
        "ymd": evidence.example_not_ymd,
    }
    example = against[stated] or evidence.examples[0]
    return _CONTRADICTED.fill(order=stated, count=wrong, total=evidence.total, example=example, fits=fits)


def _wrong(evidence: DateEvidence, order: Order) -> int:
    """Count the dates that do not exist in an order."""
    if evidence.shape.year == "first4":
        return 0 if order == "ymd" else evidence.total
    return {"dmy": evidence.only_mdy, "mdy": evidence.only_dmy, "ymd": evidence.not_ymd}[order]


def undecided(evidence: DateEvidence, languages: Mapping[str, int], captured_at: str | None) -> tuple[Text, Text]:
    """Return what to tell the archivist when nothing decides the order: the evidence that was tried, and the option."""
    dmy, mdy = evidence.only_dmy, evidence.only_mdy
    back = evidence.steps_back
    tried = Text(
        f"veld boven 12 (dag voorop {dmy}, maand voorop {mdy}), tijd loopt terug (dmy {back['dmy']}x, "
        f"mdy {back['mdy']}x), taal ({_shown(languages, 'geen')}), exportdatum ({captured_at or 'niet opgegeven'})",
        f"field above 12 (day first {dmy}, month first {mdy}), time running back (dmy {back['dmy']}x, "
        f"mdy {back['mdy']}x), language ({_shown(languages, 'none')}), export date ({captured_at or 'not stated'})",
    )
    values = {"shape": evidence.shape.name, "examples": ", ".join(evidence.examples)}
    return Text(_UNDECIDED.nl.format(tried=tried.nl, **values), _UNDECIDED.en.format(tried=tried.en, **values)), _HINT


def _shown(languages: Mapping[str, int], nothing: str) -> str:
    return ", ".join(f"{language} {count}x" for language, count in sorted(languages.items()) if count) or nothing


def _leading(counts: Mapping[str, int]) -> str | None:
    ranked = sorted(((count, name) for name, count in counts.items() if count), reverse=True)
    if not ranked or (len(ranked) > 1 and ranked[0][0] < 2 * ranked[1][0]):
        return None
    return ranked[0][1]


def _has_dotted_meridiem(evidence: DateEvidence) -> bool:
    return _DOTTED.search(evidence.stamp) is not None

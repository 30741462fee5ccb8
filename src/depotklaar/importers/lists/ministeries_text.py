"""Reads what a list of a ministry says of a value, such as "V 5 jaar na einde benoeming", and never more than it says.

A text that is not wholly understood keeps its reasons for a person to read it; nothing is flattened to one value.
"""

import re
from dataclasses import dataclass

from depotklaar.model.selectielijst import COMPLEXITIES, Complexity, Deel, TriggerKind, Waarde

CLOSING = "Afsluiting van de zaak"

_LONGEST_EVENT = 255

_B = r"B(?:,? ?(?:criterium )?(?:\(\d(?: ?, ?\d)*\)|\d(?: ?, ?B? ?\d)*))?"
_TERM = r"V,? ?(?P<count>\d{1,3}) ?(?P<unit>jaar|maanden|maand)"
_PLAIN_B = re.compile(rf"({_B})\.?")
_PLAIN_V = re.compile(rf"{_TERM}\.?")
_WITH_EVENT = (
    re.compile(rf"{_TERM} ?\((?P<event>na [^()]+)\)\.?"),
    re.compile(rf"{_TERM},? ?(?P<event>na .+?)\.?"),
)
_WITH_CONDITION = re.compile(
    rf"(?:(?P<kept>{_B})|{_TERM}(?:,? ?(?P<event>na .+?))?)[,.]? "
    r"(?P<condition>(?:mits|indien|Indien|NB|Deze handeling heeft uitsluitend)\b.*)"
)
_VALUES = re.compile(rf"(?<!\w)(?:(?P<kept>{_B})(?![\w])|{_TERM}\b)")
_WITHDRAWN = re.compile(r"Deze handeling komt te vervallen\.?(?: Zie ook handeling (?P<next>\w+))?\.?")
_NOT_IN_EVENT = re.compile(r"\d+ ?jaar|\bNB\b|Deze handeling|[;:]|\. |\b(?:mits|indien|tenzij|met uitzondering|en V)\b")
_CONDITION = re.compile(
    r"\b(?:mits|indien|tenzij|wann?eer|uitzondering|NB|in geval|als het alleen|uitsluitend|voor de Periode)\b", re.I
)
_MANY_TERMS = re.compile(r"\d+ ?(?:jaar|maand)|\+ ?\d+ jaar")
_ANY_V = re.compile(r"(?<!\w)V(?!\w*[a-z])")
_ANY_B = re.compile(r"(?<!\w)B(?![a-z])")
_EVENT = re.compile(r"\b(?:na|vervallen van)\b")
_PART_KEPT = re.compile(r"(?:eindproduct|exemplaar|audiovisuele).*(?:bewaard|bewaren)", re.I)
_LATER_CATEGORY = "Handeling:"

_KINDS: tuple[tuple[TriggerKind, re.Pattern[str]], ...] = (
    ("geboorte", re.compile(r"na geboorte(?:datum)?\b.*")),
    ("publicatie", re.compile(r"na publicatie\b.*")),
    ("einde-begrotingsjaar", re.compile(r"na het betreffende begrotingsjaar")),
    ("einde-overeenkomst", re.compile(r"na (?:einde|beëindiging|ontbinding)(?: van)?(?: de)? overeenkomst")),
    ("einde-overeenkomst", re.compile(r"na (?:beëindigen|vervallen) van de overeenkomst\b.*")),
    ("bestaansduur", re.compile(r"na (?:einde geldigheid|geldigheidsduur)")),
    ("afsluiting", re.compile(r"na (?:afsluiten|afsluiting) (?:van )?(?:het )?dossier\b.*")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What was understood of one text; the fields are those of `SelectionEntry`."""

    waardering: Waarde | None = None
    bewaartermijn: str | None = None
    trigger: str | None = None
    trigger_soort: TriggerKind | None = None
    voorwaarde: str | None = None
    delen: tuple[Deel, ...] = ()
    criteria: tuple[str, ...] = ()
    complex: tuple[Complexity, ...] = ()
    vervallen: bool = False
    opvolger: str | None = None


def read_value(text: str) -> Reading:
    """Return what the text of a value says; what does not say one thing is complex, with every reason."""
    clean = _spaced(text)
    if not clean:
        return Reading(complex=("zonder-waardering",))
    if _LATER_CATEGORY in clean:
        return Reading(complex=("onleesbaar",))
    return _withdrawn(clean) or _plain(clean) or _with_event(clean) or _with_condition(clean) or _complex(clean)


def kind_of_event(event: str) -> TriggerKind:
    """The kind of an event as it is worded, "anders" unless it is unmistakable.

    The end of somebody's appointment is "anders": it need not be the office of whoever wrote the messages.
    """
    return next((kind for kind, pattern in _KINDS if pattern.fullmatch(event)), "anders")


def _spaced(text: str) -> str:
    """The text on one line, with the spaces that fell out where the columns of the source were joined."""
    flat = " ".join(text.replace("\u2060", " ").split()).replace("N.B.", "NB")
    return re.sub(r"(?<=[a-zë.;)])(?=[A-Z])", " ", flat).removeprefix(": ")


def _withdrawn(text: str) -> Reading | None:
    match = _WITHDRAWN.fullmatch(text)
    return Reading(vervallen=True, opvolger=match["next"]) if match else None


def _plain(text: str) -> Reading | None:
    if match := _PLAIN_B.fullmatch(text):
        return Reading(waardering="B", criteria=_criteria(match[1]))
    if match := _PLAIN_V.fullmatch(text):
        return Reading(waardering="V", bewaartermijn=_term(match), trigger=CLOSING, trigger_soort="afsluiting")
    return None


def _with_event(text: str) -> Reading | None:
    for pattern in _WITH_EVENT:
        match = pattern.fullmatch(text)
        if match and _is_event(match["event"]):
            return Reading(
                waardering="V",
                bewaartermijn=_term(match),
                trigger=match["event"],
                trigger_soort=kind_of_event(match["event"]),
                complex=("trigger",),
            )
    return None


def _with_condition(text: str) -> Reading | None:
    match = _WITH_CONDITION.fullmatch(text)
    if match is None or _is_more(match["condition"]) or not _is_event(match["event"] or ""):
        return None
    if match["kept"]:
        criteria = _criteria(match["kept"])
        return Reading(waardering="B", criteria=criteria, voorwaarde=match["condition"], complex=("voorwaarde",))
    event = match["event"]
    return Reading(
        waardering="V",
        bewaartermijn=_term(match),
        trigger=event or CLOSING,
        trigger_soort=kind_of_event(event) if event else "afsluiting",
        voorwaarde=match["condition"],
        complex=("trigger", "voorwaarde") if event else ("voorwaarde",),
    )


def _is_more(rest: str) -> bool:
    """Whether what follows a value holds another value, term or part."""
    return any(pattern.search(rest) for pattern in (_MANY_TERMS, _ANY_V, _ANY_B, _PART_KEPT))


def _complex(text: str) -> Reading:
    both = bool(_ANY_V.search(text) and _ANY_B.search(text))
    parts = _parts(text) if both else ()
    if parts:
        return Reading(delen=parts, complex=("delen",))
    found: dict[Complexity, bool] = {
        "trigger": bool(_EVENT.search(text)),
        "voorwaarde": bool(_CONDITION.search(text)),
        "delen": both or bool(_PART_KEPT.search(text)),
        "termijnen": len(_MANY_TERMS.findall(text)) > 1 or len(_ANY_V.findall(text)) > 1,
    }
    reasons = tuple(reason for reason in COMPLEXITIES if found.get(reason))
    understood = {"delen", "termijnen"} & set(reasons)
    return Reading(complex=reasons if understood else ("onleesbaar",))


def _parts(text: str) -> tuple[Deel, ...]:
    """The two parts of a text such as "B 5 eindrapport V 10 jaar overige neerslag"; none when it is not just that."""
    values = list(_VALUES.finditer(text))
    if _CONDITION.search(text) or len(values) != 2 or sum(bool(value["kept"]) for value in values) != 1:
        return ()
    edges = (text[: values[0].start()], text[values[0].end() : values[1].start()], text[values[1].end() :])
    before, between, after = (edge.strip(" ,;:.") for edge in edges)
    comma = between.split(", ")
    match bool(before), bool(between), bool(after):
        case True, True, False:
            names = [before, between]
        case False, True, True:
            names = [between, after]
        case False, True, False if len(comma) == 2 and comma[1].lower().startswith("overige"):
            names = comma
        case _:
            return ()
    if names[0] == names[1] or any(_is_more(name) or len(name) > 120 for name in names):
        return ()
    return tuple(_part(name, value) for name, value in zip(names, values, strict=True))


def _part(name: str, value: re.Match[str]) -> Deel:
    if value["kept"]:
        return Deel(naam=name, waardering="B")
    return Deel(naam=name, waardering="V", bewaartermijn=_term(value), trigger=CLOSING, trigger_soort="afsluiting")


def _is_event(words: str) -> bool:
    """Whether these are the words of one event, and hold no second term, sentence or condition."""
    return len(words) <= _LONGEST_EVENT and not _NOT_IN_EVENT.search(re.sub(r"\([^()]*\)", "", words))


def _term(match: re.Match[str]) -> str:
    return f"P{int(match['count'])}{'Y' if match['unit'] == 'jaar' else 'M'}"


def _criteria(value: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\d", value))

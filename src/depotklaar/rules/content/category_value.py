"""Appraisal and term are those of the category in a known selection list, or the exception is to be seen."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.duration import is_longer, parse_duration
from depotklaar.model.finding import Finding, FindingKind, Level, Severity
from depotklaar.model.mdto import Informatieobject
from depotklaar.model.selectielijst import SelectionEntry, Uitkomst
from depotklaar.rules.cited_categories import cited_categories
from depotklaar.rules.interface import Context, SidecarFacts

KIND = FindingKind(
    id="MDTO-R20-VALUE",
    severity=Severity.WARNING,
    level=Level.OURS,
    clause="Archiefwet 1995, artikel 5; MDTO Metagegevensschema 1.0.1, waardering en informatiecategorie",
    text=Text(
        "Het object heeft {stated}, maar de selectielijst zegt bij {category}: {said}.",
        "The object has {stated}, but the selection list says for {category}: {said}.",
    ),
    remedy=Text(
        "Volg de selectielijst, of laat zien waarom niet: een hotspot of besluit, met de categorie in classificatie.",
        "Follow the selection list, or show why not: a hotspot or decision, with the category in classificatie.",
    ),
)


def check(sidecar: SidecarFacts, context: Context) -> Iterator[Finding]:
    """Yield the informatiecategorie of which no outcome is that of the object.

    N is not decided yet and contradicts nothing; a category that a person must read is not judged.
    """
    for cited in cited_categories(sidecar, context):
        if cited.element != "informatieobject/informatiecategorie":
            continue
        one = sidecar.mdto
        assert isinstance(one, Informatieobject)
        outcomes = _outcomes(cited.entries)
        if not outcomes or one.waardering.code not in ("B", "V") or _is_exception(one):
            continue
        if not any(_agrees(one, entry, outcome) for entry, outcome in outcomes):
            said = ", ".join(dict.fromkeys(_words(x.waardering, x.bewaartermijn) for _, x in outcomes))
            looptijd = one.bewaartermijn.looptijd if one.bewaartermijn else None
            stated = _words(one.waardering.code, looptijd)
            params = {"stated": stated, "category": cited.shown, "said": said}
            yield Finding(kind=KIND, place=sidecar.place("informatieobject/waardering"), params=params)


def _outcomes(entries: tuple[SelectionEntry, ...]) -> list[tuple[SelectionEntry, Uitkomst]]:
    """What the entries say, each of their parts counted; empty when one of them must be read by a person."""
    found: list[tuple[SelectionEntry, Uitkomst]] = []
    for entry in entries:
        whole = entry.uitkomst()
        outcomes = entry.delen or ((whole,) if whole is not None else ())
        if not outcomes or any(reason != "trigger" and reason != "delen" for reason in entry.complex):
            return []
        found += [(entry, outcome) for outcome in outcomes]
    return found


def _is_exception(one: Informatieobject) -> bool:
    """Whether something beside the category is classified too, or a decision on it is recorded as an event."""
    decided = any(event.type.label == "Accordering" and event.resultaat for event in one.event)
    return one.waardering.code == "B" and (bool(one.classificatie) or decided)


def _agrees(one: Informatieobject, entry: SelectionEntry, outcome: Uitkomst) -> bool:
    if outcome.waardering != one.waardering.code:
        return False
    stated = one.bewaartermijn.looptijd if one.bewaartermijn else None
    if one.waardering.code == "B" or stated is None:
        return True
    least, most = entry.termijn_van or outcome.bewaartermijn, entry.termijn_tot or outcome.bewaartermijn
    return not (_is_longer(least, stated) or _is_longer(stated, most))


def _is_longer(one: str | None, other: str | None) -> bool:
    """Whether one duration is surely longer than the other; one that is absent or cannot be read is not."""
    try:
        return one is not None and other is not None and bool(is_longer(parse_duration(one), parse_duration(other)))
    except ValueError:
        return False


def _words(value: str, duration: str | None) -> str:
    return f"{value} {duration}" if duration else value

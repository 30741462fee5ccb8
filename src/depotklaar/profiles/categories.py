"""Holds the categories that a delivery names against the selection lists in which it says they stand."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from depotklaar.language import Text
from depotklaar.model.delivery import Aanlevering, CategorieKeuze, Periode, WaarderingRegel
from depotklaar.model.duration import is_longer, parse_duration
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.model.selectielijst import Selectielijst, SelectionEntry
from depotklaar.profiles.fault import Fault, KeyPath, key_path, quoted, suggestion

FICTIONAL_LIST = FindingKind(
    id="DEL-LIST-FICTIONAL",
    severity=Severity.WARNING,
    level=Level.OURS,
    clause="Archiefbesluit 1995, art. 5",
    text=Text(
        "De selectielijst {list} is verzonnen en niet vastgesteld.",
        "The selection list {list} is made up and was not adopted.",
    ),
    remedy=Text(
        "Neem voor een echte aanlevering de vastgestelde selectielijst van uw organisatie.",
        "For a real delivery take the adopted selection list of your organisation.",
    ),
)
ADVICE_LIST = FindingKind(
    id="DEL-LIST-ADVICE",
    severity=Severity.WARNING,
    level=Level.OURS,
    clause="Archiefbesluit 1995, art. 5",
    text=Text(
        "De selectielijst {list} is een gepubliceerd advies en niet vastgesteld.",
        "The selection list {list} is published advice and was not adopted.",
    ),
    remedy=Text(
        "Ga na of uw organisatie een vastgestelde lijst heeft en neem die.",
        "Find out whether your organisation has an adopted list and take that.",
    ),
)
LIST_PERIOD = FindingKind(
    id="DEL-LIST-PERIOD",
    severity=Severity.WARNING,
    level=Level.OURS,
    clause="Archiefbesluit 1995, art. 2",
    text=Text(
        "De selectielijst {list} geldt van {first} tot en met {last}; dat dekt de periode van de aanlevering niet.",
        "The selection list {list} is valid from {first} to {last}; that does not cover the period of the delivery.",
    ),
    remedy=Text("Kies de lijst die in die periode gold.", "Choose the list that was valid in that period."),
)
NO_TERM = FindingKind(
    id="DEL-NO-TERM",
    severity=Severity.WARNING,
    level=Level.IF_KNOWN,
    clause="MDTO Metagegevensschema, bewaartermijn",
    text=Text(
        "Categorie {code} is tijdelijk te bewaren, maar de lijst geeft geen bewaartermijn.",
        "Category {code} is kept for a time, but the list gives no bewaartermijn.",
    ),
    remedy=Text("Vul de bewaartermijn in de selectielijst aan.", "Add the bewaartermijn to the selection list."),
)
KINDS = (FICTIONAL_LIST, ADVICE_LIST, LIST_PERIOD, NO_TERM)

_DAY = dt.timedelta(days=1)
_Told = tuple[str, Text, Text]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListUse:
    """A place in a delivery that takes a list: the list as it is named there, the category, and the days concerned."""

    path: KeyPath
    list_name: str
    keuze: CategorieKeuze
    days: Periode


def uses_of(aanlevering: Aanlevering) -> list[ListUse]:
    """Return where a delivery takes a category from a list: `[waardering]` first, then each rule in order."""
    base = aanlevering.waardering
    uses = [ListUse(path=("waardering",), list_name=base.selectielijst, keuze=base, days=aanlevering.periode)]
    for index, rule in enumerate(base.regels):
        name = rule.selectielijst or base.selectielijst
        days = _days_of(rule, aanlevering.periode)
        uses.append(ListUse(path=("waardering", "regel", index), list_name=name, keuze=rule, days=days))
    return uses


def _days_of(rule: WaarderingRegel, periode: Periode) -> Periode:
    firsts = [day for day in (rule.van, periode.van) if day]
    lasts = [day for day in (rule.tot, periode.tot) if day]
    return Periode(van=max(firsts, default=None), tot=min(lasts, default=None))


def category_faults(aanlevering: Aanlevering, lists: Mapping[str, Selectielijst]) -> Iterator[Fault]:
    """Yield what cannot be: a category, actor or part that is not there, a term or begin for which there is no room.

    `lists` holds each list under the name by which the delivery calls it.
    """
    for use in uses_of(aanlevering):
        yield from _use_faults(use, lists[use.list_name])
    yield from _only_temporary(aanlevering, lists)


def _use_faults(use: ListUse, lijst: Selectielijst) -> Iterator[Fault]:
    keuze = use.keuze
    if keuze.categorie is None:
        return
    entries = list(lijst.candidates(keuze.categorie))
    if not entries:
        yield _no_category(keuze.categorie, lijst, use.path)
        return
    found = list(lijst.candidates(keuze.categorie, keuze.actor))
    if keuze.actor is not None and (not found or keuze.actor not in {entry.actor for entry in lijst.entries}):
        yield _no_actor(use, lijst, entries)
        return
    for rule in (_part_fault, _term_fault, _begin_fault):
        yield from _if_for_all(use, found, rule)


def _if_for_all(
    use: ListUse, entries: list[SelectionEntry], rule: Callable[[CategorieKeuze, SelectionEntry], _Told | None]
) -> Iterator[Fault]:
    """The first fault when the choice fits none of the entries that it can mean: day and actor may still choose one."""
    told = [rule(use.keuze, entry) for entry in entries]
    first = told[0]
    if first is not None and None not in told:
        key, text, hint = first
        yield Fault(path=(*use.path, key), text=text, hint=hint)


def _no_category(code: str, lijst: Selectielijst, path: KeyPath) -> Fault:
    """The fault that a list does not have a category; `path` is the table that names it."""
    return Fault(
        path=(*path, "categorie"),
        text=Text("Categorie {code} staat niet in {list}.", "Category {code} is not in {list}.").fill(
            code=quoted(code), list=quoted(lijst.title)
        ),
        hint=suggestion(code, [entry.code for entry in lijst.entries]),
    )


def _no_actor(use: ListUse, lijst: Selectielijst, entries: list[SelectionEntry]) -> Fault:
    actors = {entry.actor for entry in entries if entry.actor is not None}
    actors = actors or {entry.actor for entry in lijst.entries if entry.actor is not None}
    return Fault(
        path=(*use.path, "actor"),
        text=Text(
            "Categorie {code} kent in {list} de actor {actor} niet.",
            "Category {code} has no actor {actor} in {list}.",
        ).fill(code=quoted(use.keuze.categorie), list=quoted(lijst.title), actor=quoted(use.keuze.actor)),
        hint=suggestion(str(use.keuze.actor), actors)
        if actors
        else Text("Haal actor weg: deze lijst noemt er geen.", "Take actor away: this list names none."),
    )


def _part_fault(keuze: CategorieKeuze, entry: SelectionEntry) -> _Told | None:
    names = [part.naam for part in entry.delen]
    if keuze.deel is None or keuze.deel in names:
        return None
    params = {"code": quoted(entry.code), "part": quoted(keuze.deel)}
    if not names:
        text = Text("Categorie {code} heeft geen delen.", "Category {code} has no parts.").fill(**params)
        return "deel", text, Text("Haal deel weg.", "Take deel away.")
    text = Text("Categorie {code} heeft geen deel {part}.", "Category {code} has no part {part}.").fill(**params)
    return "deel", text, suggestion(keuze.deel, names)


def _term_fault(keuze: CategorieKeuze, entry: SelectionEntry) -> _Told | None:
    outcome = entry.uitkomst(keuze.deel)
    if keuze.bewaartermijn is None or outcome is None:
        return None
    gone = Text("Haal bewaartermijn weg.", "Take bewaartermijn away.")
    if outcome.waardering == "B":
        return "bewaartermijn", _kept_for_ever(entry), gone
    if outcome.bewaartermijn is not None:
        text = Text(
            "De lijst geeft categorie {code} zelf een bewaartermijn: {term}.",
            "The list itself gives category {code} a term: {term}.",
        )
        return "bewaartermijn", text.fill(code=quoted(entry.code), term=outcome.bewaartermijn), gone
    return _outside_bounds(keuze.bewaartermijn, entry)


def _outside_bounds(chosen: str, entry: SelectionEntry) -> _Told | None:
    term = parse_duration(chosen)
    least, most = entry.termijn_van, entry.termijn_tot
    too_short = least is not None and is_longer(parse_duration(least), term) is True
    if not too_short and (most is None or is_longer(term, parse_duration(most)) is not True):
        return None
    bound = least if too_short else most
    text = (
        Text("{term} is korter dan de lijst toelaat: {bound}.", "{term} is shorter than the list allows: {bound}.")
        if too_short
        else Text("{term} is langer dan de lijst toelaat: {bound}.", "{term} is longer than the list allows: {bound}.")
    )
    hint = Text("Kies een bewaartermijn binnen de grenzen van de lijst.", "Choose a term within the list's bounds.")
    return "bewaartermijn", text.fill(term=chosen, bound=bound), hint


def _begin_fault(keuze: CategorieKeuze, entry: SelectionEntry) -> _Told | None:
    outcome = entry.uitkomst(keuze.deel)
    if keuze.begin_termijn is None or outcome is None or outcome.waardering != "B":
        return None
    return "begin_termijn", _kept_for_ever(entry), Text("Haal begin_termijn weg.", "Take begin_termijn away.")


def _kept_for_ever(entry: SelectionEntry) -> Text:
    return Text(
        "Categorie {code} wordt blijvend bewaard (B); er loopt geen termijn.",
        "Category {code} is kept for ever (B); there is no term.",
    ).fill(code=quoted(entry.code))


def _only_temporary(aanlevering: Aanlevering, lists: Mapping[str, Selectielijst]) -> Iterator[Fault]:
    """An overbrenging of a V category, when nothing in the delivery can make any object B."""
    keuze = aanlevering.waardering
    may_differ = keuze.regels or aanlevering.hotspots or keuze.besluiten is not None
    if aanlevering.soort != "overbrenging" or keuze.categorie is None or may_differ:
        return
    entries = list(lists[keuze.selectielijst].candidates(keuze.categorie, keuze.actor))
    outcomes = [entry.uitkomst(keuze.deel) for entry in entries]
    if entries and all(outcome is not None and outcome.waardering == "V" for outcome in outcomes):
        yield Fault(
            path=("waardering", "categorie"),
            text=Text(
                "Categorie {code} ({label}) is tijdelijk te bewaren (V); een overbrenging is er alleen voor wat "
                "blijvend bewaard wordt (B).",
                "Category {code} ({label}) is kept for a time (V); an overbrenging takes only what is kept for "
                "ever (B).",
            ).fill(code=quoted(keuze.categorie), label=entries[0].label),
            hint=Text(
                'Kies een categorie met waardering B, of schrijf soort = "uitplaatsing".',
                'Choose a category with waardering B, or write soort = "uitplaatsing".',
            ),
        )


def category_findings(aanlevering: Aanlevering, lists: Mapping[str, Selectielijst]) -> Iterator[Finding]:
    """Yield what is worth knowing of the lists, each told once, at the first place that takes it."""
    seen: set[tuple[str, str]] = set()
    for use in uses_of(aanlevering):
        for finding in _list_findings(use, lists[use.list_name]):
            mark = (finding.kind.id, use.list_name)
            if mark not in seen:
                yield finding
            seen.add(mark)
        yield from _no_term(use, lists[use.list_name])


def _list_findings(use: ListUse, lijst: Selectielijst) -> Iterator[Finding]:
    place = Place(element=key_path((*use.path, "selectielijst")))
    if lijst.fictional:
        yield Finding(kind=FICTIONAL_LIST, place=place, params={"list": quoted(lijst.title)})
    if lijst.advice:
        yield Finding(kind=ADVICE_LIST, place=place, params={"list": quoted(lijst.title)})
    first, last = lijst.valid_from, _last_day(lijst)
    starts = first is None or use.days.van is None or first <= use.days.van
    ends = last is None or use.days.tot is None or use.days.tot <= last
    if not (starts and ends):
        params = {"list": quoted(lijst.title), "first": str(first or "…"), "last": str(last or "…")}
        yield Finding(kind=LIST_PERIOD, place=place, params=params)


def _last_day(lijst: Selectielijst) -> dt.date | None:
    closed = None if lijst.gesloten_op is None else lijst.gesloten_op - _DAY
    return min((day for day in (lijst.valid_until, closed) if day), default=None)


def _no_term(use: ListUse, lijst: Selectielijst) -> Iterator[Finding]:
    keuze = use.keuze
    entries = [] if keuze.categorie is None else list(lijst.candidates(keuze.categorie, keuze.actor))
    if keuze.bewaartermijn is None and any(_lacks_term(entry, keuze.deel) for entry in entries):
        place = Place(element=key_path((*use.path, "categorie")))
        yield Finding(kind=NO_TERM, place=place, params={"code": quoted(keuze.categorie)})


def _lacks_term(entry: SelectionEntry, deel: str | None) -> bool:
    outcome = entry.uitkomst(deel)
    bounds = (entry.termijn_van, entry.termijn_tot)
    if outcome is None or outcome.waardering == "B" or outcome.bewaartermijn is not None:
        return False
    return bounds == (None, None)

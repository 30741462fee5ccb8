"""Entries: what a selection list says of a category, or why a person must say it. Never a guessed B or V.

Source: Archiefbesluit 1995, art. 2 and 5; MDTO Begrippenlijst Waarderingen (N, nader te bepalen).
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from depotklaar.appraisal.terms import is_longer
from depotklaar.language import Text
from depotklaar.model.appraisal import Categorie
from depotklaar.model.delivery import CategorieKeuze
from depotklaar.model.selectielijst import COMPLEXITIES, Complexity, Selectielijst, SelectionEntry, Uitkomst

NO_CATEGORY = Text("Kies een categorie.", "Choose a category.")
_UNKNOWN = Text(
    "Categorie {code} staat niet in de lijst, of niet voor actor {actor}. Kies een andere.",
    "Category {code} is not in the list, or not for actor {actor}. Choose another.",
)
_NOT_VALID = Text(
    "Categorie {code} gold niet op al deze dagen. Kies een categorie die toen gold.",
    "Category {code} was not valid on all of these days. Choose a category that was.",
)
_DIFFERENT = Text(
    "Categorie {code} staat vaker in de lijst, met verschillende uitkomsten. Noem de actor.",
    "Category {code} stands more than once in the list, with different outcomes. Name the actor.",
)
_WITHDRAWN = Text("De categorie is vervallen. Kies een andere.", "The category was withdrawn. Choose another.")
_SUCCEEDED = Text(
    "De categorie is vervallen; de lijst noemt als opvolger {successor}.",
    "The category was withdrawn; the list names {successor} as its successor.",
)
_PART = Text(
    "De waardering verschilt per deel. Kies een deel van de categorie.",
    "The value differs by part. Choose a part of the category.",
)
_NO_PART = Text("De categorie heeft geen deel {part}.", "The category has no part {part}.")
_CONDITION = Text(
    "Er geldt een voorwaarde. Stel vast of daaraan is voldaan.",
    "A condition applies. Determine whether it is met.",
)
_COMPLEX = Text("Lees de lijst en beslis: {why}.", "Read the list and decide: {why}.")
_NO_VALUE = Text("De lijst geeft geen waardering.", "The list gives no value.")
_CHOOSE_TERM = Text(
    "De lijst laat de bewaartermijn aan de organisatie. Kies er een.",
    "The list leaves the term to the organisation. Choose one.",
)
_TERM_OUTSIDE = Text(
    "De gekozen bewaartermijn {term} past niet bij de lijst ({bounds}).",
    "The chosen term {term} does not agree with the list ({bounds}).",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a list says: the category as it is cited, the entry, and an outcome or why there is none.

    `categorie` and `entry` are None where no category could be found at all.
    """

    categorie: Categorie | None = None
    entry: SelectionEntry | None = None
    outcome: Uitkomst | None = None
    why: Text | None = None


def found_entries(lijst: Selectielijst, keuze: CategorieKeuze) -> tuple[SelectionEntry, ...]:
    """The entries of the chosen code for the chosen actor; empty without a code."""
    return () if keuze.categorie is None else tuple(lijst.candidates(keuze.categorie, keuze.actor))


def valid_entries(
    entries: Sequence[SelectionEntry], first: dt.date | None, last: dt.date | None
) -> tuple[SelectionEntry, ...]:
    """The entries that were valid on the first and the last day; without a day those that are bound to none."""
    if first is None or last is None:
        return tuple(entry for entry in entries if entry.geldig_van is None and entry.geldig_tot is None)
    return tuple(entry for entry in entries if entry.holds_on(first) and entry.holds_on(last))


def answer(
    name: str,
    lijst: Selectielijst,
    keuze: CategorieKeuze,
    found: Sequence[SelectionEntry],
    valid: Sequence[SelectionEntry],
) -> Answer:
    """What the list says of a choice. `name` is what the delivery calls the list.

    `found` are the entries of the code, `valid` those of them that were in force on the days of the case.
    """
    if keuze.categorie is None:
        return Answer(why=NO_CATEGORY)
    code = keuze.categorie
    if not found:
        return Answer(why=_UNKNOWN.fill(code=code, actor=keuze.actor or "-"))
    if not valid:
        return Answer(
            categorie=cited(name, lijst, found[0], keuze.deel), entry=found[0], why=_NOT_VALID.fill(code=code)
        )
    answers = [_answer_of(entry, keuze) for entry in valid]
    categorie = cited(name, lijst, valid[0], keuze.deel)
    if any(one != answers[0] for one in answers):
        general = replace(categorie, actor=None)
        return Answer(categorie=general, entry=valid[0], why=_DIFFERENT.fill(code=code))
    outcome, why = answers[0]
    return Answer(categorie=categorie, entry=valid[0], outcome=outcome, why=why)


def cited(name: str, lijst: Selectielijst, entry: SelectionEntry, deel: str | None = None) -> Categorie:
    """The category as it is cited; `name` is what the delivery calls the list."""
    return Categorie(
        lijst=lijst.reference_line, label=entry.label, code=entry.code, naam=name, actor=entry.actor, deel=deel
    )


def _answer_of(entry: SelectionEntry, keuze: CategorieKeuze) -> tuple[Uitkomst | None, Text | None]:
    """An outcome, or why there is none."""
    if entry.vervallen:
        return None, _SUCCEEDED.fill(successor=entry.opvolger) if entry.opvolger else _WITHDRAWN
    if entry.delen and keuze.deel is None:
        return None, _PART
    outcome = entry.uitkomst(keuze.deel)
    if keuze.deel is not None and outcome is None:
        return None, _NO_PART.fill(part=keuze.deel)
    condition = next((part.voorwaarde for part in entry.delen if part.naam == keuze.deel), None) or entry.voorwaarde
    if condition is not None and not keuze.voorwaarde_vervuld:
        return None, _CONDITION
    open_questions = [kind for kind in entry.complex if not _is_settled(kind, keuze, outcome)]
    if open_questions:
        words = [COMPLEXITIES[kind] for kind in open_questions]
        why = Text("; ".join(word.nl for word in words), "; ".join(word.en for word in words))
        return None, Text(_COMPLEX.nl.format(why=why.nl), _COMPLEX.en.format(why=why.en))
    return (None, _NO_VALUE) if outcome is None else _termed(entry, keuze, outcome)


def _is_settled(kind: Complexity, keuze: CategorieKeuze, outcome: Uitkomst | None) -> bool:
    """Whether what a person chose answers the question that a category raises."""
    if kind == "trigger":
        if outcome is None or (outcome.waardering == "B" and keuze.deel is not None):
            return outcome is not None
        return outcome.trigger is not None and (outcome.bewaartermijn or keuze.bewaartermijn) is not None
    if kind == "voorwaarde":
        return keuze.voorwaarde_vervuld
    if kind == "delen":
        return keuze.deel is not None
    return kind == "termijnen" and (keuze.bewaartermijn is not None or keuze.deel is not None)


def _termed(entry: SelectionEntry, keuze: CategorieKeuze, outcome: Uitkomst) -> tuple[Uitkomst | None, Text | None]:
    """The outcome with its term: that of the list, or the chosen one where the list leaves it to the organisation."""
    plain = Uitkomst(
        waardering=outcome.waardering,
        bewaartermijn=outcome.bewaartermijn,
        trigger=outcome.trigger,
        trigger_soort=outcome.trigger_soort,
    )
    if plain.waardering == "B":
        return replace(plain, bewaartermijn=None), None
    bounds = (entry.termijn_van, entry.termijn_tot)
    chosen = keuze.bewaartermijn
    if chosen is None:
        must_choose = plain.bewaartermijn is None and any(bounds)
        return (None, _CHOOSE_TERM) if must_choose else (plain, None)
    if not any(bounds) and plain.bewaartermijn is not None and "termijnen" not in entry.complex:
        bounds = (plain.bewaartermijn, plain.bewaartermijn)
    if not _lies_within(chosen, *bounds):
        shown = " - ".join(bound or "…" for bound in bounds)
        return None, _TERM_OUTSIDE.fill(term=chosen, bounds=shown)
    return replace(plain, bewaartermijn=chosen), None


def _lies_within(term: str, least: str | None, most: str | None) -> bool:
    try:
        return (least is None or is_longer(least, term) is False) and (most is None or is_longer(term, most) is False)
    except ValueError:
        return False


def permitted(
    entries: Sequence[SelectionEntry],
    deel: str | None,
    bewaartermijn: str | None,
    first: dt.date | None,
    last: dt.date | None,
) -> tuple[SelectionEntry, Uitkomst] | None:
    """The one outcome on which a person can decide, and its entry; None when the list does not give one.

    A person who decides has found the condition to be met and knows what the trigger is.
    """
    keuze = CategorieKeuze(deel=deel, bewaartermijn=bewaartermijn, voorwaarde_vervuld=True)
    plain = [
        replace(entry, complex=tuple(kind for kind in entry.complex if kind != "trigger"))
        for entry in valid_entries(entries, first, last)
    ]
    answers = [_answer_of(entry, keuze) for entry in plain]
    if not answers or answers[0][0] is None or any(one != answers[0] for one in answers):
        return None
    return plain[0], answers[0][0]


def term_bounds(
    entries: Sequence[SelectionEntry], first: dt.date | None, last: dt.date | None
) -> tuple[str, str] | None:
    """Between which terms the organisation chooses, `…` where open; None where the list does not leave it to them."""
    bounds = {(entry.termijn_van, entry.termijn_tot) for entry in valid_entries(entries, first, last)}
    least, most = bounds.pop() if len(bounds) == 1 else (None, None)
    return (least or "…", most or "…") if least or most else None

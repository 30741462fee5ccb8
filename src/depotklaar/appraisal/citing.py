"""Citing: which category a person means who wrote its code, or its code and label, in a decisions file."""

from collections.abc import Mapping
from dataclasses import dataclass

from depotklaar.appraisal.entries import cited
from depotklaar.language import Text
from depotklaar.model.appraisal import Categorie, Decision, Proposal
from depotklaar.model.selectielijst import Selectielijst, SelectionEntry

_NO_LIST = Text(
    "De selectielijst {list} wordt in deze aanlevering niet gebruikt.",
    "The selection list {list} is not used in this delivery.",
)
_WHICH_LIST = Text(
    "Bij deze categorie staat geen selectielijst, en de aanlevering gebruikt er meer dan één.",
    "This category has no selection list beside it, and the delivery uses more than one.",
)
_LISTS = Text("Kies een van deze: {lists}.", "Choose one of these: {lists}.")
_NO_CATEGORY = Text(
    "De categorie staat niet in selectielijst {list}, of niet voor deze actor.",
    "The category is not in selection list {list}, or not for this actor.",
)
_WRITE_CODE = Text(
    "Schrijf de code precies zoals de lijst, eventueel met een spatie en de omschrijving erachter.",
    "Write the code exactly as the list does, perhaps followed by a space and the label.",
)
_NO_PART = Text("De categorie heeft geen deel met deze naam.", "The category has no part of this name.")
_WRITE_PART = Text("Kies een van deze: {parts}.", "Choose one of these: {parts}.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """A category that a person means, with the list and the entries that it can be; none of a hotspot's."""

    categorie: Categorie | None = None
    lijst: Selectielijst | None = None
    entries: tuple[SelectionEntry, ...] = ()


class UnfitError(Exception):
    """A decision cannot be followed: what is wrong and what to do. It never leaves appraisal."""

    def __init__(self, text: Text, hint: Text) -> None:
        super().__init__(text.en)
        self.text = text
        self.hint = hint


def category_meant(decision: Decision, proposal: Proposal, lists: Mapping[str, Selectielijst]) -> Cited:
    """The category that a line means: the proposed one where it names none or the same. Raises UnfitError."""
    proposed = proposal.besluit.categorie
    if is_same_category(decision, proposed) and (proposed is None or proposed.naam not in lists):
        return Cited(categorie=proposed)
    if decision.categorie is None and (proposed is None or proposed.code is None):
        return Cited(categorie=proposed)
    name = _list_meant(decision, proposal, lists)
    lijst = lists[name]
    text = decision.categorie or (proposed.code if proposed else None) or ""
    code = code_meant(text, lijst)
    actor = decision.actor
    if code is not None and actor is None and proposed is not None and proposed.code == code:
        actor = proposed.actor
    is_known = actor is None or any(entry.actor == actor for entry in lijst.entries)
    entries = tuple(lijst.candidates(code, actor)) if code is not None and is_known else ()
    if not entries:
        raise UnfitError(_NO_CATEGORY.fill(list=lijst.title), _WRITE_CODE)
    deel = decision.deel
    if deel is None and is_same_category(decision, proposed) and proposed is not None:
        deel = proposed.deel
    _check_part(deel, entries)
    return Cited(categorie=cited(name, lijst, entries[0], deel), lijst=lijst, entries=entries)


def code_meant(text: str, lijst: Selectielijst) -> str | None:
    """The longest code of the list that is the text, or stands at its start before a space; None: there is none."""
    codes = {entry.code for entry in lijst.entries if text == entry.code or text.startswith(f"{entry.code} ")}
    return max(codes, key=len, default=None)


def is_same_category(decision: Decision, proposed: Categorie | None) -> bool:
    """Whether a line names the proposed category, or none at all."""
    if proposed is None:
        return (decision.categorie, decision.actor, decision.deel) == (None, None, None)
    same_text = decision.categorie in (None, *_texts(proposed))
    return (
        same_text
        and decision.selectielijst in (None, proposed.naam)
        and decision.actor in (None, proposed.actor)
        and decision.deel in (None, proposed.deel)
    )


def _texts(categorie: Categorie) -> tuple[str, ...]:
    """How a decisions file can hold a category."""
    if categorie.code is None:
        return (categorie.label.strip(),)
    return (categorie.code, f"{categorie.code} {categorie.label}".strip())


def _list_meant(decision: Decision, proposal: Proposal, lists: Mapping[str, Selectielijst]) -> str:
    known = Text(", ".join(sorted(lists)), ", ".join(sorted(lists)))
    if decision.selectielijst is not None:
        if decision.selectielijst not in lists:
            raise UnfitError(_NO_LIST.fill(list=decision.selectielijst), _LISTS.fill(lists=known.nl))
        return decision.selectielijst
    besluit = proposal.besluit
    for categorie in (besluit.categorie, besluit.oorspronkelijk):
        name = categorie.naam if categorie is not None else None
        if name is not None and name in lists:
            return name
    if len(lists) == 1:
        return next(iter(lists))
    raise UnfitError(_WHICH_LIST, _LISTS.fill(lists=known.nl))


def _check_part(deel: str | None, entries: tuple[SelectionEntry, ...]) -> None:
    names = sorted({part.naam for entry in entries for part in entry.delen})
    if deel is not None and deel not in names:
        raise UnfitError(_NO_PART, _WRITE_PART.fill(parts=", ".join(names) or "-"))

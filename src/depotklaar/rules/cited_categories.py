"""The categories of known selection lists that a metadata file names, with the entries of the list that they mean."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from depotklaar.model.mdto import Begrip, Informatieobject
from depotklaar.model.selectielijst import Selectielijst, SelectionEntry
from depotklaar.rules.interface import Context, SidecarFacts

Entries = Mapping[str, tuple[SelectionEntry, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedCategory:
    """A term of a known list at its place: the n-th (from 0) of `element`, with its entries, empty when it has none.

    The entries are those of an archiefvormer of the object where the list has any, else those that name no actor, else
    all: a list may name its actors otherwise than the archiefvormer is written. `mistaken` says that the label is
    that of another category.
    """

    element: str
    number: int
    term: Begrip
    lijst: Selectielijst
    entries: tuple[SelectionEntry, ...]
    mistaken: bool

    @property
    def shown(self) -> str:
        """Code and label as they stand there."""
        return f"{self.term.code} {self.term.label}" if self.term.code else self.term.label


def cited_categories(sidecar: SidecarFacts, context: Context) -> Iterator[CitedCategory]:
    """Yield the informatiecategorie and each classificatie that comes from a list of `context.lists`."""
    one = sidecar.mdto
    if not isinstance(one, Informatieobject):
        return
    if one.informatiecategorie is not None:
        yield from _cited(one, one.informatiecategorie, "informatieobject/informatiecategorie", 0, context)
    for number, term in enumerate(one.classificatie):
        yield from _cited(one, term, "informatieobject/classificatie", number, context)


def _cited(one: Informatieobject, term: Begrip, element: str, number: int, context: Context) -> Iterator[CitedCategory]:
    lijst = context.lists.get(term.begrippenlijst.naam)
    if lijst is None:
        return
    codes, labels = _tables(_Whole(lijst.sha256, lijst))
    found = codes.get(term.code, ()) if term.code else labels.get(term.label, ())
    fits = any(term.label == entry.label or term.label.startswith(f"{entry.label}, ") for entry in found)
    yield CitedCategory(
        element=element,
        number=number,
        term=term,
        lijst=lijst,
        entries=_for_actors(found, {maker.naam.casefold() for maker in one.archiefvormer}),
        mistaken=bool(found) and not fits and term.label in labels,
    )


def _for_actors(entries: tuple[SelectionEntry, ...], actors: set[str]) -> tuple[SelectionEntry, ...]:
    own = tuple(entry for entry in entries if entry.actor is not None and entry.actor.casefold() in actors)
    return own or tuple(entry for entry in entries if entry.actor is None) or entries


@dataclass(frozen=True, slots=True)
class _Whole:
    """A list that is told from others by the digest of its file alone."""

    sha256: str
    lijst: Selectielijst = field(compare=False)


@lru_cache(maxsize=16)
def _tables(whole: _Whole) -> tuple[Entries, Entries]:
    """The entries of a list by code and by label."""
    codes: dict[str, tuple[SelectionEntry, ...]] = {}
    labels: dict[str, tuple[SelectionEntry, ...]] = {}
    for entry in whole.lijst.entries:
        codes[entry.code] = (*codes.get(entry.code, ()), entry)
        labels[entry.label] = (*labels.get(entry.label, ()), entry)
    return codes, labels

"""The begrippenlijsten that a metadata file names, and which of them a receiver could not find."""

import re
from collections.abc import Iterator
from functools import lru_cache

from depotklaar.model.mdto import Informatieobject, Termijn, Verwijzing

_PUBLISHED = re.compile(
    r"\bmdto\b|\baggregatieniveaus?\b|\bwaarderingen\b|\beventtypelijst\b|\brelatietypen\b|\bbeperkinggebruiktypelijst\b"
    r"|\bchecksumalgoritmen?\b|\bpronom|\biana\b|\bmime\b|\bmedia[ -]?types?\b|selectielijst|hotspot|\barchiefwet\b"
)


def loose_lists(one: Informatieobject) -> tuple[str, ...]:
    """The names, each once, of lists that are not identified and that nobody is known to publish.

    Known are the norm's own lists, PRONOM and media types, lists of terms of the Archiefwet, and selection and hotspot
    lists, that are published by law; the name alone tells, as far as it can.
    """
    names = dict.fromkeys(x.naam for x in _named(one) if x.identificatie is None)
    return tuple(name for name in names if not _is_published(name))


@lru_cache(maxsize=1_024)
def _is_published(name: str) -> bool:
    return _PUBLISHED.search(name.casefold()) is not None


def _named(one: Informatieobject) -> Iterator[Verwijzing]:
    """The list of every term except waardering, whose list is closed and the norm's own."""
    if one.aggregatieniveau is not None:
        yield one.aggregatieniveau.begrippenlijst
    for term in one.classificatie:
        yield term.begrippenlijst
    for period in one.dekking_in_tijd:
        yield period.type.begrippenlijst
    for event in one.event:
        yield event.type.begrippenlijst
    if one.informatiecategorie is not None:
        yield one.informatiecategorie.begrippenlijst
    for relation in one.gerelateerd_informatieobject:
        yield relation.type_relatie.begrippenlijst
    for person in one.betrokkene:
        yield person.type_relatie.begrippenlijst
    yield from _of_term(one.bewaartermijn)
    for restriction in one.beperking_gebruik:
        yield restriction.type.begrippenlijst
        yield from _of_term(restriction.termijn)


def _of_term(term: Termijn | None) -> Iterator[Verwijzing]:
    if term is not None and term.trigger_start_looptijd is not None:
        yield term.trigger_start_looptijd.begrippenlijst

"""Makes of a prepared conversation what appraisal looks at: one case for each unit."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from depotklaar.model.appraisal import Case
from depotklaar.model.conversation import Head
from depotklaar.model.delivery import Functionaris
from depotklaar.model.mark import mark_key
from depotklaar.model.plan import PreparedConversation, Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Keys:
    """The names and numbers of a conversation, its participants and its holder, made comparable."""

    conversation: frozenset[str]
    participants: frozenset[str]
    holder: frozenset[str]


def keys_of(head: Head, holder: str, functionaries: Sequence[Functionaris]) -> Keys:
    """Return the keys; whoever the delivery knows under several names has all of them."""
    conversation = head.conversation
    own = {mark_key(holder)}
    people: set[str] = set()
    for participant in head.participants:
        marks = {mark_key(mark) for mark in participant.marks()}
        if participant.type != "conversation_label":
            people |= marks
        if participant.id == conversation.custodian:
            own |= marks
    known = [{mark_key(mark) for mark in (f.naam, *f.herkend_aan)} for f in functionaries]
    return Keys(
        conversation=frozenset(mark_key(mark) for mark in conversation.marks() if mark),
        participants=_widened(people, known),
        holder=_widened(own, known),
    )


def _widened(marks: set[str], known: Sequence[set[str]]) -> frozenset[str]:
    return frozenset(marks.union(*(names for names in known if names & marks)))


def cases_of(prepared: PreparedConversation, functionaries: Sequence[Functionaris]) -> Iterator[Case]:
    """Yield a case for each unit, in the order of the units."""
    keys: dict[str, Keys] = {}
    for unit in prepared.units:
        holder = unit.serie.holder
        if holder not in keys:
            keys[holder] = keys_of(prepared.head, holder, functionaries)
        yield _case(unit, keys[holder], functionaries)


def _case(unit: Unit, keys: Keys, functionaries: Sequence[Functionaris]) -> Case:
    first, last = _day(unit.first_day), _day(unit.last_day)
    return Case(
        conversation=keys.conversation,
        participants=keys.participants,
        holder=keys.holder,
        function=unit.serie.function,
        function_until=_until(unit, functionaries, last),
        first=first,
        last=last,
        hits=frozenset(unit.hits),
        holds=frozenset(unit.holds),
    )


def _until(unit: Unit, functionaries: Sequence[Functionaris], last: dt.date | None) -> dt.date | None:
    """The last day of the function under which the unit falls; None when it is not known."""
    held = [f for f in functionaries if (f.naam, f.functie) == (unit.serie.holder, unit.serie.function)]
    if last is None:
        return held[0].tot if len(held) == 1 else None
    return next((f.tot for f in held if (f.van or dt.date.min) <= last <= (f.tot or dt.date.max)), None)


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text is not None else None

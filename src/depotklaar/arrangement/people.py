"""People: which functions the participants held, as far as the delivery tells."""

from collections.abc import Sequence
from dataclasses import replace

from depotklaar.model.conversation import Function, Head, Participant
from depotklaar.model.delivery import Functionaris
from depotklaar.model.mark import mark_key

SOURCE = "aanlevering"


def with_functions(head: Head, functionaries: Sequence[Functionaris]) -> Head:
    """The head with the functions that the delivery names, for participants of whom the source names none."""
    participants = tuple(
        replace(participant, functions=_functions(participant, functionaries))
        if not participant.functions
        else participant
        for participant in head.participants
    )
    return replace(head, participants=participants)


def _functions(participant: Participant, functionaries: Sequence[Functionaris]) -> tuple[Function, ...]:
    marks = {mark_key(mark) for mark in participant.marks()}
    return tuple(
        Function(
            title=functionary.functie,
            valid_from=functionary.van.isoformat() if functionary.van else None,
            valid_until=functionary.tot.isoformat() if functionary.tot else None,
            source=SOURCE,
        )
        for functionary in functionaries
        if marks & {mark_key(mark) for mark in (functionary.naam, *functionary.herkend_aan)}
    )

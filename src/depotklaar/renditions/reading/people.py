"""Who takes part: names that cannot disturb the page, with the function that each held on a day."""

from collections.abc import Iterable

from depotklaar.model.conversation import Function, Participant
from depotklaar.renditions.reading.text import isolate
from depotklaar.renditions.reading.words import Wording


class People:
    """The participants of one Archiefstuk, by id. Remembers the names of one day at a time."""

    def __init__(self, participants: Iterable[Participant], words: Wording) -> None:
        self._known = {participant.id: participant for participant in participants}
        self._words = words
        self._day = ""
        self._with_function: dict[str | None, str] = {}

    def name(self, participant: str | None) -> str:
        """The name; an id that is not among the participants is shown itself."""
        if participant is None:
            return self._words["unknown_sender"]
        known = self._known.get(participant)
        return isolate(known.display if known else participant)

    def names(self, participants: Iterable[str]) -> str:
        """Several names, with commas between them."""
        return ", ".join(self.name(participant) for participant in participants)

    def sender(self, participant: str | None, day: str) -> str:
        """The name with the function on that day (YYYY-MM-DD, empty when unknown), as the head of a message."""
        if day != self._day:
            self._day = day
            self._with_function.clear()
        told = self._with_function.get(participant)
        if told is None:
            told = self._with_function[participant] = self._sender(participant, day)
        return told

    def is_custodian(self, participant: str | None) -> bool:
        """Whether this copy of the conversation is theirs."""
        known = self._known.get(participant or "")
        return known is not None and known.is_custodian

    def _sender(self, participant: str | None, day: str) -> str:
        known = self._known.get(participant or "")
        held = [describe(function) for function in functions_on(known, day)] if known else []
        return f"<b>{self.name(participant)}</b>" + (f' <span class="f">{"; ".join(held)}</span>' if held else "")


def functions_on(participant: Participant, day: str) -> list[Function]:
    """The functions held on a day; without a day only those that have no bounds, for nothing may be guessed."""
    return [function for function in participant.functions if _is_held(function, day)]


def describe(function: Function) -> str:
    """Title and organisation, as HTML."""
    return isolate(function.title) + (f", {isolate(function.organisation)}" if function.organisation else "")


def _is_held(function: Function, day: str) -> bool:
    if not day:
        return function.valid_from is None and function.valid_until is None
    starts = function.valid_from is None or function.valid_from <= day
    return starts and (function.valid_until is None or day <= function.valid_until)

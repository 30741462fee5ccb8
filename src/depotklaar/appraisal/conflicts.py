"""Conflicts: an exclusion or the period would leave out what a hold keeps here. Nobody but a person can settle that."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from depotklaar.appraisal.evidence import named_rule
from depotklaar.errors import Problem
from depotklaar.language import Text
from depotklaar.model.delivery import BEVRIEZINGEN, Bevriezing

_HELD = Text(
    "{exclusion} laat {count} berichten uit {conversation} weg die vallen onder {hold} ({kind}).",
    "{exclusion} leaves out {count} messages of {conversation} that fall under {hold} ({kind}).",
)
_SETTLE = Text(
    "Beperk de uitsluiting of de periode tot andere berichten, of haal de bevriezing weg als zij is opgeheven.",
    "Limit the exclusion or the period to other messages, or take the hold away if it has been lifted.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """How many messages of one conversation a hold keeps that would be left out.

    `hold` and `exclusion` are places (from 0) in the delivery; `exclusion` None: the period of the delivery.
    """

    conversation: str
    hold: int
    exclusion: int | None
    count: int


def conflict_problems(conflicts: Iterable[Conflict], holds: Sequence[Bevriezing]) -> list[Problem]:
    """Every conflict as a fault of the delivery, by hold, exclusion and conversation; equal ones are added up."""
    counts: dict[tuple[int, int, str], int] = {}
    for conflict in conflicts:
        exclusion = -1 if conflict.exclusion is None else conflict.exclusion
        key = (conflict.hold, exclusion, conflict.conversation)
        counts[key] = counts.get(key, 0) + conflict.count
    return [_problem(*key, count, holds) for key, count in sorted(counts.items())]


def _problem(hold: int, exclusion: int, conversation: str, count: int, holds: Sequence[Bevriezing]) -> Problem:
    held = named_rule("bevriezing", hold, holds[hold].naam)
    left_out = "[periode]" if exclusion < 0 else named_rule("uitsluiting", exclusion, None)
    kind = BEVRIEZINGEN[holds[hold].soort]
    params = {"exclusion": left_out, "count": count, "conversation": conversation, "hold": held}
    text = Text(_HELD.nl.format(**params, kind=kind.nl), _HELD.en.format(**params, kind=kind.en))
    return Problem(place=left_out, text=text, hint=_SETTLE)

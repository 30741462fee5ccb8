"""Levels that the receiver names have exactly one period of the wanted type."""

import re
from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Severity
from depotklaar.model.mdto import DekkingInTijd, Informatieobject
from depotklaar.rules.interface import Context, SidecarFacts

KIND = FindingKind(
    id="RECEIVER-PERIOD",
    severity=Severity.WARNING,
    level=Level.RECEIVER,
    clause="Profiel van de ontvanger, mdto.dekking_in_tijd_op en mdto.dekking_in_tijd_type",
    text=Text(
        "{level} heeft niet precies één dekkingInTijd van het type {type} met begin en eind in dezelfde notatie.",
        "{level} has not exactly one dekkingInTijd of type {type} with beginning and end in the same notation.",
    ),
    remedy=Text(
        "Neem een dekkingInTijd van dit type op met begindatum en einddatum.",
        "Record a dekkingInTijd of this type with beginning and end.",
    ),
)


_NOTATIONS = tuple(re.compile(form) for form in (r"\d{4}", r"\d{4}-\d\d", r"\d{4}-\d\d-\d\d"))


def check(sidecar: SidecarFacts, context: Context) -> Iterator[Finding]:
    """Yield one finding when the wanted period is missing, double, half, or ends before it begins.

    Level and type are compared without regard to case and to white space around them.
    """
    one, profile = sidecar.mdto, context.profile
    if not profile.period_required_on or not isinstance(one, Informatieobject) or one.aggregatieniveau is None:
        return
    level = one.aggregatieniveau.label.strip()
    if level.casefold() not in {name.casefold() for name in profile.period_required_on}:
        return
    wanted = profile.period_type
    periods = [x for x in one.dekking_in_tijd if wanted is None or x.type.label.strip().casefold() == wanted.casefold()]
    if len(periods) != 1 or not _is_whole(periods[0]):
        params = {"level": level, "type": wanted or "-"}
        yield Finding(kind=KIND, place=sidecar.place("informatieobject/dekkingInTijd"), params=params)


def _is_whole(period: DekkingInTijd) -> bool:
    """Whether both ends are there, in the same of the three notations, and in order."""
    begin, end = period.begindatum, period.einddatum or ""
    return end >= begin and any(form.fullmatch(begin) and form.fullmatch(end) for form in _NOTATIONS)

"""Levels that the receiver names have exactly one period of the wanted type."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Severity
from depotklaar.model.mdto import Informatieobject
from depotklaar.rules.interface import Context, SidecarFacts

KIND = FindingKind(
    id="RECEIVER-PERIOD",
    severity=Severity.WARNING,
    level=Level.RECEIVER,
    clause="Profiel van de ontvanger, period_required_on en period_type",
    text=Text(
        "{level} heeft niet precies één dekkingInTijd van het type {type} met begin en eind in dezelfde notatie.",
        "{level} has not exactly one dekkingInTijd of type {type} with beginning and end in the same notation.",
    ),
    remedy=Text(
        "Neem een dekkingInTijd van dit type op met begindatum en einddatum.",
        "Record a dekkingInTijd of this type with beginning and end.",
    ),
)


def check(sidecar: SidecarFacts, context: Context) -> Iterator[Finding]:
    """Yield one finding when the wanted period is missing, double or half."""
    one, profile = sidecar.mdto, context.profile
    level = one.aggregatieniveau.label if isinstance(one, Informatieobject) and one.aggregatieniveau else None
    if level not in profile.period_required_on or not isinstance(one, Informatieobject):
        return
    wanted = profile.period_type
    periods = [x for x in one.dekking_in_tijd if wanted is None or x.type.label.casefold() == wanted.casefold()]
    whole = [x for x in periods if x.einddatum is not None and len(x.einddatum) == len(x.begindatum)]
    if len(periods) != 1 or not whole:
        params = {"level": level or "-", "type": wanted or "-"}
        yield Finding(kind=KIND, place=sidecar.place("informatieobject/dekkingInTijd"), params=params)

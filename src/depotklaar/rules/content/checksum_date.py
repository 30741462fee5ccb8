"""A checksum was computed in the past."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Severity
from depotklaar.model.mdto import Bestand
from depotklaar.rules.interface import Context, SidecarFacts
from depotklaar.rules.periods import span

KIND = FindingKind(
    id="MDTO-R39-DATE",
    severity=Severity.WARNING,
    level=Level.OURS,
    clause="MDTO Gegevensgroepen 1.0.1, checksumDatum",
    text=Text(
        "checksumDatum is geen bestaand tijdstip of ligt in de toekomst.",
        "checksumDatum is no existing moment or lies in the future.",
    ),
    remedy=Text(
        "Noteer het moment waarop de checksum werkelijk is berekend.",
        "Write the moment at which the checksum was really computed.",
    ),
)


def check(sidecar: SidecarFacts, context: Context) -> Iterator[Finding]:
    """Yield each date that is none or lies more than a day after now."""
    if not isinstance(sidecar.mdto, Bestand):
        return
    today = span(context.now[:10])
    for number, one in enumerate(sidecar.mdto.checksum):
        when = span(one.datum)
        if when is None or (today is not None and (when[0] - today[1]).days > 1):
            yield Finding(kind=KIND, place=sidecar.place("checksumDatum", number))

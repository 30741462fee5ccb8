"""The algorithm of a checksum is labelled as the receiver wants."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Severity
from depotklaar.model.mdto import Bestand
from depotklaar.rules.interface import Context, SidecarFacts

KIND = FindingKind(
    id="RECEIVER-ALGORITHM",
    severity=Severity.ERROR,
    level=Level.RECEIVER,
    clause="Profiel van de ontvanger, mdto.checksumalgoritmen",
    text=Text(
        "Het algoritme van de checksum heet {label}; deze ontvanger kent alleen: {labels}.",
        "The algorithm of the checksum is called {label}; this receiver knows only: {labels}.",
    ),
    remedy=Text(
        "Gebruik een algoritme dat de ontvanger kent, met precies dat label.",
        "Use an algorithm that the receiver knows, with exactly that label.",
    ),
)


def check(sidecar: SidecarFacts, context: Context) -> Iterator[Finding]:
    """Yield each checksum with another label, compared letter by letter."""
    known = context.profile.checksum_labels
    if not known or not isinstance(sidecar.mdto, Bestand):
        return
    for number, one in enumerate(sidecar.mdto.checksum):
        if one.algoritme.label not in known:
            params = {"label": one.algoritme.label, "labels": ", ".join(known)}
            yield Finding(kind=KIND, place=sidecar.place("checksumAlgoritme", number), params=params)

"""Attributes of which the receiver wants one occur once."""

import re
from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Severity
from depotklaar.model.mdto import Bestand
from depotklaar.rules.interface import Context, SidecarFacts

KIND = FindingKind(
    id="RECEIVER-SINGLE",
    severity=Severity.ERROR,
    level=Level.RECEIVER,
    clause="Profiel van de ontvanger, mdto.enkelvoudig",
    text=Text(
        "{name} komt {count} keer voor; deze ontvanger neemt er precies één aan.",
        "{name} occurs {count} times; this receiver accepts exactly one.",
    ),
    remedy=Text(
        "Kies de waarde die moet gelden en zet de andere in omschrijving of aanvullende metagegevens.",
        "Choose the value that is to hold and put the others in omschrijving or additional metadata.",
    ),
)


def check(sidecar: SidecarFacts, context: Context) -> Iterator[Finding]:
    """Yield each attribute of the profile's list that has more than one value in one object."""
    if sidecar.mdto is None:
        return
    for name in context.profile.single:
        values = getattr(sidecar.mdto, re.sub("([A-Z])", r"_\1", name).lower(), ())
        if isinstance(values, tuple) and len(values) > 1:
            kind = "bestand" if isinstance(sidecar.mdto, Bestand) else "informatieobject"
            params: dict[str, str | int] = {"name": name, "count": len(values)}
            yield Finding(kind=KIND, place=sidecar.place(f"{kind}/{name}", 1), params=params)

"""omvang is a whole number without sign or leading zeros."""

import re
from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Severity
from depotklaar.rules.interface import Context, SidecarFacts

KIND = FindingKind(
    id="MDTO-R7",
    severity=Severity.ERROR,
    level=Level.NORM,
    clause="MDTO introductie, gehele getallen; Metagegevensschema 1.0.1, omvang",
    text=Text(
        "omvang is geen geheel getal van nul of meer zonder voorloopnullen.",
        "omvang is no whole number of zero or more without leading zeros.",
    ),
    remedy=Text(
        "Noteer de omvang in bytes, alleen in cijfers.",
        "Write the size in bytes, in digits only.",
    ),
)

_WHOLE = re.compile(r"0|[1-9][0-9]*")


def check(sidecar: SidecarFacts, context: Context) -> Iterator[Finding]:
    """Yield one finding when omvang is written otherwise."""
    if sidecar.omvang is not None and not _WHOLE.fullmatch(sidecar.omvang.strip()):
        yield Finding(kind=KIND, place=sidecar.place("bestand/omvang"))

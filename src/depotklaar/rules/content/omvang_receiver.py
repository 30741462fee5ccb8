"""The stated size can be read by the receiver."""

import re
from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Severity
from depotklaar.rules.interface import Context, SidecarFacts

KIND = FindingKind(
    id="RECEIVER-OMVANG",
    severity=Severity.WARNING,
    level=Level.RECEIVER,
    clause="Noord-Hollands Archief, preingest-api, MetadataValidationHandler: omvang als geheel getal van 32 bits",
    text=Text(
        "De ontvanger leest omvang als een geheel getal van 32 bits en kan deze waarde niet lezen.",
        "The receiver reads omvang as a whole number of 32 bits and cannot read this value.",
    ),
    remedy=Text(
        "Overleg met de ontvanger over bestanden van 2 GiB of meer.",
        "Consult the receiver about files of 2 GiB or more.",
    ),
)

_WHOLE = re.compile(r"[\t-\r ]*[+-]?[0-9]+[\t-\r \0]*")
_LEAST, _MOST = -(2**31), 2**31 - 1
_LONGEST = 400


def check(sidecar: SidecarFacts, context: Context) -> Iterator[Finding]:
    """Yield one finding when the value is no such number."""
    if KIND.id not in context.profile.checks or sidecar.omvang is None:
        return
    text = sidecar.omvang
    if len(text) > _LONGEST or not _WHOLE.fullmatch(text) or not _LEAST <= int(text) <= _MOST:
        yield Finding(kind=KIND, place=sidecar.place("bestand/omvang"))

"""A checksum has as many hexadecimal digits as its algorithm gives."""

import re
from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Severity
from depotklaar.model.mdto import Bestand
from depotklaar.rules.algorithms import DIGITS, hash_name
from depotklaar.rules.interface import Context, SidecarFacts

KIND = FindingKind(
    id="MDTO-R39",
    severity=Severity.ERROR,
    level=Level.NORM,
    clause="MDTO Metagegevensschema 1.0.1, checksum; Gegevensgroepen, checksumAlgoritme en checksumWaarde",
    text=Text(
        "De checksum past niet bij het algoritme {algorithm}: verwacht worden {length} hexadecimale cijfers.",
        "The checksum does not fit the algorithm {algorithm}: {length} hexadecimal digits are expected.",
    ),
    remedy=Text(
        "Bereken de checksum opnieuw of verbeter de naam van het algoritme.",
        "Compute the checksum again or correct the name of the algorithm.",
    ),
)


def check(sidecar: SidecarFacts, context: Context) -> Iterator[Finding]:
    """Yield each value that cannot be of its algorithm; an unknown algorithm is another rule's."""
    if not isinstance(sidecar.mdto, Bestand):
        return
    for number, one in enumerate(sidecar.mdto.checksum):
        name = hash_name(one.algoritme.label)
        length = DIGITS.get(name or "", 0)
        if name is not None and not re.fullmatch(rf"[0-9A-Fa-f]{{{length}}}", one.waarde.strip()):
            params: dict[str, str | int] = {"algorithm": one.algoritme.label, "length": length}
            yield Finding(kind=KIND, place=sidecar.place("checksumWaarde", number), params=params)

"""A format from PRONOM is given by its PUID."""

import re
from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Severity
from depotklaar.model.mdto import Bestand
from depotklaar.rules.interface import Context, SidecarFacts

KIND = FindingKind(
    id="MDTO-R38",
    severity=Severity.ERROR,
    level=Level.NORM,
    clause="MDTO Metagegevensschema 1.0.1, bestandsformaat; PRONOM",
    text=Text(
        "Het bestandsformaat verwijst naar PRONOM, maar {code} is geen PUID.",
        "The bestandsformaat refers to PRONOM, but {code} is no PUID.",
    ),
    remedy=Text(
        "Vul begripCode met de PUID, zoals fmt/95 of x-fmt/111, of noem een andere begrippenlijst.",
        "Fill begripCode with the PUID, such as fmt/95 or x-fmt/111, or name another list.",
    ),
)

_PUID = re.compile(r"(x-)?fmt/[1-9][0-9]*")


def check(sidecar: SidecarFacts, context: Context) -> Iterator[Finding]:
    """Yield one finding when PRONOM is the list and the code is no PUID."""
    if not isinstance(sidecar.mdto, Bestand):
        return
    term = sidecar.mdto.bestandsformaat
    if "pronom" in term.begrippenlijst.naam.casefold() and not _PUID.fullmatch(term.code or ""):
        place = sidecar.place("bestand/bestandsformaat")
        yield Finding(kind=KIND, place=place, params={"code": term.code or "-"})

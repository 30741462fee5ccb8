"""The appraisal comes from MDTO's closed list, and its code and label agree."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Severity
from depotklaar.model.mdto import Informatieobject
from depotklaar.rules.interface import Context, SidecarFacts

KIND = FindingKind(
    id="MDTO-R15",
    severity=Severity.ERROR,
    level=Level.NORM,
    clause="MDTO Metagegevensschema 1.0.1, waardering; Begrippenlijst Waarderingen (gesloten)",
    text=Text(
        "De waardering met code {code} en label {label} staat niet in de gesloten begrippenlijst van MDTO.",
        "The waardering with code {code} and label {label} is not in MDTO's closed list.",
    ),
    remedy=Text(
        "Kies B Blijvend te bewaren, V Tijdelijk te bewaren of N Nader te bepalen; is de waardering onbekend, dan N.",
        "Choose B Blijvend te bewaren, V Tijdelijk te bewaren or N Nader te bepalen; when it is unknown, N.",
    ),
)

TERMS = {"B": "Blijvend te bewaren", "V": "Tijdelijk te bewaren", "N": "Nader te bepalen"}


def check(sidecar: SidecarFacts, context: Context) -> Iterator[Finding]:
    """Yield one finding when code and label are not those of one term; an absent code is not held against it."""
    if not isinstance(sidecar.mdto, Informatieobject):
        return
    term = sidecar.mdto.waardering
    known = term.label in TERMS.values() if term.code is None else TERMS.get(term.code) == term.label
    if not known:
        params = {"code": term.code or "-", "label": term.label}
        yield Finding(kind=KIND, place=sidecar.place("informatieobject/waardering"), params=params)

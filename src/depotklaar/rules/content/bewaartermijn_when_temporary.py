"""An object to be kept temporarily has a retention term."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Severity
from depotklaar.model.mdto import Informatieobject
from depotklaar.rules.interface import Context, SidecarFacts

KIND = FindingKind(
    id="MDTO-R18",
    severity=Severity.WARNING,
    level=Level.IF_KNOWN,
    clause="MDTO Metagegevensschema 1.0.1, bewaartermijn: verplicht indien bekend",
    text=Text(
        "De waardering is V (tijdelijk te bewaren), maar er is geen bewaartermijn.",
        "The waardering is V (to be kept temporarily), but there is no bewaartermijn.",
    ),
    remedy=Text(
        "Neem de bewaartermijn uit de selectielijst op, anders kan vernietiging nooit aan de orde komen.",
        "Record the term of the selection list, or destruction can never fall due.",
    ),
)


def check(sidecar: SidecarFacts, context: Context) -> Iterator[Finding]:
    """Yield one finding when V stands without a term."""
    one = sidecar.mdto
    if isinstance(one, Informatieobject) and one.bewaartermijn is None:
        value = one.waardering.code or one.waardering.label
        if value in ("V", "Tijdelijk te bewaren"):
            yield Finding(kind=KIND, place=sidecar.place("informatieobject/waardering"))

"""A retention term is recorded only with waardering V."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Severity
from depotklaar.model.mdto import Informatieobject
from depotklaar.rules.interface import Context, SidecarFacts

KIND = FindingKind(
    id="MDTO-R17",
    severity=Severity.ERROR,
    level=Level.NORM,
    clause="MDTO Metagegevensschema 1.0.1, bewaartermijn",
    text=Text(
        "Er is een bewaartermijn vastgelegd, terwijl de waardering niet V (tijdelijk te bewaren) is.",
        "A bewaartermijn is recorded although the waardering is not V (to be kept temporarily).",
    ),
    remedy=Text(
        "Verwijder de bewaartermijn of verbeter de waardering.",
        "Remove the bewaartermijn or correct the waardering.",
    ),
)


def check(sidecar: SidecarFacts, context: Context) -> Iterator[Finding]:
    """Yield one finding when a term stands beside an appraisal other than V."""
    one = sidecar.mdto
    if isinstance(one, Informatieobject) and one.bewaartermijn is not None:
        value = one.waardering.code or one.waardering.label
        if value not in ("V", "Tijdelijk te bewaren"):
            yield Finding(kind=KIND, place=sidecar.place("informatieobject/bewaartermijn"))

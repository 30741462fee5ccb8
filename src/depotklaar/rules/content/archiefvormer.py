"""An informatieobject has an archiefvormer."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Severity
from depotklaar.model.mdto import Informatieobject
from depotklaar.rules.blankness import is_blank
from depotklaar.rules.interface import Context, SidecarFacts

KIND = FindingKind(
    id="MDTO-R32",
    severity=Severity.ERROR,
    level=Level.NORM,
    clause="MDTO Metagegevensschema 1.0.1, archiefvormer",
    text=Text(
        "Het informatieobject heeft geen archiefvormer met een naam.",
        "The informatieobject has no archiefvormer with a name.",
    ),
    remedy=Text(
        "Noem de organisatie die het informatieobject opmaakte of ontving.",
        "Name the organisation that made or received the informatieobject.",
    ),
)


def check(sidecar: SidecarFacts, context: Context) -> Iterator[Finding]:
    """Yield one finding when no archiefvormer bears a name."""
    one = sidecar.mdto
    if isinstance(one, Informatieobject) and not any(not is_blank(maker.naam) for maker in one.archiefvormer):
        yield Finding(kind=KIND, place=sidecar.place("archiefvormer"))

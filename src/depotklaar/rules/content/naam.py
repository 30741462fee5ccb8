"""An object has a name."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Severity
from depotklaar.rules.blankness import is_blank
from depotklaar.rules.interface import Context, SidecarFacts

KIND = FindingKind(
    id="MDTO-R4",
    severity=Severity.ERROR,
    level=Level.NORM,
    clause="MDTO Metagegevensschema 1.0.1, naam",
    text=Text(
        "Het object heeft geen naam.",
        "The object has no naam.",
    ),
    remedy=Text(
        "Geef het object een betekenisvolle naam.",
        "Give the object a meaningful naam.",
    ),
)


def check(sidecar: SidecarFacts, context: Context) -> Iterator[Finding]:
    """Yield one finding when the name is empty or shows nothing."""
    if sidecar.mdto is not None and is_blank(sidecar.mdto.naam):
        yield Finding(kind=KIND, place=sidecar.place("naam"))

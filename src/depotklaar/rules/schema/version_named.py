"""A metadata file names the version of MDTO that it follows."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Severity
from depotklaar.rules.interface import Context, SidecarFacts

KIND = FindingKind(
    id="SIP-VERSION",
    severity=Severity.WARNING,
    level=Level.NORM,
    clause="SIP-specificatie MDTO, metagegevensbestand: de MDTO-versie staat in het bestand",
    text=Text(
        "Het metagegevensbestand noemt niet volgens welke versie van MDTO het is gemaakt.",
        "The metadata file does not say which version of MDTO it follows.",
    ),
    remedy=Text(
        "Neem xsi:schemaLocation op met de naam van het XML-schema.",
        "Add xsi:schemaLocation with the name of the XML schema.",
    ),
)


def check(sidecar: SidecarFacts, context: Context) -> Iterator[Finding]:
    """Yield one finding when a readable file has no schema location."""
    if sidecar.malformed is None and not (sidecar.schema_location or "").strip():
        yield Finding(kind=KIND, place=sidecar.place())

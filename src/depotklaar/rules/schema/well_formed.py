"""A metadata file is well-formed XML of a reasonable size, without external entities."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.interface import Context, SidecarFacts

KIND = FindingKind(
    id="MDTO-XML",
    severity=Severity.ERROR,
    level=Level.NORM,
    clause="Extensible Markup Language (XML) 1.0; SIP-specificatie MDTO, metagegevensbestand",
    text=Text(
        "Het metagegevensbestand is niet als XML te lezen: {detail_nl}",
        "The metadata file cannot be read as XML: {detail_en}",
    ),
    remedy=Text(
        "Herstel het bestand of lever het opnieuw aan uit het bronsysteem.",
        "Repair the file or deliver it again from its source system.",
    ),
)


def check(sidecar: SidecarFacts, context: Context) -> Iterator[Finding]:
    """Yield the reader's refusal, if it refused."""
    fault = sidecar.malformed
    if fault is not None:
        params = {"detail_nl": fault.text.nl, "detail_en": fault.text.en}
        yield Finding(kind=KIND, place=Place(path=sidecar.path, line=fault.line), params=params)

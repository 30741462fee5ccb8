"""A metadata file is UTF-8."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Severity
from depotklaar.rules.interface import Context, SidecarFacts

KIND = FindingKind(
    id="RECEIVER-ENCODING",
    severity=Severity.ERROR,
    level=Level.RECEIVER,
    clause="Noord-Hollands Archief, pre-ingest, controle op tekencodering",
    text=Text(
        "Het metagegevensbestand is niet in UTF-8 gecodeerd.",
        "The metadata file is not encoded in UTF-8.",
    ),
    remedy=Text(
        "Sla het bestand op als UTF-8.",
        "Save the file as UTF-8.",
    ),
)


def check(sidecar: SidecarFacts, context: Context) -> Iterator[Finding]:
    """Yield one finding when the bytes are no UTF-8."""
    if not sidecar.utf8:
        yield Finding(kind=KIND, place=sidecar.place())

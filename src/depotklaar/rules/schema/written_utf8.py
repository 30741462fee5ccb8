"""A metadata file is written in UTF-8."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Severity
from depotklaar.rules.interface import Context, SidecarFacts

KIND = FindingKind(
    id="MDTO-UTF8",
    severity=Severity.WARNING,
    level=Level.OURS,
    clause="Gebruik bij e-depots: metagegevens in UTF-8; Extensible Markup Language (XML) 1.0, 4.3.3",
    text=Text(
        "Het metagegevensbestand is niet in UTF-8 gecodeerd, of zegt van zichzelf dat het dat niet is.",
        "The metadata file is not encoded in UTF-8, or says of itself that it is not.",
    ),
    remedy=Text(
        "Sla het bestand op als UTF-8.",
        "Save the file as UTF-8.",
    ),
)


def check(sidecar: SidecarFacts, context: Context) -> Iterator[Finding]:
    """Yield one finding when the bytes are no UTF-8 or another encoding is declared."""
    if not sidecar.utf8:
        yield Finding(kind=KIND, place=sidecar.place())

"""A metadata file is in the encoding that it declares."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Severity
from depotklaar.rules.interface import Context, SidecarFacts

KIND = FindingKind(
    id="MDTO-XML-ENCODING",
    severity=Severity.ERROR,
    level=Level.NORM,
    clause="Extensible Markup Language (XML) 1.0, 4.3.3: een andere codering dan verklaard is een fatale fout",
    text=Text(
        "Het metagegevensbestand is volgens zijn eerste bytes anders gecodeerd dan het van zichzelf zegt.",
        "The metadata file is, by its first bytes, encoded otherwise than it says of itself.",
    ),
    remedy=Text(
        'Sla het bestand op als UTF-8, met encoding="UTF-8" in de XML-declaratie.',
        'Save the file as UTF-8, with encoding="UTF-8" in the XML declaration.',
    ),
)


def check(sidecar: SidecarFacts, context: Context) -> Iterator[Finding]:
    """Yield one finding when byte order mark and declaration contradict each other; some parsers let that pass."""
    if sidecar.misdeclared:
        yield Finding(kind=KIND, place=sidecar.place())

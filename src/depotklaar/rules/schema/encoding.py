"""A metadata file is UTF-8 by its byte order mark, its stream or its declaration, as the receiver looks at it."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Severity
from depotklaar.rules.interface import Context, SidecarFacts

KIND = FindingKind(
    id="RECEIVER-ENCODING",
    severity=Severity.ERROR,
    level=Level.RECEIVER,
    clause="Noord-Hollands Archief, preingest-api, EncodingHandler",
    text=Text(
        "De ontvanger ziet niet dat het metagegevensbestand UTF-8 is: het begint met het teken van UTF-16 of UTF-32.",
        "The receiver does not see that the metadata file is UTF-8: it begins with the mark of UTF-16 or UTF-32.",
    ),
    remedy=Text(
        "Sla het bestand op als UTF-8.",
        "Save the file as UTF-8.",
    ),
)


def check(sidecar: SidecarFacts, context: Context) -> Iterator[Finding]:
    """Yield one finding when neither mark, stream nor declaration says UTF-8.

    A stream without a mark counts as UTF-8 there, whatever its bytes; what cannot be read as XML is another rule's.
    """
    if KIND.id in context.profile.checks and sidecar.wide:
        yield Finding(kind=KIND, place=sidecar.place())

"""Says which documents carry macros."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.format_facts import with_trait
from depotklaar.rules.interface import Context, PackageFacts

KIND = FindingKind(
    id="FORMAT-MACROS",
    severity=Severity.WARNING,
    level=Level.OURS,
    clause="Noord-Hollands Archief, preingest-api: controle op wachtwoorden (gemeld)",
    text=Text(
        "Dit document bevat macro’s: programma’s die bij het openen iets kunnen doen.",
        "This document holds macros: programs that may act when it is opened.",
    ),
    remedy=Text(
        "Ga na of de macro’s nodig zijn om het document te begrijpen; zo niet, lever het zonder macro’s aan.",
        "Find out whether the macros are needed to understand the document; if not, deliver it without them.",
    ),
)


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield each document with macros."""
    for file in with_trait(package, "macros"):
        yield Finding(kind=KIND, place=Place(path=file.path))

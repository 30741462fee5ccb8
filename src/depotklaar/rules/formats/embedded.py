"""Says which documents carry other files."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.format_facts import with_trait
from depotklaar.rules.interface import Context, PackageFacts

KIND = FindingKind(
    id="FORMAT-EMBEDDED",
    severity=Severity.INFO,
    level=Level.OURS,
    clause="Noord-Hollands Archief, preingest-api: controle op wachtwoorden (gemeld)",
    text=Text(
        "In dit document zitten andere bestanden, waarvan het formaat niet apart is bepaald.",
        "This document holds other files, of which the format was not found separately.",
    ),
    remedy=Text(
        "Ga na of die bestanden archiefwaardig zijn; lever ze dan ook apart aan.",
        "Find out whether those files are worth keeping; if so, deliver them separately too.",
    ),
)


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield each document with files embedded."""
    for file in with_trait(package, "embedded"):
        yield Finding(kind=KIND, place=Place(path=file.path))

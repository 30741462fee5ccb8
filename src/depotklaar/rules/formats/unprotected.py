"""A document can be opened without a password."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.format_facts import with_trait
from depotklaar.rules.interface import Context, PackageFacts

KIND = FindingKind(
    id="FORMAT-PROTECTED",
    severity=Severity.WARNING,
    level=Level.OURS,
    clause="Archiefregeling, art. 26; Noord-Hollands Archief, preingest-api: controle op wachtwoorden",
    text=Text(
        "Dit bestand is beveiligd: het is versleuteld, of zonder wachtwoord niet vrij te gebruiken.",
        "This file is protected: it is encrypted, or cannot be used freely without a password.",
    ),
    remedy=Text(
        "Haal de beveiliging er in het bronsysteem af en lever het bestand opnieuw aan; bewaar tot dan het wachtwoord.",
        "Take the protection off in the source system and deliver the file again; keep the password until then.",
    ),
)


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield each PDF, Office file or zip that is protected."""
    for file in with_trait(package, "protected"):
        yield Finding(kind=KIND, place=Place(path=file.path))

"""Says of which files not everything was looked at."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.format_facts import with_trait
from depotklaar.rules.interface import Context, PackageFacts

KIND = FindingKind(
    id="FORMAT-PARTLY",
    severity=Severity.WARNING,
    level=Level.OURS,
    clause="depotklaar, grenzen bij het bepalen van formaten (docs/formaten.md)",
    text=Text(
        "Dit bestand is te groot om helemaal te bekijken; formaat, beveiliging of macro’s kunnen zijn gemist.",
        "This file is too large to be looked at whole; format, protection or macros may have been missed.",
    ),
    remedy=Text(
        "Pak een container uit en beoordeel de map; laat een document van deze omvang met de hand bekijken.",
        "Unpack a container and judge the folder; have a document of this size looked at by hand.",
    ),
)


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield each file of which only a part was seen."""
    for file in with_trait(package, "partly", "unopened"):
        yield Finding(kind=KIND, place=Place(path=file.path))

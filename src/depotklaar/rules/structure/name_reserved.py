"""No name is one that the receiver has reserved."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.interface import Context, PackageFacts
from depotklaar.rules.package_names import names_of

KIND = FindingKind(
    id="RECEIVER-RESERVED",
    severity=Severity.ERROR,
    level=Level.RECEIVER,
    clause="Profiel van de ontvanger, namen.gereserveerd",
    text=Text(
        "Deze naam is bij de ontvanger gereserveerd, of bestaat alleen uit punten.",
        "This name is reserved by the receiver, or is only dots.",
    ),
    remedy=Text(
        "Geef een andere naam.",
        "Give another name.",
    ),
)


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield each whole name that is reserved, in whatever case, or only dots; an extension makes another name."""
    reserved = {name.casefold() for name in context.profile.names.reserved}
    for path, name in names_of(package) if reserved else ():
        if name.casefold() in reserved or not name.strip("."):
            yield Finding(kind=KIND, place=Place(path=path))

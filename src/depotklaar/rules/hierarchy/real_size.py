"""omvang equals the real size of the file."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.interface import Context, PackageFacts

KIND = FindingKind(
    id="MDTO-R7-SIZE",
    severity=Severity.ERROR,
    level=Level.NORM,
    clause="MDTO Metagegevensschema 1.0.1, omvang: aantal bytes in het bestand",
    text=Text(
        "Volgens de metagegevens telt het bestand {stated} bytes, in werkelijkheid {found}.",
        "The metadata say that the file has {stated} bytes, in reality {found}.",
    ),
    remedy=Text(
        "Vraag het bestand opnieuw op, of verbeter de metagegevens in het bronsysteem.",
        "Ask for the file again, or correct the metadata in the source system.",
    ),
)


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield each file of another size."""
    for one in package.objects:
        file = package.files.get(one.describes or "")
        if one.size is not None and file is not None and one.size != file.size:
            place = Place(path=one.describes, element="bestand/omvang")
            yield Finding(kind=KIND, place=place, params={"stated": str(one.size), "found": file.size})

"""Each checksum equals the one computed from the file."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.algorithms import hash_name
from depotklaar.rules.interface import Context, PackageFacts

KIND = FindingKind(
    id="MDTO-R39-VALUE",
    severity=Severity.ERROR,
    level=Level.NORM,
    clause="MDTO Metagegevensschema 1.0.1, checksum: of het bestand beschadigd of gewijzigd is",
    text=Text(
        "De checksum {algorithm} in de metagegevens is niet die van het bestand; een van beide is veranderd.",
        "The checksum {algorithm} in the metadata is not that of the file; one of them has changed.",
    ),
    remedy=Text(
        "Vraag het bestand en zijn metagegevens opnieuw op.",
        "Ask for the file and its metadata again.",
    ),
)


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield each checksum that differs; an algorithm that is not known here cannot be compared."""
    for one in package.objects:
        file = package.files.get(one.describes or "")
        for label, value in one.checksums if file is not None else ():
            found = file.digests.get(hash_name(label) or "") if file else None
            if found is not None and found != value.strip().lower():
                place = Place(path=one.describes, element="bestand/checksum")
                yield Finding(kind=KIND, place=place, params={"algorithm": label})

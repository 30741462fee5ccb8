"""The PUID in the metadata is that of the content."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.format_facts import possible, puid_in, stated
from depotklaar.rules.interface import Context, PackageFacts

KIND = FindingKind(
    id="FORMAT-PUID",
    severity=Severity.WARNING,
    level=Level.OURS,
    clause="MDTO Metagegevensschema 1.0.1, bestandsformaat; PRONOM",
    text=Text(
        "Volgens de metagegevens heeft dit bestand formaat {stated}; de inhoud is {found} ({name}).",
        "The metadata say that this file has format {stated}; its content is {found} ({name}).",
    ),
    remedy=Text(
        "Laat het formaat opnieuw bepalen met actuele signaturen van PRONOM en verbeter bestandsformaat.",
        "Have the format found anew with recent signatures of PRONOM, and correct bestandsformaat.",
    ),
)


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield each file of which the metadata name another PUID than any that fits its content."""
    for file, opinion, term in stated(package):
        puid = puid_in(term)
        if puid is not None and puid not in possible(opinion):
            place = Place(path=file.path, element="bestand/bestandsformaat/begripCode")
            params = {"stated": puid, "found": opinion.puid, "name": opinion.name}
            yield Finding(kind=KIND, place=place, params=params)

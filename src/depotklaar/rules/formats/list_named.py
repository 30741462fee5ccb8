"""A PUID comes with the name of the register that it is from."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.format_facts import puid_in
from depotklaar.rules.interface import Context, PackageFacts

KIND = FindingKind(
    id="FORMAT-LIST",
    severity=Severity.INFO,
    level=Level.OURS,
    clause="MDTO Metagegevensschema 1.0.1, bestandsformaat; begrippenlijst PRONOM-register in het voorbeeld",
    text=Text(
        "De code {puid} is een PUID, maar als begrippenlijst staat er “{list}”.",
        "The code {puid} is a PUID, but the begrippenlijst is called “{list}”.",
    ),
    remedy=Text(
        "Noem de begrippenlijst PRONOM-register.",
        "Call the begrippenlijst PRONOM-register.",
    ),
)


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield each file whose PUID stands under a list of another name."""
    for one in package.objects:
        puid = puid_in(one.format) if one.format is not None else None
        if one.format is not None and puid is not None and "pronom" not in one.format.begrippenlijst.naam.casefold():
            place = Place(path=one.path, element="bestand/bestandsformaat/begripBegrippenlijst")
            yield Finding(kind=KIND, place=place, params={"puid": puid, "list": one.format.begrippenlijst.naam})

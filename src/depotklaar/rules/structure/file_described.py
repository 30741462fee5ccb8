"""Each file has its metadata file beside it."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.interface import Context, PackageFacts
from depotklaar.rules.leftovers import left_by

KIND = FindingKind(
    id="SIP-R44",
    severity=Severity.ERROR,
    level=Level.NORM,
    clause="SIP-specificatie MDTO, sidecarstructuur: elk bestand heeft metagegevens naast zich",
    text=Text(
        "Het bestand{left_nl} heeft geen metagegevensbestand naast zich.",
        "The file{left_en} has no metadata file beside it.",
    ),
    remedy=Text(
        "Zet het metagegevensbestand ernaast, of lever het bestand niet mee als het geen deel is van het archief.",
        "Put the metadata file beside it, or leave the file out when it is no part of the archive.",
    ),
)


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield each file that nothing describes."""
    described = set(package.layout.sidecars.values())
    for path in package.layout.content_files:
        if path not in described:
            left = left_by(path)
            yield Finding(kind=KIND, place=Place(path=path), params={"left_nl": left.nl, "left_en": left.en})

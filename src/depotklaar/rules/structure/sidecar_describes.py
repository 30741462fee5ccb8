"""Each metadata file has its file or folder."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.interface import Context, PackageFacts

KIND = FindingKind(
    id="SIP-R44-ORPHAN",
    severity=Severity.ERROR,
    level=Level.NORM,
    clause="SIP-specificatie MDTO, sidecarstructuur: een object per metagegevensbestand",
    text=Text(
        "Het metagegevensbestand hoort bij geen enkel bestand en geen enkele map.",
        "The metadata file belongs to no file and no folder.",
    ),
    remedy=Text(
        "Lever het beschreven bestand mee, of verbeter de naam.",
        "Deliver the file described, or correct the name.",
    ),
)


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield each metadata file that describes nothing."""
    for path, described in package.layout.sidecars.items():
        if described is None:
            yield Finding(kind=KIND, place=Place(path=path))

"""A delivery holds metadata of one standard only."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.interface import Context, PackageFacts

KIND = FindingKind(
    id="RECEIVER-MIXED",
    severity=Severity.ERROR,
    level=Level.RECEIVER,
    clause="Noord-Hollands Archief, preingest-api, AbstractPreingestHandler: ToPX of MDTO, niet beide",
    text=Text(
        "Naast metagegevens volgens MDTO staat dit bestand met metagegevens volgens ToPX; de ontvanger weigert dat.",
        "Beside metadata in MDTO stands this file with metadata in ToPX; the receiver refuses that.",
    ),
    remedy=Text(
        "Lever alles in één standaard aan, of verdeel de aanlevering.",
        "Deliver everything in one standard, or divide the delivery.",
    ),
)

_TOPX = ".metadata"


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield each file with the suffix of ToPX in a package that has metadata files of MDTO."""
    if KIND.id not in context.profile.checks or not package.layout.sidecars:
        return
    for path in sorted(package.files):
        if path.endswith(_TOPX):
            yield Finding(kind=KIND, place=Place(path=path))

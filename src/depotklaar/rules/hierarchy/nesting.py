"""Levels, from top to file, follow the receiver's pattern."""

import re
from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.interface import Context, PackageFacts
from depotklaar.rules.kinship import levels_above

KIND = FindingKind(
    id="RECEIVER-NESTING",
    severity=Severity.ERROR,
    level=Level.RECEIVER,
    clause="Profiel van de ontvanger, mdto.nesteling",
    text=Text(
        "De opeenvolging van niveaus {levels} is bij deze ontvanger niet toegestaan.",
        "The succession of levels {levels} is not allowed by this receiver.",
    ),
    remedy=Text(
        "Deel de aggregaties in zoals de ontvanger vraagt.",
        "Arrange the aggregations as the receiver asks.",
    ),
)


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield each bestand whose chain of levels does not fit; the same chain in one folder is told once.

    The pattern is sought as the receiver wrote it: what it does not tie to the beginning or end may stand anywhere.
    """
    if context.profile.nesting is None:
        return
    pattern, told = re.compile(context.profile.nesting), set()
    for one in package.objects:
        if one.kind == "bestand" and one.describes is not None:
            folder = one.describes.rpartition("/")[0]
            levels = "|".join((*levels_above(package, one), "Bestand"))
            if folder not in told and not pattern.search(levels):
                told.add(folder)
                yield Finding(kind=KIND, place=Place(path=one.path), params={"levels": levels})

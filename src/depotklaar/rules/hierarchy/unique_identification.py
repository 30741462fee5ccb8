"""No two objects share an identification."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.interface import Context, PackageFacts

KIND = FindingKind(
    id="MDTO-R2",
    severity=Severity.ERROR,
    level=Level.NORM,
    clause="MDTO Metagegevensschema 1.0.1, identificatieKenmerk: uniek binnen de bron",
    text=Text(
        "De identificatie {mark} van bron {source} hoort ook bij {other}.",
        "The identification {mark} of source {source} also belongs to {other}.",
    ),
    remedy=Text(
        "Geef elk object een eigen identificatie.",
        "Give each object an identification of its own.",
    ),
)


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield each object that bears the identification of an earlier one."""
    for one in package.objects:
        for mark in one.identifications:
            first = package.by_id[mark]
            if first.path != one.path:
                params = {"mark": mark.kenmerk, "source": mark.bron, "other": first.path}
                yield Finding(kind=KIND, place=Place(path=one.path, element="identificatie"), params=params)

"""Files lie only under the levels that the receiver names."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.interface import Context, PackageFacts

KIND = FindingKind(
    id="RECEIVER-FILES-UNDER",
    severity=Severity.ERROR,
    level=Level.RECEIVER,
    clause="Profiel van de ontvanger, mdto.bestanden_alleen_onder",
    text=Text(
        "Het bestand ligt onder het niveau {level}; deze ontvanger staat bestanden alleen toe onder: {levels}.",
        "The file lies under level {level}; this receiver allows files only under: {levels}.",
    ),
    remedy=Text(
        "Zet het bestand in een aggregatie van een toegestaan niveau.",
        "Put the file in an aggregation of an allowed level.",
    ),
)


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield each bestand in a folder of another level."""
    allowed = context.profile.files_only_under
    for one in package.objects if allowed else ():
        above = package.parent_by_place(one)
        level = above.level if above is not None else None
        if one.kind == "bestand" and one.describes is not None and level not in allowed:
            params = {"level": level or "-", "levels": ", ".join(allowed)}
            yield Finding(kind=KIND, place=Place(path=one.path), params=params)

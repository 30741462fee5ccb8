"""The pakbon's target is the parent of the top object."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.interface import Context, PackageFacts

KIND = FindingKind(
    id="PAKBON-TARGET",
    severity=Severity.WARNING,
    level=Level.NORM,
    clause="SIP-specificatie MDTO, pakbon: doellocatie",
    text=Text(
        "De doellocatie in de pakbon ({stated}) is niet de ouder waarnaar het bovenste object verwijst.",
        "The target location in the pakbon ({stated}) is not the parent to which the top object refers.",
    ),
    remedy=Text(
        "Noem in de pakbon en in isOnderdeelVan dezelfde plaats.",
        "Name the same place in the pakbon and in isOnderdeelVan.",
    ),
)


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield one finding when no reference of a top object to the outside bears the target's name or mark."""
    bon = package.pakbon.pakbon if package.pakbon else None
    if bon is None or package.pakbon is None or not bon.target_location.strip():
        return
    names: set[str] = set()
    for one in package.objects:
        if one.kind == "informatieobject" and package.is_top(one):
            for reference in one.parents:
                names |= {reference.naam} | ({reference.identificatie.kenmerk} if reference.identificatie else set())
    stated = bon.target_location.strip()
    if names and not any(name and (name in stated or stated in name) for name in names):
        yield Finding(kind=KIND, place=Place(path=package.pakbon.path), params={"stated": stated})

"""The pakbon's counts and bytes are those of the package."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.interface import Context, PackageFacts

KIND = FindingKind(
    id="PAKBON-R56",
    severity=Severity.ERROR,
    level=Level.NORM,
    clause="SIP-specificatie MDTO, pakbon: aantallen en omvang",
    text=Text(
        "De pakbon zegt {stated} bij {field}; in het pakket zijn het er {found}.",
        "The pakbon says {stated} for {field}; the package holds {found}.",
    ),
    remedy=Text(
        "Zoek uit wat er ontbreekt of te veel is, en vraag het pakket opnieuw op.",
        "Find out what is missing or too many, and ask for the package again.",
    ),
)


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield each count that differs. Content is what does not end in the suffix of metadata files; in a bag in data."""
    bon = package.pakbon.pakbon if package.pakbon else None
    if bon is None or package.pakbon is None:
        return
    content = [package.files[path].size for path in package.layout.content_files]
    counted = {
        "informatieobjecten": (bon.informatieobjecten, sum(x.kind == "informatieobject" for x in package.objects)),
        "bestanden": (bon.bestanden, sum(x.kind == "bestand" for x in package.objects)),
        "content_files": (bon.content_files, len(content)),
        "content_bytes": (bon.content_bytes, sum(content)),
    }
    for name, (stated, found) in counted.items():
        if stated != found:
            params: dict[str, str | int] = {"field": name, "stated": stated, "found": found}
            yield Finding(kind=KIND, place=Place(path=package.pakbon.path), params=params)

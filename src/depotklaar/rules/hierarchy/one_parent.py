"""An informatieobject has exactly one parent, given in its metadata."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.interface import Context, PackageFacts
from depotklaar.rules.kinship import parents_by_path

KIND = FindingKind(
    id="SIP-R46",
    severity=Severity.ERROR,
    level=Level.NORM,
    clause="SIP-specificatie MDTO, een informatieobject heeft precies één hiërarchische ouder",
    text=Text(
        "Het object heeft volgens de metagegevens {count} ouders; precies één is toegestaan.",
        "The object has {count} parents according to the metadata; exactly one is allowed.",
    ),
    remedy=Text(
        "Houd één ouder over; andere ordeningen horen in gerelateerdInformatieobject.",
        "Keep one parent; other orderings belong in gerelateerdInformatieobject.",
    ),
)


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield each informatieobject below the top with no parent or several, counted over both directions."""
    above = parents_by_path(package)
    for one in package.objects:
        if one.kind != "informatieobject":
            continue
        count = max(len(one.parents), len(above.get(one.path, ())))
        if count > 1 or (count == 0 and not package.is_top(one)):
            yield Finding(kind=KIND, place=Place(path=one.path, element="isOnderdeelVan"), params={"count": count})

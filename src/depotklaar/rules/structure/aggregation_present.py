"""A delivery has at least one level of aggregation."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Severity
from depotklaar.rules.interface import Context, PackageFacts

KIND = FindingKind(
    id="SIP-R47",
    severity=Severity.ERROR,
    level=Level.NORM,
    clause="SIP-specificatie MDTO, minimaal een aggregatieniveau",
    text=Text(
        "De aanlevering bevat geen enkel informatieobject.",
        "The delivery holds no informatieobject at all.",
    ),
    remedy=Text(
        "Lever bij de bestanden ten minste één aggregatie met metagegevens.",
        "Deliver at least one aggregation with metadata with the files.",
    ),
)


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield one finding when no metadata file describes an informatieobject."""
    if not any(one.kind == "informatieobject" for one in package.objects):
        yield Finding(kind=KIND)

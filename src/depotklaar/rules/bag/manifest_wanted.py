"""A bag has the manifests that the receiver asks for."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Severity
from depotklaar.rules.interface import Context, PackageFacts

KIND = FindingKind(
    id="RECEIVER-MANIFEST",
    severity=Severity.WARNING,
    level=Level.RECEIVER,
    clause="Profiel van de ontvanger, pakket.manifesten",
    text=Text(
        "De ontvanger vraagt een manifest van {algorithm}, maar dat ontbreekt.",
        "The receiver asks for a manifest of {algorithm}, but there is none.",
    ),
    remedy=Text(
        "Voeg het manifest toe.",
        "Add the manifest.",
    ),
)


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield each wanted algorithm without payload manifest."""
    if package.bag is not None:
        found = {one.algorithm for one in package.bag.manifests if one.payload}
        for algorithm in context.profile.manifests:
            if algorithm not in found:
                yield Finding(kind=KIND, params={"algorithm": algorithm})

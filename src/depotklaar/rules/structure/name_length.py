"""A name has at most 255 characters, or as many as the receiver allows."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.interface import Context, PackageFacts

KIND = FindingKind(
    id="SIP-R51",
    severity=Severity.ERROR,
    level=Level.NORM,
    clause="SIP-specificatie MDTO, naamgeving: ten hoogste 255 tekens",
    text=Text(
        "De naam telt {length} tekens; ten hoogste {most} is toegestaan.",
        "The name has {length} characters; at most {most} are allowed.",
    ),
    remedy=Text(
        "Kort de naam in.",
        "Shorten the name.",
    ),
)

NORM = 255


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield each name that is longer than the norm or the receiver allows."""
    most = min(NORM, context.profile.names.max_name)
    for path in sorted((*package.files, *package.folders)):
        length = len(path.rpartition("/")[2])
        if length > most:
            yield Finding(kind=KIND, place=Place(path=path), params={"length": length, "most": most})

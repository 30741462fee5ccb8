"""A name holds no characters that the receiver refuses."""

import re
from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.interface import Context, PackageFacts
from depotklaar.rules.package_names import names_of

KIND = FindingKind(
    id="RECEIVER-NAME",
    severity=Severity.ERROR,
    level=Level.RECEIVER,
    clause="Profiel van de ontvanger, namen.verboden",
    text=Text(
        "De naam bevat tekens die deze ontvanger weigert.",
        "The name holds characters that this receiver refuses.",
    ),
    remedy=Text(
        "Vervang deze tekens, bijvoorbeeld door een koppelteken.",
        "Replace these characters, for instance by a hyphen.",
    ),
)


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield each name in which the receiver's pattern is found."""
    if not context.profile.names.forbidden:
        return
    forbidden = re.compile(context.profile.names.forbidden)
    for path, name in names_of(package):
        if forbidden.search(name):
            yield Finding(kind=KIND, place=Place(path=path))

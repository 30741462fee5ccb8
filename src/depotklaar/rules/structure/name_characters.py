"""A name holds none of the characters that the norm forbids."""

import re
from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.interface import Context, PackageFacts

KIND = FindingKind(
    id="SIP-R52",
    severity=Severity.ERROR,
    level=Level.NORM,
    clause="SIP-specificatie MDTO, naamgeving: verboden tekens",
    text=Text(
        "De naam bevat verboden tekens: {signs}",
        "The name holds forbidden characters: {signs}",
    ),
    remedy=Text(
        "Vervang deze tekens, bijvoorbeeld door een koppelteken.",
        "Replace these characters, for instance by a hyphen.",
    ),
)

_FORBIDDEN = re.compile(r'[<>:"|?*#&\\ ]')


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield each name with such a character; the dots of extension and suffix are not held against it."""
    for path in sorted((*package.layout.content_files, *package.layout.sidecars, *package.layout.folders)):
        found = sorted(set(_FORBIDDEN.findall(path.rpartition("/")[2])))
        if found:
            signs = ", ".join("spatie/space" if sign == " " else sign for sign in found)
            yield Finding(kind=KIND, place=Place(path=path), params={"signs": signs})

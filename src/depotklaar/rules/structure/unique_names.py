"""Names are unique within the delivery, and apart from case and Unicode form."""

import unicodedata
from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.interface import Context, PackageFacts

KIND = FindingKind(
    id="SIP-R50",
    severity=Severity.ERROR,
    level=Level.NORM,
    clause="SIP-specificatie MDTO, naamgeving: namen zijn uniek binnen de aanlevering",
    text=Text(
        "De naam komt meer dan eens voor in de aanlevering, ook in {other}.",
        "The name occurs more than once in the delivery, also in {other}.",
    ),
    remedy=Text(
        "Geef elk bestand en elke map een eigen naam.",
        "Give each file and folder a name of its own.",
    ),
)


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield each file or folder whose name another one bears already, compared in NFC and without case."""
    first: dict[str, str] = {}
    for path in sorted((*package.layout.content_files, *package.layout.folders)):
        key = unicodedata.normalize("NFC", path.rpartition("/")[2]).casefold()
        other = first.setdefault(key, path)
        if other != path:
            yield Finding(kind=KIND, place=Place(path=path), params={"other": other})

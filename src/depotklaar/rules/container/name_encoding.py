"""Every name is readable text."""

import unicodedata
from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.interface import Context, PackageFacts

KIND = FindingKind(
    id="NAME-ENCODING",
    severity=Severity.ERROR,
    level=Level.OURS,
    clause="Namen als leesbare tekst (UTF-8)",
    text=Text(
        "De naam is geen UTF-8 of bevat onzichtbare stuurtekens.",
        "The name is not UTF-8 or holds invisible control characters.",
    ),
    remedy=Text(
        "Geef het bestand een naam van gewone tekens.",
        "Give the file a name of ordinary characters.",
    ),
)


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield each path with a lone surrogate, a control, a private or a formatting character."""
    for path in sorted({*package.files, *package.folders}):
        name = path.rpartition("/")[2]
        if name.isascii() and name.isprintable():
            continue
        if any(unicodedata.category(sign) in ("Cc", "Cf", "Cs", "Cn") for sign in name):
            yield Finding(kind=KIND, place=Place(path=path))

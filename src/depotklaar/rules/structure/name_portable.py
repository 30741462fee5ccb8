"""A name can exist on every common system."""

import re
from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.interface import Context, PackageFacts
from depotklaar.rules.package_names import names_of

KIND = FindingKind(
    id="STRUCTURE-NAME-PORTABLE",
    severity=Severity.WARNING,
    level=Level.OURS,
    clause="Gebruik bij e-depots: namen die op elk gangbaar systeem bestaan; Windows, naming files",
    text=Text(
        "De naam kan op Windows niet bestaan: hij eindigt op een punt of spatie, of is die van een apparaat.",
        "The name cannot exist on Windows: it ends in a dot or space, or is that of a device.",
    ),
    remedy=Text(
        "Geef een andere naam, bijvoorbeeld met een streepje ervoor of erachter.",
        "Give another name, for instance with a hyphen before or after it.",
    ),
)

_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[1-9]|lpt[1-9])(?:\..*)?", re.IGNORECASE)


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield each name that Windows cannot hold, for whatever extension follows."""
    for path, name in names_of(package):
        if name.endswith((".", " ")) or _DEVICE.fullmatch(name):
            yield Finding(kind=KIND, place=Place(path=path))

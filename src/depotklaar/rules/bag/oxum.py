"""Payload-Oxum equals the bytes and files in data."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.interface import Context, PackageFacts

KIND = FindingKind(
    id="BAG-OXUM",
    severity=Severity.ERROR,
    level=Level.NORM,
    clause="RFC 8493 (BagIt 1.0), 2.2.2 (Payload-Oxum)",
    text=Text(
        "Payload-Oxum zegt {stated}, maar in data staan {found} (bytes.bestanden).",
        "Payload-Oxum says {stated}, but data holds {found} (bytes.files).",
    ),
    remedy=Text(
        "Vraag het pakket opnieuw op, of maak de bag opnieuw.",
        "Ask for the package again, or make the bag anew.",
    ),
)


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield each stated sum that is not the real one."""
    payload = [file.size for path, file in package.files.items() if path.startswith("data/")]
    found = f"{sum(payload)}.{len(payload)}"
    for stated in package.bag.info_values("Payload-Oxum") if package.bag else ():
        if stated.strip() != found:
            place = Place(path=package.bag.info_path if package.bag else None)
            yield Finding(kind=KIND, place=place, params={"stated": stated, "found": found})

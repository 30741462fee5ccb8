"""The pakbon bears the mark of the package beside it."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.interface import Context, PackageFacts

KIND = FindingKind(
    id="PAKBON-MARK",
    severity=Severity.WARNING,
    level=Level.OURS,
    clause="SIP-specificatie MDTO, pakbon: kenmerk van de SIP; RFC 8493, 2.2.2, Internal-Sender-Identifier",
    text=Text(
        "Het kenmerk in de pakbon ({stated}) is niet dat van dit pakket ({found}).",
        "The mark in the pakbon ({stated}) is not that of this package ({found}).",
    ),
    remedy=Text(
        "Ga na of dit de goede pakbon is; geef pakbon, pakket en bag-info.txt hetzelfde kenmerk.",
        "Check whether this is the right pakbon; give pakbon, package and bag-info.txt the same mark.",
    ),
)

_LABELS = ("Internal-Sender-Identifier", "External-Identifier")


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield one finding when the mark is not the package's name, or is not among the identifiers in bag-info.txt.

    The name is not looked at when the pakbon names another package, of which PAKBON-NAME speaks; bag-info.txt not when
    it has no identifier.
    """
    bon = package.pakbon.pakbon if package.pakbon else None
    if bon is None or package.pakbon is None or not bon.id.strip():
        return
    stated = bon.id.strip()
    named = bon.package_name.strip().rstrip("/") in (package.name, package.file_name)
    found = package.name if named and stated not in (package.name, package.file_name) else _other_in(package, stated)
    if found is not None:
        yield Finding(kind=KIND, place=Place(path=package.pakbon.path), params={"stated": stated, "found": found})


def _other_in(package: PackageFacts, stated: str) -> str | None:
    """The identifiers in bag-info.txt, when there are any and none is the stated one."""
    bag = package.bag
    found = [value.strip() for label in _LABELS for value in bag.info_values(label)] if bag else []
    return ", ".join(found) if found and stated not in found else None

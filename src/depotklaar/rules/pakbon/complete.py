"""A pakbon is filled in completely."""

import re
from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.blankness import is_blank
from depotklaar.rules.interface import Context, PackageFacts
from depotklaar.rules.periods import span

KIND = FindingKind(
    id="PAKBON-R55",
    severity=Severity.ERROR,
    level=Level.NORM,
    clause="SIP-specificatie MDTO, pakbon: verplichte gegevens",
    text=Text(
        "In de pakbon is {field} leeg of onbruikbaar.",
        "In the pakbon {field} is empty or unusable.",
    ),
    remedy=Text(
        "Vul het gegeven en maak de pakbon opnieuw.",
        "Fill in the item and make the pakbon anew.",
    ),
)

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_FIELDS = ("id", "title", "target_location", "package_name", "hash_value", "organisation", "contact_email")


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield each item that is empty, an e-mail address that is none, or a moment that does not exist."""
    bon = package.pakbon.pakbon if package.pakbon else None
    if bon is None or package.pakbon is None:
        return
    faulty = [name for name in _FIELDS if is_blank(str(getattr(bon, name)))]
    if bon.contact_email.strip() and not _EMAIL.fullmatch(bon.contact_email.strip()):
        faulty.append("contact_email")
    if span(bon.created_at[:10]) is None:
        faulty.append("created_at")
    for name in faulty:
        yield Finding(kind=KIND, place=Place(path=package.pakbon.path), params={"field": name})

"""The pakbon's target is the parent of the top object."""

import re
from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.interface import Context, PackageFacts

KIND = FindingKind(
    id="PAKBON-TARGET",
    severity=Severity.WARNING,
    level=Level.NORM,
    clause="SIP-specificatie MDTO, pakbon: doellocatie",
    text=Text(
        "De doellocatie in de pakbon ({stated}) is niet de ouder waarnaar het bovenste object verwijst.",
        "The target location in the pakbon ({stated}) is not the parent to which the top object refers.",
    ),
    remedy=Text(
        "Noem in de pakbon en in isOnderdeelVan dezelfde plaats.",
        "Name the same place in the pakbon and in isOnderdeelVan.",
    ),
)

_BETWEEN_WORDS = re.compile(r"[\s,;/]+")


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield one finding when the target is neither the name nor the mark of a parent outside, nor a word of these.

    Case and the amount of white space do not count; a part of a word is not a word.
    """
    bon = package.pakbon.pakbon if package.pakbon else None
    if bon is None or package.pakbon is None or not bon.target_location.strip():
        return
    names = {folded for name in _names_outside(package) if (folded := _folded(name))}
    words = {word for name in names for word in _BETWEEN_WORDS.split(name)}
    if names and _folded(bon.target_location) not in names | words:
        stated = bon.target_location.strip()
        yield Finding(kind=KIND, place=Place(path=package.pakbon.path), params={"stated": stated})


def _names_outside(package: PackageFacts) -> Iterator[str]:
    """The names and marks of the parents of the top objects that are not in the package."""
    for one in package.objects:
        if one.kind == "informatieobject" and package.is_top(one):
            for reference in one.parents:
                if package.find(reference) is None:
                    yield reference.naam
                    if reference.identificatie:
                        yield reference.identificatie.kenmerk


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())

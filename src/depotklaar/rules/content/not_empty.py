"""No element is empty, or has only white space or characters that cannot be seen."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.interface import Context, SidecarFacts

KIND = FindingKind(
    id="MDTO-R6",
    severity=Severity.ERROR,
    level=Level.NORM,
    clause="MDTO introductie, lege waarden",
    text=Text(
        "Het element {element} is leeg; een lege waarde geldt als ontbrekend.",
        "The element {element} is empty; an empty value counts as missing.",
    ),
    remedy=Text(
        "Vul het element of laat het weg.",
        "Fill the element or leave it out.",
    ),
)

_HAVE_THEIR_OWN_RULE = ("/identificatie/identificatieKenmerk", "/identificatie/identificatieBron")
_TERMS = ("bewaartermijn", "beperkingGebruikTermijn")


def check(sidecar: SidecarFacts, context: Context) -> Iterator[Finding]:
    """Yield every bare element, except those of which another rule speaks."""
    for leaf in sidecar.bare:
        name = leaf.element.rpartition("/")[2]
        if name in _TERMS or leaf.element.endswith(_HAVE_THEIR_OWN_RULE):
            continue
        if leaf.element not in ("informatieobject/naam", "bestand/naam"):
            place = Place(path=sidecar.path, element=leaf.element, line=leaf.line)
            yield Finding(kind=KIND, place=place, params={"element": name})

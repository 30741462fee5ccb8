"""A pakbon of another form than ours is not held against the package, but cannot be compared with it."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.interface import Context, PackageFacts

KIND = FindingKind(
    id="PAKBON-FORM",
    severity=Severity.WARNING,
    level=Level.OURS,
    clause="SIP-specificatie MDTO, pakbon: de vorm is vrij, met een voorkeur voor XML",
    text=Text(
        "De pakbon heeft een vorm die depotklaar niet leest ({detail_nl}); hash en aantallen zijn niet vergeleken.",
        "The pakbon has a form that depotklaar does not read ({detail_en}); hash and counts were not compared.",
    ),
    remedy=Text(
        "Vergelijk de hash, de aantallen en de omvang in de pakbon zelf met het pakket, of vraag een pakbon in XML "
        "volgens schemas/pakbon/1.0.",
        "Compare hash, counts and size in the pakbon with the package yourself, or ask for a pakbon in XML after "
        "schemas/pakbon/1.0.",
    ),
)


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield one finding when something other than our form lies there."""
    bon = package.pakbon
    if bon is not None and bon.other_form is not None:
        params = {"detail_nl": bon.other_form.nl, "detail_en": bon.other_form.en}
        yield Finding(kind=KIND, place=Place(path=bon.path), params=params)

"""The end of a period overlaps with its beginning or comes after it, at the precision given."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Severity
from depotklaar.model.mdto import Informatieobject
from depotklaar.rules.interface import Context, SidecarFacts
from depotklaar.rules.periods import span

KIND = FindingKind(
    id="MDTO-R12",
    severity=Severity.ERROR,
    level=Level.NORM,
    clause="MDTO Metagegevensschema 1.0.1, dekkingInTijd; dekkingInTijdEinddatum",
    text=Text(
        "dekkingInTijdEinddatum is geen bestaande datum of ligt vóór de begindatum.",
        "dekkingInTijdEinddatum is no existing date or lies before the beginning.",
    ),
    remedy=Text(
        "Verbeter begin- of einddatum; de einddatum valt samen met de begindatum of komt erna.",
        "Correct the beginning or the end; the end coincides with the beginning or comes after it.",
    ),
)


def check(sidecar: SidecarFacts, context: Context) -> Iterator[Finding]:
    """Yield each end that is no date or lies wholly before the beginning."""
    if not isinstance(sidecar.mdto, Informatieobject):
        return
    given = (period for period in sidecar.mdto.dekking_in_tijd if period.einddatum is not None)
    for number, period in enumerate(given):
        begin, end = span(period.begindatum), span(period.einddatum or "")
        if end is None or (begin is not None and end[1] < begin[0]):
            yield Finding(kind=KIND, place=sidecar.place("dekkingInTijdEinddatum", number))

"""A metadata file satisfies every version of the MDTO schema that the receiver demands."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.interface import Context, SidecarFacts

KIND = FindingKind(
    id="MDTO-XSD",
    severity=Severity.ERROR,
    level=Level.NORM,
    clause="MDTO XML-schema, versies 1.0 en 1.0.1",
    text=Text(
        "Het metagegevensbestand voldoet niet aan het XML-schema {version}: {detail_nl}",
        "The metadata file does not satisfy the XML schema {version}: {detail_en}",
    ),
    remedy=Text(
        "Verbeter het genoemde element; de volgorde en het aantal van de elementen liggen vast in het schema.",
        "Correct the element named; order and number of elements are fixed by the schema.",
    ),
)


def check(sidecar: SidecarFacts, context: Context) -> Iterator[Finding]:
    """Yield each fault that the schema found."""
    for fault in sidecar.schema_faults:
        place = Place(path=sidecar.path, element=fault.element, line=fault.line)
        params = {"version": fault.version, "detail_nl": fault.text.nl, "detail_en": fault.text.en}
        yield Finding(kind=KIND, place=place, params=params)

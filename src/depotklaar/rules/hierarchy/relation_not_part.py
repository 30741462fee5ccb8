"""A relation is not used for aggregation."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Place, Severity
from depotklaar.rules.interface import Context, PackageFacts

KIND = FindingKind(
    id="MDTO-R31",
    severity=Severity.ERROR,
    level=Level.NORM,
    clause="MDTO Metagegevensschema 1.0.1, gerelateerdInformatieobject: niet voor aggregatie",
    text=Text(
        "gerelateerdInformatieobject verwijst naar {mark}, dat al ouder of onderdeel is.",
        "gerelateerdInformatieobject refers to {mark}, which is already parent or part.",
    ),
    remedy=Text(
        "Laat deze relatie weg; isOnderdeelVan en bevatOnderdeel zeggen het al.",
        "Leave this relation out; isOnderdeelVan and bevatOnderdeel say it.",
    ),
)


def check(package: PackageFacts, context: Context) -> Iterator[Finding]:
    """Yield each relation with a parent or part."""
    for one in package.objects:
        kin = {reference.identificatie for reference in (*one.parents, *one.children)}
        for reference in one.related:
            mark = reference.identificatie
            if mark is not None and mark in kin:
                place = Place(path=one.path, element="gerelateerdInformatieobject")
                yield Finding(kind=KIND, place=place, params={"mark": mark.kenmerk})

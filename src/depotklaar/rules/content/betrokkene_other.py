"""A betrokkene is someone other than the archiefvormer."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Severity
from depotklaar.model.mdto import Informatieobject, Verwijzing
from depotklaar.rules.interface import Context, SidecarFacts

KIND = FindingKind(
    id="MDTO-R33",
    severity=Severity.WARNING,
    level=Level.IF_KNOWN,
    clause="MDTO Metagegevensschema 1.0.1, betrokkene: een andere actor dan de archiefvormer",
    text=Text(
        "Een betrokkene is dezelfde als een archiefvormer van dit object.",
        "A betrokkene is the same as an archiefvormer of this object.",
    ),
    remedy=Text(
        "Laat deze betrokkene weg; de archiefvormer staat al in archiefvormer.",
        "Leave this betrokkene out; the archiefvormer stands in archiefvormer already.",
    ),
)


def check(sidecar: SidecarFacts, context: Context) -> Iterator[Finding]:
    """Yield each betrokkene with the identification of an archiefvormer, or with its name when one has none."""
    if not isinstance(sidecar.mdto, Informatieobject) or not sidecar.mdto.betrokkene:
        return
    makers = sidecar.mdto.archiefvormer
    marks = {maker.identificatie for maker in makers if maker.identificatie is not None}
    names = {_folded(maker) for maker in makers} - {""}
    unmarked = {_folded(maker) for maker in makers if maker.identificatie is None} - {""}
    for number, person in enumerate(sidecar.mdto.betrokkene):
        mark, name = person.actor.identificatie, _folded(person.actor)
        if mark in marks or name in (names if mark is None else unmarked):
            yield Finding(kind=KIND, place=sidecar.place("informatieobject/betrokkene", number))


def _folded(actor: Verwijzing) -> str:
    return " ".join(actor.naam.casefold().split())

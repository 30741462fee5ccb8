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
    for number, person in enumerate(sidecar.mdto.betrokkene):
        if any(_is_same(person.actor, maker) for maker in sidecar.mdto.archiefvormer):
            yield Finding(kind=KIND, place=sidecar.place("informatieobject/betrokkene", number))


def _is_same(one: Verwijzing, other: Verwijzing) -> bool:
    if one.identificatie is not None and other.identificatie is not None:
        return one.identificatie == other.identificatie
    return _folded(one.naam) == _folded(other.naam) != ""


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())

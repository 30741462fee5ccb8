"""A level from MDTO's own list is one of its four."""

from collections.abc import Iterator

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Severity
from depotklaar.model.mdto import Informatieobject
from depotklaar.rules.interface import Context, SidecarFacts

KIND = FindingKind(
    id="MDTO-R8",
    severity=Severity.WARNING,
    level=Level.IF_KNOWN,
    clause="MDTO Metagegevensschema 1.0.1, aggregatieniveau; Begrippenlijst Aggregatieniveaus",
    text=Text(
        "Het aggregatieniveau {label} komt niet voor in de begrippenlijst van MDTO die erbij genoemd is.",
        "The level {label} does not occur in the MDTO list that is named with it.",
    ),
    remedy=Text(
        "Kies Archief, Serie, Dossier of Archiefstuk, of noem de begrippenlijst waaruit het niveau wel komt.",
        "Choose Archief, Serie, Dossier or Archiefstuk, or name the list from which the level does come.",
    ),
)

LEVELS = ("Archief", "Serie", "Dossier", "Archiefstuk")


def check(sidecar: SidecarFacts, context: Context) -> Iterator[Finding]:
    """Yield one finding when MDTO's list is named and does not hold the label."""
    level = sidecar.mdto.aggregatieniveau if isinstance(sidecar.mdto, Informatieobject) else None
    if level is None:
        return
    words = level.begrippenlijst.naam.casefold()
    if "mdto" in words and "aggregatieniveau" in words and level.label not in LEVELS:
        yield Finding(kind=KIND, place=sidecar.place("aggregatieniveau/begripLabel"), params={"label": level.label})

"""Terms: what is written from the norm's lists and from our own, with the names of those lists as published.

Source: MDTO begrippenlijsten (Nationaal Archief). The list of participants' capacities is our own, published in
`profiles/begrippenlijsten/` and delivered with every package; MDTO leaves betrokkene's list open.
"""

from typing import Literal

from depotklaar.model.format import FormatIdentification
from depotklaar.model.mdto import Begrip, Verwijzing
from depotklaar.model.selectielijst import Selectielijst, SelectionEntry

NIVEAUS = Verwijzing(naam="Begrippenlijst Aggregatieniveaus MDTO")
WAARDERINGEN = Verwijzing(naam="Begrippenlijst Waarderingen MDTO")
EVENTS = Verwijzing(naam="Begrippenlijst EventTypeLijst MDTO")
ALGORITMEN = Verwijzing(naam="Begrippenlijst ChecksumAlgoritme MDTO")
FORMATEN = Verwijzing(naam="PRONOM-register")
NIET_HERKEND = Verwijzing(naam="Begrippenlijst niet herkende bestandsformaten (depotklaar)")
DEKKING = Verwijzing(naam="Begrippenlijst soorten dekking in tijd van chatgesprekken (depotklaar)")
BETROKKENHEID = Verwijzing(naam="Begrippenlijst betrokkenen bij chatgesprekken (depotklaar)")

LABELS = {"B": "Blijvend te bewaren", "V": "Tijdelijk te bewaren", "N": "Nader te bepalen"}
LOOPTIJD = Begrip(label="Looptijd", begrippenlijst=DEKKING)
SHA_256 = Begrip(label="SHA-256", begrippenlijst=ALGORITMEN)

Niveau = Literal["Archief", "Serie", "Dossier", "Archiefstuk"]


def niveau(label: Niveau) -> Begrip:
    """The aggregation level as a term."""
    return Begrip(label=label, begrippenlijst=NIVEAUS)


def event_type(label: str) -> Begrip:
    """A term of the norm's EventTypeLijst."""
    return Begrip(label=label, begrippenlijst=EVENTS)


def waardering(code: Literal["B", "V", "N"]) -> Begrip:
    """A term of the norm's closed list of values, label and code in agreement."""
    return Begrip(label=LABELS[code], code=code, begrippenlijst=WAARDERINGEN)


def lijst_reference(lijst: Selectielijst) -> Verwijzing:
    """The selection list by title and version, as MDTO asks of informatiecategorie."""
    reference = f", {lijst.reference}" if lijst.reference else ""
    return Verwijzing(naam=f"{lijst.title}, versie {lijst.version}{reference}")


def informatiecategorie(lijst: Selectielijst, entry: SelectionEntry) -> Begrip:
    """The category with its list and version."""
    return Begrip(label=entry.label, code=entry.code, begrippenlijst=lijst_reference(lijst))


def bestandsformaat(found: FormatIdentification | None) -> Begrip:
    """The format by PRONOM's name and version with the PUID as code; by a list of our own when PRONOM has none."""
    if found is None or found.puid == "UNKNOWN":
        return Begrip(label="Onbekend formaat", begrippenlijst=NIET_HERKEND)
    label = " ".join(part for part in (found.first.name, found.first.version) if part)
    return Begrip(label=label or found.puid, code=found.puid, begrippenlijst=FORMATEN)

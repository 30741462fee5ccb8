"""Terms: what is written from the norm's lists and from our own, with the names of those lists as published.

Source: MDTO begrippenlijsten (Nationaal Archief). The list of participants' capacities is our own, published in
`profiles/begrippenlijsten/` and delivered with every package; MDTO leaves betrokkene's list open.
"""

from typing import Literal

from depotklaar.model.appraisal import Besluit, Categorie
from depotklaar.model.format import FormatIdentification
from depotklaar.model.mdto import Begrip, Termijn, Verwijzing

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


def categorie(found: Categorie) -> Begrip:
    """A category with its list and version, as MDTO asks of informatiecategorie."""
    label = f"{found.label}, {found.deel}" if found.deel else found.label
    return Begrip(label=label, code=found.code, begrippenlijst=Verwijzing(naam=found.lijst))


def classificaties(besluit: Besluit) -> tuple[Begrip, ...]:
    """What appraisal says beside the one informatiecategorie: the category that a hotspot overrode, or the hotspot."""
    beside = (besluit.oorspronkelijk, besluit.hotspot)
    return tuple(categorie(found) for found in beside if found is not None and found != besluit.categorie)


def bewaartermijn(besluit: Besluit) -> Termijn | None:
    """The term of what is kept for a time; None for all else (MDTO, bewaartermijn: only with waardering V).

    Without an end the norm wants both trigger and duration; where the list names no trigger, no term can be written.
    With an end on 1 January the start is not written beside it: with start and duration the norm takes only their sum
    for an end (MDTO, termijnEinddatum).
    """
    termijn = besluit.termijn
    if besluit.waardering != "V" or termijn is None:
        return None
    trigger = _trigger(termijn.trigger, besluit.categorie)
    if termijn.einde is None and (trigger is None or termijn.looptijd is None):
        return None
    exact = termijn.afronding == "exact" or termijn.einde is None
    return Termijn(
        trigger_start_looptijd=trigger,
        startdatum_looptijd=termijn.begin if exact else None,
        looptijd=termijn.looptijd,
        einddatum=termijn.einde,
    )


def _trigger(label: str | None, found: Categorie | None) -> Begrip | None:
    """The trigger as the selection list words it; None without a list to name."""
    if label is None or found is None:
        return None
    return Begrip(label=label, begrippenlijst=Verwijzing(naam=found.lijst))


def bestandsformaat(found: FormatIdentification | None) -> Begrip:
    """The format by PRONOM's name and version with the PUID as code; by a list of our own when PRONOM has none."""
    if found is None or found.puid == "UNKNOWN":
        return Begrip(label="Onbekend formaat", begrippenlijst=NIET_HERKEND)
    label = " ".join(part for part in (found.first.name, found.first.version) if part)
    return Begrip(label=label or found.puid, code=found.puid, begrippenlijst=FORMATEN)

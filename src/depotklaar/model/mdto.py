"""The nouns of MDTO 1.0.1: one class for each class and data group of the norm, attributes in the norm's own order.

Source: MDTO Metagegevensschema (Nationaal Archief), attributenKlassen and attributenGegevensgroep. Names are the
norm's own in snake case without the group's prefix (`verwijzingNaam` is `Verwijzing.naam`). Dates, date-times and
durations stay the text that stands in the XML, so that nothing is lost between reading and writing. An absent value
is None or an empty tuple; an empty string is a value that the norm forbids and that a reader still reports.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Identificatie:
    """identificatieGegevens: the mark of an object and the source within which it is unique."""

    kenmerk: str
    bron: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verwijzing:
    """verwijzingGegevens: the name of what is referred to and, if known, its identification."""

    naam: str
    identificatie: Identificatie | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Begrip:
    """begripGegevens: a term, its code if the list has codes, and the list that it comes from."""

    label: str
    code: str | None = None
    begrippenlijst: Verwijzing


@dataclass(frozen=True, slots=True, kw_only=True)
class DekkingInTijd:
    """dekkingInTijdGegevens: a period that the content covers; dates as YYYY, YYYY-MM or YYYY-MM-DD."""

    type: Begrip
    begindatum: str
    einddatum: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """eventGegevens: something that happened to the object; tijd as dateTime or as a date of any precision."""

    type: Begrip
    tijd: str | None = None
    verantwoordelijke_actor: Verwijzing | None = None
    resultaat: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GerelateerdInformatieobject:
    """gerelateerdInformatieobjectGegevens: a relation that is not aggregation."""

    verwijzing: Verwijzing
    type_relatie: Begrip


@dataclass(frozen=True, slots=True, kw_only=True)
class Betrokkene:
    """betrokkeneGegevens: an actor other than the archiefvormer, and in what capacity."""

    type_relatie: Begrip
    actor: Verwijzing


@dataclass(frozen=True, slots=True, kw_only=True)
class Termijn:
    """termijnGegevens: a term by trigger, start date, duration (ISO 8601) and end date."""

    trigger_start_looptijd: Begrip | None = None
    startdatum_looptijd: str | None = None
    looptijd: str | None = None
    einddatum: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BeperkingGebruik:
    """beperkingGebruikGegevens: a restriction on use, its explanation, its documents and its term."""

    type: Begrip
    nadere_beschrijving: str | None = None
    documentatie: tuple[Verwijzing, ...] = ()
    termijn: Termijn | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Checksum:
    """checksumGegevens: algorithm, value and the moment at which it was computed (dateTime)."""

    algoritme: Begrip
    waarde: str
    datum: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Raadpleeglocatie:
    """raadpleeglocatieGegevens: where the object can be consulted."""

    fysiek: tuple[Verwijzing, ...] = ()
    online: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Informatieobject:
    """informatieobject: any level from Archief to Archiefstuk."""

    identificatie: tuple[Identificatie, ...]
    naam: str
    aggregatieniveau: Begrip | None = None
    classificatie: tuple[Begrip, ...] = ()
    trefwoord: tuple[str, ...] = ()
    omschrijving: tuple[str, ...] = ()
    raadpleeglocatie: tuple[Raadpleeglocatie, ...] = ()
    dekking_in_tijd: tuple[DekkingInTijd, ...] = ()
    dekking_in_ruimte: tuple[Verwijzing, ...] = ()
    taal: tuple[str, ...] = ()
    event: tuple[Event, ...] = ()
    waardering: Begrip
    bewaartermijn: Termijn | None = None
    informatiecategorie: Begrip | None = None
    is_onderdeel_van: tuple[Verwijzing, ...] = ()
    bevat_onderdeel: tuple[Verwijzing, ...] = ()
    heeft_representatie: tuple[Verwijzing, ...] = ()
    aanvullende_metagegevens: tuple[Verwijzing, ...] = ()
    gerelateerd_informatieobject: tuple[GerelateerdInformatieobject, ...] = ()
    archiefvormer: tuple[Verwijzing, ...]
    betrokkene: tuple[Betrokkene, ...] = ()
    activiteit: Verwijzing | None = None
    beperking_gebruik: tuple[BeperkingGebruik, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bestand:
    """bestand: one file; omvang in bytes."""

    identificatie: tuple[Identificatie, ...]
    naam: str
    omvang: int
    bestandsformaat: Begrip
    checksum: tuple[Checksum, ...]
    url_bestand: str | None = None
    is_representatie_van: Verwijzing


MdtoObject = Informatieobject | Bestand

"""The MDTO writer: one object as one XML document, the same bytes for the same object every time.

Every value of the model is written, in the order of the norm, an empty string as an empty element. The text is built
by hand, since tens of thousands of sidecars go into one package; `escape` makes every text legal XML.
Source: MDTO XML-schema 1.0 and 1.0.1 (Nationaal Archief), which prescribe the same elements in the same order.
"""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import TypeVar

from depotklaar.model.mdto import (
    Begrip,
    BeperkingGebruik,
    Bestand,
    Betrokkene,
    Checksum,
    DekkingInTijd,
    Event,
    GerelateerdInformatieobject,
    Identificatie,
    Informatieobject,
    MdtoObject,
    Raadpleeglocatie,
    Termijn,
    Verwijzing,
)
from depotklaar.standards.xml import escape

NAMESPACE = "https://www.nationaalarchief.nl/mdto"
SCHEMA_LOCATIONS: Mapping[str, str] = MappingProxyType(
    {
        "1.0": f"{NAMESPACE} {NAMESPACE}/MDTO-XML1.0.xsd",
        "1.0.1": f"{NAMESPACE} {NAMESPACE}/MDTO-XML1.0.1.xsd",
    }
)
_STEP = "  "
_Value = TypeVar("_Value")


def write_mdto(obj: MdtoObject, *, version: str = "1.0.1") -> bytes:
    """Return the object as an MDTO document: UTF-8, XML declaration, indented, naming the schema of `version`.

    The version decides only which schema the document names; whether the object fits it, the schema tells (1.0 allows
    one archiefvormer). ValueError when the version is not in SCHEMA_LOCATIONS.
    """
    location = SCHEMA_LOCATIONS.get(version)
    if location is None:
        raise ValueError(f"unknown MDTO version {version!r}; known are {', '.join(SCHEMA_LOCATIONS)}")
    body = _bestand(obj) if isinstance(obj, Bestand) else _informatieobject(obj)
    document = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<MDTO xmlns="{NAMESPACE}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
        f' xsi:schemaLocation="{location}">\n{body}</MDTO>\n'
    )
    return document.encode()


def _informatieobject(obj: Informatieobject) -> str:
    pad = _STEP * 2
    parts = (
        _each(_identificatie, "identificatie", obj.identificatie, pad),
        _text("naam", obj.naam, pad),
        _maybe(_begrip, "aggregatieniveau", obj.aggregatieniveau, pad),
        _each(_begrip, "classificatie", obj.classificatie, pad),
        _each(_text, "trefwoord", obj.trefwoord, pad),
        _each(_text, "omschrijving", obj.omschrijving, pad),
        _each(_raadpleeglocatie, "raadpleeglocatie", obj.raadpleeglocatie, pad),
        _each(_dekking_in_tijd, "dekkingInTijd", obj.dekking_in_tijd, pad),
        _each(_verwijzing, "dekkingInRuimte", obj.dekking_in_ruimte, pad),
        _each(_text, "taal", obj.taal, pad),
        _each(_event, "event", obj.event, pad),
        _begrip("waardering", obj.waardering, pad),
        _maybe(_termijn, "bewaartermijn", obj.bewaartermijn, pad),
        _maybe(_begrip, "informatiecategorie", obj.informatiecategorie, pad),
        _each(_verwijzing, "isOnderdeelVan", obj.is_onderdeel_van, pad),
        _each(_verwijzing, "bevatOnderdeel", obj.bevat_onderdeel, pad),
        _each(_verwijzing, "heeftRepresentatie", obj.heeft_representatie, pad),
        _each(_verwijzing, "aanvullendeMetagegevens", obj.aanvullende_metagegevens, pad),
        _each(_gerelateerd, "gerelateerdInformatieobject", obj.gerelateerd_informatieobject, pad),
        _each(_verwijzing, "archiefvormer", obj.archiefvormer, pad),
        _each(_betrokkene, "betrokkene", obj.betrokkene, pad),
        _maybe(_verwijzing, "activiteit", obj.activiteit, pad),
        _each(_beperking_gebruik, "beperkingGebruik", obj.beperking_gebruik, pad),
    )
    return _group("informatieobject", _STEP, parts)


def _bestand(obj: Bestand) -> str:
    pad = _STEP * 2
    parts = (
        _each(_identificatie, "identificatie", obj.identificatie, pad),
        _text("naam", obj.naam, pad),
        f"{pad}<omvang>{obj.omvang:d}</omvang>\n",
        _begrip("bestandsformaat", obj.bestandsformaat, pad),
        _each(_checksum, "checksum", obj.checksum, pad),
        _maybe(_text, "URLBestand", obj.url_bestand, pad),
        _verwijzing("isRepresentatieVan", obj.is_representatie_van, pad),
    )
    return _group("bestand", _STEP, parts)


def _text(tag: str, value: str, pad: str) -> str:
    return f"{pad}<{tag}>{escape(value)}</{tag}>\n"


def _group(tag: str, pad: str, parts: Iterable[str]) -> str:
    return f"{pad}<{tag}>\n{''.join(parts)}{pad}</{tag}>\n"


def _each(write: Callable[[str, _Value, str], str], tag: str, values: tuple[_Value, ...], pad: str) -> str:
    return "".join([write(tag, value, pad) for value in values]) if values else ""


def _maybe(write: Callable[[str, _Value, str], str], tag: str, value: _Value | None, pad: str) -> str:
    return "" if value is None else write(tag, value, pad)


def _identificatie(tag: str, value: Identificatie, pad: str) -> str:
    return (
        f"{pad}<{tag}>\n"
        f"{pad}{_STEP}<identificatieKenmerk>{escape(value.kenmerk)}</identificatieKenmerk>\n"
        f"{pad}{_STEP}<identificatieBron>{escape(value.bron)}</identificatieBron>\n"
        f"{pad}</{tag}>\n"
    )


def _verwijzing(tag: str, value: Verwijzing, pad: str) -> str:
    below = pad + _STEP
    identificatie = value.identificatie
    marked = "" if identificatie is None else _identificatie("verwijzingIdentificatie", identificatie, below)
    return f"{pad}<{tag}>\n{below}<verwijzingNaam>{escape(value.naam)}</verwijzingNaam>\n{marked}{pad}</{tag}>\n"


def _begrip(tag: str, value: Begrip, pad: str) -> str:
    below = pad + _STEP
    code = "" if value.code is None else f"{below}<begripCode>{escape(value.code)}</begripCode>\n"
    lijst = _verwijzing("begripBegrippenlijst", value.begrippenlijst, below)
    return f"{pad}<{tag}>\n{below}<begripLabel>{escape(value.label)}</begripLabel>\n{code}{lijst}{pad}</{tag}>\n"


def _dekking_in_tijd(tag: str, value: DekkingInTijd, pad: str) -> str:
    below = pad + _STEP
    parts = (
        _begrip("dekkingInTijdType", value.type, below),
        _text("dekkingInTijdBegindatum", value.begindatum, below),
        _maybe(_text, "dekkingInTijdEinddatum", value.einddatum, below),
    )
    return _group(tag, pad, parts)


def _event(tag: str, value: Event, pad: str) -> str:
    below = pad + _STEP
    parts = (
        _begrip("eventType", value.type, below),
        _maybe(_text, "eventTijd", value.tijd, below),
        _maybe(_verwijzing, "eventVerantwoordelijkeActor", value.verantwoordelijke_actor, below),
        _maybe(_text, "eventResultaat", value.resultaat, below),
    )
    return _group(tag, pad, parts)


def _gerelateerd(tag: str, value: GerelateerdInformatieobject, pad: str) -> str:
    below = pad + _STEP
    parts = (
        _verwijzing("gerelateerdInformatieobjectVerwijzing", value.verwijzing, below),
        _begrip("gerelateerdInformatieobjectTypeRelatie", value.type_relatie, below),
    )
    return _group(tag, pad, parts)


def _betrokkene(tag: str, value: Betrokkene, pad: str) -> str:
    below = pad + _STEP
    parts = (
        _begrip("betrokkeneTypeRelatie", value.type_relatie, below),
        _verwijzing("betrokkeneActor", value.actor, below),
    )
    return _group(tag, pad, parts)


def _beperking_gebruik(tag: str, value: BeperkingGebruik, pad: str) -> str:
    below = pad + _STEP
    parts = (
        _begrip("beperkingGebruikType", value.type, below),
        _maybe(_text, "beperkingGebruikNadereBeschrijving", value.nadere_beschrijving, below),
        _each(_verwijzing, "beperkingGebruikDocumentatie", value.documentatie, below),
        _maybe(_termijn, "beperkingGebruikTermijn", value.termijn, below),
    )
    return _group(tag, pad, parts)


def _termijn(tag: str, value: Termijn, pad: str) -> str:
    below = pad + _STEP
    parts = (
        _maybe(_begrip, "termijnTriggerStartLooptijd", value.trigger_start_looptijd, below),
        _maybe(_text, "termijnStartdatumLooptijd", value.startdatum_looptijd, below),
        _maybe(_text, "termijnLooptijd", value.looptijd, below),
        _maybe(_text, "termijnEinddatum", value.einddatum, below),
    )
    return _group(tag, pad, parts)


def _checksum(tag: str, value: Checksum, pad: str) -> str:
    below = pad + _STEP
    parts = (
        _begrip("checksumAlgoritme", value.algoritme, below),
        _text("checksumWaarde", value.waarde, below),
        _text("checksumDatum", value.datum, below),
    )
    return _group(tag, pad, parts)


def _raadpleeglocatie(tag: str, value: Raadpleeglocatie, pad: str) -> str:
    below = pad + _STEP
    parts = (
        _each(_verwijzing, "raadpleeglocatieFysiek", value.fysiek, below),
        _each(_text, "raadpleeglocatieOnline", value.online, below),
    )
    return _group(tag, pad, parts)

"""The MDTO reader: a document of schema 1.0 or 1.0.1 as the object that it describes, with nothing lost.

Which element fills which field stands in tables, apart from how the writer works: whoever judges reads with other
eyes than whoever wrote. Texts, dates and durations are kept letter for letter, an empty element as an empty string.
Source: MDTO XML-schema 1.0 and 1.0.1 (Nationaal Archief).
"""

import re
from collections.abc import Callable
from functools import partial
from typing import Generic, NamedTuple, TypeVar

from lxml.etree import _Element

from depotklaar.language import Text
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
from depotklaar.standards.xml import SIDECAR_LIMIT, ForeignXml, parse_xml

_NS = "{https://www.nationaalarchief.nl/mdto}"
_SCHEMA_LOCATION = "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation"
_VERSION = re.compile(r"MDTO-XML(\d+(?:\.\d+)*)\.xsd$")
_INTEGER = re.compile(r"[ \t\n\r]*[+-]?[0-9]{1,4000}[ \t\n\r]*")
_Object = TypeVar("_Object")

_OTHER_ROOT = Text(
    "het document is geen MDTO: het eerste element is {found}", "the document is not MDTO: its root element is {found}"
)
_NOT_ONE_OBJECT = Text(
    "een MDTO-document beschrijft precies één informatieobject of bestand",
    "an MDTO document describes exactly one informatieobject or bestand",
)
_UNKNOWN = Text("{parent} bevat het onbekende element {found}", "{parent} holds the unknown element {found}")
_TWICE = Text("{parent} bevat {found} meer dan één keer", "{parent} holds {found} more than once")
_MISSING = Text("in {parent} ontbreekt {found}", "{parent} lacks {found}")
_NOT_TEXT = Text("{parent} bevat elementen in plaats van tekst", "{parent} holds elements instead of text")
_NOT_WHOLE = Text("{parent} is geen bruikbaar geheel getal", "{parent} is not a usable whole number")


def parse_sidecar(data: bytes) -> _Element:
    """Parse the bytes of a sidecar safely and return its root; MalformedXml when they are not sound, harmless XML."""
    return parse_xml(data, limit=SIDECAR_LIMIT)


def read_version(root: _Element) -> str | None:
    """Return the MDTO version that the document names in xsi:schemaLocation (`1.0.1`); None when it names none."""
    words = (root.get(_SCHEMA_LOCATION) or "").split()
    for namespace, location in zip(words[::2], words[1::2], strict=False):
        match = _VERSION.search(location)
        if match and namespace == _NS[1:-1]:
            return match.group(1)
    return None


def read_mdto(root: _Element) -> MdtoObject:
    """Return the object that a document describes; every document that schema 1.0 or 1.0.1 accepts can be read.

    Order is not looked at, and a document of 1.0 without beperkingGebruik gives an empty tuple. Raises ForeignXml
    rather than lose something: at an unknown or repeated element, a missing value, or text that is not a number.
    """
    if root.tag != f"{_NS}MDTO":
        raise ForeignXml(_OTHER_ROOT.fill(found=_shown(root)), _line(root))
    objects = [child for child in root if isinstance(child.tag, str)]
    if len(objects) != 1:
        raise ForeignXml(_NOT_ONE_OBJECT, _line(root))
    read = _OBJECTS.get(str(objects[0].tag))
    if read is None:
        raise _fault(_UNKNOWN, root, _shown(objects[0]))
    return read(objects[0])


class _Field(NamedTuple):
    """How one element fills one field: at most one value (`many` false) or a tuple; `required` as in schema 1.0."""

    name: str
    read: Callable[[_Element], object]
    many: bool = False
    required: bool = False


class _Group(Generic[_Object]):
    """A reader of one class of the model, by the names of its elements."""

    __slots__ = ("fields", "make", "names", "required")

    def __init__(self, make: Callable[..., _Object], **fields: _Field) -> None:
        self.make = make
        self.fields = {f"{_NS}{tag}": field for tag, field in fields.items()}
        self.required = tuple((field.name, tag) for tag, field in fields.items() if field.required)
        self.names = frozenset(name for name, _ in self.required)

    def __call__(self, element: _Element) -> _Object:
        values: dict[str, object] = {}
        lists: dict[str, list[object]] = {}
        find = self.fields.get
        for child in element:
            field = find(child.tag)
            if field is None:
                self._pass_over(element, child)
                continue
            name, read, many, _ = field
            if many:
                lists.setdefault(name, []).append(read(child))
            elif name in values:
                raise _fault(_TWICE, element, _shown(child))
            else:
                values[name] = read(child)
        for name, found in lists.items():
            values[name] = tuple(found)
        if not values.keys() >= self.names:
            raise _fault(_MISSING, element, next(tag for name, tag in self.required if name not in values))
        return self.make(**values)

    def _pass_over(self, element: _Element, child: _Element) -> None:
        if isinstance(child.tag, str):
            raise _fault(_UNKNOWN, element, _shown(child))


def _read_text(element: _Element) -> str:
    if not len(element):
        return element.text or ""
    if any(isinstance(child.tag, str) for child in element):
        raise _fault(_NOT_TEXT, element)
    return (element.text or "") + "".join(child.tail or "" for child in element)


def _read_whole(element: _Element) -> int:
    text = _read_text(element)
    if not _INTEGER.fullmatch(text):
        raise _fault(_NOT_WHOLE, element)
    return int(text)


def _shown(element: _Element) -> str:
    return str(element.tag).removeprefix(_NS)[:100]


def _line(element: _Element) -> int | None:
    line: object = element.sourceline
    return line if isinstance(line, int) else None


def _fault(reason: Text, parent: _Element, found: str = "") -> ForeignXml:
    return ForeignXml(reason.fill(parent=_shown(parent), found=found), _line(parent))


def _one(name: str, read: Callable[[_Element], object]) -> _Field:
    return _Field(name, read, required=True)


def _maybe(name: str, read: Callable[[_Element], object]) -> _Field:
    return _Field(name, read)


def _some(name: str, read: Callable[[_Element], object]) -> _Field:
    return _Field(name, read, many=True, required=True)


def _any(name: str, read: Callable[[_Element], object]) -> _Field:
    return _Field(name, read, many=True)


_identificatie = _Group(
    Identificatie,
    identificatieKenmerk=_one("kenmerk", _read_text),
    identificatieBron=_one("bron", _read_text),
)
_verwijzing = _Group(
    Verwijzing,
    verwijzingNaam=_one("naam", _read_text),
    verwijzingIdentificatie=_maybe("identificatie", _identificatie),
)
_begrip = _Group(
    Begrip,
    begripLabel=_one("label", _read_text),
    begripCode=_maybe("code", _read_text),
    begripBegrippenlijst=_one("begrippenlijst", _verwijzing),
)
_dekking_in_tijd = _Group(
    DekkingInTijd,
    dekkingInTijdType=_one("type", _begrip),
    dekkingInTijdBegindatum=_one("begindatum", _read_text),
    dekkingInTijdEinddatum=_maybe("einddatum", _read_text),
)
_event = _Group(
    Event,
    eventType=_one("type", _begrip),
    eventTijd=_maybe("tijd", _read_text),
    eventVerantwoordelijkeActor=_maybe("verantwoordelijke_actor", _verwijzing),
    eventResultaat=_maybe("resultaat", _read_text),
)
_gerelateerd = _Group(
    GerelateerdInformatieobject,
    gerelateerdInformatieobjectVerwijzing=_one("verwijzing", _verwijzing),
    gerelateerdInformatieobjectTypeRelatie=_one("type_relatie", _begrip),
)
_betrokkene = _Group(
    Betrokkene,
    betrokkeneTypeRelatie=_one("type_relatie", _begrip),
    betrokkeneActor=_one("actor", _verwijzing),
)
_termijn = _Group(
    Termijn,
    termijnTriggerStartLooptijd=_maybe("trigger_start_looptijd", _begrip),
    termijnStartdatumLooptijd=_maybe("startdatum_looptijd", _read_text),
    termijnLooptijd=_maybe("looptijd", _read_text),
    termijnEinddatum=_maybe("einddatum", _read_text),
)
_beperking_gebruik = _Group(
    BeperkingGebruik,
    beperkingGebruikType=_one("type", _begrip),
    beperkingGebruikNadereBeschrijving=_maybe("nadere_beschrijving", _read_text),
    beperkingGebruikDocumentatie=_any("documentatie", _verwijzing),
    beperkingGebruikTermijn=_maybe("termijn", _termijn),
)
_checksum = _Group(
    Checksum,
    checksumAlgoritme=_one("algoritme", _begrip),
    checksumWaarde=_one("waarde", _read_text),
    checksumDatum=_one("datum", _read_text),
)
_raadpleeglocatie = _Group(
    Raadpleeglocatie,
    raadpleeglocatieFysiek=_any("fysiek", _verwijzing),
    raadpleeglocatieOnline=_any("online", _read_text),
)
_informatieobject = _Group(
    partial(Informatieobject, beperking_gebruik=()),
    identificatie=_some("identificatie", _identificatie),
    naam=_one("naam", _read_text),
    aggregatieniveau=_maybe("aggregatieniveau", _begrip),
    classificatie=_any("classificatie", _begrip),
    trefwoord=_any("trefwoord", _read_text),
    omschrijving=_any("omschrijving", _read_text),
    raadpleeglocatie=_any("raadpleeglocatie", _raadpleeglocatie),
    dekkingInTijd=_any("dekking_in_tijd", _dekking_in_tijd),
    dekkingInRuimte=_any("dekking_in_ruimte", _verwijzing),
    taal=_any("taal", _read_text),
    event=_any("event", _event),
    waardering=_one("waardering", _begrip),
    bewaartermijn=_maybe("bewaartermijn", _termijn),
    informatiecategorie=_maybe("informatiecategorie", _begrip),
    isOnderdeelVan=_any("is_onderdeel_van", _verwijzing),
    bevatOnderdeel=_any("bevat_onderdeel", _verwijzing),
    heeftRepresentatie=_any("heeft_representatie", _verwijzing),
    aanvullendeMetagegevens=_any("aanvullende_metagegevens", _verwijzing),
    gerelateerdInformatieobject=_any("gerelateerd_informatieobject", _gerelateerd),
    archiefvormer=_some("archiefvormer", _verwijzing),
    betrokkene=_any("betrokkene", _betrokkene),
    activiteit=_maybe("activiteit", _verwijzing),
    beperkingGebruik=_any("beperking_gebruik", _beperking_gebruik),
)
_bestand = _Group(
    Bestand,
    identificatie=_some("identificatie", _identificatie),
    naam=_one("naam", _read_text),
    omvang=_one("omvang", _read_whole),
    bestandsformaat=_one("bestandsformaat", _begrip),
    checksum=_some("checksum", _checksum),
    URLBestand=_maybe("url_bestand", _read_text),
    isRepresentatieVan=_one("is_representatie_van", _verwijzing),
)
_OBJECTS: dict[str, Callable[[_Element], MdtoObject]] = {
    f"{_NS}informatieobject": _informatieobject,
    f"{_NS}bestand": _bestand,
}

"""A metadata file's bytes as facts: once whole for the rules that look at one, once small for those that compare."""

import codecs
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from lxml.etree import _Element

from depotklaar.language import Text
from depotklaar.model.mdto import Bestand, Identificatie, Informatieobject, MdtoObject
from depotklaar.rules.blankness import is_blank
from depotklaar.rules.interface import Fault, Leaf, ObjectFacts, SchemaFault, SidecarFacts
from depotklaar.rules.named_lists import loose_lists
from depotklaar.standards.mdto.reader import parse_sidecar, read_mdto
from depotklaar.standards.mdto.schema import MdtoSchema
from depotklaar.standards.xml import SIDECAR_LIMIT, ForeignXml, MalformedXml

_SCHEMA_LOCATION = "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation"
_NS = "{https://www.nationaalarchief.nl/mdto}"
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)
_TOO_LARGE = Text("het bestand is groter dan {limit} bytes", "the file is larger than {limit} bytes")


def read_sidecar(
    path: str,
    describes: str | None,
    of_folder: bool,
    data: bytes,
    schemas: Mapping[str, MdtoSchema],
    *,
    too_large: bool = False,
) -> SidecarFacts:
    """Return the facts of one metadata file; whatever is wrong with it is a fact too.

    `too_large` says that the file was larger than metadata may be, and that `data` therefore is empty.
    """
    if too_large:
        malformed = Fault(_TOO_LARGE.fill(limit=SIDECAR_LIMIT))
        return SidecarFacts(path=path, describes=describes, describes_folder=of_folder, malformed=malformed)
    try:
        root = parse_sidecar(data)
    except MalformedXml as fault:
        malformed = Fault(fault.reason, fault.line)
        return SidecarFacts(path=path, describes=describes, describes_folder=of_folder, malformed=malformed)
    mdto, foreign = _mdto(root)
    faults = tuple(_schema_faults(root, data, schemas))
    return SidecarFacts(
        path=path,
        describes=describes,
        describes_folder=of_folder,
        utf8=_is_utf8(data),
        wide=data.startswith(_WIDE) and not _declares_utf8(root),
        schema_location=root.get(_SCHEMA_LOCATION),
        malformed=None if faults else foreign,
        schema_faults=faults,
        bare=tuple(_bare(root)),
        omvang=root.findtext(f"{_NS}bestand/{_NS}omvang"),
        elements=cache(lambda: tuple(_leaves(root))),
        mdto=mdto,
    )


def summary(sidecar: SidecarFacts, seen: dict[Any, Any]) -> ObjectFacts:
    """Return what is remembered of it; what equals a value `seen` before is that value, so that it is kept once."""
    same = seen.setdefault
    path, describes, of_folder = sidecar.path, sidecar.describes, sidecar.describes_folder
    one = sidecar.mdto
    if isinstance(one, Informatieobject):
        return ObjectFacts(
            path=path,
            describes=describes,
            describes_folder=of_folder,
            kind="informatieobject",
            identifications=_marks(one.identificatie, seen),
            naam=one.naam,
            level=one.aggregatieniveau.label if one.aggregatieniveau else None,
            waardering=one.waardering.code,
            categorised=one.informatiecategorie is not None,
            kept_until=one.bewaartermijn.einddatum if one.bewaartermijn else None,
            loose_lists=same(lists := loose_lists(one), lists),
            archiefvormers=same(one.archiefvormer, one.archiefvormer),
            parents=same(one.is_onderdeel_van, one.is_onderdeel_van),
            children=one.bevat_onderdeel,
            representations=one.heeft_representatie,
            additional=one.aanvullende_metagegevens,
            related=tuple(relation.verwijzing for relation in one.gerelateerd_informatieobject),
        )
    if isinstance(one, Bestand):
        return ObjectFacts(
            path=path,
            describes=describes,
            describes_folder=of_folder,
            kind="bestand",
            identifications=_marks(one.identificatie, seen),
            naam=one.naam,
            represents=same(one.is_representatie_van, one.is_representatie_van),
            size=one.omvang,
            checksums=tuple(
                (same(label := checksum.algoritme.label, label), checksum.waarde) for checksum in one.checksum
            ),
            format=same(one.bestandsformaat, one.bestandsformaat),
        )
    return ObjectFacts(path=path, describes=describes, describes_folder=of_folder)


def _marks(marks: tuple[Identificatie, ...], seen: dict[Any, Any]) -> tuple[Identificatie, ...]:
    return tuple(Identificatie(kenmerk=mark.kenmerk, bron=seen.setdefault(mark.bron, mark.bron)) for mark in marks)


def _mdto(root: _Element) -> tuple[MdtoObject | None, Fault | None]:
    try:
        return read_mdto(root), None
    except ForeignXml as fault:
        return None, Fault(fault.reason, fault.line)


def _schema_faults(root: _Element, data: bytes, schemas: Mapping[str, MdtoSchema]) -> Iterator[SchemaFault]:
    for version, schema in schemas.items():
        if not schema.accepts(root):
            for fault in schema.explain(data):
                yield SchemaFault(version, fault.sentence, fault.element, fault.line)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return b"encoding=" not in data[:100] or b"utf-8" in data[:100].lower()


def _declares_utf8(root: _Element) -> bool:
    return (root.getroottree().docinfo.encoding or "").upper() in ("UTF-8", "UTF8")


def _bare(root: _Element) -> Iterator[Leaf]:
    for element in root.iter():
        if not len(element) and isinstance(element.tag, str) and is_blank(element.text):
            yield _leaf(element)


def _leaves(root: _Element) -> Iterator[Leaf]:
    for element in root.iter():
        if isinstance(element.tag, str):
            yield _leaf(element)


def _leaf(element: _Element) -> Leaf:
    above = [str(one.tag).rpartition("}")[2] for one in (element, *element.iterancestors())]
    line: object = element.sourceline
    return Leaf("/".join(reversed(above[:-1])), line if isinstance(line, int) else 0)

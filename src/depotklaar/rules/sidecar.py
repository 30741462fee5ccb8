"""A metadata file's bytes as facts: once whole for the rules that look at one, once small for those that compare."""

import codecs
import re
from collections.abc import Iterator, Mapping
from functools import cache, partial
from itertools import islice
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
_WIDE = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_UTF_8 = ("UTF-8", "UTF8")
_DECLARED = re.compile(r"""<\?xml\s[^>]*?encoding\s*=\s*["']([A-Za-z][A-Za-z0-9._-]*)["']""")
_HEAD = 1 << 10
_MOST_BARE = 1_000
_DEEPEST = 12
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
        wide=_declared_beside(data) not in (None, *_UTF_8),
        misdeclared=_is_misdeclared(data),
        schema_location=root.get(_SCHEMA_LOCATION),
        malformed=None if faults else foreign,
        schema_faults=faults,
        bare=tuple(islice(_bare(root), _MOST_BARE)),
        omvang=root.findtext(f"{_NS}bestand/{_NS}omvang"),
        lines=cache(partial(_lines, root)),
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
        if not schema.accepts(root, len(data)):
            for fault in schema.explain(data):
                yield SchemaFault(version, fault.sentence, fault.element, fault.line)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return b"encoding=" not in data[:100] or b"utf-8" in data[:100].lower()


def _declared_beside(data: bytes) -> str | None:
    """The encoding declared, in capitals, beside a byte order mark of UTF-16 or UTF-32; empty when none is declared.

    None without such a mark.
    """
    codec = next((name for mark, name in _WIDE if data.startswith(mark)), None)
    if codec is None:
        return None
    found = _DECLARED.match(data[:_HEAD].decode(codec, "ignore").lstrip("\ufeff"))
    return found[1].upper() if found else ""


def _is_misdeclared(data: bytes) -> bool:
    """Whether a byte order mark says another encoding than the declaration does."""
    declared = _declared_beside(data)
    if declared is not None:
        return not declared.startswith(("UTF-16", "UTF-32", "ISO-10646-UCS")) and declared != ""
    if not data.startswith(codecs.BOM_UTF8):
        return False
    found = _DECLARED.match(data[len(codecs.BOM_UTF8) : _HEAD].decode("utf-8", "ignore"))
    return found is not None and found[1].upper() not in _UTF_8


def _bare(root: _Element) -> Iterator[Leaf]:
    for element in root.iter():
        if not len(element) and isinstance(element.tag, str) and is_blank(element.text):
            yield _leaf(element)


def _lines(root: _Element, path: str) -> tuple[int, ...]:
    """The lines of the elements whose path ends in `path`, in any namespace."""
    *above, name = path.split("/")
    return tuple(_line(element) for element in root.iter(f"{{*}}{name}") if _names_above(element, len(above)) == above)


def _leaf(element: _Element) -> Leaf:
    names = _names_above(element, _DEEPEST)
    below_root = names if len(names) == _DEEPEST else names[1:]
    return Leaf("/".join((*below_root, _name(element))), _line(element))


def _names_above(element: _Element, most: int) -> list[str]:
    """The names of the nearest elements around it, outermost first."""
    return [_name(one) for one in islice(element.iterancestors(), most)][::-1]


def _name(element: _Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _line(element: _Element) -> int:
    line: object = element.sourceline
    return line if isinstance(line, int) else 0

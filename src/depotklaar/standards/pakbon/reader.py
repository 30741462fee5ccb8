"""The pakbon reader: the note beside a package, from XML of schema 1.0, refused when anything in it is unclear.

Source: MDTO SIP-specificatie (Nationaal Archief), pakbon; the XML form is our own, `schemas/pakbon/1.0`.
"""

from collections.abc import Mapping
from typing import Any

from lxml import etree
from lxml.etree import _Element

from depotklaar.language import Text
from depotklaar.model.pakbon import Pakbon
from depotklaar.standards.xml import ForeignXml, parse_xml

NAMESPACE = "https://depotklaar.nl/ns/pakbon/1.0"
_NS = f"{{{NAMESPACE}}}"
_LIMIT = 1_000_000
_ALGORITHMS = {"SHA-256": "SHA-256", "SHA-512": "SHA-512"}
_BASES = {"container": "container", "tagmanifest": "tagmanifest", "bestandenlijst": "filelist"}
_HEX_DIGITS = {"SHA-256": 64, "SHA-512": 128}
_LONGEST_NUMBER = 30

_TEXTS = {
    "id": "kenmerk",
    "title": "titel",
    "target_location": "doellocatie",
    "delivery_type": "soortAanlevering",
    "created_at": "aangemaaktOp",
    "organisation": "organisatie",
    "contact_name": "contact/naam",
    "contact_email": "contact/email",
    "package_name": "pakket/naam",
    "hash_value": "pakket/hash/waarde",
    "profile": "profiel",
}
_NUMBERS = {
    "informatieobjecten": "aantallen/informatieobjecten",
    "bestanden": "aantallen/bestanden",
    "content_files": "aantallen/inhoudsbestanden",
    "content_bytes": "aantallen/inhoudsbytes",
}
_LISTS = {"archiefvormers": "archiefvormer", "particularities": "bijzonderheid"}
_BRANCHES = {"", "contact", "pakket", "pakket/hash", "aantallen"}
_KNOWN = {*_TEXTS.values(), *_NUMBERS.values(), *_LISTS.values(), *_BRANCHES} | {
    "pakket/hash/algoritme",
    "pakket/hash/grondslag",
    "programmatuur",
}

_OTHER_ROOT = Text(
    "het bestand is geen pakbon van depotklaar: het eerste element is {found}",
    "the file is not a pakbon of depotklaar: its root element is {found}",
)
_OUTSIDE_SCHEMA = Text(
    "de pakbon voldoet niet aan zijn schema bij {found}", "the pakbon does not fit its schema at {found}"
)
_UNKNOWN = Text("de pakbon bevat het onbekende element {found}", "the pakbon holds the unknown element {found}")
_NOT_ONCE = Text("{found} moet precies één keer in de pakbon staan", "{found} must stand in the pakbon exactly once")
_NONE = Text("{found} ontbreekt in de pakbon", "{found} is missing from the pakbon")
_NOT_WHOLE = Text("{found} in de pakbon is geen geheel getal", "{found} in the pakbon is not a whole number")
_NOT_CHOSEN = Text("{found} in de pakbon heeft een onbekende waarde", "{found} in the pakbon has an unknown value")
_HASH_LENGTH = Text(
    "de hash in de pakbon past niet bij het algoritme", "the hash in the pakbon does not fit its algorithm"
)


class OtherForm(ForeignXml):
    """Sound XML, but not in our form: the SIP norm leaves the form to whoever sends and receives."""


def read_pakbon(data: bytes, *, schema: bytes | None = None) -> Pakbon:
    """Return the pakbon that the XML in `data` holds, checked against the XSD in `schema`; None checks without it.

    Raises MalformedXml when the bytes are not sound and safe XML or more than a megabyte, OtherForm when they are
    another document, ForeignXml when a pakbon has something missing, repeated, unknown or out of form.
    """
    root = parse_xml(data, limit=_LIMIT)
    if root.tag != f"{_NS}pakbon":
        fault = _fault(_OTHER_ROOT, root, str(root.tag)[:100])
        raise OtherForm(fault.reason, fault.line)
    if schema is not None:
        _check(root, schema)
    leaves = _leaves(root)
    values: dict[str, Any] = {name: _one(leaves, root, path) for name, path in _TEXTS.items()}
    values |= {name: _whole(leaves, root, path) for name, path in _NUMBERS.items()}
    values |= {name: tuple(map(_content, leaves.get(path, ()))) for name, path in _LISTS.items()}
    values["hash_algorithm"] = _chosen(leaves, root, "pakket/hash/algoritme", _ALGORITHMS)
    values["hash_basis"] = _chosen(leaves, root, "pakket/hash/grondslag", _BASES)
    values["software"] = _one(leaves, root, "programmatuur") if "programmatuur" in leaves else ""
    if not values["archiefvormers"]:
        raise _fault(_NONE, root, "archiefvormer")
    if len(values["hash_value"]) != _HEX_DIGITS[values["hash_algorithm"]]:
        raise _fault(_HASH_LENGTH, root, "")
    return Pakbon(**values)


def _check(root: _Element, schema: bytes) -> None:
    verdict = etree.XMLSchema(parse_xml(schema))
    if verdict.validate(root):
        return
    log: Any = verdict.error_log
    at = log[0].path if len(log) else None
    found = root.getroottree().xpath(at) if at else None
    element = found[0] if isinstance(found, list) and found and isinstance(found[0], _Element) else root
    raise _fault(_OUTSIDE_SCHEMA, element, _name(element))


def _leaves(root: _Element) -> dict[str, list[_Element]]:
    """Return all elements by their path below the root; ForeignXml at the first that a pakbon does not have."""
    found: dict[str, list[_Element]] = {}
    below = [("", root)]
    while below:
        path, element = below.pop()
        if path not in _KNOWN:
            raise _fault(_UNKNOWN, element, _name(element))
        found.setdefault(path, []).append(element)
        prefix = f"{path}/" if path else ""
        below.extend((f"{prefix}{_name(child)}", child) for child in reversed(element))
    return found


def _one(leaves: Mapping[str, list[_Element]], root: _Element, path: str) -> str:
    elements = leaves.get(path, [])
    if len(elements) != 1:
        raise _fault(_NOT_ONCE, elements[1] if elements else root, path)
    return _content(elements[0])


def _whole(leaves: Mapping[str, list[_Element]], root: _Element, path: str) -> int:
    text = _one(leaves, root, path).strip()
    if not (text.isascii() and text.isdigit() and len(text) <= _LONGEST_NUMBER):
        raise _fault(_NOT_WHOLE, leaves[path][0], path)
    return int(text)


def _chosen(leaves: Mapping[str, list[_Element]], root: _Element, path: str, choices: Mapping[str, str]) -> str:
    choice = choices.get(_one(leaves, root, path))
    if choice is None:
        raise _fault(_NOT_CHOSEN, leaves[path][0], path)
    return choice


def _content(element: _Element) -> str:
    return element.text or ""


def _name(element: _Element) -> str:
    return str(element.tag).removeprefix(_NS)[:100]


def _fault(reason: Text, element: _Element, found: str) -> ForeignXml:
    line: object = element.sourceline
    return ForeignXml(reason.fill(found=found), line if isinstance(line, int) else None)

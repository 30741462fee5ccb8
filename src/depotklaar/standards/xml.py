"""XML without risk: parsing what others wrote, and text that can stand in what we write."""

import re

from lxml import etree
from lxml.etree import _Element

from depotklaar.language import Text

SIDECAR_LIMIT = 10_000_000
_MARK_LIMIT = 1_000_000
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_TO_HANDLE = re.compile("[&<>\r\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

_TOO_LARGE = Text(
    "het XML-bestand telt {size} bytes; meer dan {limit} leest depotklaar niet",
    "the XML file has {size} bytes; depotklaar reads no more than {limit}",
)
_TOO_MANY = Text(
    "het XML-bestand telt te veel elementen of attributen om veilig te lezen",
    "the XML file holds too many elements or attributes to be read safely",
)
_HAS_DTD = Text(
    "het XML-bestand heeft een DOCTYPE; die hoort er niet in en wordt om de veiligheid geweigerd",
    "the XML file has a DOCTYPE; it does not belong there and is refused for safety",
)
_NOT_WELL_FORMED = Text(
    "het bestand is geen welgevormde XML (foutcode {code})", "the file is not well-formed XML (error code {code})"
)
_KNOWN_FAULTS = {
    4: Text("het bestand is leeg of begint niet met een XML-element", "the file is empty or starts with no element"),
    5: Text("na het laatste element staat nog iets", "something follows the last element"),
    9: Text("het bestand bevat een teken dat in XML niet mag", "the file holds a character that XML forbids"),
    26: Text("het bestand noemt een entiteit die niet bestaat", "the file names an entity that does not exist"),
    32: Text("de tekencodering die het bestand noemt is onbekend", "the file names an unknown character encoding"),
    76: Text("een begin- en een eindlabel passen niet bij elkaar", "a start tag and an end tag do not match"),
    77: Text(
        "het bestand houdt op voordat alle elementen gesloten zijn", "the file ends before its elements are closed"
    ),
    81: Text(
        "het bestand bevat bytes die niet bij de tekencodering passen",
        "the file holds bytes that do not fit its character encoding",
    ),
    114: Text(
        "het bestand is te diep genest of blaast zichzelf op bij het lezen",
        "the file is nested too deep, or swells when it is read",
    ),
    201: Text("een naamruimte is niet aangegeven", "a namespace is not declared"),
}


class XmlError(ValueError):
    """XML that cannot be read. `reason` holds no text of the document; `line` counts from 1, None when not known."""

    def __init__(self, reason: Text, line: int | None = None) -> None:
        super().__init__(reason, line)
        self.reason = reason
        self.line = line

    def __str__(self) -> str:
        return self.reason.en if self.line is None else f"line {self.line}: {self.reason.en}"


class MalformedXml(XmlError):  # noqa: N818 - the name says the fact, as ForeignXml does
    """The bytes are not XML, or XML that is not safe to read (a DOCTYPE, too deep, too large)."""


class ForeignXml(XmlError):  # noqa: N818
    """Sound XML, but not the document that the reader was asked to read."""


def parse_xml(data: bytes, *, limit: int = SIDECAR_LIMIT) -> _Element:
    """Parse a whole document and return its root; comments and processing instructions are left out.

    Nothing outside `data` is ever read: no DTD, no entities, no network. Raises MalformedXml when the bytes are not
    well-formed XML, have a DOCTYPE, are more than `limit` bytes, nest deeper than 256 elements, or hold more than a
    million marks that begin a tag or an attribute (a tree takes some thirty times the room of its text).
    """
    _refuse_bulk(data, limit)
    try:
        root = etree.fromstring(data, _new_parser())
    except etree.XMLSyntaxError as fault:
        line = fault.lineno if fault.lineno and fault.lineno > 0 else None
        raise MalformedXml(_reason(getattr(fault, "code", None)), line) from None
    except (ValueError, LookupError):
        raise MalformedXml(_reason(32)) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise MalformedXml(_HAS_DTD)
    return root


def as_xml_text(value: str) -> str:
    """Return the text with every character that XML 1.0 cannot hold made visible; all other characters stay.

    A control character becomes its picture (U+0007 becomes U+2407); a surrogate or U+FFFE or U+FFFF becomes its
    number, such as `\\u{D800}`. Tab, line feed, carriage return, direction marks and emoji are legal and stay.
    Source: XML 1.0, production 2 (Char). The conversation file keeps the text as it was.
    """
    return _FORBIDDEN.sub(_picture, value) if _FORBIDDEN.search(value) else value


def escape(value: str) -> str:
    """Return the text as it stands between two tags: made legal by `as_xml_text`, then escaped.

    A carriage return is written as a reference, since a parser would otherwise make it a line feed.
    """
    if not _TO_HANDLE.search(value):
        return value
    return as_xml_text(value).translate(_ESCAPES)


def _picture(match: re.Match[str]) -> str:
    code = ord(match.group())
    return chr(0x2400 + code) if code < 0x20 else f"\\u{{{code:04X}}}"


def _new_parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        dtd_validation=False,
        no_network=True,
        huge_tree=False,
        recover=False,
        remove_comments=True,
        remove_pis=True,
    )


def _refuse_bulk(data: bytes, limit: int) -> None:
    if len(data) > limit:
        raise MalformedXml(_TOO_LARGE.fill(size=len(data), limit=limit))
    if len(data) > _MARK_LIMIT and max(data.count(b"<"), data.count(b"=")) > _MARK_LIMIT:
        raise MalformedXml(_TOO_MANY)


def _reason(code: int | None) -> Text:
    return _KNOWN_FAULTS.get(code or 0) or _NOT_WELL_FORMED.fill(code=code)

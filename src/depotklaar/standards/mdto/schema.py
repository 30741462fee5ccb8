"""Whether a document fits an MDTO schema, and if not, where, what was expected and what was found."""

from __future__ import annotations

from copy import deepcopy
from itertools import islice
from typing import TYPE_CHECKING, Any

from lxml import etree
from lxml.etree import _Element

from depotklaar.standards.mdto.faults import SchemaFault, as_fault, bare_fault
from depotklaar.standards.mdto.reader import parse_sidecar
from depotklaar.standards.xml import parse_xml

if TYPE_CHECKING:
    from xmlschema import XMLSchema10

_MOST_FAULTS = 100
_LARGE = 5_000
_EXPLAINED = 50_000
_COUNT = etree.XPath("count(//*)")
_SPACE = " \t\r\n"


class MdtoSchema:
    """One version of the MDTO schema. lxml gives the verdict; xmlschema, loaded when first needed, the explanation."""

    __slots__ = ("_explainer", "_streaming", "_verdict", "_xsd")

    def __init__(self, xsd: bytes) -> None:
        """Compile the schema that `xsd` holds; lxml.etree.XMLSchemaParseError when it is not a sound one."""
        self._xsd = xsd
        self._verdict = etree.XMLSchema(parse_xml(xsd))
        self._streaming = etree.XMLParser(schema=self._verdict, no_network=True, resolve_entities=False)
        self._explainer: XMLSchema10 | None = None

    def accepts(self, root: _Element, size: int | None = None) -> bool:
        """Whether the document with this root fits the schema; `size` is that of its bytes, None when not known."""
        return self._fits(root, size) or self._accepts_collapsed(root, size)

    def _fits(self, root: _Element, size: int | None) -> bool:
        """The verdict of libxml2 on the tree; on a large one as a stream.

        In a tree it looks up the place of every fault, which takes the square of their number.
        """
        if (size is not None and size <= _LARGE) or _count(root) <= _LARGE:
            return bool(self._verdict.validate(root))
        return not self._faulty_lines(etree.tostring(root))

    def _faulty_lines(self, data: bytes) -> list[int]:
        """The lines of the faults in a document, known to be sound, that is read as a stream; at most 100."""
        try:
            etree.fromstring(data, self._streaming)
        except etree.XMLSyntaxError as fault:
            log: Any = fault.error_log
            return [entry.line for entry in islice(log, _MOST_FAULTS)] or [0]
        return []

    def _accepts_collapsed(self, root: _Element, size: int | None) -> bool:
        """Whether it fits once the white space around values is gone, which means nothing for what is no string.

        lxml takes offence at it in durations and unions; XML Schema 1.0 part 2 does not (2.5.1.3 and 4.3.6).
        """
        again = deepcopy(root)
        found = False
        for leaf in again.iter(etree.Element):
            text = None if len(leaf) else leaf.text
            if text and text != text.strip(_SPACE):
                leaf.text = text.strip(_SPACE)
                found = True
        return found and self._fits(again, size)

    def explain(self, data: bytes) -> tuple[SchemaFault, ...]:
        """Return why the document does not fit: at most 100 faults, in the order of the document; empty if it fits.

        Of each element only the first child that is wrong is told, and of a document of more than 50,000 elements only
        the lines. Raises MalformedXml when the bytes are not sound XML. Takes some 0.3 seconds the first time and
        milliseconds after that.
        """
        root = parse_sidecar(data)
        if self.accepts(root, len(data)):
            return ()
        if _count(root) > _EXPLAINED:
            return tuple(bare_fault(root, line or None) for line in self._faulty_lines(data))
        return self._explained(root) or self._located(root, data)

    def _explained(self, root: _Element) -> tuple[SchemaFault, ...]:
        """The faults as xmlschema sees them; none where it fails (it cannot stand an unknown xsi:type)."""
        import xmlschema

        if self._explainer is None:
            self._explainer = xmlschema.XMLSchema10(self._xsd.decode(), allow="none")
        try:
            errors = list(islice(self._explainer.iter_errors(root), _MOST_FAULTS))
        except (xmlschema.XMLSchemaException, ValueError, TypeError, LookupError, ArithmeticError):
            return ()
        return tuple(fault for fault in map(as_fault, errors) if fault is not None)

    def _located(self, root: _Element, data: bytes) -> tuple[SchemaFault, ...]:
        """The faults as lxml sees them: a place and no more, but always at least one."""
        if _count(root) > _LARGE:
            return tuple(bare_fault(root, line or None) for line in self._faulty_lines(data))
        self._verdict.validate(root)
        log: Any = self._verdict.error_log
        entries = list(islice(log, _MOST_FAULTS))
        return tuple(bare_fault(_at(root, entry.path), entry.line or None) for entry in entries)


def _count(root: _Element) -> int:
    found: Any = _COUNT(root)
    return int(found)


def _at(root: _Element, path: str | None) -> _Element:
    found = root.getroottree().xpath(path) if path else None
    first = found[0] if isinstance(found, list) and found else None
    return first if isinstance(first, _Element) else root

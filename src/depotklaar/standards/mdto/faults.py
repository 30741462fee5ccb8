"""What a schema fault is, and how the opinion of the xmlschema library becomes one, in words for a report."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from lxml.etree import _Element

from depotklaar.language import Text
from depotklaar.standards.xml import as_xml_text

if TYPE_CHECKING:
    from xmlschema import XMLSchemaValidationError

_NS = "{https://www.nationaalarchief.nl/mdto}"
_XSI = "{http://www.w3.org/2001/XMLSchema-instance}"
_XSD = "{http://www.w3.org/2001/XMLSchema}"
_LONGEST = 80


class FaultKind(StrEnum):
    """What is wrong with the build of a document."""

    UNKNOWN_ROOT = "unknown-root"
    UNEXPECTED_ELEMENT = "unexpected-element"
    MISSING_ELEMENT = "missing-element"
    WRONG_VALUE = "wrong-value"
    UNEXPECTED_ATTRIBUTE = "unexpected-attribute"
    UNEXPECTED_TEXT = "unexpected-text"
    OTHER = "other"


_REASONS = {
    FaultKind.UNKNOWN_ROOT: Text("dit is geen MDTO-document", "this is not an MDTO document"),
    FaultKind.UNEXPECTED_ELEMENT: Text("dit element hoort hier niet", "this element does not belong here"),
    FaultKind.MISSING_ELEMENT: Text("hier ontbreekt een verplicht element", "a required element is missing here"),
    FaultKind.WRONG_VALUE: Text("de waarde heeft niet de juiste vorm", "the value does not have the right form"),
    FaultKind.UNEXPECTED_ATTRIBUTE: Text(
        "dit element heeft een attribuut dat er niet hoort", "this element has an attribute that does not belong there"
    ),
    FaultKind.UNEXPECTED_TEXT: Text(
        "hier staat tekst waar alleen elementen mogen staan", "there is text where only elements may stand"
    ),
    FaultKind.OTHER: Text(
        "het schema aanvaardt dit element zo niet", "the schema does not accept this element as it is"
    ),
}
_ONLY_TEXT = Text("alleen tekst", "text only")
_END = Text("geen element meer", "no further element")
_OR = Text(" of ", " or ")
_FORMS = {
    "string": Text("tekst", "text"),
    "integer": Text("een geheel getal", "a whole number"),
    "date": Text("een datum (JJJJ-MM-DD)", "a date (YYYY-MM-DD)"),
    "gYearMonth": Text("een jaar en maand (JJJJ-MM)", "a year and month (YYYY-MM)"),
    "gYear": Text("een jaar (JJJJ)", "a year (YYYY)"),
    "dateTime": Text("een datum met tijd (JJJJ-MM-DDTuu:mm:ss)", "a date with time (YYYY-MM-DDThh:mm:ss)"),
    "duration": Text("een duur volgens ISO 8601 (zoals P20Y)", "a duration of ISO 8601 (such as P20Y)"),
    "language": Text("een taalcode (zoals nl)", "a language code (such as nl)"),
    "anyURI": Text("een webadres (URI)", "a web address (URI)"),
}
_EXPECTED = Text("; verwacht: ", "; expected: ")
_FOUND = Text("; gevonden: ", "; found: ")


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemaFault:
    """One way in which a document does not fit.

    `element` is the path of the element (`/MDTO/bestand/checksum[2]/checksumDatum`), that of the parent when an
    element is missing; `line` counts from 1, None when not known. `expected` is None and `found` empty when there is
    nothing to say. `found` is a name or the first 80 characters of a value; for a missing element it is the name of
    what stands in its place. Text that stands where no text may be is never repeated.
    """

    kind: FaultKind
    element: str
    line: int | None = None
    expected: Text | None = None
    found: str = ""

    @property
    def reason(self) -> Text:
        """What is wrong, without what was expected and found."""
        return _REASONS[self.kind]

    @property
    def sentence(self) -> Text:
        """The reason with what was expected and what was found, as far as there is something to say."""
        nl, en = self.reason.nl, self.reason.en
        if self.expected is not None:
            nl, en = nl + _EXPECTED.nl + self.expected.nl, en + _EXPECTED.en + self.expected.en
        if self.found:
            nl, en = nl + _FOUND.nl + self.found, en + _FOUND.en + self.found
        return Text(nl, en)


def as_fault(error: XMLSchemaValidationError) -> SchemaFault | None:
    """Return the fault that an error of xmlschema (on an lxml tree) speaks of; None when it names no element."""
    element: object = error.elem
    if not isinstance(element, _Element):
        return None
    kind = error.__class__.__name__
    if element.getparent() is None and element.tag != f"{_NS}MDTO":
        return _fault(FaultKind.UNKNOWN_ROOT, element, Text("MDTO", "MDTO"), _name(element))
    if kind == "XMLSchemaChildrenValidationError":
        return _children_fault(error, element)
    return _content_fault(error.validator, element)


def bare_fault(element: _Element, line: int | None) -> SchemaFault:
    """Return a fault that says no more than where it is, for what only lxml could see."""
    return SchemaFault(kind=FaultKind.OTHER, element=place_of(element), line=line)


def place_of(element: _Element) -> str:
    """Return the path of an element in the names of MDTO, with a number where brothers bear the same name."""
    steps = []
    step: _Element | None = element
    while step is not None:
        before = sum(1 for _ in step.itersiblings(step.tag, preceding=True))
        is_alone = not before and next(step.itersiblings(step.tag), None) is None
        steps.append(_name(step) if is_alone else f"{_name(step)}[{before + 1}]")
        step = step.getparent()
    return "/" + "/".join(reversed(steps))


def _children_fault(error: Any, parent: _Element) -> SchemaFault:
    """Tell apart an element that is missing from one that is too much, since the library calls both unexpected."""
    child = error.invalid_child
    expected = [item.local_name for item in error.expected or () if getattr(item, "local_name", None)]
    names = Text(" of ".join(expected), " or ".join(expected)) if expected else _END
    if child is None:
        return _fault(FaultKind.MISSING_ELEMENT, parent, names)
    order = [item.name for item in error.validator.iter_elements()]
    required = [item.name for item in error.expected or () if item.name in order and item.min_occurs > 0]
    comes_later = child.tag in order and required and order.index(child.tag) > order.index(required[-1])
    if comes_later and error.occurs == 0 and error.validator.model == "sequence":
        return _fault(FaultKind.MISSING_ELEMENT, parent, names, _name(child))
    return _fault(FaultKind.UNEXPECTED_ELEMENT, child, names, _name(child))


def _content_fault(validator: Any, element: _Element) -> SchemaFault:
    below = next((child for child in element if isinstance(child.tag, str)), None)
    validator_name = validator.__class__.__name__
    if "AttributeGroup" in validator_name:
        alien = [str(name) for name in element.attrib if not str(name).startswith(_XSI)]
        return _fault(FaultKind.UNEXPECTED_ATTRIBUTE, element, None, ", ".join(alien or map(str, element.attrib)))
    if "Group" in validator_name:
        return _fault(FaultKind.UNEXPECTED_TEXT, element)
    if below is not None:
        return _fault(FaultKind.UNEXPECTED_ELEMENT, below, _ONLY_TEXT, _name(below))
    form = _form(validator)
    if form is not None:
        return _fault(FaultKind.WRONG_VALUE, element, form, element.text or "")
    return _fault(FaultKind.OTHER, element)


def _form(validator: Any) -> Text | None:
    """Return in words which values a simple type allows; None when it is no simple type of MDTO."""
    simple = validator.parent if "Facet" in validator.__class__.__name__ else validator
    members = getattr(simple, "member_types", None) or (simple,)
    forms = [_FORMS.get(str(getattr(member, "name", "")).removeprefix(_XSD)) for member in members]
    known = [form for form in forms if form is not None]
    if not known or len(known) < len(forms):
        return None
    return Text(_OR.nl.join(form.nl for form in known), _OR.en.join(form.en for form in known))


def _fault(kind: FaultKind, element: _Element, expected: Text | None = None, found: str = "") -> SchemaFault:
    line: object = element.sourceline
    shown = as_xml_text(found if len(found) <= _LONGEST else found[: _LONGEST - 1] + "…")
    return SchemaFault(
        kind=kind,
        element=place_of(element),
        line=line if isinstance(line, int) else None,
        expected=expected,
        found=shown,
    )


def _name(element: _Element) -> str:
    return str(element.tag).removeprefix(_NS)

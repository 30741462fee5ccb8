"""The verdict of a schema, and the explanation that a report can print."""

import socket
import subprocess
import sys

import pytest
from lxml import etree

from depotklaar.standards.mdto.faults import FaultKind
from depotklaar.standards.mdto.reader import parse_sidecar
from depotklaar.standards.mdto.schema import MdtoSchema
from depotklaar.standards.mdto.writer import write_mdto
from depotklaar.standards.xml import MalformedXml


@pytest.fixture(scope="module")
def schema(own_xsd):
    return MdtoSchema(own_xsd("1.0.1"))


@pytest.fixture(scope="module")
def bestand(full_bestand):
    return write_mdto(full_bestand)


@pytest.fixture(scope="module")
def informatieobject(full_informatieobject):
    return write_mdto(full_informatieobject)


def test_sound_documents_are_accepted_and_need_no_explanation(schema, bestand, informatieobject):
    for data in (bestand, informatieobject):
        assert schema.accepts(parse_sidecar(data))
        assert schema.explain(data) == ()


FAULTS = [
    (b"<omvang>12345", b"<omvang>vijf", "wrong-value", "/MDTO/bestand/omvang", "een geheel getal", "vijf"),
    (
        b"2026-01-02T03:04:05<",
        b"2026-01-02<",
        "wrong-value",
        "/MDTO/bestand/checksum[2]/checksumDatum",
        "een datum met tijd (JJJJ-MM-DDTuu:mm:ss)",
        "2026-01-02",
    ),
    (b"naam>", b"titel>", "unexpected-element", "/MDTO/bestand/titel", "naam", "titel"),
    (b"<naam>", b"<naam>a</naam><naam>", "unexpected-element", "/MDTO/bestand/naam[2]", "omvang", "naam"),
    (b"<omvang>12345</omvang>", b"", "missing-element", "/MDTO/bestand", "omvang", "bestandsformaat"),
    (b"<naam>", b"<naam><b/>", "unexpected-element", "/MDTO/bestand/naam/b", "alleen tekst", "b"),
    (b"<naam>", b'<naam x="1">', "unexpected-attribute", "/MDTO/bestand/naam", None, "x"),
    (b"<naam>", b"geheim<naam>", "unexpected-text", "/MDTO/bestand", None, ""),
    (b"MDTO xmlns=", b"MDTO xmlns:x=", "unknown-root", "/MDTO", "MDTO", "MDTO"),
    (b"bestand>", b"stuk>", "unexpected-element", "/MDTO/stuk", "informatieobject of bestand", "stuk"),
    (b"<naam>", b'<naam xsi:nil="true">', "other", "/MDTO/bestand/naam", None, ""),
    (b"<naam>", b'<naam xsi:type="nergens">', "other", "/MDTO/bestand/naam", None, ""),
]


@pytest.mark.parametrize(("old", "new", "kind", "element", "expected", "found"), FAULTS)
def test_a_fault_tells_what_where_expected_and_found(old, new, kind, element, expected, found, schema, bestand):
    fault = schema.explain(bestand.replace(old, new))[0]
    assert (fault.kind, fault.element, fault.found) == (FaultKind(kind), element, found)
    assert (fault.expected and fault.expected.nl) == expected
    assert fault.line is not None
    assert fault.reason.nl in fault.sentence.nl
    assert "geheim" not in fault.sentence.nl


def test_a_sentence_can_be_printed_as_it_is(schema, bestand):
    fault = schema.explain(bestand.replace(b"<omvang>12345", b"<omvang>vijf"))[0]
    assert fault.sentence.nl == "de waarde heeft niet de juiste vorm; verwacht: een geheel getal; gevonden: vijf"
    assert fault.sentence.en == "the value does not have the right form; expected: a whole number; found: vijf"


def test_a_value_with_braces_or_great_length_does_no_harm(schema, bestand):
    fault = schema.explain(bestand.replace(b"<omvang>12345", b"<omvang>{x}{0}" + b"a" * 5000))[0]
    assert len(fault.found) == 80
    assert "{x}{0}" in fault.sentence.nl


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (b"2020-02<", b"feb 2020<", "een jaar (JJJJ) of een jaar en maand (JJJJ-MM) of een datum (JJJJ-MM-DD)"),
        (b"<taal>nl", b"<taal>Nederlands!", "een taalcode (zoals nl)"),
        (b"P10Y", b"10 jaar", "een duur volgens ISO 8601 (zoals P20Y)"),
        (b"2020-01-31<", b"31-1-2020<", "een datum (JJJJ-MM-DD)"),
    ],
)
def test_the_right_form_is_told_in_words(old, new, expected, schema, informatieobject):
    fault = schema.explain(informatieobject.replace(old, new, 1))[0]
    assert fault.kind is FaultKind.WRONG_VALUE
    assert fault.expected is not None
    assert fault.expected.nl == expected


def test_several_faults_are_told_in_the_order_of_the_document(schema, informatieobject):
    data = informatieobject.replace(b"<taal>nl", b"<taal>?").replace(b"P10Y", b"tien")
    places = [fault.element.rsplit("/", 1)[1] for fault in schema.explain(data)]
    assert places == ["taal[1]", "termijnLooptijd", "termijnLooptijd"]


def test_what_is_missing_at_the_end_is_told_too(schema, own_xsd, informatieobject):
    root = etree.fromstring(informatieobject)
    for element in root.findall(".//{*}beperkingGebruik"):
        element.getparent().remove(element)
    (fault,) = schema.explain(etree.tostring(root))
    assert (fault.kind, fault.element) == (FaultKind.MISSING_ELEMENT, "/MDTO/informatieobject")
    assert fault.expected is not None
    assert fault.expected.nl == "beperkingGebruik"
    assert MdtoSchema(own_xsd("1.0")).accepts(root)


def test_a_hundred_faults_are_enough(schema, informatieobject):
    data = informatieobject.replace(b"<taal>nl</taal>", b"<taal>?</taal>" * 500)
    assert len(schema.explain(data)) == 100


def test_every_refused_change_is_explained(schema, bestand):
    root = etree.fromstring(bestand)
    for element in list(root.iter())[1:]:
        parent, at = element.getparent(), element.getparent().index(element)
        parent.remove(element)
        data = etree.tostring(root)
        assert bool(schema.explain(data)) is not schema.accepts(etree.fromstring(data))
        parent.insert(at, element)


def test_broken_xml_is_not_explained_but_refused(schema):
    with pytest.raises(MalformedXml):
        schema.explain(b"<MDTO>")


def test_a_broken_schema_is_our_own_fault():
    with pytest.raises(etree.XMLSchemaParseError):
        MdtoSchema(b"<geen-schema/>")


def test_a_place_that_a_document_points_to_is_never_fetched(schema, bestand):
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        place = f"http://127.0.0.1:{server.getsockname()[1]}/x.xsd"
        away = f'xsi:schemaLocation="urn:x {place} https://www.nationaalarchief.nl/mdto {place} '.encode()
        data = bestand.replace(b'xsi:schemaLocation="', away, 1)
        assert schema.explain(data) == ()
        faults = schema.explain(data.replace(b"<naam>", b'<naam x="1">') + f"<?xml-model {place}?>".encode())
        assert faults[0].kind is FaultKind.UNEXPECTED_ATTRIBUTE
        with pytest.raises(BlockingIOError):
            server.accept()


def test_the_slow_library_is_loaded_only_to_explain():
    code = "import sys, depotklaar.standards.mdto.schema; sys.exit('xmlschema' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("space", [" ", "\n\t ", "\r\n"])
def test_white_space_around_dates_and_durations_means_nothing(schema, informatieobject, space):
    root = parse_sidecar(informatieobject)
    leaves = [leaf for leaf in root.iter(etree.Element) if not len(leaf) and leaf.text]
    for leaf in leaves:
        leaf.text = f"{space}{leaf.text}{space}"
    assert schema.accepts(root)
    assert all(leaf.text.startswith(space) for leaf in leaves)
    next(leaf for leaf in leaves if leaf.tag.endswith("Begindatum")).text = f"{space}gisteren"
    assert not schema.accepts(root)

"""The MDTO reader: everything of the norm's examples, nothing lost, and a clear no to what it cannot hold."""

import pytest
from lxml import etree

from depotklaar.model.mdto import Begrip, Bestand, Identificatie, Informatieobject, Termijn, Verwijzing
from depotklaar.standards.mdto.reader import parse_sidecar, read_mdto, read_version
from depotklaar.standards.mdto.writer import write_mdto
from depotklaar.standards.xml import ForeignXml, MalformedXml

OPEN = b'<MDTO xmlns="https://www.nationaalarchief.nl/mdto">'


def lines_of(root):
    """Return every element in order with its name and, where it holds no elements, its text."""
    return [(element.tag, "" if len(element) else element.text or "") for element in root.iter()]


def read(data):
    return read_mdto(parse_sidecar(data))


def test_the_official_examples_read_and_written_are_equal_element_by_element(examples):
    kinds = []
    for data in examples:
        root = parse_sidecar(data)
        obj = read_mdto(root)
        again = parse_sidecar(write_mdto(obj))
        assert lines_of(again) == lines_of(root)
        assert dict(again.attrib) == dict(root.attrib)
        assert read_mdto(again) == obj
        kinds.append(type(obj))
    assert kinds == [Informatieobject, Bestand, Informatieobject, Informatieobject]


def test_objects_that_use_everything_come_back_equal(full_informatieobject, full_bestand):
    for obj in (full_informatieobject, full_bestand):
        assert read(write_mdto(obj)) == obj
        assert read(write_mdto(obj, version="1.0")) == obj


@pytest.fixture
def bestand_xml(full_bestand):
    return write_mdto(full_bestand)


@pytest.mark.parametrize(("text", "number"), [("0057", 57), ("+5", 5), (" 5\n", 5), ("-1", -1), ("5<!-- x -->7", 57)])
def test_a_size_is_read_as_the_number_that_it_means(text, number, bestand_xml):
    data = bestand_xml.replace(b"<omvang>12345", b"<omvang>" + text.encode())
    obj = read(data)
    assert isinstance(obj, Bestand)
    assert obj.omvang == number


@pytest.mark.parametrize("text", ["", "vijf", "5_7", "1.0", "٣", "9" * 5000, "5 7"])
def test_a_size_that_is_no_number_is_refused(text, bestand_xml):
    with pytest.raises(ForeignXml) as caught:
        read(bestand_xml.replace(b"<omvang>12345", b"<omvang>" + text.encode()))
    assert "omvang" in caught.value.reason.nl
    assert caught.value.line is not None


def test_spaces_line_breaks_and_odd_dates_stay_as_they_are(full_informatieobject):
    data = write_mdto(full_informatieobject)
    data = data.replace(b"<naam>Gesprek", b"<naam>  Gesprek").replace(b"2030-01-31", b" 2030 ")
    obj = read(data)
    assert isinstance(obj, Informatieobject)
    assert obj.naam.startswith("  Gesprek")
    assert obj.bewaartermijn is not None
    assert obj.bewaartermijn.einddatum == " 2030 "


def test_empty_is_not_absent(full_informatieobject):
    data = write_mdto(full_informatieobject)
    for empty in (b"<begripCode></begripCode>", b"<begripCode/>", b"<begripCode><!-- niets --></begripCode>"):
        obj = read(data.replace(b"<begripCode>V</begripCode>", empty))
        assert isinstance(obj, Informatieobject)
        assert obj.waardering.code == ""
    obj = read(data.replace(b"<begripCode>V</begripCode>", b""))
    assert isinstance(obj, Informatieobject)
    assert obj.waardering.code is None


def test_a_document_of_1_0_without_restriction_is_read(full_informatieobject, own_xsd):
    root = etree.fromstring(write_mdto(full_informatieobject, version="1.0"))
    for element in root.findall(".//{*}beperkingGebruik"):
        element.getparent().remove(element)
    assert etree.XMLSchema(etree.fromstring(own_xsd("1.0"))).validate(root)
    obj = read_mdto(root)
    assert isinstance(obj, Informatieobject)
    assert obj.beperking_gebruik == ()


def test_a_prefix_and_a_tree_with_comments_make_no_difference(full_bestand):
    text = write_mdto(full_bestand).decode().replace("<", "<m:").replace("<m:/", "</m:").replace("<m:?", "<?")
    text = text.replace("xmlns=", "xmlns:m=").replace("<m:naam>gesprek", "<!-- a --><?b c?><m:naam>ges<!-- d -->prek")
    assert read(text.encode()) == full_bestand
    assert read_mdto(etree.fromstring(text.encode())) == full_bestand


def test_the_smallest_groups_are_read():
    data = OPEN + (
        b"<informatieobject><identificatie><identificatieKenmerk>1</identificatieKenmerk><identificatieBron>2"
        b"</identificatieBron></identificatie><naam>3</naam><waardering><begripLabel>4</begripLabel>"
        b"<begripBegrippenlijst><verwijzingNaam>5</verwijzingNaam></begripBegrippenlijst></waardering><bewaartermijn/>"
        b"<archiefvormer><verwijzingNaam>6</verwijzingNaam></archiefvormer></informatieobject></MDTO>"
    )
    assert read(data) == Informatieobject(
        identificatie=(Identificatie(kenmerk="1", bron="2"),),
        naam="3",
        waardering=Begrip(label="4", begrippenlijst=Verwijzing(naam="5")),
        bewaartermijn=Termijn(),
        archiefvormer=(Verwijzing(naam="6"),),
        beperking_gebruik=(),
    )


CHANGES = {
    "unknown": (b"<naam>", b"<titel/><naam>"),
    "twice": (b"<naam>", b"<naam>a</naam><naam>"),
    "missing": (b"<omvang>12345</omvang>", b""),
    "missing below": (b"<begripLabel>SHA-256</begripLabel>", b""),
    "foreign": (b"<naam>", b'<naam xmlns="urn:x">a</naam><naam>'),
    "elements in text": (b"<naam>", b"<naam><b/>"),
    "other object": (b"bestand>", b"document>"),
    "other root": (b"MDTO", b"mdto"),
    "other namespace": (b'xmlns="https:', b'xmlns="http:'),
}


@pytest.mark.parametrize("name", CHANGES)
def test_what_cannot_be_held_is_refused_rather_than_lost(name, bestand_xml):
    with pytest.raises(ForeignXml) as caught:
        read(bestand_xml.replace(*CHANGES[name]))
    assert caught.value.line is not None


@pytest.mark.parametrize("data", [OPEN + b"</MDTO>", OPEN + b"<bestand/><bestand/></MDTO>"])
def test_a_document_holds_one_object(data):
    with pytest.raises(ForeignXml) as caught:
        read(data)
    assert "precies één" in caught.value.reason.nl


def test_a_sidecar_that_is_not_sound_is_refused():
    for data in (b"", b"<!DOCTYPE MDTO>" + OPEN + b"</MDTO>", OPEN, OPEN + b" " * 10_000_000 + b"</MDTO>"):
        with pytest.raises(MalformedXml):
            parse_sidecar(data)


@pytest.mark.parametrize(
    ("location", "version"),
    [
        ("https://www.nationaalarchief.nl/mdto https://www.nationaalarchief.nl/mdto/MDTO-XML1.0.1.xsd", "1.0.1"),
        ("https://www.nationaalarchief.nl/mdto\n  MDTO-XML1.0.xsd", "1.0"),
        ("urn:x x.xsd https://www.nationaalarchief.nl/mdto ./MDTO-XML2.0.xsd", "2.0"),
        ("urn:x MDTO-XML1.0.xsd", None),
        ("https://www.nationaalarchief.nl/mdto", None),
        ("https://www.nationaalarchief.nl/mdto mdto.xsd", None),
        ("", None),
    ],
)
def test_the_version_is_the_one_that_the_document_names(location, version):
    root = etree.fromstring(OPEN + b"</MDTO>")
    root.set("{http://www.w3.org/2001/XMLSchema-instance}schemaLocation", location)
    assert read_version(root) == version
    assert read_version(etree.fromstring(OPEN + b"</MDTO>")) is None

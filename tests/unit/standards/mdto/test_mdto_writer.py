"""The MDTO writer: the same bytes, legal XML, everything in its place."""

from dataclasses import replace

import pytest
from lxml import etree

from depotklaar.model.mdto import Bestand, Identificatie, Informatieobject, Termijn
from depotklaar.standards.mdto.writer import SCHEMA_LOCATIONS, write_mdto

NS = "{https://www.nationaalarchief.nl/mdto}"
LOCATION = "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation"


def test_the_document_starts_as_the_norm_shows(full_bestand):
    lines = write_mdto(full_bestand).decode().splitlines()
    assert lines[0] == '<?xml version="1.0" encoding="UTF-8"?>'
    assert lines[2:7] == [
        "  <bestand>",
        "    <identificatie>",
        "      <identificatieKenmerk>F-1</identificatieKenmerk>",
        "      <identificatieBron>E-depot</identificatieBron>",
        "    </identificatie>",
    ]
    assert lines[-1] == "</MDTO>"


def test_the_document_names_the_schema_that_the_examples_name(full_bestand, examples):
    expected = etree.fromstring(examples[0]).get(LOCATION)
    assert etree.fromstring(write_mdto(full_bestand)).get(LOCATION) == expected == SCHEMA_LOCATIONS["1.0.1"]
    older = etree.fromstring(write_mdto(full_bestand, version="1.0")).get(LOCATION)
    assert older == expected.replace("1.0.1", "1.0")


def test_an_unknown_version_is_refused(full_bestand):
    with pytest.raises(ValueError, match=r"1\.0, 1\.0\.1"):
        write_mdto(full_bestand, version="2.0")


@pytest.mark.parametrize("version", ["1.0", "1.0.1"])
def test_both_schemas_accept_objects_that_use_everything(
    version, full_informatieobject, full_bestand, own_xsd, official_xsd
):
    for xsd in (own_xsd(version), official_xsd(version)):
        schema = etree.XMLSchema(etree.fromstring(xsd))
        for obj in (full_informatieobject, full_bestand):
            assert schema.validate(etree.fromstring(write_mdto(obj, version=version))), schema.error_log


def test_every_element_of_the_schema_is_written(full_informatieobject, full_bestand, own_xsd):
    schema = etree.fromstring(own_xsd("1.0.1"))
    names = {element.get("name") for element in schema.iter("{http://www.w3.org/2001/XMLSchema}element")}
    written = write_mdto(full_informatieobject).decode() + write_mdto(full_bestand).decode()
    assert {name for name in names if f"<{name}" not in written} == set()


def test_two_runs_give_the_same_bytes(full_informatieobject):
    assert write_mdto(full_informatieobject) == write_mdto(replace(full_informatieobject))


def test_absent_and_empty_are_written_apart(full_informatieobject):
    absent = replace(full_informatieobject, bewaartermijn=None, omschrijving=())
    empty = replace(full_informatieobject, bewaartermijn=Termijn(), omschrijving=("",))
    assert b"bewaartermijn" not in write_mdto(absent)
    root = etree.fromstring(write_mdto(empty))
    assert len(root.findall(f".//{NS}bewaartermijn/*")) == 0
    assert [element.text for element in root.iter(f"{NS}omschrijving")] == [None]


def test_no_text_breaks_the_document(full_informatieobject):
    nasty = "\x00\x07]]></naam>&lt;<!--\ud800\ufffe\u202e\r\n🙂"
    root = etree.fromstring(write_mdto(replace(full_informatieobject, naam=nasty)))
    assert root.findtext(f".//{NS}naam") == "␀␇]]></naam>&lt;<!--\\u{D800}\\u{FFFE}\u202e\r\n🙂"


def test_the_smallest_objects_hold_only_what_is_required(full_informatieobject, full_bestand):
    marks = (Identificatie(kenmerk="1", bron="Register"),)
    small = Informatieobject(
        identificatie=marks,
        naam="Klein",
        waardering=full_informatieobject.waardering,
        archiefvormer=full_informatieobject.archiefvormer,
        beperking_gebruik=(),
    )
    names = [element.tag.removeprefix(NS) for element in etree.fromstring(write_mdto(small))[0]]
    assert names == ["identificatie", "naam", "waardering", "archiefvormer"]
    file = Bestand(
        identificatie=marks,
        naam="klein.txt",
        omvang=0,
        bestandsformaat=full_bestand.bestandsformaat,
        checksum=full_bestand.checksum[:1],
        is_representatie_van=full_bestand.is_representatie_van,
    )
    names = [element.tag.removeprefix(NS) for element in etree.fromstring(write_mdto(file))[0]]
    assert names == ["identificatie", "naam", "omvang", "bestandsformaat", "checksum", "isRepresentatieVan"]

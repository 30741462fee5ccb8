"""The pakbon goes out as XML and as text and comes back equal, or is refused."""

from dataclasses import fields, replace
from pathlib import Path

import pytest
from lxml import etree

from depotklaar.model.pakbon import Pakbon
from depotklaar.standards.pakbon.reader import read_pakbon
from depotklaar.standards.pakbon.writer import write_pakbon, write_pakbon_text
from depotklaar.standards.xml import ForeignXml, MalformedXml

SCHEMA = (Path(__file__).resolve().parents[4] / "schemas" / "pakbon" / "1.0" / "pakbon.xsd").read_bytes()
FULL = Pakbon(
    id="AANL-2026-0007",
    title="Berichten van de bewindspersoon 2022-2024",
    target_location="Archief 9.99.99, serie 3",
    package_name="aanl-2026-0007.tar",
    hash_algorithm="SHA-256",
    hash_value="0a" * 32,
    hash_basis="container",
    created_at="2026-02-03T04:05:06+01:00",
    organisation="Ministerie van Verzonnen Zaken",
    archiefvormers=("Ministerie van Verzonnen Zaken", "Ministerie van Fabels"),
    contact_name="I. Denkbeeld",
    contact_email="i.denkbeeld@verzonnen.example",
    informatieobjecten=12,
    bestanden=340,
    content_files=341,
    content_bytes=98765432109,
    profile="voorbeeld",
    delivery_type="overbrenging",
    particularities=("Twee gesprekken zijn deels onleesbaar.", "Zie ook AANL-2025-0001"),
    software="depotklaar 1.0",
)
SMALL = replace(FULL, archiefvormers=("Een",), particularities=(), software="", informatieobjecten=0, content_bytes=0)


@pytest.mark.parametrize(
    "pakbon",
    [
        FULL,
        SMALL,
        replace(FULL, hash_algorithm="SHA-512", hash_value="0a" * 64, hash_basis="tagmanifest"),
        replace(FULL, hash_basis="filelist", created_at="2026-02-03T04:05:06Z"),
        replace(FULL, title="<a> & ]]> 'b' \"c\" é🙂\r\n\u202e", particularities=("regel 1\nregel 2",)),
    ],
)
def test_a_pakbon_comes_back_equal_and_fits_its_schema(pakbon):
    data = write_pakbon(pakbon)
    assert read_pakbon(data, schema=SCHEMA) == pakbon
    assert read_pakbon(data) == pakbon
    assert write_pakbon(replace(pakbon)) == data


def test_every_field_and_every_element_is_used():
    written = write_pakbon(FULL).decode()
    schema = etree.fromstring(SCHEMA)
    names = [element.get("name") for element in schema.iter("{http://www.w3.org/2001/XMLSchema}element")]
    assert [name for name in names if f"<{name}" not in written] == []
    for field in fields(Pakbon):
        value = getattr(FULL, field.name)
        for part in value if isinstance(value, tuple) else (value,):
            assert f">{part}<" in written


def test_text_that_xml_forbids_is_shown():
    title = read_pakbon(write_pakbon(replace(FULL, title="bel\x07\ud800")), schema=SCHEMA).title
    assert title == "bel␇\\u{D800}"


CHANGES = {
    "no title": ("<titel>Berichten van de bewindspersoon 2022-2024</titel>", ""),
    "two titles": ("<titel>", "<titel>a</titel><titel>"),
    "no archiefvormer": (
        "<archiefvormer>Ministerie van Verzonnen Zaken</archiefvormer>\n  "
        "<archiefvormer>Ministerie van Fabels</archiefvormer>",
        "",
    ),
    "unknown element": ("<titel>", "<ondertitel>a</ondertitel><titel>"),
    "negative count": (">340<", ">-340<"),
    "no count": (">340<", ">veel<"),
    "odd digits": (">340<", ">٣<"),
    "endless number": (">340<", f">{'9' * 5000}<"),
    "unknown algorithm": ("SHA-256", "MD5"),
    "hash of another algorithm": ("SHA-256", "SHA-512"),
    "short hash": ("0a0a", "0a"),
    "unknown basis": (">container<", ">gevoel<"),
    "element in text": ("<profiel>", "<profiel><b/>"),
    "other namespace": ("pakbon/1.0", "pakbon/9.9"),
    "other root": ("pakbon", "factuur"),
}
SCHEMA_ONLY = {
    "empty title": ("<titel>Berichten van de bewindspersoon 2022-2024", "<titel> "),
    "no address": ("i.denkbeeld@", "i.denkbeeld"),
    "no moment": ("2026-02-03T04:05:06+01:00", "gisteren"),
    "order": (
        "<titel>Berichten van de bewindspersoon 2022-2024</titel>\n  "
        "<doellocatie>Archief 9.99.99, serie 3</doellocatie>",
        "<doellocatie>Archief 9.99.99, serie 3</doellocatie><titel>Berichten</titel>",
    ),
    "attribute": ("<titel>", '<titel a="1">'),
    "loose text": ("<titel>", "los<titel>"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_pakbon_that_is_not_right_is_refused_with_and_without_schema(name):
    data = write_pakbon(FULL).decode().replace(*CHANGES[name]).encode()
    for schema in (None, SCHEMA):
        with pytest.raises(ForeignXml) as caught:
            read_pakbon(data, schema=schema)
        assert caught.value.reason.nl
        assert caught.value.line is not None


@pytest.mark.parametrize("name", SCHEMA_ONLY)
def test_the_schema_refuses_more(name):
    data = write_pakbon(FULL).decode().replace(*SCHEMA_ONLY[name]).encode()
    with pytest.raises(ForeignXml, match="schema"):
        read_pakbon(data, schema=SCHEMA)


def test_another_document_is_called_foreign():
    with pytest.raises(ForeignXml) as caught:
        read_pakbon(b'<MDTO xmlns="https://www.nationaalarchief.nl/mdto"/>', schema=SCHEMA)
    assert "geen pakbon" in caught.value.reason.nl


@pytest.mark.parametrize("data", [b"", b"tekst", b"<!DOCTYPE pakbon><pakbon/>", b"<pakbon>", b"<p>" + b" " * 1_000_000])
def test_a_file_that_is_not_sound_is_refused(data):
    with pytest.raises(MalformedXml):
        read_pakbon(data, schema=SCHEMA)


def test_the_text_for_an_email_sets_values_in_one_column():
    text = write_pakbon_text(FULL)
    lines = text.splitlines()
    assert lines[:2] == ["PAKBON", "======"]
    assert lines[3] == "Kenmerk:                AANL-2026-0007"
    assert "Inhoudsbestanden:       341 (98.765.432.109 bytes)" in lines
    at = lines.index("Hash:                   SHA-256 van het containerbestand")
    assert lines[at + 1] == " " * 24 + "0a" * 32
    assert lines[-1] == "Programmatuur:          depotklaar 1.0"
    assert text.endswith("\n")
    assert "Bijzonderheid" not in write_pakbon_text(SMALL)
    assert "Programmatuur" not in write_pakbon_text(SMALL)


def test_no_value_can_pass_for_a_label():
    for stop in ("\n", "\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\x1e"):
        text = write_pakbon_text(replace(FULL, title=f"echt{stop}Kenmerk: vals"))
        assert " " * 24 + "Kenmerk: vals" in text.split("\n")
        assert not any(line.startswith("Kenmerk: vals") for line in text.splitlines())


def test_the_text_is_there_in_english_too():
    lines = write_pakbon_text(FULL, language="en").splitlines()
    assert lines[0] == "PACKING NOTE (PAKBON)"
    assert "Target location:        Archief 9.99.99, serie 3" in lines
    assert len(lines) == len(write_pakbon_text(FULL).splitlines())

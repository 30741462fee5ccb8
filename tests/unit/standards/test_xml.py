"""Hostile XML does no harm, and no text that we write can break XML."""

import pickle
import sys
import time

import pytest
from lxml import etree

from depotklaar.standards.xml import SIDECAR_LIMIT, ForeignXml, MalformedXml, XmlError, as_xml_text, escape, parse_xml

BOMB = (
    b'<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">'
    + b"".join(b'<!ENTITY %c "%s">' % (letter + 1, b"&%c;" % letter * 10) for letter in range(97, 110))
    + b"]><a b='&n;'>&n;</a>"
)
QUADRATIC = b'<!DOCTYPE a [<!ENTITY b "' + b"b" * 50_000 + b'">]><a>' + b"&b;" * 50_000 + b"</a>"
REFUSED = {
    "external entity": b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
    "parameter entity": b'<!DOCTYPE a [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x"> %x;]><a/>',
    "external DTD": b'<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd"><a/>',
    "public DTD": b'<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://127.0.0.1:9/x"><html/>',
    "harmless DTD": b"<!DOCTYPE a><a/>",
    "DTD in UTF-16": "<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>".encode("utf-16"),
    "billion laughs": BOMB,
    "quadratic blowup": QUADRATIC,
    "deep": b"<a>" * 5000 + b"</a>" * 5000,
    "empty": b"",
    "space": b"  \n",
    "no XML": b"geen xml",
    "JSON": b'{"a": 1}',
    "half": b"<a><b>",
    "mismatch": b"<a></b>",
    "two roots": b"<a/><b/>",
    "trailing text": b"<a/>x",
    "undefined entity": b"<a>&eacute;</a>",
    "wrong encoding": b'<?xml version="1.0" encoding="UTF-8"?><a>\xe9</a>',
    "unknown encoding": b'<?xml version="1.0" encoding="nergens"?><a/>',
    "UTF-16 that is UTF-8": b'<?xml version="1.0" encoding="UTF-16"?><a/>',
    "half UTF-16": "<a>é</a>".encode("utf-16")[:-3],
    "control": b"<a>\x07</a>",
    "control by reference": b"<a>&#7;</a>",
    "surrogate": b"<a>\xed\xa0\x80</a>",
    "surrogate by reference": b"<a>&#xD800;</a>",
    "unknown prefix": b"<x:a/>",
    "null": b"<a>\x00</a>",
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_not_safe_and_sound_is_refused_at_once(name):
    start = time.process_time()
    with pytest.raises(MalformedXml) as caught:
        parse_xml(REFUSED[name])
    assert time.process_time() - start < 5
    assert caught.value.reason.nl
    assert caught.value.reason.en in str(caught.value)


def test_what_is_too_large_is_refused_before_it_is_parsed():
    for data in (b"<a>" + b"x" * 100_000_000 + b"</a>", b"<a>" + b"<b/>" * 1_200_000 + b"</a>"):
        with pytest.raises(MalformedXml) as caught:
            parse_xml(data)
        assert caught.value.line is None
    assert len(parse_xml(b"<a>" + b"<b>tekst</b>" * 20_000 + b"</a>")) == 20_000
    with pytest.raises(MalformedXml):
        parse_xml(b"<a/>", limit=3)
    assert parse_xml(b"<a/>", limit=4).tag == "a"
    assert SIDECAR_LIMIT == 10_000_000


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_honest_encoding_is_read(encoding):
    mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.get(encoding, b"")
    assert parse_xml(mark + "<a>é🙂</a>".encode(encoding)).text == "é🙂"


def test_text_around_comments_instructions_and_cdata_is_one_text():
    root = parse_xml(b"<?v w?><!-- <!DOCTYPE a> --><a>een<!-- twee -->drie<?vier?>vijf<![CDATA[<!DOCTYPE zes>]]></a>")
    assert (root.text, len(root)) == ("eendrievijf<!DOCTYPE zes>", 0)


def test_a_fault_tells_its_line_and_survives_pickling():
    with pytest.raises(MalformedXml) as caught:
        parse_xml(b"<a>\n<b>\n</a>")
    again = pickle.loads(pickle.dumps(caught.value))
    assert (again.line, again.reason) == (3, caught.value.reason)
    assert issubclass(ForeignXml, XmlError)
    assert issubclass(XmlError, ValueError)


def test_a_fault_repeats_nothing_of_the_document():
    for data in (b"<geheim></anders>", b"<a>&geheim;</a>", b"<geheim:a/>", b"<a geheim></a>"):
        with pytest.raises(MalformedXml) as caught:
            parse_xml(data)
        assert "geheim" not in str(caught.value) + caught.value.reason.nl


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("", ""),
        ("gewoon é🙂\t\n\r", "gewoon é🙂\t\n\r"),
        ("bel\x07", "bel␇"),
        ("\x00\x1f", "␀␟"),
        ("\ud800", "\\u{D800}"),
        ("\ud83d\ude00", "\\u{D83D}\\u{DE00}"),
        ("\ufffe\uffff", "\\u{FFFE}\\u{FFFF}"),
        ("\u202e\u2066\u200d\x7f\x85\ufeff", "\u202e\u2066\u200d\x7f\x85\ufeff"),
    ],
)
def test_only_what_xml_forbids_is_shown_otherwise(value, shown):
    assert as_xml_text(value) == shown


def test_every_character_of_unicode_can_be_written_and_read_back():
    for start in range(0, sys.maxunicode + 1, 4096):
        value = "".join(map(chr, range(start, start + 4096)))
        root = parse_xml(f"<a>{escape(value)}</a>".encode())
        assert root.text == as_xml_text(value)


def test_escaped_text_cannot_leave_its_element():
    value = "</a><b/>]]>&amp;\r\n<!-- -->"
    root = etree.fromstring(f"<a>{escape(value)}</a>")
    assert (root.text, len(root)) == (value, 0)

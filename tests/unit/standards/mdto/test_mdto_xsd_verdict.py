"""Our schemas give the same verdict as the norm's on thousands of documents with one thing changed."""

import copy

import pytest
import xmlschema
from lxml import etree

from depotklaar.standards.mdto.writer import write_mdto

NS = "{https://www.nationaalarchief.nl/mdto}"
XSI = "{http://www.w3.org/2001/XMLSchema-instance}"
TYPES = ("begripGegevens", "verwijzingGegevens", "objectType", "bestandType", "elkObject", "nergens", "xsd:token")
TYPES += ("xsd:string", "xsd:date", "xsd:gYear", "xsd:nonNegativeInteger", "xsd:anyType")
VALUES = ("", " ", "x", "0", "-1", "0057", "+5", "1.0", "1e3", "9" * 30, "٣", "\n5\n", "2020", "2020Z", " 2020 ")
VALUES += ("-2020", "0000", "20200", "12020", "202", "2020-13", "2020-02", "2020-02-30", "2020-02-29", "2021-02-29")
VALUES += ("2020-02-01+02:00", "2020-02-01T10:00:00", "2020-02-01T10:00", "2020-02-01T24:00:00", "2020-02-01T25:00:00")
VALUES += ("2020-02-01T10:00:00.123Z", "2020-02-01 10:00:00", "2020-02-01T10:00:00+15:00", "1-2-2020", "--02-01")
VALUES += ("P1Y", "-P75Y", "P", "PT", "P1YT", "PT1H", "P1.5Y", "P1Y2M3DT4H5M6.7S", "p1y", "1Y", "P1W", "--P1Y")
VALUES += ("nl", "n", "zz-ZZ-xx", "nl_NL", "Nederlands", "nl-", "ned erlands", "a" * 9, "é")
VALUES += ("https://a.example/ b", "::", "%zz", "http://[", "a#b#c", "ü", "\\", "<", "🙂", "\u202e", "true", "INF")


def drop(element):
    element.getparent().remove(element)


def duplicate(element):
    element.addnext(copy.deepcopy(element))


def swap(element):
    after = element.getnext()
    if after is not None:
        after.addnext(element)


def rename(element):
    element.tag = f"{element.tag}X"


def change_case(element):
    element.tag = NS + element.tag.removeprefix(NS).swapcase()


def leave_namespace(element):
    element.tag = element.tag.removeprefix(NS)


def take_foreign_namespace(element):
    element.tag = "{urn:elders}" + element.tag.removeprefix(NS)


def empty(element):
    for child in list(element):
        element.remove(child)
    element.text = None


def add_text(element):
    element.text = (element.text or "") + "tekst"


def add_tail(element):
    element.tail = "tekst"


def add_child(element):
    etree.SubElement(element, f"{NS}naam").text = "kind"


def add_foreign_child(element):
    etree.SubElement(element, "{urn:elders}kind")


def add_attribute(element):
    element.set("kenmerk", "1")


def add_foreign_attribute(element):
    element.set("{urn:elders}kenmerk", "1")


def add_xml_attribute(element):
    element.set("{http://www.w3.org/XML/1998/namespace}lang", "nl")


def add_nil(element):
    element.set(f"{XSI}nil", "true")


def add_no_nil(element):
    element.set(f"{XSI}nil", "false")


CHANGES = (drop, duplicate, swap, rename, change_case, leave_namespace, take_foreign_namespace, empty, add_text)
CHANGES += (add_tail, add_child, add_foreign_child, add_attribute, add_foreign_attribute, add_xml_attribute)
CHANGES += (add_nil, add_no_nil)


def changed_builds(root):
    for at in range(1, len(list(root.iter()))):
        for change in CHANGES:
            whole = copy.deepcopy(root)
            change(list(whole.iter())[at])
            yield change.__name__, at, whole


def changed_types(root):
    for at in range(len(list(root.iter()))):
        for name in TYPES:
            whole = copy.deepcopy(root)
            list(whole.iter())[at].set(f"{XSI}type", name)
            yield name, at, whole


def changed_values(root):
    for at, element in enumerate(root.iter()):
        for value in VALUES if len(element) == 0 else ():
            whole = copy.deepcopy(root)
            list(whole.iter())[at].text = value
            yield value, at, whole


@pytest.fixture(scope="module")
def roots(full_informatieobject, full_bestand):
    extra = b'<MDTO xmlns:xsd="http://www.w3.org/2001/XMLSchema" '
    written = (write_mdto(full_informatieobject), write_mdto(full_bestand))
    return [etree.fromstring(data.replace(b"<MDTO ", extra, 1)) for data in written]


@pytest.fixture(scope="module")
def pairs(own_xsd, official_xsd):
    return [
        (etree.XMLSchema(etree.fromstring(own_xsd(version))), etree.XMLSchema(etree.fromstring(official_xsd(version))))
        for version in ("1.0", "1.0.1")
    ]


def verdicts(documents, pairs):
    """Return how many documents both accept and both refuse, over all versions; fails at the first difference."""
    counts = {True: 0, False: 0}
    for what, at, whole in documents:
        for ours, theirs in pairs:
            verdict = theirs.validate(whole)
            assert ours.validate(whole) == verdict, (what, at, etree.tostring(whole))
            counts[verdict] += 1
    return counts


def test_the_official_examples_are_accepted(examples, pairs):
    assert verdicts((("example", 0, etree.fromstring(data)) for data in examples), pairs) == {True: 8, False: 0}


def test_the_same_verdict_on_every_change_of_build(roots, pairs):
    counts = verdicts((change for root in roots for change in changed_builds(root)), pairs)
    assert counts[True] > 500
    assert counts[False] > 2000


def test_the_same_verdict_on_every_change_of_build_of_the_official_examples(examples, pairs):
    documents = (change for data in examples[1:2] for change in changed_builds(etree.fromstring(data)))
    counts = verdicts(documents, pairs)
    assert min(counts.values()) > 50


def test_the_same_verdict_when_a_document_names_a_type(roots, pairs):
    counts = verdicts((change for root in roots for change in changed_types(root)), pairs)
    assert min(counts.values()) > 50


def test_the_same_verdict_on_odd_values_of_every_type(roots, pairs):
    counts = verdicts((change for root in roots for change in changed_values(root)), pairs)
    assert counts[True] > 2000
    assert counts[False] > 500


def test_another_library_agrees_that_the_schemas_are_alike(roots, own_xsd, official_xsd):
    ours = xmlschema.XMLSchema10(own_xsd("1.0.1").decode(), allow="none")
    theirs = xmlschema.XMLSchema10(official_xsd("1.0.1").decode(), allow="none")
    seen = set()
    documents = [*changed_builds(roots[1]), *changed_values(roots[1])]
    for what, at, whole in documents[::11]:
        verdict = theirs.is_valid(whole)
        assert ours.is_valid(whole) == verdict, (what, at)
        seen.add(verdict)
    assert seen == {True, False}


@pytest.mark.parametrize("text", ["<MDTO/>", f"<x xmlns='{NS[1:-1]}'/>", f"<MDTO xmlns='{NS[1:-1]}'/>", "<a><b/></a>"])
def test_the_same_verdict_on_another_root(text, pairs):
    assert verdicts([("root", 0, etree.fromstring(text))], pairs) == {True: 0, False: 2}

"""DROID's columns and JUnit: what a program reads, whatever the package is called and holds."""

import csv
import io
from dataclasses import replace

import pytest
from lxml import etree

from depotklaar.model.finding import Severity
from depotklaar.model.format import Opinion
from depotklaar.model.report import ListedFile, Stage
from depotklaar.reports import droid_csv, junit_report
from depotklaar.reports.joined import join_pages

DIGEST = "ab" * 32


def written(form, report, language="nl") -> bytes:
    out = io.BytesIO()
    form.write(report, language, out)
    return out.getvalue()


def rows(report):
    return list(csv.DictReader(io.StringIO(written(droid_csv, report).decode("utf-8"), newline="")))


def opinion(puid, basis, warning=""):
    return Opinion(
        tool="siegfried",
        tool_version="1",
        signature_version="v1",
        puid=puid,
        name="Naam",
        version="1.0",
        mime="image/jpeg",
        basis=basis,
        warning=warning,
    )


@pytest.fixture
def listed(report):
    """The report with a small tree of files."""
    files = (
        ListedFile(path="a/b/foto.JPG", size=3, sha256=DIGEST, format=opinion("fmt/43", "signature")),
        ListedFile(path="a/b/=1+1", size=4, sha256=None),
        ListedFile(path="a/c/x y.pdf", size=5, sha256=DIGEST, format=opinion("UNKNOWN", "none", "extension mismatch")),
        ListedFile(path="los", size=0, sha256=DIGEST, modified="2026-01-02T03:04:05Z"),
    )
    return replace(report, files=files, facts={"container": "folder", "package": "bare"})


def test_the_columns_are_droids(listed):
    assert tuple(rows(listed)[0]) == droid_csv.COLUMNS


def test_folders_come_before_their_files_and_every_parent_is_there(listed):
    found = rows(listed)

    assert [(row["ID"], row["PARENT_ID"], row["NAME"], row["TYPE"]) for row in found] == [
        ("1", "", "pakket & zo", "Folder"),
        ("2", "1", "a", "Folder"),
        ("3", "2", "b", "Folder"),
        ("4", "3", "foto.JPG", "File"),
        ("5", "3", "'=1+1", "File"),
        ("6", "2", "c", "Folder"),
        ("7", "6", "x y.pdf", "File"),
        ("8", "1", "los", "File"),
    ]


def test_what_was_found_of_a_file(listed):
    found = {row["NAME"]: row for row in rows(listed)}

    assert found["foto.JPG"] == {
        "ID": "4",
        "PARENT_ID": "3",
        "URI": "pakket%20%26%20zo/a/b/foto.JPG",
        "FILE_PATH": "pakket & zo/a/b/foto.JPG",
        "NAME": "foto.JPG",
        "METHOD": "Signature",
        "STATUS": "Done",
        "SIZE": "3",
        "TYPE": "File",
        "EXT": "jpg",
        "LAST_MODIFIED": "",
        "EXTENSION_MISMATCH": "false",
        "SHA256_HASH": DIGEST,
        "FORMAT_COUNT": "1",
        "PUID": "fmt/43",
        "MIME_TYPE": "image/jpeg",
        "FORMAT_NAME": "Naam",
        "FORMAT_VERSION": "1.0",
    }
    assert (found["x y.pdf"]["PUID"], found["x y.pdf"]["FORMAT_COUNT"]) == ("UNKNOWN", "0")
    assert found["x y.pdf"]["EXTENSION_MISMATCH"] == "true"
    assert (found["los"]["PUID"], found["los"]["FORMAT_COUNT"], found["los"]["METHOD"]) == ("", "", "")
    assert found["los"]["LAST_MODIFIED"] == "2026-01-02T03:04:05Z"
    assert found["'=1+1"]["STATUS"] == "Error"


def test_a_file_in_a_container_has_a_uri_that_says_so(listed):
    zipped = replace(listed, subject="p.zip", facts={"container": "zip"})

    assert rows(zipped)[0]["TYPE"] == "Container"
    assert rows(zipped)[3]["URI"] == "zip:p.zip!/a/b/foto.JPG"


@pytest.fixture
def judged(report):
    """The report with the rules of its stages named; X-1 is an error, X-2 a remark."""
    stages = (Stage(name="container", rules=("X-0", "X-1")), Stage(name="schema", rules=("X-2",)))
    return replace(report, stages=stages)


SHAPE = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:complexType name="told"><xs:simpleContent><xs:extension base="xs:string">
    <xs:attribute name="message"/><xs:attribute name="type"/>
  </xs:extension></xs:simpleContent></xs:complexType>
  <xs:element name="testsuites"><xs:complexType><xs:sequence>
    <xs:element name="testsuite" minOccurs="0" maxOccurs="unbounded"><xs:complexType><xs:sequence>
      <xs:element name="testcase" minOccurs="0" maxOccurs="unbounded"><xs:complexType>
        <xs:choice minOccurs="0">
          <xs:element name="skipped" type="told"/><xs:element name="error" type="told"/>
          <xs:element name="failure" type="told"/><xs:element name="system-out" type="xs:string"/>
        </xs:choice>
        <xs:attribute name="name" use="required"/><xs:attribute name="classname"/>
        <xs:attribute name="time" type="xs:decimal"/>
      </xs:complexType></xs:element>
    </xs:sequence>
      <xs:attribute name="name" use="required"/><xs:attribute name="tests" type="xs:int" use="required"/>
      <xs:attribute name="failures" type="xs:int"/><xs:attribute name="errors" type="xs:int"/>
      <xs:attribute name="skipped" type="xs:int"/><xs:attribute name="time" type="xs:decimal"/>
      <xs:attribute name="timestamp" type="xs:dateTime"/>
    </xs:complexType></xs:element>
  </xs:sequence><xs:attribute name="name"/></xs:complexType></xs:element>
</xs:schema>"""


def test_junit_has_the_shape_that_pipelines_read(judged):
    shape = etree.XMLSchema(etree.fromstring(SHAPE))
    skipped = (judged.stages[0], replace(judged.stages[1], skipped_because="no-metadata"))

    for report in (judged, replace(judged, stages=skipped)):
        shape.assertValid(etree.fromstring(written(junit_report, report)))


def cases(page):
    tree = etree.fromstring(page)
    return {case.get("name"): [child.tag for child in case] for case in tree.iter("testcase")}


def test_a_case_a_rule_and_a_failure_where_it_rejects(judged):
    page = written(junit_report, judged)

    assert cases(page) == {"X-0": [], "X-1": ["failure"], "X-2": ["system-out"]}
    first, second = etree.fromstring(page)
    assert (first.get("tests"), first.get("failures"), first.get("errors")) == ("2", "1", "0")
    assert second.get("failures") == "0"
    text = first.find(".//failure").text
    assert "Norm, paragraaf 1" in text
    assert "regel 3, bestand/omvang: n3 is fout" in text
    assert "12 getoond van 2.000" in text


def test_control_characters_and_half_pairs_are_escapes(judged):
    page = written(junit_report, judged).decode("utf-8")

    assert "\x1b" not in page
    assert "\\x1b[31m\\udc80" in page
    assert "&lt;script&gt;" in page


def test_a_stage_that_was_not_judged_is_an_error(judged):
    stages = (judged.stages[0], replace(judged.stages[1], skipped_because="no-metadata"))
    page = written(junit_report, replace(judged, stages=stages, findings=(), totals={}), "en")

    assert cases(page) == {"X-0": [], "X-1": [], "schema": ["error"], "X-2": ["skipped"]}
    assert b"not judged: there are no metadata files" in page


def test_findings_of_no_known_rule_are_told_too(report):
    assert "X-1" in cases(written(junit_report, report))


def test_a_warning_fails_where_that_is_asked(judged):
    kind = replace(judged.findings[0].kind, severity=Severity.WARNING)
    mild = replace(judged, findings=(replace(judged.findings[0], kind=kind),), totals={"X-2": 1})

    assert cases(written(junit_report, mild))["X-2"] == ["system-out"]
    assert cases(written(junit_report, replace(mild, fail_on="warning")))["X-2"] == ["failure"]


def test_several_packages_are_one_document(judged):
    page = written(junit_report, judged)
    joined = join_pages("junit", [page, page])

    assert len(etree.fromstring(joined)) == 4
    assert join_pages("csv", [page]) == page
    assert join_pages("csv", [page, page]) is None
    assert join_pages("html", [page, page]) is None

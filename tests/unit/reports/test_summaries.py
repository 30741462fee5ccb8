"""The summary of a shelf in every form: the same sum, harmless names, both languages, its own schema."""

import csv
import io
import json
import re
from pathlib import Path

import jsonschema
import pytest
from lxml import etree

from depotklaar.model.batch import Entry, Summary
from depotklaar.reports import summary_csv, summary_html, summary_json, summary_junit, summary_text

ROOT = Path(__file__).resolve().parents[3]
FORMS = (summary_text, summary_csv, summary_json, summary_html, summary_junit)
NOW = "2026-05-01T08:00:00Z"


@pytest.fixture
def summary() -> Summary:
    entries = (
        Entry(
            package="kast/a",
            outcome="accepted",
            judged_at=NOW,
            files=2,
            size=1234567,
            report="r/a",
            page="r/a.html",
            warnings=1,
        ),
        Entry(
            package="kast/<b>&\x1b[31m",
            outcome="rejected",
            judged_at=NOW,
            errors=1200,
            totals={"X-1": 1200},
            report="r/b",
            report_sha256="0" * 64,
        ),
        Entry(package="=kast/c", outcome="failed", judged_at=NOW, code=70, problem="fout <i>zelf</i>"),
        Entry(package="kast/link", outcome="skipped", judged_at=NOW, problem="een verwijzing"),
    )
    return Summary(
        created_at=NOW,
        profile="nationaal-archief",
        profile_sha256="0" * 64,
        software="depotklaar 1",
        fail_on="warning",
        outcomes={"accepted": 1, "rejected": 1, "failed": 1, "skipped": 1},
        rules={"X-1": 1},
        code=1,
        entries=entries,
    )


def written(form, summary, language="nl") -> bytes:
    out = io.BytesIO()
    form.write_summary(summary, language, out)
    return out.getvalue()


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.NAME)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_same_summary_gives_the_same_harmless_utf8(form, language, summary):
    first = written(form, summary, language)

    assert first == written(form, summary, language)
    assert first.decode("utf-8")
    assert form in (summary_csv, summary_html) or b"\x1b" not in first
    assert b"kast/a" in first


def test_json_fits_its_schema(summary):
    schema = json.loads((ROOT / "schemas" / "summary-1.0.schema.json").read_text("utf-8"))
    document = json.loads(written(summary_json, summary))
    jsonschema.Draft202012Validator(schema).validate(document)

    assert [package["exit_code"] for package in document["packages"]] == [0, 1, 70, 0]
    assert (document["accepted"], document["exit_code"]) == (False, 1)


def test_csv_is_for_a_spreadsheet(summary):
    text = written(summary_csv, summary).decode("utf-8-sig")
    table = list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))

    assert table[0][:3] == ["pakket", "uitkomst", "fouten"]
    assert table[1][:7] == ["kast/a", "goedgekeurd", "0", "1", "0", "2", "1234567"]
    assert table[2][7] == "X-1 (1200)"
    assert table[3][:3] == ["'=kast/c", "niet beoordeeld", ""]


def test_text_tells_the_sum_last(summary):
    lines = written(summary_text, summary).decode().splitlines()

    assert lines[0] == "GOEDGEKEURD  kast/a"
    assert lines[-3] == "1 goedgekeurd, 1 afgekeurd, 1 niet beoordeeld, 1 overgeslagen"
    assert lines[-1] == "Een waarschuwing is hier genoeg om af te keuren."


def test_html_can_be_sorted_and_asks_for_nothing(summary):
    page = written(summary_html, summary, "en").decode()

    assert page.count("<script>") == 1
    assert 'class="wide sortable"' in page
    assert not re.search(r'src=|href="(?!r/a)|url\(|@import', page)
    assert page.count("<caption>") == page.count("<table")
    assert "&lt;b&gt;&amp;" in page
    assert '<a href="r/a.html">kast/a</a>' in page
    assert "<i>" not in page
    assert 'data-key="1200">1,200<' in page
    assert "Not everything was accepted" in page


def test_junit_has_a_case_a_package(summary):
    (suite,) = etree.fromstring(written(summary_junit, summary))

    assert [suite.get(name) for name in ("tests", "failures", "errors", "skipped")] == ["4", "1", "1", "1"]
    assert [[child.tag for child in case] for case in suite] == [[], ["failure"], ["error"], ["skipped"]]


def test_a_shelf_without_packages_is_still_a_document(summary):
    from dataclasses import replace

    empty = replace(summary, entries=(), outcomes={}, rules={}, code=0)

    assert json.loads(written(summary_json, empty))["packages"] == []
    assert b"Alles goedgekeurd" in written(summary_html, empty)

"""The forms of a report: whole, harmless, in both languages, and always the same bytes."""

import base64
import hashlib
import html
import io
import json
import re
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

from depotklaar.model.finding import Severity
from depotklaar.reports import html_report, json_report, text_report
from depotklaar.reports.interface import weights

ROOT = Path(__file__).resolve().parents[3]
FORMS = (json_report, text_report, html_report)


def written(form, report, language="nl") -> bytes:
    out = io.BytesIO()
    form.write(report, language, out)
    return out.getvalue()


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.NAME)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_same_report_gives_the_same_utf8(form, language, report):
    first = written(form, report, language)

    assert first == written(form, report, language)
    assert first.decode("utf-8")


@pytest.fixture
def schema():
    return jsonschema.Draft202012Validator(json.loads((ROOT / "schemas" / "report-1.0.schema.json").read_text("utf-8")))


def test_the_schema_takes_several_reports_and_no_other_array(report, schema):
    one = json.loads(written(json_report, report))

    schema.validate([one, one])
    assert not schema.is_valid([one])
    assert not schema.is_valid([one, {}])


def test_json_fits_its_schema(report, schema):
    document = json.loads(written(json_report, report))

    schema.validate(document)
    assert document["summary"] == {
        "accepted": False,
        "subject": "pakket & zo",
        "errors": 2000,
        "warnings": 0,
        "infos": 1,
    }
    assert document["findings"][1]["message"] == "n0 is fout"
    assert document["findings"][1]["line"] == 0
    assert document["balances"][0]["closes"] is False


def test_json_is_in_the_language_asked(report):
    assert json.loads(written(json_report, report, "en"))["findings"][1]["remedy"] == "Mend n0"


def test_text_begins_with_the_verdict_and_groups(report):
    lines = written(text_report, report).decode().splitlines()

    assert lines[0] == "AFGEKEURD  pakket & zo"
    assert lines[1] == "2.000 fouten, 0 waarschuwingen, 1 opmerking"
    assert "Niet beoordeeld: XML-schema; er zijn geen metagegevensbestanden." in lines
    assert any("DE TELLING KLOPT NIET" in line for line in lines)
    assert sum(line.startswith("  - ") for line in lines) == 11
    assert lines.index("FOUTEN") < lines.index("OPMERKINGEN")


def test_text_cannot_steer_a_terminal(report):
    assert b"\x1b" not in written(text_report, report)


def test_html_is_safe_self_contained_and_accessible(report):
    page = written(html_report, report).decode()

    (script,) = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    allowed = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{allowed}'\"" in html.unescape(page)
    assert page.count("<script") == 1
    assert "&lt;script&gt;" in page
    assert not re.search(r'src=|href="(?!#)|url\(|@import', page)
    assert page.startswith('<!DOCTYPE html>\n<html lang="nl">')
    assert page.count("<caption>") == page.count("<table") == page.count("</table>")
    assert "<th>" not in page
    assert "@media print" in page
    assert "pakket &amp; zo" in page


def test_html_in_english(report):
    page = written(html_report, report, "en").decode()

    assert '<html lang="en">' in page
    assert "Rejected" in page


def test_a_clean_report_is_accepted_in_every_form(report):
    stages = tuple(replace(stage, skipped_because=None) for stage in report.stages)
    clean = replace(report, findings=(), totals={}, stages=stages)

    assert b"GOEDGEKEURD" in written(text_report, clean)
    assert json.loads(written(json_report, clean))["summary"]["accepted"] is True
    assert b"Goedgekeurd" in written(html_report, clean)


def test_weights_count_what_was_not_kept(report):
    assert weights(report) == {Severity.ERROR: 2000, Severity.WARNING: 0, Severity.INFO: 1}


@pytest.mark.parametrize("form", (text_report, html_report), ids=lambda form: form.NAME)
def test_people_read_words_and_numbers(form, report):
    told = re.sub(r"<[^>]*>", " ", written(form, report).decode()).replace("\n", " ")

    assert "10 berichten en meldingen = 7 in het pakket + 2 weggelaten (privé)" in told
    assert "0 bijlagen = 0 in het pakket + 0 weggelaten" in told
    assert "1 genoemd, maar niet in de bron; 2 nieuw" in told
    assert "1,2 MB (1.234.567 bytes)" in told
    assert "_chat.txt" in told
    assert "ab" * 32 in told
    assert "2.000" in told
    assert not re.search(r"left_out|omitted_by_export|prive\b|content_bytes", told)


def test_people_read_english_where_that_is_asked(report):
    told = written(text_report, report, "en").decode()

    assert "10 messages and notices = 7 packaged + 2 left out (private)" in told
    assert "1.2 MB (1,234,567 bytes)" in told

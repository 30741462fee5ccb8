"""The decisions in the report: at a glance in every form, and absent where nobody appraised."""

import io
import json
import re
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

from depotklaar.reports import html_report, json_report, text_report

ROOT = Path(__file__).resolve().parents[3]


def written(form, report, language="nl") -> str:
    out = io.BytesIO()
    form.write(report, language, out)
    return out.getvalue().decode()


@pytest.fixture
def decided(report, decisions):
    return replace(report, decisions=decisions)


def test_json_fits_its_schema_with_and_without_decisions(report, decided):
    schema = json.loads((ROOT / "schemas" / "report-1.0.schema.json").read_text("utf-8"))
    with_them, without = json.loads(written(json_report, decided)), json.loads(written(json_report, report))

    jsonschema.Draft202012Validator(schema).validate(with_them)
    assert "decisions" not in without
    assert with_them["decisions"]["waarderingen"] == {"B": 1200, "V": 12, "N": 1}
    assert with_them["decisions"]["categories"][0] == {
        "waardering": "V",
        "archiefstukken": 1,
        "lijst": "Lijst 2020, versie 1",
        "code": "1.1",
        "label": "Beleid",
    }
    assert with_them["decisions"]["lists"][0]["sha256"] == "cd" * 32


def test_text_tells_them_in_short_lines(decided):
    told = written(text_report, decided)

    assert "\nWaardering: 1.200 B (blijvend te bewaren), 12 V (tijdelijk te bewaren), 1 N (nader te bepalen)\n" in told
    assert "\nBesloten: 1.212 archiefstukken; nog niet besloten: 1 archiefstuk\n" in told
    assert "  besloten door: A. de Vries: 1.000\n" in told
    assert "  besloten door: 3 anderen die hier niet staan: 12\n" in told
    assert "  besloten door: nog niemand: 1\n" in told
    assert "  V, code 1.1 Beleid: 1\n" in told
    assert told.count("\n  B, code") == 9
    assert "  ... en nog 7\n" in told
    assert "  lijst: Selectielijst 2020, versie 1 (sha256 cdcdcdcdcdcd...)\n" in told


def test_html_shows_every_table_with_a_caption_and_headers(decided):
    page = written(html_report, decided)
    told = re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", page))

    assert page.count("<caption>") == page.count("<table") == page.count("</table>")
    assert "<th>" not in page and "<b>B. Bos" not in page
    for words in (
        "B (blijvend te bewaren) 1.200",
        "nog niemand 1",
        "de selectielijst 1.213",
        "iets-nieuws 1",
        "Overstroming 4",
        "Woo-verzoek Dijk 2",
        "Andere categorieën die hier niet staan: 5.",
        "van 1 januari 2020",
        "niet vermeld",
        "cd" * 32,
    ):
        assert words in told


def test_both_speak_english(decided):
    assert "1,200 B (kept for ever)" in written(text_report, decided, "en")
    assert "Who decided" in written(html_report, decided, "en")


def test_nothing_is_said_where_nobody_appraised(report):
    assert "Waardering" not in written(text_report, report)
    assert "Waardering" not in written(html_report, report)

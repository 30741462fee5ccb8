"""The page of rules is what the rules say now; `python tests/unit/reports/test_rules_page.py` writes it anew."""

from pathlib import Path

from depotklaar.api import rulebook
from depotklaar.catalogue import RULES
from depotklaar.reports.rule_words import PARTS
from depotklaar.reports.rules_page import rules_page

PAGE = Path(__file__).resolve().parents[3] / "docs" / "rules.md"


def made() -> str:
    return rules_page(rulebook())


def test_the_page_is_up_to_date():
    assert PAGE.read_text("utf-8") == made()


def test_every_kind_and_requirement_has_an_id_of_its_own():
    book = rulebook()
    ids = [one.kind.id for one in book.rules] + [one.id for one in book.requirements]
    assert sorted(ids) == sorted(set(ids))


def test_every_part_has_a_title():
    assert {one.part for one in rulebook().rules} - set(PARTS) == set()


def test_every_rule_of_the_judge_is_in_a_table_with_its_ground_and_cases():
    page = made()
    for stage in {one.part for one in rulebook().rules if one.tested}:
        for kind in RULES.kinds(stage):
            ground = kind.clause.replace("|", "\\|")
            (row,) = [line for line in page.splitlines() if line.startswith(f"| {kind.id} |")]
            assert ground in row and f"tests/corpus/{kind.id}" in row


def test_what_a_receiver_rejects_and_reports_is_kept_apart():
    rows = {line.split(" | ")[0].strip("| "): line for line in made().splitlines() if line.startswith("| ")}
    assert "| verwerpt (fout) |" in rows["RECEIVER-LEVEL"]
    assert "| meldt (waarschuwing) |" in rows["RECEIVER-TERM"]
    assert "| verwerpt (fout); bij nha: meldt (waarschuwing) |" in rows["RECEIVER-RESTRICTION"]
    assert "| waarschuwing; bij nha: fout |" in rows["STRUCTURE-EMPTY-FOLDER"]


if __name__ == "__main__":
    PAGE.write_text(made(), "utf-8")

"""The page of rules is what the rules say now; `python tests/unit/reports/test_rules_page.py` writes it anew."""

from pathlib import Path

from depotklaar.catalogue import RULES
from depotklaar.reports.rules_page import rules_page
from depotklaar.rules.interface import STAGES

PAGE = Path(__file__).resolve().parents[3] / "docs" / "rules.md"


def made() -> str:
    return rules_page({stage: RULES.kinds(stage) for stage in STAGES})


def test_the_page_is_up_to_date():
    assert PAGE.read_text("utf-8") == made()


if __name__ == "__main__":
    PAGE.write_text(made(), "utf-8")

"""The page of rules is what the rules say now; `python tests/unit/reports/test_rules_page.py` writes it anew."""

from pathlib import Path

from depotklaar.catalogue import RULES, kinds_of_packaging
from depotklaar.reports.rules_page import rules_page
from depotklaar.rules.interface import STAGES

KINDS = {**{stage: RULES.kinds(stage) for stage in STAGES}, **kinds_of_packaging()}
PAGE = Path(__file__).resolve().parents[3] / "docs" / "rules.md"


def made() -> str:
    return rules_page(KINDS)


def test_the_page_is_up_to_date():
    assert PAGE.read_text("utf-8") == made()


def test_every_kind_has_an_id_of_its_own():
    ids = [kind.id for kinds in KINDS.values() for kind in kinds]
    assert sorted(ids) == sorted(set(ids))


def test_every_part_has_a_title():
    assert "## Importer-" not in made()


if __name__ == "__main__":
    PAGE.write_text(made(), "utf-8")

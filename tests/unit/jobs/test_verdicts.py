"""Verdicts: counts of what was ruled, largest first, never more than a fixed number of names."""

import pytest

from depotklaar.jobs import verdicts
from depotklaar.jobs.verdicts import DecisionCount
from depotklaar.language import Text
from depotklaar.model.appraisal import Besluit, Case, Categorie, Grond
from depotklaar.profiles.delivery import read_delivery

CASE = Case(conversation=frozenset(), participants=frozenset(), holder=frozenset())


def ruled(value, code=None, by=None):
    categorie = Categorie(lijst="Lijst", code=code, label=f"Categorie {code}") if code else None
    day = "2024-05-01" if by else None
    ground = Grond(soort="regel", text=Text("regel", "rule"))
    return Besluit(waardering=value, categorie=categorie, gronden=(ground,), besloten_door=by, besloten_op=day)


@pytest.fixture
def count(tmp_path, delivery_text):
    (tmp_path / "bron").mkdir()
    path = tmp_path / "aanlevering.toml"
    path.write_text(delivery_text("bron"), "utf-8")
    return DecisionCount(read_delivery(path), {})


def test_values_deciders_and_categories_are_counted(count):
    for besluit in (ruled("B", "1.1", "Ans"), ruled("B", "1.1", "Piet"), ruled("V", "1.2", "Ans"), ruled("N")):
        count.add(besluit, CASE)
    found = count.decisions()
    assert found.waarderingen == {"B": 2, "V": 1, "N": 1}
    assert (found.decided, found.undecided) == (3, 1)
    assert found.deciders == {"Ans": 2, "Piet": 1}
    largest = found.categories[0]
    assert (largest.waardering, largest.code, largest.archiefstukken) == ("B", "1.1", 2)
    assert found.grounds == {"regel": 4}


def test_only_so_many_are_named(count, monkeypatch):
    monkeypatch.setattr(verdicts, "MOST", 2)
    for number in range(5):
        count.add(ruled("B", f"{number}", f"persoon {number}"), CASE)
    found = count.decisions()
    assert (len(found.deciders), found.more_deciders) == (2, 3)
    assert (len(found.categories), found.more_categories) == (2, 3)

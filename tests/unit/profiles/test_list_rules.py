"""What must hold within a selection list: each breach at its key, all of them at once."""

import json
from pathlib import Path

import pytest

from depotklaar import resources
from depotklaar.errors import ProfileError
from depotklaar.profiles.lists import read_selection_list

HEAD = """
schema = "depotklaar-selectielijst-1"
[selectielijst]
naam = "eigen"
titel = "Eigen lijst"
versie = "2020"
organisatie = "Gemeente"
"""
ROW = '\n[[categorie]]\ncode = "1"\nlabel = "Een"\n'
PART = '\n[[categorie.delen]]\nnaam = "eindproducten"\nwaardering = "B"\n'
TERM = 'waardering = "V"\nbewaartermijn = "P5Y"\ntrigger = "Afsluiting"\n'
WHOLE = """
schema = "depotklaar-selectielijst-1"
[selectielijst]
naam = "eigen"
titel = "Eigen lijst"
versie = "2020"
organisatie = "Gemeente"
advies = true
besluit = "Besluit van 1 januari 2020"
bron = "Met de hand overgenomen."
vervangt = ["Lijst van 2010", "Lijst van 2000"]
opvolger = "Lijst van 2030"
gesloten_op = 2030-01-01
[[categorie]]
code = "1"
label = "Een"
waardering = "V"
termijn_van = "P5Y"
termijn_tot = "P10Y"
geldig_van = 2020-01-01
geldig_tot = 2025-12-31
criteria = ["1", "3"]
rubriek = "Algemeen"
regel = 7
"""


def told(folder: Path, text: str) -> list[str]:
    (folder / "eigen.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ProfileError) as caught:
        read_selection_list("eigen.toml", folder)
    assert all(problem.text.en and problem.hint.en for problem in caught.value.problems)
    return [line.split("eigen.toml, ")[-1] for line in caught.value.lines("nl")[::2]]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("", "[[categorie]] 1, waardering: Deze sleutel ontbreekt."),
        ('vervallen = true\nwaardering = "B"\n', "[[categorie]] 1, waardering: waardering kan hier niet"),
        ("vervallen = true\n" + PART, "[[categorie]] 1, delen: delen kan hier niet: de categorie is vervallen."),
        ('waardering = "B"\n' + PART, "[[categorie]] 1, waardering: waardering kan hier niet: elk deel heeft"),
        (PART + PART, '[[categorie]] 1, delen, 2, naam: "eindproducten" staat er twee keer.'),
        (PART + 'bewaartermijn = "P1Y"\ntrigger = "T"\n', "[[categorie]] 1, delen, 1, bewaartermijn: Dit onderdeel"),
        ('waardering = "B"\ntermijn_van = "P1Y"\n', "[[categorie]] 1, termijn_van: termijn_van kan hier niet"),
        (TERM + 'termijn_tot = "P1Y"\n', "[[categorie]] 1, termijn_tot: termijn_tot kan hier niet"),
        (
            'waardering = "V"\ntermijn_van = "P2Y"\ntermijn_tot = "P13M"\n',
            "[[categorie]] 1, termijn_tot: De langste termijn is korter",
        ),
        (
            'complex = ["termijnen"]\nbewaartermijn = "P2Y"\ntrigger = "T"\n',
            "[[categorie]] 1, bewaartermijn: bewaartermijn kan hier niet: er is geen waardering V.",
        ),
        (TERM + "geldig_van = 2020-01-02\ngeldig_tot = 2020-01-01\n", "[[categorie]] 1, geldig_tot: De laatste dag"),
        (TERM + 'trigger_soort = "afsluting"\n', '[[categorie]] 1, trigger_soort: "afsluting" kan hier niet.'),
        (TERM + 'complex = ["raar"]\n', '[[categorie]] 1, complex, 1: "raar" kan hier niet.'),
        (TERM + "regel = 0\n", "[[categorie]] 1, regel: 0 is kleiner dan 1."),
    ],
)
def test_a_breach_is_told_at_its_key(tmp_path: Path, row: str, expected: str) -> None:
    (line,) = told(tmp_path, HEAD + ROW + row)
    assert line.startswith(expected)


def test_all_breaches_are_told_at_once(tmp_path: Path) -> None:
    lines = told(tmp_path, HEAD + ROW + ROW + 'waardering = "B"\nbewaartermijn = "P1Y"\ntrigger = "T"\n')
    assert len(lines) == 3


@pytest.mark.parametrize("key", ['actor = "Ministerie van Molens"', "geldig_van = 2021-01-01", "regel = 12"])
def test_a_code_may_return_when_actor_day_or_line_differs(tmp_path: Path, key: str) -> None:
    (tmp_path / "eigen.toml").write_text(HEAD + ROW + TERM + ROW + 'waardering = "B"\n' + key + "\n", encoding="utf-8")
    lijst = read_selection_list("eigen.toml", tmp_path)
    assert [entry.waardering for entry in lijst.candidates("1")] == ["V", "B"]


def test_equal_terms_in_other_units_are_no_breach(tmp_path: Path) -> None:
    row = 'waardering = "V"\ntermijn_van = "P1Y"\ntermijn_tot = "P12M"\n'
    (tmp_path / "eigen.toml").write_text(HEAD + ROW + row, encoding="utf-8")
    assert read_selection_list("eigen.toml", tmp_path).entries[0].termijn_tot == "P12M"


def test_every_key_reaches_its_field(tmp_path: Path) -> None:
    (tmp_path / "eigen.toml").write_text(WHOLE, encoding="utf-8")
    lijst = read_selection_list("eigen.toml", tmp_path)
    assert (lijst.advice, lijst.decision, lijst.source) == (
        True,
        "Besluit van 1 januari 2020",
        "Met de hand overgenomen.",
    )
    assert lijst.vervangt == ("Lijst van 2010", "Lijst van 2000")
    assert (lijst.opvolger, str(lijst.gesloten_op)) == ("Lijst van 2030", "2030-01-01")
    entry = lijst.entries[0]
    assert (entry.criteria, entry.rubriek, entry.regel) == (("1", "3"), "Algemeen", 7)
    assert (str(entry.geldig_van), str(entry.geldig_tot)) == ("2020-01-01", "2025-12-31")


def test_the_manual_explains_each_key_and_choice() -> None:
    manual = (Path(__file__).parents[3] / "docs" / "selectielijsten.md").read_text(encoding="utf-8")
    schema = json.loads(resources.read_schema("selectielijst-1.schema.json"))
    category = schema["$defs"]["categorie"]["properties"]
    for key in (*schema["properties"]["selectielijst"]["properties"], *category, "deel"):
        assert f"`{key}`" in manual, key
    for choice in (*schema["$defs"]["soort"]["enum"], *category["complex"]["items"]["enum"]):
        assert f'`"{choice}"`' in manual, choice
    for name in resources.list_names():
        assert f"`{name}`" in manual, name

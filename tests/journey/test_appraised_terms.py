"""What may go after a time: terms, what is due, what a hold keeps, and where a person must decide."""

import csv

import pytest
from lxml import etree

NOW = "2026-05-01T10:00:00+02:00"
MDTO = {"m": "https://www.nationaalarchief.nl/mdto"}
SIGNED = {"besloten_door": "H. Vermeulen, archivaris", "besloten_op": "2026-04-30"}
NOTICE = "12-03-2023 09:00 - Berichten en oproepen worden end-to-end versleuteld. Niemand buiten deze chat kan ze lezen"
CHAT = f"{NOTICE}.\n12-03-2023 09:01 - Piet: dag\n29-03-2023 09:02 - Alice: tot ziens\n"
HOLD = """
[[bevriezing]]
naam = "Zaak 12"
soort = "rechtszaak"
besloten_door = "Jurist"
datum = 2026-01-05
gesprek = "Piet"
"""


def rows_of(path):
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream, delimiter=";"))


@pytest.fixture
def moved(tmp_path, delivery_text, depotklaar):
    """Write a delivery that moves one short conversation under a category, propose, decide as told, and package."""

    def run(category, rest="", **decided):
        chat = tmp_path / "chat" / "WhatsApp-chat met Piet.txt"
        chat.parent.mkdir()
        chat.write_text(CHAT, "utf-8")
        text = delivery_text("chat", rest=rest).replace('"overbrenging"', '"uitplaatsing"')
        base = 'categorie = "1.1"\nbesloten_door = "Archivaris"\ndatum = 2026-01-05\n'
        delivery, decisions = tmp_path / "aanlevering.toml", tmp_path / "besluiten.csv"
        delivery.write_text(text.replace(base, f'besluiten = "besluiten.csv"\n{category}\n'), "utf-8")
        done = depotklaar("appraise", delivery, "-o", decisions, "--now", NOW, "--quiet")
        assert done.returncode == 0, done.stderr
        if decided:
            rows = [row | decided for row in rows_of(decisions)]
            with decisions.open("w", encoding="utf-8-sig", newline="") as stream:
                writer = csv.DictWriter(stream, rows[0], delimiter=";")
                writer.writeheader()
                writer.writerows(rows)
        return depotklaar("package", delivery, "-o", "uit", "--now", NOW, "--quiet")

    return run


@pytest.fixture
def month(tmp_path):
    """The metadata of the one month in the package."""

    def read():
        (path,) = (tmp_path / "uit").rglob("*-2023-03.mdto.xml")
        return etree.parse(path)

    return read


def texts(tree, path):
    return [found.text for found in tree.findall("/".join(f"m:{name}" for name in path.split("/")), MDTO)]


TERM = "informatieobject/bewaartermijn"
BEGUN = 'categorie = "1.3"\nbegin_termijn = 2023-04-01'


def test_a_term_that_passed_is_due(moved, month, tmp_path):
    done = moved(BEGUN, **SIGNED)
    assert done.returncode == 0, done.stdout + done.stderr
    assert texts(month(), "informatieobject/waardering/begripCode") == ["V"]
    assert texts(month(), f"{TERM}/termijnStartdatumLooptijd") == ["2023-04-01"]
    assert texts(month(), f"{TERM}/termijnEinddatum") == ["2024-04-01"]
    (row,) = rows_of(tmp_path / "uit" / "PROEF-1.vernietiging.csv")
    told = [row[column] for column in ("naam", "berichten", "bewaartermijn", "verstreken_op", "besloten_door")]
    assert row["deel"].startswith("1")
    assert told == ["Piet, maart 2023", "3", "1 jaar", "2024-04-01", SIGNED["besloten_door"]]


def test_what_nobody_decided_is_never_due(moved, tmp_path):
    assert moved(BEGUN).returncode == 0
    assert rows_of(tmp_path / "uit" / "PROEF-1.vernietiging.csv") == []


def test_a_hold_keeps_what_is_due(moved, tmp_path):
    assert moved(BEGUN, HOLD, **SIGNED).returncode == 0
    assert rows_of(tmp_path / "uit" / "PROEF-1.vernietiging.csv") == []


def test_a_term_of_which_the_trigger_is_unknown_has_no_dates(moved, month):
    assert moved('categorie = "1.3"').returncode == 0
    assert texts(month(), f"{TERM}/termijnTriggerStartLooptijd/begripLabel") == ["Afsluiting van het gesprek"]
    assert texts(month(), f"{TERM}/termijnLooptijd") == ["P1Y"]
    assert texts(month(), f"{TERM}/termijnStartdatumLooptijd") == []
    assert texts(month(), f"{TERM}/termijnEinddatum") == []


@pytest.mark.parametrize("category", ["", 'categorie = "5.1"', 'categorie = "5.2"', 'categorie = "4.1"'])
def test_what_a_list_leaves_open_is_to_be_determined(moved, month, category):
    done = moved(category)
    assert done.returncode == 0, done.stderr
    assert texts(month(), "informatieobject/waardering/begripCode") == ["N"]
    assert texts(month(), TERM) == []


def test_a_part_or_an_actor_makes_it_clear(moved, month):
    assert moved('categorie = "5.1"\ndeel = "overige"').returncode == 0
    assert texts(month(), "informatieobject/waardering/begripCode") == ["V"]


def test_keeping_what_the_list_does_not_keep_asks_for_a_reason(moved):
    done = moved('categorie = "1.3"', waardering="B", **SIGNED)
    assert done.returncode == 5
    assert "toelichting" in done.stderr


def test_an_exception_with_a_reason_is_kept_and_accounted_for(moved, month, tmp_path):
    reason = "Enige bron over de sluiting van het gemaal."
    done = moved('categorie = "1.3"', waardering="B", toelichting=reason, **SIGNED)
    assert done.returncode == 0, done.stderr
    assert texts(month(), "informatieobject/waardering/begripCode") == ["B"]
    assert texts(month(), TERM) == []
    (row,) = rows_of(tmp_path / "uit" / "PROEF-1.verantwoording.csv")
    assert reason in row["grond"] + row["opmerking"]
    assert row["besloten_door"] == SIGNED["besloten_door"]


def test_a_person_may_choose_another_category(moved, month):
    done = moved('categorie = "1.3"', categorie="3.1", **SIGNED)
    assert done.returncode == 0, done.stderr
    assert texts(month(), f"{TERM}/termijnLooptijd") == ["P6M"]
    assert texts(month(), "informatieobject/informatiecategorie/begripCode") == ["3.1"]

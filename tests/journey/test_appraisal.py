"""Appraisal as an archivist goes through it: proposals in a file, decisions in that file, a package that follows."""

import csv
import json
import re
import shutil
from collections import defaultdict
from pathlib import Path

import pytest

from depotklaar.standards.tables.reading import read_table

NAME = "bewindspersonen-met-hotspot"
MARK = "WL-2024-004"
NOW = "2026-05-01T10:00:00+02:00"
SIGNED = {"besloten_door": "H. Vermeulen, archivaris", "besloten_op": "2026-04-30"}
THIRD = re.compile(r"\[\[uitsluiting\]\] +# 3:.*?(?=\n\[\[bevriezing)", re.DOTALL)
PRIVATE_HOLD = """
[[bevriezing]]
naam = "Onderzoek Kers"
soort = "onderzoek"
besloten_door = "Onderzoekscommissie"
datum = 2026-01-05
gesprek = "Anneke (zus)"
"""
ALSO_FOR_MINISTERS = """[[waardering.regel]]
naam = "Dubbel"
functie = "Minister van Water en Landschap"
categorie = "2.1"

[[hotspot]]"""


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream, delimiter=";"))


def write_rows(path: Path, rows: list[dict[str, str]]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.DictWriter(stream, rows[0], delimiter=";")
        writer.writeheader()
        writer.writerows(rows)


def sign(path: Path, **of_first: str) -> None:
    """Fill in who decided and when on every line, and something else on the first."""
    rows = [row | SIGNED for row in rows_of(path)]
    write_rows(path, [rows[0] | of_first, *rows[1:]])


def content_of(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@pytest.fixture
def changed(sample, tmp_path):
    """Copy the sample with its delivery file changed, each pair from an old text to a new one."""

    def change(*pairs):
        shutil.rmtree(tmp_path / "in", ignore_errors=True)
        delivery = sample(NAME)
        text = delivery.read_text("utf-8")
        for old, new in pairs:
            assert re.search(old, text) if isinstance(old, re.Pattern) else old in text
            text = old.sub(new, text) if isinstance(old, re.Pattern) else text.replace(old, new, 1)
        delivery.write_text(text, "utf-8")
        return delivery

    return change


@pytest.fixture
def redecided(changed, depotklaar):
    """Change the sample, propose anew without the decisions that it came with, and accept every proposal."""

    def run(*pairs, **of_first):
        delivery = changed(*pairs)
        decisions = delivery.parent / "besluiten.csv"
        decisions.unlink()
        done = depotklaar("appraise", delivery, "-o", decisions, "--now", NOW, "--quiet")
        assert done.returncode == 0, done.stderr
        sign(decisions, **of_first)
        return delivery

    return run


@pytest.fixture
def package(depotklaar):
    def run(delivery, *words):
        return depotklaar("package", delivery, "-o", "uit", "--now", NOW, "--quiet", *words)

    return run


def test_the_proposals_are_the_same_in_every_form(depotklaar, changed, tmp_path):
    delivery = changed(('besluiten = "besluiten.csv"\n', ""))
    for form in ("csv", "xlsx", "json"):
        done = depotklaar("appraise", delivery, "-o", f"voorstel.{form}", "--now", NOW)
        assert done.returncode == 0, done.stderr
    from_csv, from_xlsx = (
        [dict(row.cells) for row in read_table(tmp_path / f"voorstel.{form}").rows] for form in ("csv", "xlsx")
    )
    entries = json.loads((tmp_path / "voorstel.json").read_bytes())["besluiten"]
    assert from_csv == from_xlsx
    assert from_csv == [{key: str(entry.get(key, "")) for key in from_csv[0]} for entry in entries]
    assert {row["voorstel"] for row in from_csv} == {"B"}
    assert not any(row["besloten_door"] for row in from_csv)


def test_every_proposal_says_why(depotklaar, changed, tmp_path):
    delivery = changed(('besluiten = "besluiten.csv"\n', ""))
    assert depotklaar("appraise", delivery, "-o", "voorstel.csv", "--now", NOW).returncode == 0
    grounds = defaultdict(set)
    for row in rows_of(tmp_path / "voorstel.csv"):
        assert row["grond"]
        grounds[row["gesprek"]] |= set(re.findall(r"\((?:Bewindspersonen|Ambtelijke top|Crisisteam)\)", row["grond"]))
        assert ("hotspot" in row["grond"]) == (row["eerste_dag"] >= "2022-11-14" and row["houder"] == "P. Wolters") or (
            row["eerste_dag"] > "2022-12-31"
        )
    assert dict(grounds) == {
        "Bestuurlijk overleg Rivieren": {"(Bewindspersonen)"},
        "Niels Roorda": {"(Bewindspersonen)"},
        "Kees Dijkgraaf": {"(Ambtelijke top)"},
        "Crisisteam Dijkweg": {"(Crisisteam)"},
    }


def test_without_decisions_the_package_waits_calmly_and_says_for_what(package, changed, tmp_path):
    done = package(changed(('besluiten = "besluiten.csv"\n', "")))
    assert done.returncode == 8
    for name in ("Bestuurlijk overleg Rivieren", "Niels Roorda", "Kees Dijkgraaf", "Crisisteam Dijkweg"):
        assert name in done.stderr
    assert "op een besluit van een mens" in done.stderr
    assert "depotklaar appraise" in done.stderr
    assert not (tmp_path / "uit" / MARK).exists()


def test_accepted_proposals_become_a_package(package, redecided):
    done = package(redecided())
    assert done.returncode == 0, done.stdout + done.stderr


def test_proposing_again_keeps_the_decisions_that_still_fit(depotklaar, changed, package):
    delivery = changed()
    before = rows_of(delivery.parent / "besluiten.csv")
    words = ["appraise", delivery, "-o", delivery.parent / "besluiten.csv", "--now", NOW]
    refused = depotklaar(*words)
    assert (refused.returncode, rows_of(delivery.parent / "besluiten.csv")) == (6, before)
    assert depotklaar(*words, "--replace").returncode == 0
    after = rows_of(delivery.parent / "besluiten.csv")
    for column in ("archiefstuk", "waardering", "besloten_door", "besloten_op", "toelichting", "inhoud"):
        assert [row[column] for row in after] == [row[column] for row in before]


def test_a_decision_of_a_changed_conversation_is_refused_and_named(package, changed, tmp_path):
    delivery = changed()
    (chat,) = delivery.parent.glob("*Roorda/_chat.txt")
    chat.write_bytes(chat.read_bytes() + b"[03-08-2022 11:40:00] Niels Roorda: Nog iets\r\n")
    done = package(delivery)
    assert done.returncode == 5
    line = next(
        n for n, row in enumerate(rows_of(delivery.parent / "besluiten.csv"), 2) if "augustus" in row["periode"]
    )
    assert f"besluiten.csv, regel {line}:" in done.stderr
    assert "veranderd sinds dit besluit" in done.stderr
    assert done.stderr.count("besluiten.csv, regel") == 1
    assert not (tmp_path / "uit" / MARK).exists()


def test_what_the_list_keeps_cannot_be_decided_away(package, redecided):
    done = package(redecided(waardering="V", selectielijst="voorbeeld-ministerie", categorie="1.1"))
    assert done.returncode == 5
    assert "besluiten.csv, regel 2:" in done.stderr


def test_a_half_decision_is_a_fault(package, redecided):
    done = package(redecided(besloten_op=""))
    assert done.returncode == 4
    assert "besluiten.csv, regel 2" in done.stderr


def test_only_what_is_kept_for_ever_is_transferred(package, redecided):
    done = package(redecided((THIRD, "")))
    assert done.returncode == 5
    assert done.stderr.count("overbrengen kan alleen") == 3
    for month in ("september 2022", "oktober 2022", "november 2022"):
        assert f"Kees Dijkgraaf, {month}" in done.stderr


def test_a_complex_category_is_not_guessed(package, redecided, depotklaar, changed, tmp_path):
    pair = ('categorie = "2.1"', 'categorie = "5.1"')
    delivery = changed(pair, ('besluiten = "besluiten.csv"\n', ""))
    assert depotklaar("appraise", delivery, "-o", "voorstel.csv", "--now", NOW).returncode == 0
    crisis = [row for row in rows_of(tmp_path / "voorstel.csv") if row["gesprek"] == "Crisisteam Dijkweg"]
    assert {row["eerste_dag"]: row["waardering"] for row in crisis} == {"2022-11-14": "B", "2023-01-12": "N"}
    done = package(redecided(pair))
    assert done.returncode == 5
    assert done.stderr.count("overbrengen kan alleen") == 1
    assert "Crisisteam Dijkweg, januari 2023" in done.stderr


def test_two_rules_that_tie_are_both_named(depotklaar, changed):
    done = depotklaar("plan", changed(("[[hotspot]]", ALSO_FOR_MINISTERS)), "--quiet")
    assert done.returncode == 5
    assert "[[waardering.regel]] 1 (Bewindspersonen)" in done.stderr
    assert "[[waardering.regel]] 4 (Dubbel)" in done.stderr


def test_what_is_held_cannot_be_left_out(package, changed):
    delivery = changed()
    delivery.write_text(delivery.read_text("utf-8") + PRIVATE_HOLD, "utf-8")
    done = package(delivery)
    assert done.returncode == 5
    assert "Onderzoek Kers" in done.stderr
    assert "[[uitsluiting]] 1" in done.stderr
    assert "Anneke (zus)" in done.stderr
    assert "10" in done.stderr


def test_a_receiver_with_labels_of_its_own_is_served_with_those(package, changed):
    refused = package(changed(), "--profile", "nha")
    assert refused.returncode == 4
    assert "[[beperking_gebruik.regel]] 1, label" in refused.stderr
    label = 'label = "beperkt openbaar; eerbiediging van de persoonlijke levenssfeer (Archiefwet 1995)"'
    done = package(changed(('label = "Overig"', label)), "--profile", "nha")
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_message_is_accounted_for_exactly_once(packaged):
    out, mark = packaged(NAME)
    balances = {b["conversation"]: b for b in json.loads((out / f"{mark}.report.json").read_bytes())["balances"]}
    runs = defaultdict(list)
    for row in rows_of(out / f"{mark}.verantwoording.csv"):
        runs[row["gesprek"]].append(row)
    assert runs.keys() == balances.keys()
    for name, rows in runs.items():
        spans = sorted((int(row["volgnummer_eerste"]), int(row["volgnummer_laatste"])) for row in rows)
        places = [place for first, last in spans for place in range(first, last + 1)]
        assert places == list(range(1, balances[name]["messages_in"] + 1))
        assert sum(int(row["berichten"]) for row in rows) == len(places)
        packed = sum(int(row["berichten"]) for row in rows if row["waar"] == "in het pakket")
        assert packed == balances[name]["messages_packaged"]
    for row in (row for rows in runs.values() for row in rows):
        assert row["grond"] or row["reden"]
        assert row["besloten_door"]
        assert row["waar"] == "weggelaten" or (out / mark / "data" / row["map"]).is_dir()


def test_one_message_is_traced(packaged, depotklaar):
    out, mark = packaged(NAME)
    account = out / f"{mark}.verantwoording.csv"
    kept = depotklaar("trace", account, "--conversation", "Kees Dijkgraaf", "--number", "14")
    assert kept.returncode == 0, kept.stderr
    for told in ("In het pakket: ", "B (blijvend te bewaren)", "hotspot", "H. Vermeulen, archivaris, 16"):
        assert told in kept.stdout
    gone = depotklaar("trace", account, "--conversation", "bestuurlijk overleg rivieren", "--time", "2022-11-02T20:13")
    for told in ("Niet in het pakket: weggelaten: partijpolitiek", "bericht 21 t/m 27", "J. van Kampen"):
        assert told in gone.stdout
    other = depotklaar("trace", account, "--conversation", "Kees Dijkgraf", "--number", "14")
    assert other.returncode == 3
    assert "Kees Dijkgraaf" in other.stderr


def test_what_was_left_out_is_specified_for_a_declaration(packaged):
    out, mark = packaged(NAME)
    rows = rows_of(out / f"{mark}.vernietiging.csv")
    assert {(row["naam"], int(row["berichten"])) for row in rows} == {
        ("Bestuurlijk overleg Rivieren", 7),
        ("Anneke (zus)", 10),
        ("Kees Dijkgraaf", 12),
    }
    assert all(row["deel"].startswith("2") and not row["vernietigd_op"] for row in rows)
    page = (out / f"{mark}.vernietiging.html").read_text("utf-8")
    assert "partijpolitiek" in page
    assert "congres" not in page


def test_the_gap_is_seen_and_counted(packaged):
    out, mark = packaged(NAME)
    (page,) = (out / mark).rglob("*bestuurlijk*2022-11*leesversie*.html")
    text = page.read_text("utf-8")
    assert "congres" not in text
    assert "7 berichten" in text


def test_the_same_bytes_with_more_workers(depotklaar, sample, tmp_path):
    delivery = sample(NAME)
    for jobs in ("1", "2"):
        done = depotklaar("package", delivery, "-o", f"uit{jobs}", "--now", NOW, "--jobs", jobs, "--quiet")
        assert done.returncode == 0, done.stderr
        done = depotklaar("appraise", delivery, "-o", f"voorstel{jobs}.xlsx", "--now", NOW, "--jobs", jobs, "--quiet")
        assert done.returncode == 0, done.stderr
    assert content_of(tmp_path / "uit1") == content_of(tmp_path / "uit2")
    assert (tmp_path / "voorstel1.xlsx").read_bytes() == (tmp_path / "voorstel2.xlsx").read_bytes()

"""A delivery file is read whole, and every key that is wrong, missing or misspelt is named."""

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from depotklaar import resources
from depotklaar.errors import ProfileError
from depotklaar.profiles.delivery import read_delivery

SCHEMA = json.loads(resources.read_schema("aanlevering-1.schema.json"))
Content = dict[str, Any] | str | bytes
Faults = Callable[[Content], list[str]]


def _tables() -> list[tuple[str, dict[str, Any]]]:
    """Each table of the schema by name, also the rules in a table."""
    found = []
    for name, part in SCHEMA["properties"].items():
        rules = SCHEMA["$defs"].get(name, part)
        if "properties" in rules:
            found.append((name, rules))
        if f"{name}.regel" in SCHEMA["$defs"]:
            found.append((f"{name}.regel", SCHEMA["$defs"][f"{name}.regel"]))
    return found


INSTEAD_OF_TOT = {("beperking_gebruik", "looptijd"), ("beperking_gebruik", "begin")}
REQUIRED = [(table, key) for table, rules in _tables() for key in rules.get("required", ())]
KEYS = [(table, key) for table, rules in _tables() for key in rules["properties"] if (table, key) not in INSTEAD_OF_TOT]


def _rows(data: dict[str, Any], table: str) -> list[dict[str, Any]]:
    part: Any = data
    for name in table.split("."):
        part = part[name]
    return part if isinstance(part, list) else [part]


def _row(data: dict[str, Any], table: str) -> dict[str, Any]:
    return max(_rows(data, table), key=len)


def _place(data: dict[str, Any], table: str, key: str) -> str:
    double = "." in table or isinstance(data[table], list)
    index = _rows(data, table).index(_row(data, table))
    return f"[[{table}]] {index + 1}, {key}" if double else f"[{table}], {key}"


def test_a_whole_delivery_is_read(written: Callable[[Content], Path], whole: dict[str, Any], folder: Path) -> None:
    read = read_delivery(written(whole))
    assert read.folder == str(folder)
    assert read.id == "VZN-2026-001"
    assert [former.tot for former in read.archiefvormers] == [dt.date(2022, 6, 30), None]
    assert read.bronnen[1].media == "map"
    assert read.bronnen[0].datumvolgorde == "dmy"
    assert read.functionarissen[0].herkend_aan == ("+31600000001", "Jan de Vries")
    assert read.uitsluitingen[0].datum == dt.date(2024, 5, 1)
    assert read.beperking_gebruik.begrippenlijst == "Eigen lijst 2026"


def test_one_archiefvormer_may_be_a_single_table(written: Callable[[Content], Path], whole: dict[str, Any]) -> None:
    whole["archiefvormer"] = {"naam": "Ministerie", "kenmerk": "m", "bron": "r"}
    assert [former.naam for former in read_delivery(written(whole)).archiefvormers] == ["Ministerie"]


def test_what_is_optional_may_be_absent(written: Callable[[Content], Path], whole: dict[str, Any]) -> None:
    for name in ("periode", "uitsluiting", "hotspot", "bevriezing"):
        del whole[name]
    del whole["waardering"]["regel"], whole["beperking_gebruik"]["regel"], whole["functionaris"]
    whole["archief"].pop("taal")
    read = read_delivery(written(whole))
    assert (read.periode.van, read.functionarissen, read.uitsluitingen, read.archief.taal) == (None, (), (), "nl")
    assert read.waardering.regels + read.beperking_gebruik.regels + read.hotspots + read.bevriezingen == ()


@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf"], ids=["plain", "byte order mark"])
@pytest.mark.parametrize("ending", [b"\n", b"\r\n"], ids=["lf", "crlf"])
def test_files_of_other_editors_are_read(
    written: Callable[[Content], Path], whole: dict[str, Any], start: bytes, ending: bytes
) -> None:
    raw = written(whole).read_bytes()
    assert read_delivery(written(start + raw.replace(b"\n", ending))).id == "VZN-2026-001"


def test_the_example_uses_every_key(whole: dict[str, Any]) -> None:
    used = {(table, key) for table, _ in _tables() for row in _rows(whole, table) for key in row}
    assert used == set(KEYS)


@pytest.mark.parametrize(("table", "key"), KEYS)
def test_a_misspelt_key_is_told_with_the_right_one(faults: Faults, whole: dict[str, Any], table: str, key: str) -> None:
    row = next(row for row in _rows(whole, table) if key in row)
    wrong = key + key[-1]
    row[wrong] = row.pop(key)
    told = [fault for fault in faults(whole) if f", {wrong}: " in fault]
    assert len(told) == 1
    assert told[0].endswith(f"Deze sleutel bestaat hier niet. Bedoelde u {key}?")


@pytest.mark.parametrize(("table", "key"), REQUIRED)
def test_a_missing_key_is_told_with_its_meaning(faults: Faults, whole: dict[str, Any], table: str, key: str) -> None:
    place = _place(whole, table, key)
    del _row(whole, table)[key]
    assert any(fault.startswith(f"{place}: Deze sleutel ontbreekt. Voeg hem toe. ") for fault in faults(whole))


@pytest.mark.parametrize("table", SCHEMA["required"])
def test_a_missing_table_is_told(faults: Faults, whole: dict[str, Any], table: str) -> None:
    del whole[table]
    assert f"{table}: Deze sleutel ontbreekt." in "\n".join(faults(whole))


@pytest.mark.parametrize("table", [name for name in SCHEMA["properties"] if name != "schema"])
def test_a_misspelt_table_is_told_once(faults: Faults, whole: dict[str, Any], table: str) -> None:
    whole[table + "en"] = whole.pop(table)
    told = faults(whole)
    assert told == [f"{table}en: Deze sleutel bestaat hier niet. Bedoelde u {table}?"]


def test_a_key_under_the_wrong_table_is_sent_home(faults: Faults, whole: dict[str, Any]) -> None:
    whole["contact"]["tijdzone"] = "Europe/Amsterdam"
    assert faults(whole) == ["[contact], tijdzone: Deze sleutel bestaat hier niet. Deze sleutel hoort onder [[bron]]."]


def test_all_faults_come_at_once_and_in_order(faults: Faults, whole: dict[str, Any]) -> None:
    whole["aanlevering"] |= {"id": "a/b", "soort": "overbrengen"}
    whole["contact"]["email"] = "niemand"
    whole["periode"]["van"] = dt.date(2023, 1, 1)
    whole["bron"][1]["pad"] = "mapp"
    whole["bron"][0]["tijdzone"] = "Europe/Amsterdm"
    del whole["uitsluiting"][0]["toelichting"]
    told = faults(whole)
    assert [fault.split(": ")[0] for fault in told] == [
        "[aanlevering], id",
        "[aanlevering], soort",
        "[contact], email",
        "[periode], tot",
        "[[bron]] 1, tijdzone",
        "[[bron]] 2, pad",
        "[[uitsluiting]] 1, toelichting",
    ]
    assert 'Bedoelde u "overbrenging"?' in told[1]
    assert 'Bedoelde u "Europe/Amsterdam"?' in told[4]
    assert 'Er is wel: "map".' in told[5]


def test_a_file_of_another_kind_is_one_fault(faults: Faults) -> None:
    told = faults(resources.read_profile("nha"))
    assert len(told) == 1
    assert "Controleer of dit het juiste soort bestand is." in told[0]


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    for path in (tmp_path / "geen.toml", tmp_path, tmp_path / "geen.toml\0"):
        with pytest.raises(ProfileError) as caught:
            read_delivery(path)
        assert caught.value.problems[0].place == str(path)

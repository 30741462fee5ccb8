"""Schemas, nouns, sentences and the manual say the same."""

import dataclasses
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from depotklaar import resources
from depotklaar.model import delivery, selectielijst
from depotklaar.profiles.checking import check_delivery, read_lists
from depotklaar.profiles.delivery import read_delivery
from depotklaar.profiles.receiver import read_profile
from depotklaar.profiles.sentences import SENTENCES

MANUAL = Path(__file__).parents[3] / "docs" / "aanlevering.md"
NAMES = ("aanlevering-1", "profiel-1", "selectielijst-1", "begrippenlijst-1")
SCHEMAS = {name: json.loads(resources.read_schema(f"{name}.schema.json")) for name in NAMES}
DELIVERY = SCHEMAS["aanlevering-1"]

NOUNS = {
    "archiefvormer": delivery.Archiefvormer,
    "contact": delivery.Contact,
    "archief": delivery.ArchiefKop,
    "waardering": delivery.WaarderingKeuze,
    "beperking_gebruik": delivery.BeperkingKeuze,
    "periode": delivery.AanleverPeriode,
    "bron": delivery.Bron,
    "functionaris": delivery.Functionaris,
    "uitsluiting": delivery.Uitsluiting,
    "waardering.regel": delivery.WaarderingRegel,
    "hotspot": delivery.Hotspot,
    "bevriezing": delivery.Bevriezing,
}
TABLES = [name for name in DELIVERY["properties"] if name != "schema"] + [
    name for name in DELIVERY["$defs"] if name.endswith(".regel")
]
SILENT = {
    "$schema",
    "$id",
    "$ref",
    "$defs",
    "title",
    "description",
    "properties",
    "items",
    "if",
    "then",
    "else",
    "x-fault",
}
SPOKEN = {"additionalProperties", "required", "dependentRequired"}


def _rules(table: str) -> dict[str, Any]:
    rules: dict[str, Any] = DELIVERY["$defs"].get(table) or DELIVERY["properties"][table]
    return rules


def _subschemas(part: Any) -> Iterator[dict[str, Any]]:
    if isinstance(part, dict):
        yield part
        for key, child in part.items():
            if key in ("properties", "$defs"):
                for inner in child.values():
                    yield from _subschemas(inner)
            elif key in ("items", "then", "else", "additionalProperties"):
                yield from _subschemas(child)
            elif key == "anyOf":
                continue


@pytest.mark.parametrize("name", NAMES)
def test_each_schema_is_one(name: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[name])
    assert SCHEMAS[name]["properties"]["schema"]["const"] == f"depotklaar-{name}"


@pytest.mark.parametrize("name", NAMES)
def test_each_key_is_described(name: str) -> None:
    for part in _subschemas(SCHEMAS[name]):
        for key, rules in part.get("properties", {}).items():
            assert len(rules.get("description", "")) > 5, f"{name}: {key}"


@pytest.mark.parametrize("name", NAMES)
def test_each_keyword_has_its_sentence(name: str) -> None:
    for part in _subschemas(SCHEMAS[name]):
        assert set(part) <= SILENT | SPOKEN | set(SENTENCES)
        if "pattern" in part or "anyOf" in part or "not" in part:
            assert set(part["x-fault"]) == {"nl", "en"}


@pytest.mark.parametrize("table", NOUNS)
def test_the_nouns_have_the_keys_of_the_schema(table: str) -> None:
    fields = {field.name.replace("regels", "regel"): field for field in dataclasses.fields(NOUNS[table])}
    assert set(fields) == set(_rules(table)["properties"])
    required = {name for name, field in fields.items() if field.default is dataclasses.MISSING}
    in_rules = {"categorie"} if table == "waardering.regel" else set()
    assert required | in_rules == set(_rules(table).get("required", ()))


def test_a_restriction_rule_has_the_keys_of_the_schema() -> None:
    own = {field.name for field in dataclasses.fields(delivery.BeperkingRegel)} - {"beperking"}
    restriction = {field.name for field in dataclasses.fields(delivery.Beperking)} - {"tot"}
    assert own | restriction | {"beperkt_tot"} == set(_rules("beperking_gebruik.regel")["properties"])


def test_the_head_has_its_keys_in_the_delivery() -> None:
    fields = {field.name for field in dataclasses.fields(delivery.Aanlevering)}
    assert set(DELIVERY["properties"]["aanlevering"]["properties"]) <= fields


def test_a_category_has_the_keys_of_the_schema() -> None:
    fields = {field.name for field in dataclasses.fields(selectielijst.SelectionEntry)}
    assert fields == set(SCHEMAS["selectielijst-1"]["$defs"]["categorie"]["properties"])


def test_a_part_has_the_keys_of_the_schema() -> None:
    fields = {field.name for field in dataclasses.fields(selectielijst.Deel)}
    assert fields == set(SCHEMAS["selectielijst-1"]["$defs"]["deel"]["properties"])


def _sections() -> dict[str, str]:
    parts = re.split(r"^## (?:`\[+([\w.]+)\]+`$|Waarderen)", MANUAL.read_text(encoding="utf-8"), flags=re.M)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


@pytest.mark.parametrize("table", TABLES)
def test_the_manual_has_a_line_for_each_key(table: str) -> None:
    rows = dict(re.findall(r"^\| `(\w+)` \| (ja|nee) \| .+ \|$", _sections()[table], flags=re.M))
    required = _rules(table).get("required", ())
    assert rows == {key: "ja" if key in required else "nee" for key in _rules(table)["properties"]}


def test_the_manual_names_each_choice() -> None:
    text = MANUAL.read_text(encoding="utf-8")
    for part in _subschemas(DELIVERY):
        for choice in part.get("enum", ()):
            assert f'"{choice}"' in text


def test_the_example_of_the_manual_is_read(written: Callable[[str], Path], folder: Path) -> None:
    found = re.search(r"```toml\n(.*?)```", MANUAL.read_text(encoding="utf-8"), flags=re.S)
    assert found
    (folder / "WhatsApp Chat - Kernteam.zip").write_bytes(b"")
    (folder / "export" / "media").mkdir(parents=True)
    (folder / "export" / "_chat.txt").write_bytes(b"")
    read = read_delivery(written(found[1]))
    assert len(read.uitsluitingen) == 2
    findings = check_delivery(read, read_profile(read.profiel, None), read_lists(read, folder))
    assert [finding.kind.id for finding in findings] == ["DEL-LIST-FICTIONAL"]

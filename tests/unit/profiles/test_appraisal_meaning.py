"""Rules, hotspots, holds and restrictions by rule: how they are read, and what is wrong in them before any source."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from depotklaar.profiles.delivery import read_delivery

Content = dict[str, Any] | str | bytes
Faults = Callable[[Content], list[str]]
Written = Callable[[Content], Path]
Change = Callable[[dict[str, Any]], object]

CONDITIONS = ("gesprek", "deelnemer", "houder", "functie", "van", "tot")


def _rule(data: dict[str, Any], index: int = 0) -> dict[str, Any]:
    rule: dict[str, Any] = data["waardering"]["regel"][index]
    return rule


def _limit(data: dict[str, Any], index: int = 0) -> dict[str, Any]:
    rule: dict[str, Any] = data["beperking_gebruik"]["regel"][index]
    return rule


def _without(table: dict[str, Any], *keys: str) -> None:
    for key in keys:
        table.pop(key, None)


def test_one_text_and_a_list_are_read_alike(written: Written, whole: dict[str, Any]) -> None:
    rule, second = read_delivery(written(whole)).waardering.regels
    assert (rule.gesprek, rule.deelnemer) == (("Woordvoering", "Pers"), ("P. de Pers",))
    assert (rule.van, rule.begin_termijn) == (dt.date(2022, 2, 1), dt.date(2022, 3, 1))
    assert (rule.selectielijst, rule.voorwaarde_vervuld) == ("lijst.toml", False)
    assert (second.functie, second.selectielijst, second.naam) == (("Minister",), None, None)


def test_what_holds_for_all_is_read(written: Written, whole: dict[str, Any]) -> None:
    read = read_delivery(written(whole)).waardering
    assert (read.besluiten, read.einddatum, read.bewaartermijn) == ("besluiten.csv", "1-januari", "P5Y")
    assert (read.besloten_door, read.datum) == ("A. Archivaris", dt.date(2026, 3, 1))


def test_hotspots_and_holds_are_read(written: Written, whole: dict[str, Any]) -> None:
    read = read_delivery(written(whole))
    assert (read.hotspots[0].trefwoord, read.hotspots[0].houder) == (("storing", "uitval"), ("J. de Vries",))
    assert (read.bevriezingen[0].trefwoord, read.bevriezingen[0].soort) == (("persbericht",), "anders")
    assert (read.uitsluitingen[0].bericht_van, read.uitsluitingen[0].gesprek) == (3, "Verjaardag")


def test_the_days_of_a_restriction_rule_are_not_its_end(written: Written, whole: dict[str, Any]) -> None:
    first, second = read_delivery(written(whole)).beperking_gebruik.regels
    assert (first.tot, first.beperking.tot, first.naast) == (dt.date(2022, 2, 28), None, True)
    assert (first.beperking.looptijd, first.beperking.begin) == ("P20Y", dt.date(2022, 3, 1))
    assert (first.beperking.grond, first.beperking.einddatum) == ("c", "1-januari")
    assert (second.tot, second.beperking.tot, second.gesprek) == (None, dt.date(2060, 1, 1), ("Pers",))


def test_decisions_may_be_absent_but_not_a_folder(written: Written, faults: Faults, whole: dict[str, Any]) -> None:
    assert read_delivery(written(whole)).waardering.besluiten == "besluiten.csv"
    whole["waardering"]["besluiten"] = "map"
    assert faults(whole) == [
        '[waardering], besluiten: "map" is een map, geen bestand. Noem het bestand: besluiten.csv.'
    ]


@pytest.mark.parametrize("key", ["categorie", "regel", "besluiten"])
def test_one_way_of_appraising_is_enough(written: Written, whole: dict[str, Any], key: str) -> None:
    table = whole["waardering"]
    whole["waardering"] = {"selectielijst": "x", key: table[key]}
    assert read_delivery(written(whole)).waardering.selectielijst == "x"


def test_some_way_of_appraising_is_needed(faults: Faults, whole: dict[str, Any]) -> None:
    whole["waardering"] = {"selectielijst": "x"}
    assert faults(whole) == [
        "waardering: Dit onderdeel zegt niet hoe wordt gewaardeerd: geef ten minste één van categorie, regel en "
        "besluiten. Pas de waarde aan."
    ]


@pytest.mark.parametrize("name", ["waardering.regel", "beperking_gebruik.regel", "hotspot", "bevriezing"])
def test_a_condition_is_needed_and_one_is_enough(
    written: Written, faults: Faults, whole: dict[str, Any], name: str
) -> None:
    table, _, inner = name.partition(".")
    row = (whole[table][inner] if inner else whole[table])[0]
    kept = {key: value for key, value in row.items() if key not in (*CONDITIONS, "trefwoord")}
    for key in (key for key in (*CONDITIONS, "trefwoord") if key in row):
        whole[table] = {**whole[table], inner: [kept | {key: row[key]}]} if inner else [kept | {key: row[key]}]
        read_delivery(written(whole))
    whole[table] = {**whole[table], inner: [kept]} if inner else [kept]
    (told,) = faults(whole)
    assert told.startswith(f"[[{name}]] 1: Dit onderdeel heeft geen voorwaarde: geef ten minste één van gesprek, ")


WRONG: dict[str, tuple[Change, str]] = {
    "no decider": (lambda d: d["waardering"].pop("besloten_door"), "[waardering], besloten_door: Deze sleutel ontbr"),
    "no day of decision": (lambda d: d["waardering"].pop("datum"), "[waardering], datum: Deze sleutel ontbreekt."),
    "decided on nothing": (lambda d: d["waardering"].pop("categorie"), "[waardering], categorie: Deze sleutel ontbr"),
    "other end": (lambda d: d["waardering"].update(einddatum="1 januari"), 'Bedoelde u "1-januari"?'),
    "no duration": (lambda d: _rule(d).update(bewaartermijn="5 jaar"), '"5 jaar" is geen duur zoals P10Y'),
    "number for a conversation": (lambda d: _rule(d).update(gesprek=5), "[[waardering.regel]] 1, gesprek: Hier hoort"),
    "number in a list": (lambda d: _rule(d).update(gesprek=["a", 5]), "[[waardering.regel]] 1, gesprek, 2: Hier hoort"),
    "empty list": (lambda d: _rule(d).update(gesprek=[]), "gesprek: Deze lijst is leeg."),
    "single brackets": (
        lambda d: d["waardering"].update(regel=_rule(d)),
        "[waardering], regel: Hier hoort een lijst, maar er staat een tabel. Schrijf [[waardering.regel]] met dubbele",
    ),
    "misspelt": (lambda d: _rule(d, 1).update(gesprk="x"), "[[waardering.regel]] 2, gesprk: Deze sleutel bestaat hier"),
    "word in a rule": (lambda d: _rule(d).update(trefwoord="x"), "hoort onder [[hotspot]] / [[bevriezing]]."),
    "rule backward": (
        lambda d: _rule(d).update(tot=dt.date(2022, 1, 1)),
        "[[waardering.regel]] 1, tot: De laatste dag",
    ),
    "restriction backward": (lambda d: _limit(d).update(tot=dt.date(2022, 1, 1)), "[[beperking_gebruik.regel]] 1, tot"),
    "hotspot backward": (lambda d: d["hotspot"][0].update(tot=dt.date(2022, 1, 1)), "[[hotspot]] 1, tot: De laatste"),
    "hold backward": (
        lambda d: d["bevriezing"][0].update(tot=dt.date(2021, 1, 1)),
        "[[bevriezing]] 1, tot: De laatste",
    ),
    "unexplained hold": (
        lambda d: d["bevriezing"][0].pop("toelichting"),
        "[[bevriezing]] 1, toelichting: Deze sleutel",
    ),
    "other hold": (lambda d: d["bevriezing"][0].update(soort="woo"), "Kies uit:"),
    "end and duration": (
        lambda d: d["beperking_gebruik"].update(looptijd="P1Y", begin=dt.date(2022, 1, 1)),
        "[beperking_gebruik], looptijd: Dit onderdeel heeft een laatste dag (tot) en een looptijd; geef er één.",
    ),
    "end and duration in a rule": (
        lambda d: _limit(d).update(beperkt_tot=dt.date(2050, 1, 1)),
        "[[beperking_gebruik.regel]] 1, looptijd: Dit onderdeel heeft een laatste dag (beperkt_tot) en een looptijd",
    ),
    "duration without begin": (lambda d: _limit(d).pop("begin"), "[[beperking_gebruik.regel]] 1, begin: Deze sleutel"),
    "begin without duration": (lambda d: _limit(d).pop("looptijd"), "1, looptijd: Deze sleutel ontbreekt."),
    "other ground": (lambda d: _limit(d).update(grond="d"), '"d" kan hier niet.'),
    "code without list": (lambda d: _limit(d).pop("begrippenlijst"), "1, begrippenlijst: Deze sleutel ontbreekt."),
    "function of nobody": (
        lambda d: _rule(d, 1).update(functie=["Minster"]),
        '[[waardering.regel]] 2, functie, 1: Geen [[functionaris]] heeft de functie "Minster". Bedoelde u "Minister"?',
    ),
    "function of nobody in a hotspot": (
        lambda d: d["hotspot"][0].update(functie="Minster"),
        '[[hotspot]] 1, functie: Geen [[functionaris]] heeft de functie "Minster".',
    ),
    "equal rules": (
        lambda d: d["waardering"]["regel"].append({"functie": " MINISTER", "categorie": "9"}),
        "[[waardering.regel]] 3: Deze regel heeft dezelfde voorwaarden als regel 2.",
    ),
    "equal restrictions": (
        lambda d: d["beperking_gebruik"]["regel"].append({"gesprek": ["pers"], "label": "Geen beperking"}),
        "[[beperking_gebruik.regel]] 3: Deze regel heeft dezelfde voorwaarden als regel 2.",
    ),
    "rules of one name": (
        lambda d: _rule(d, 1).update(naam="woordvoering"),
        '2, naam: De naam "woordvoering" staat er',
    ),
    "hotspots of one name": (
        lambda d: d["hotspot"].append({"naam": "Grote storing", "lijst": "x", "trefwoord": "y"}),
        '[[hotspot]] 2, naam: De naam "Grote storing" staat er twee keer.',
    ),
    "decisions nowhere": (lambda d: d["waardering"].update(besluiten="a\0b"), "is geen pad naar een bestand"),
}


@pytest.mark.parametrize("name", WRONG)
def test_each_wrong_value_is_one_clear_fault(faults: Faults, whole: dict[str, Any], name: str) -> None:
    change, expected = WRONG[name]
    change(whole)
    told = faults(whole)
    assert len(told) == 1, told
    assert expected in told[0]


def test_a_restriction_beside_another_is_no_equal(written: Written, whole: dict[str, Any]) -> None:
    rules = whole["beperking_gebruik"]["regel"]
    rules.append({"gesprek": "Pers", "label": "Overig", "nadere_beschrijving": "y", "naast": True})
    rules.append({"gesprek": "Pers", "label": "Vertrouwelijk", "naast": True})
    assert len(read_delivery(written(whole)).beperking_gebruik.regels) == 4


def test_names_that_only_sources_know_are_no_fault(written: Written, whole: dict[str, Any]) -> None:
    _rule(whole).update(houder="Iemand anders", deelnemer="+31600000099", gesprek="Onbekend")
    read_delivery(written(whole))


def test_a_function_without_any_functionaris(faults: Faults, whole: dict[str, Any]) -> None:
    del whole["functionaris"], whole["hotspot"], whole["bevriezing"], whole["beperking_gebruik"]["regel"]
    whole["waardering"]["regel"] = [{"functie": "Minister", "categorie": "1.1"}]
    assert faults(whole) == [
        '[[waardering.regel]] 1, functie: Geen [[functionaris]] heeft de functie "Minister". '
        "Voeg een [[functionaris]] met deze functie toe."
    ]


def test_faults_in_rules_come_in_their_order(faults: Faults, whole: dict[str, Any]) -> None:
    _rule(whole, 1).update(categorie=5)
    _rule(whole, 0).update(functie="Niemand")
    assert [told.split(", ")[0] for told in faults(whole)] == ["[[waardering.regel]] 1", "[[waardering.regel]] 2"]

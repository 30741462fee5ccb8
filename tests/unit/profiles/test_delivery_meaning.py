"""What a schema cannot say about a delivery file, and values of the wrong shape."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from depotklaar.profiles.delivery import read_delivery
from depotklaar.profiles.delivery_checks import delivery_faults

Content = dict[str, Any] | str | bytes
Faults = Callable[[Content], list[str]]
Change = Callable[[dict[str, Any]], object]

WRONG: dict[str, tuple[Change, str]] = {
    "id with a slash": (lambda d: d["aanlevering"].update(id="../weg"), '[aanlevering], id: "../weg" mag alleen'),
    "id with a line end": (lambda d: d["aanlevering"].update(id="a\n"), "[aanlevering], id: "),
    "id ends in a dot": (lambda d: d["aanlevering"].update(id="a."), "eindigt niet op een punt"),
    "id of a device": (lambda d: d["aanlevering"].update(id="con.1"), "is onder Windows geen bestandsnaam"),
    "long id": (lambda d: d["aanlevering"].update(id="a" * 65), "65 tekens, ten hoogste 64"),
    "empty title": (lambda d: d["aanlevering"].update(titel=""), "[aanlevering], titel: Deze waarde is leeg."),
    "blank title": (lambda d: d["aanlevering"].update(titel=" "), "mag niet alleen uit spaties bestaan"),
    "control character": (lambda d: d["aanlevering"].update(titel="a\x1b[2J"), '"a\\u001b[2J" mag niet'),
    "number for text": (lambda d: d["waardering"].update(categorie=1.10), 'Zet aanhalingstekens: "1.1".'),
    "text for a truth": (
        lambda d: d["uitsluiting"][0].update(ook_in_groepen="ja"),
        "Hier hoort true of false, maar er staat tekst.",
    ),
    "text for a list": (
        lambda d: d["functionaris"][0].update(herkend_aan="Jan"),
        'herkend_aan: Hier hoort een lijst, maar er staat tekst. Schrijf een lijst: ["Jan"].',
    ),
    "single brackets": (
        lambda d: d.update(bron=d["bron"][0]),
        "bron: Hier hoort een lijst, maar er staat een tabel. Schrijf [[bron]] met dubbele haken.",
    ),
    "double brackets": (lambda d: d.update(contact=[d["contact"]]), "Schrijf [contact] met enkele haken."),
    "day that is not": (lambda d: d["periode"].update(van="2022-02-30"), '[periode], van: "2022-02-30" is geen datum.'),
    "moment for a day": (lambda d: d["periode"].update(van=dt.datetime(2022, 1, 1)), "is geen datum"),
    "week for a day": (lambda d: d["periode"].update(van="2022-W01-1"), "is geen datum"),
    "last before first": (
        lambda d: d["functionaris"][0].update(tot=dt.date(2021, 1, 1)),
        "[[functionaris]] 1, tot: De laatste dag (2021-01-01) ligt vóór de eerste (2022-01-10).",
    ),
    "organisations overlap": (
        lambda d: d["archiefvormer"][1].update(van=dt.date(2022, 6, 30)),
        "[[archiefvormer]] 2: Deze periode overlapt",
    ),
    "organisations leave a gap": (
        lambda d: d["archiefvormer"][1].update(van=dt.date(2022, 7, 2)),
        "Op 2022-07-01 is er geen archiefvormer",
    ),
    "organisation ends early": (
        lambda d: d["archiefvormer"].pop(),
        "Op 2022-07-01 is er geen archiefvormer",
    ),
    "no e-mail": (lambda d: d["contact"].update(email="a@b"), "is geen e-mailadres"),
    "e-mail with a header": (lambda d: d["contact"].update(email="a@b.nl\nBcc: c"), "is geen e-mailadres"),
    "no language": (lambda d: d["archief"].update(taal="Nederlands!"), "is geen taalcode"),
    "three letters": (lambda d: d["archief"].update(taal="dut"), 'Schrijf "nl".'),
    "zone as offset": (lambda d: d["bron"][0].update(tijdzone="+01:00"), "is geen bekende tijdzone"),
    "zone as path": (lambda d: d["bron"][0].update(tijdzone="../../etc/passwd"), "is geen bekende tijdzone"),
    "zone in lower case": (lambda d: d["bron"][0].update(tijdzone="europe/amsterdam"), 'u "Europe/Amsterdam"?'),
    "source is not there": (lambda d: d["bron"][0].update(pad="kernteam.zi"), 'Er is wel: "kernteam.zip".'),
    "media is a file": (lambda d: d["bron"][1].update(media="kernteam.zip"), "Deze map is er niet"),
    "path too long for the disk": (lambda d: d["bron"][0].update(pad="a" * 4000), "is er niet"),
    "source twice": (lambda d: d["bron"].append(d["bron"][0] | {"pad": "./kernteam.zip"}), "is ook [[bron]] 1"),
    "no source": (lambda d: d.update(bron=[]), "bron: Deze lijst is leeg."),
    "one mark, two people": (
        lambda d: d["functionaris"].append({"naam": "B", "functie": "F", "herkend_aan": ["x", "Jan de Vries"]}),
        '[[functionaris]] 2, herkend_aan, 2: "Jan de Vries" hoort ook bij "J. de Vries".',
    ),
    "mark twice": (lambda d: d["functionaris"][0].update(herkend_aan=["a", "a"]), "Een waarde staat er twee keer."),
    "other reason": (lambda d: d["uitsluiting"][0].update(reden="privé"), 'Bedoelde u "prive"?'),
    "code without list": (lambda d: d["beperking_gebruik"].pop("begrippenlijst"), "begrippenlijst: Deze sleutel ontbr"),
    "places without conversation": (lambda d: d["uitsluiting"][0].pop("gesprek"), "gesprek: Deze sleutel ontbreekt."),
    "places backward": (
        lambda d: d["uitsluiting"][0].update(bericht_tot=2),
        "[[uitsluiting]] 1, bericht_tot: Bericht 2 komt vóór bericht 3.",
    ),
    "place zero": (lambda d: d["uitsluiting"][0].update(bericht_van=0), "0 is kleiner dan 1."),
    "place as text": (lambda d: d["uitsluiting"][0].update(bericht_van="3"), "Hier hoort een geheel getal"),
    "groups without contact": (lambda d: d["uitsluiting"][0].pop("contact"), "kan alleen samen met contact"),
}


@pytest.mark.parametrize("name", WRONG)
def test_each_wrong_value_is_one_clear_fault(faults: Faults, whole: dict[str, Any], name: str) -> None:
    change, expected = WRONG[name]
    change(whole)
    told = faults(whole)
    assert len(told) == 1, told
    assert expected in told[0]


def test_an_exclusion_says_what_it_excludes(faults: Faults, whole: dict[str, Any]) -> None:
    for key in ("contact", "gesprek", "van", "tot", "ook_in_groepen", "bericht_van", "bericht_tot"):
        del whole["uitsluiting"][0][key]
    assert faults(whole) == [
        "[[uitsluiting]] 1: Dit onderdeel zegt niet wat erbuiten blijft: geef ten minste één van contact, gesprek, van "
        "en tot. Pas de waarde aan."
    ]


@pytest.mark.parametrize("key", ["contact", "gesprek", "van", "tot"])
def test_one_of_the_four_is_enough(written: Callable[[Content], Path], whole: dict[str, Any], key: str) -> None:
    row = whole["uitsluiting"][0]
    for other in {"contact", "gesprek", "van", "tot", "ook_in_groepen", "bericht_van", "bericht_tot"} - {key}:
        del row[other]
    assert len(read_delivery(written(whole)).uitsluitingen) == 1


def test_the_same_source_of_two_phones_is_no_fault(written: Callable[[Content], Path], whole: dict[str, Any]) -> None:
    whole["bron"].append({"pad": "kernteam.zip", "houder": "A. Ander"})
    assert len(read_delivery(written(whole)).bronnen) == 3


def test_one_person_may_have_two_functions(written: Callable[[Content], Path], whole: dict[str, Any]) -> None:
    whole["functionaris"].append(whole["functionaris"][0] | {"functie": "Staatssecretaris"})
    assert len(read_delivery(written(whole)).functionarissen) == 2


_names = st.sampled_from(
    ["id", "van", "tot", "pad", "media", "tijdzone", "naam", "herkend_aan", "taal", "contact", "regel", "functie"],
) | st.sampled_from(["gesprek", "besluiten", "label", "naast", "bericht_van", "bericht_tot"])
_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.dates().map(str),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_names, inner, max_size=3),
    max_leaves=12,
)
_top = st.sampled_from(
    ["aanlevering", "archiefvormer", "periode", "bron", "functionaris", "uitsluiting", "archief"],
) | st.sampled_from(["waardering", "beperking_gebruik", "hotspot", "bevriezing"])


@given(st.dictionaries(_top, _values, max_size=4))
def test_no_shape_breaks_the_checks(data: dict[str, Any]) -> None:
    delivery_faults(data, Path("bestaat-niet"))

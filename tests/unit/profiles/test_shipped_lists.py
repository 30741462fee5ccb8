"""The lists that come along are real lists, with what the norm asks of one, and their terms are the published ones."""

import json
from collections import Counter
from pathlib import Path

import pytest

from depotklaar import resources
from depotklaar.errors import ProfileError
from depotklaar.model.selectielijst import COMPLEXITIES, TRIGGERS
from depotklaar.profiles.lists import read_selection_list, read_vocabulary

PUBLISHED = {
    "mdto-waarderingen": {"Blijvend te bewaren", "Tijdelijk te bewaren", "Nader te bepalen"},
    "mdto-aggregatieniveaus": {"Archief", "Serie", "Dossier", "Archiefstuk"},
    "mdto-beperkinggebruiktypen": {"Geen beperking", "Nader te bepalen", "Overig"},
    "mdto-checksumalgoritmen": {"SHA-224", "SHA-256", "SHA-384", "SHA-512"},
    "mdto-relatietypen-betrokkene": {"Belanghebbende", "Indiener", "Rechthebbende"},
}

EVENTS = (
    "Creatie Ontvangst Verzending Opname Digitalisering Vervanging Bevriezing Conversie Export Import Kopie Migratie "
    "Vernietigen Overbrenging Uitplaatsing Wijziging Publicatie Accordering"
)

OWN = """
schema = "depotklaar-selectielijst-1"
[selectielijst]
naam = "eigen"
titel = "Eigen lijst"
versie = "2020"
organisatie = "Gemeente"
[[categorie]]
code = "1"
label = "Een"
waardering = "V"
bewaartermijn = "P1Y6M"
trigger = "Afsluiting"
"""


@pytest.mark.parametrize("name", resources.vocabulary_names())
def test_each_list_says_what_the_norm_asks(name: str) -> None:
    vocabulary = read_vocabulary(name)
    assert all((vocabulary.name, vocabulary.version, vocabulary.manager, vocabulary.scope, vocabulary.source))
    assert vocabulary.date.year >= 2022
    assert all(term.definition for term in vocabulary.terms)
    labels = [term.label for term in vocabulary.terms]
    assert len(labels) == len(set(labels))
    codes = [term.code for term in vocabulary.terms if term.code]
    assert len(codes) in (0, len(labels))


def test_names_of_lists_are_unique() -> None:
    names = [read_vocabulary(name).name for name in resources.vocabulary_names()]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("name", PUBLISHED)
def test_the_terms_of_the_norm(name: str) -> None:
    assert {term.label for term in read_vocabulary(name).terms} == PUBLISHED[name]


def test_the_events_of_the_norm() -> None:
    vocabulary = read_vocabulary("mdto-eventtypen")
    assert [term.label for term in vocabulary.terms] == [*EVENTS.split(), "Validatie Handtekening"]
    assert vocabulary.name == "Begrippenlijst EventTypeLijst MDTO"


def test_only_the_appraisals_are_closed() -> None:
    closed = {name for name in resources.vocabulary_names() if read_vocabulary(name).kind == "closed"}
    assert closed == {"mdto-waarderingen", "nha-openbaarheid-aw1995"}
    assert [term.code for term in read_vocabulary("mdto-waarderingen").terms] == ["B", "V", "N"]


def test_our_own_terms_for_who_took_part() -> None:
    vocabulary = read_vocabulary("depotklaar-betrokkenen")
    assert {term.label for term in vocabulary.terms} == {"Houder", "Afzender", "Ontvanger", "Deelnemer", "Beheerder"}
    assert vocabulary.term("Deelnemer") is not None
    assert vocabulary.term("deelnemer") is None


def test_the_official_examples_name_the_lists_as_we_do() -> None:
    examples = Path(__file__).resolve().parents[4] / "shared" / "examples" / "mdto"
    if not examples.is_dir():
        pytest.skip("the official examples are not beside this checkout")
    text = "".join(path.read_text(encoding="utf-8") for path in sorted(examples.glob("*.xml")))
    for name in ("mdto-waarderingen", "mdto-aggregatieniveaus", "mdto-eventtypen", "mdto-checksumalgoritmen"):
        assert read_vocabulary(name).name in text


def test_the_example_selection_list_says_that_it_is_fictional() -> None:
    lijst = read_selection_list("voorbeeld-ministerie", None)
    assert lijst.fictional
    assert "Fictieve" in lijst.title
    entry = lijst.entry("1.1")
    assert entry is not None and entry.waardering == "B"
    kinds = {(entry.waardering, entry.bewaartermijn is not None) for entry in lijst.entries}
    assert kinds == {("B", False), ("V", True), ("V", False), (None, False)}


def test_the_example_selection_list_shows_all_that_a_list_can_say() -> None:
    lijst = read_selection_list("voorbeeld-ministerie", None)
    assert {entry.waardering for entry in lijst.candidates("4.1")} == {"B", "V"}
    assert [entry.waardering for entry in lijst.candidates("4.1", "Ministerie van Molens")] == ["B"]
    by_code = {entry.code: entry for entry in lijst.entries}
    assert (by_code["4.2"].vervallen, by_code["4.2"].opvolger) == (True, "5.1")
    assert [(part.naam, part.waardering, part.bewaartermijn) for part in by_code["5.1"].delen] == [
        ("eindproducten", "B", None),
        ("overige", "V", "P5Y"),
    ]
    assert by_code["5.2"].complex == ("voorwaarde",) and by_code["5.2"].voorwaarde
    assert by_code["5.3"].trigger_soort == "geboorte"
    assert by_code["1.2"].trigger_soort == "einde-functie"


def test_the_kinds_of_triggers_are_terms_of_the_list() -> None:
    labels = {term.label for term in read_vocabulary("depotklaar-termijntriggers").terms}
    assert {text.nl for text in TRIGGERS.values()} <= labels
    schema = json.loads(resources.read_schema("selectielijst-1.schema.json"))["$defs"]
    assert tuple(schema["soort"]["enum"]) == tuple(TRIGGERS)
    assert tuple(schema["categorie"]["properties"]["complex"]["items"]["enum"]) == tuple(COMPLEXITIES)


def test_a_list_of_ones_own_is_read(tmp_path: Path) -> None:
    (tmp_path / "eigen.toml").write_text(OWN)
    lijst = read_selection_list("eigen.toml", tmp_path)
    assert (lijst.valid_from, lijst.reference, lijst.fictional) == (None, None, False)
    assert lijst.entries[0].bewaartermijn == "P1Y6M"


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ('"V"', '"B"', "[[categorie]] 1, bewaartermijn: Dit onderdeel wordt blijvend bewaard (B)"),
        ('"V"', '"N"', '[[categorie]] 1, waardering: "N" kan hier niet.'),
        ('"P1Y6M"', '"10 jaar"', '"10 jaar" is geen duur zoals P10Y'),
        ('"P1Y6M"', '"P"', '"P" is geen duur'),
        ('trigger = "Afsluiting"', "", "[[categorie]] 1, trigger: Deze sleutel ontbreekt."),
        ('versie = "2020"', "versie = 2020", 'Zet aanhalingstekens: "2020".'),
        ("[[categorie]]", '[[categorie]]\ncode = "1"\nlabel = "Nul"\nwaardering = "B"\n[[categorie]]', "twee keer"),
        ('versie = "2020"', 'versie = "2020"\ngeldig_van = 2020-01-01\ngeldig_tot = 2019-01-01', "ligt vóór de eerste"),
    ],
)
def test_a_wrong_list_is_told(tmp_path: Path, before: str, after: str, expected: str) -> None:
    (tmp_path / "eigen.toml").write_text(OWN.replace(before, after))
    with pytest.raises(ProfileError) as caught:
        read_selection_list("eigen.toml", tmp_path)
    assert len(caught.value.problems) == 1
    assert expected in caught.value.lines("nl")[0] + caught.value.lines("nl")[1]


def test_the_advice_says_that_it_is_no_law() -> None:
    lijst = read_selection_list("sleutelfuncties-advies", None)
    assert lijst.advice and not lijst.fictional and "geen vastgestelde lijst" in lijst.title
    by_code = {entry.code: entry for entry in lijst.entries}
    assert (by_code["bewindspersonen"].waardering, by_code["bestuurders"].waardering) == ("B", "B")
    top = by_code["ambtelijke-top"]
    assert (top.waardering, top.termijn_van, top.termijn_tot) == ("V", "P5Y", "P10Y")
    assert (top.bewaartermijn, top.trigger, top.trigger_soort) == (None, None, None)
    assert by_code["overigen"].uitkomst() is None


def test_the_municipal_list_counts_as_published() -> None:
    lijst = read_selection_list("gemeenten-2020", None)
    counts = Counter(entry.waardering for entry in lijst.entries)
    assert counts == {"V": 255, "B": 89, None: 2}
    assert sum(entry.waardering == "V" and entry.bewaartermijn is None for entry in lijst.entries) == 3
    assert {entry.code: entry.opvolger for entry in lijst.entries if entry.vervallen} == {
        "7.1.20": "19.1.19",
        "19.1.13": "4.1.14",
    }
    assert (lijst.valid_from, lijst.valid_until, lijst.reference) == (None, None, "Stcrt. 2020, 11143")
    assert lijst.source is not None and "niet nagegaan" in lijst.source

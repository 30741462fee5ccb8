"""The municipal list: what its classes of procestermijn mean, what is withdrawn, and what is wrong in a source."""

import dataclasses
import json

import pytest

from depotklaar.importers.lists import gemeenten
from depotklaar.importers.lists.interface import ListOptions
from depotklaar.profiles.lists import read_selection_list


def only(folder, options=None):
    (one,) = gemeenten.read([folder], options or ListOptions())
    return one.lijst


def entry(municipal, **result):
    return only(municipal(result)).entries[0]


@pytest.mark.parametrize(
    ("said", "words", "kind"),
    [
        ("nihil", "Nihil", "afsluiting"),
        ("bestaansduur_procesobject", "De bestaansduur.", "bestaansduur"),
        ("ingeschatte_bestaansduur_procesobject", "De ingeschatte duur.", "bestaansduur"),
        ("vast_te_leggen_datum", "De vast te leggen datum.", "vast-te-leggen-datum"),
    ],
)
def test_each_class_of_procestermijn_is_a_kind_of_trigger(municipal, said, words, kind):
    found = entry(municipal, procestermijn=said, procestermijnWeergave=words)
    assert (found.waardering, found.bewaartermijn, found.trigger_soort, found.complex) == ("V", "P10Y", kind, ())
    assert found.trigger is not None and words.lower() in found.trigger.lower()


def test_a_merged_term_is_from_birth_only_where_the_text_says_so(municipal):
    said = {"procestermijn": "samengevoegd_met_bewaartermijn", "procestermijnWeergave": "Samengevoegd."}
    born = entry(municipal, **said, toelichting="Eerst dit. De termijn loopt vanaf de geboortedatum van het kind.")
    assert (born.trigger, born.trigger_soort) == ("De termijn loopt vanaf de geboortedatum van het kind.", "geboorte")
    assert born.complex == ()
    other = entry(municipal, **said, toelichting="Zie de handreiking.")
    assert (other.trigger, other.trigger_soort, other.complex) == ("Samengevoegd.", "anders", ("trigger",))


def test_words_instead_of_a_class_or_a_term_are_for_a_person(municipal):
    classless = entry(municipal, procestermijn="", procestermijnWeergave="", toelichting="Na het toezicht")
    assert (classless.trigger, classless.bewaartermijn, classless.complex) == ("Na het toezicht", "P10Y", ("trigger",))
    termless = entry(municipal, bewaartermijn=None, toelichting="Direct na de telling")
    assert (termless.waardering, termless.bewaartermijn) == ("V", None)
    assert (termless.trigger, termless.complex) == ("Direct na de telling", ("trigger",))


def test_words_too_long_for_a_trigger_stay_in_the_explanation(municipal):
    found = entry(municipal, procestermijn="", procestermijnWeergave="", toelichting="Na afloop en " * 50)
    assert (found.trigger, found.complex) == ("Zie de toelichting", ("trigger",))
    assert found.toelichting is not None and len(found.toelichting) > 600


def test_what_is_kept_has_no_term_and_no_trigger(municipal):
    found = entry(municipal, waardering="blijvend_bewaren", bewaartermijn=None, procestermijn="")
    assert (found.waardering, found.bewaartermijn, found.trigger, found.trigger_soort) == ("B", None, None, None)


@pytest.mark.parametrize(
    ("words", "successor"),
    [
        ({"omschrijving": "Vervallen", "toelichting": "Dit resultaat valt nu onder 4.1.14"}, "4.1.14"),
        ({"omschrijving": "Vervallen: dit is resultaat 19.1.19 geworden"}, "19.1.19"),
        ({"omschrijving": "Vervallen"}, None),
    ],
)
def test_a_withdrawn_result_has_no_value_and_names_its_successor(municipal, words, successor):
    found = entry(municipal, waardering="", bewaartermijn=None, procestermijn="", **words)
    assert (found.vervallen, found.waardering, found.opvolger) == (True, None, successor)
    assert found.tekst is not None and "Vervallen" in found.tekst


def test_remarks_and_origin_stay(municipal):
    found = entry(municipal, omschrijving="Rapport", toelichting="Jaarlijks.", procestermijnOpmerking="5 of 10 jaar ")
    assert found.label == "Evalueren: Uitgevoerd (Rapport)"
    assert found.toelichting == "Jaarlijks. Herkomst: Risicoanalyse"
    assert found.tekst is not None and "5 of 10 jaar" in found.tekst
    assert found.rubriek == "4 Evalueren"


def test_the_head_is_of_the_year_unless_stated(municipal):
    folder = municipal({})
    lijst = only(folder)
    assert (lijst.name, lijst.version, lijst.reference) == ("gemeenten-2020", "2020", "Stcrt. 2020, 11143")
    assert lijst.vervangt == ("Selectielijst gemeenten en intergemeentelijke organen 2017, Stcrt. 2017, 38013",)
    assert lijst.valid_from is None and lijst.source is not None and "niet nagegaan" in lijst.source
    assert only(folder, ListOptions(title="Eigen titel")).title == "Eigen titel"


def test_two_files_are_as_good_as_their_folder(municipal):
    folder = municipal({})
    files = [folder / "resultaten.json", folder / "procestypen.json"]
    assert gemeenten.recognises(files) and gemeenten.recognises([folder])
    assert next(gemeenten.read(files, ListOptions())).lijst == only(folder)
    assert gemeenten.recognises(files[:1])
    assert not gemeenten.recognises([folder / "weg.json"])


def test_one_of_the_two_files_names_the_other(municipal, told):
    folder = municipal({})
    for name, other in (("resultaten", "procestypen"), ("procestypen", "resultaten")):
        (fault,) = told(lambda name=name: list(gemeenten.read([folder / f"{name}.json"], ListOptions())))
        assert f"het bestand met {other} ontbreekt ({other}.json)" in fault


def test_every_fault_is_told_at_once(municipal, told):
    folder = municipal(
        {"waardering": "misschien", "procesType": "p9"},
        {"bewaartermijn": "tien jaar", "volledigNummer": "4-1"},
        {"naam": 3},
        {"waardering": "blijvend_bewaren", "volledigNummer": "4.4"},
        {"procestermijn": "later"},
    )
    lines = told(lambda: only(folder))
    assert [line.split(":")[0] for line in lines] == [
        "resultaten.json, onderdeel 1, procesType",
        "resultaten.json, onderdeel 1, waardering",
        "resultaten.json, onderdeel 2, volledigNummer",
        "resultaten.json, onderdeel 2, bewaartermijn",
        "resultaten.json, onderdeel 3, naam",
        "resultaten.json, onderdeel 4, bewaartermijn",
        "resultaten.json, onderdeel 5, procestermijn",
        "resultaten.json, onderdeel 5, volledigNummer",
    ]


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("procestypen.json", '[{"jaar": 1, "procesobject"', "is geen JSON met een lijst"),
        ("procestypen.json", '{"jaar": 1, "procesobject": 2}', "is geen JSON met een lijst"),
        ("procestypen.json", '["jaar", "procesobject"]', "hier hoort een tekst"),
        ("resultaten.json", '["volledigNummer", "procesType"]', "hier hoort een tekst"),
        ("resultaten.json", "[" * 100_000, "het bestand met resultaten ontbreekt"),
        ("resultaten.json", '[{"volledigNummer": 1, "procesType": ' + "[" * 100_000, "is geen JSON met een lijst"),
    ],
)
def test_a_hostile_file_is_refused(municipal, told, name, content, expected):
    folder = municipal({})
    (folder / name).write_text(content, encoding="utf-8")
    assert any(expected in line for line in told(lambda: only(folder)))


def test_processes_of_two_years_are_refused(municipal, told):
    processes = json.loads('[{"url": "p1", "nummer": 1, "jaar": 2020, "naam": "A", "procesobject": ""}]')
    processes.append(processes[0] | {"url": "p2", "jaar": 2017})
    assert any("één jaar" in line for line in told(lambda: only(municipal({}, processes=processes))))


def test_the_list_that_comes_along_is_a_fresh_import(real_lists):
    fresh = dataclasses.replace(only(real_lists), sha256="")
    assert dataclasses.replace(read_selection_list("gemeenten-2020", None), sha256="") == fresh

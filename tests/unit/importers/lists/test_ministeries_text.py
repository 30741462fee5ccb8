"""What the text of a value says: plain ones in all their spellings, and nothing flattened that is not plain."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from depotklaar.importers.lists.ministeries_text import Reading, kind_of_event, read_value


@pytest.mark.parametrize(
    ("text", "criteria"),
    [("B", ()), ("B 1", ("1",)), ("B (1,2)", ("1", "2")), ("B, 1", ("1",)), ("B3.", ("3",)), ("B4, B6.", ("4", "6"))],
)
def test_plain_b(text, criteria):
    assert read_value(text) == Reading(waardering="B", criteria=criteria)


@pytest.mark.parametrize(
    ("text", "term"), [("V 10 jaar", "P10Y"), ("V, 5 jaar.", "P5Y"), ("V10 jaar", "P10Y"), ("V 6 maanden", "P6M")]
)
def test_plain_v_runs_from_the_closing_of_the_case(text, term):
    found = read_value(text)
    assert (found.waardering, found.bewaartermijn, found.trigger_soort, found.complex) == ("V", term, "afsluiting", ())


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        ("V 5 jaar na einde benoeming.", "na einde benoeming", "anders"),
        ("V 5 jaar, na einde benoeming", "na einde benoeming", "anders"),
        ("V 10 jaar (na wijziging statuten)", "na wijziging statuten", "anders"),
        ("V 5 jaarna vervallen van de polis", "na vervallen van de polis", "anders"),
        ("V, 10 jaar na publicatie rapport", "na publicatie rapport", "publicatie"),
        (
            "V 7 jaar na afsluiten dossier (d.w.z. na betaling)",
            "na afsluiten dossier (d.w.z. na betaling)",
            "afsluiting",
        ),
    ],
)
def test_one_term_after_one_event(text, trigger, kind):
    found = read_value(text)
    assert (found.waardering, found.trigger, found.trigger_soort) == ("V", trigger, kind)
    assert found.complex == ("trigger",) and found.bewaartermijn is not None


@pytest.mark.parametrize(
    ("text", "value", "condition", "reasons"),
    [
        ("V 7 jaar, mits de rekening klopt", "V", "mits de rekening klopt", ("voorwaarde",)),
        ("V 7 jaar na afloop, indien betaald", "V", "indien betaald", ("trigger", "voorwaarde")),
        ("V 9 jaar na ontslag. N.B. Indien elders", "V", "NB Indien elders", ("trigger", "voorwaarde")),
        ("B (5) NB: zie ook elders", "B", "NB: zie ook elders", ("voorwaarde",)),
    ],
)
def test_a_condition_is_kept_in_its_own_words(text, value, condition, reasons):
    found = read_value(text)
    assert (found.waardering, found.voorwaarde, found.complex) == (value, condition, reasons)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Eindproducten B (5)Overige neerslag V 5 jaar", [("Eindproducten", "B"), ("Overige neerslag", "V")]),
        ("B5 eindproducten, V 5 jaar overige neerslag", [("eindproducten", "B"), ("overige neerslag", "V")]),
        ("Eindproducten: B (5) Overig: V, 5 jaar", [("Eindproducten", "B"), ("Overig", "V")]),
        ("B 5 één exemplaar, overige neerslag V 5 jaar", [("één exemplaar", "B"), ("overige neerslag", "V")]),
    ],
)
def test_two_parts_with_a_name_each(text, parts):
    found = read_value(text)
    assert [(part.naam, part.waardering) for part in found.delen] == parts
    assert [part.bewaartermijn for part in found.delen if part.waardering == "V"] == ["P5Y"]
    assert (found.waardering, found.complex) == (None, ("delen",))


@pytest.mark.parametrize(
    ("text", "reasons"),
    [
        ("", ("zonder-waardering",)),
        ("V 5", ("onleesbaar",)),
        ("V (10)", ("onleesbaar",)),
        ("V termijn", ("onleesbaar",)),
        ("(B 1, 5)", ("onleesbaar",)),
        ("V 2 jaar Interne organisatie", ("onleesbaar",)),
        ("V 10 jaar wijziging of na vervallen", ("onleesbaar",)),
        ("B 1 (10.) Handeling: Het malen. Waardering: V 5 jaar", ("onleesbaar",)),
        ("V 5 jaarV 7 jaar, indien fiscale belangen", ("voorwaarde", "termijnen")),
        ("V 10 jaar V 75 jaar na geboortedatum", ("trigger", "termijnen")),
        ("V 20 jaar De eindproducten worden bewaard.", ("delen",)),
        ("V 3 jaar, B (5) Voor eindproduct", ("delen",)),
        ("B (3) jaarverslagen V rest; waneer die er niet zijn geldt B (3)", ("voorwaarde", "delen")),
    ],
)
def test_what_is_not_one_thing_has_no_value(text, reasons):
    found = read_value(text)
    assert (found.waardering, found.bewaartermijn, found.delen, found.complex) == (None, None, (), reasons)


def test_a_withdrawn_entry_names_its_successor():
    found = read_value("Deze handeling komt te vervallen. Zie ook handeling 216")
    assert (found.vervallen, found.opvolger, found.waardering) == (True, "216", None)


def test_the_end_of_somebodys_appointment_is_not_the_end_of_the_holders_office():
    assert kind_of_event("na einde benoeming") == kind_of_event("na ontslag") == "anders"


@given(st.text(st.sampled_from("BV 0159,.;()najrbeouindV"), max_size=40))
def test_any_text_is_read_and_a_bare_value_is_never_invented(text):
    found = read_value(text)
    if found.waardering == "B":
        assert "B" in text and "V" not in text.split("NB")[0]
    if found.waardering == "V" or found.delen:
        assert "V" in text and "jaar" in text

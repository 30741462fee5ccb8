"""Merging: what a level above says of its parts."""

import pytest

from depotklaar.appraisal.merging import combined, combined_restrictions
from depotklaar.language import Text
from depotklaar.model.appraisal import Besluit, Bewaartermijn, Categorie
from depotklaar.model.mdto import Begrip, BeperkingGebruik, Termijn, Verwijzing
from depotklaar.model.profile import RestrictionList, Term

ONE, TWO = (Categorie(lijst="l", label=label, code=label, naam="l") for label in ("1", "2"))
LABELS = ("privé", "staat", "openbaar", "milieu", "niet beoordeeld")
LIST = RestrictionList(
    name="Lijst",
    terms=tuple(Term(label=label) for label in LABELS),
    open=False,
    aliases={"Nader te bepalen": "niet beoordeeld", "Geen beperking": "openbaar"},
    with_end=("privé", "staat"),
    without_end=("openbaar", "milieu", "niet beoordeeld"),
)


def temporary(categorie=ONE, **term):
    return Besluit(waardering="V", categorie=categorie, termijn=Bewaartermijn(**term) if term else None)


def restricted(label, end=None):
    term = Termijn(einddatum=end) if end else None
    return BeperkingGebruik(type=Begrip(label=label, begrippenlijst=Verwijzing(naam="Lijst")), termijn=term)


@pytest.mark.parametrize(("values", "value"), [("VNB", "B"), ("VB", "B"), ("VNV", "N"), ("VV", "V"), ("N", "N")])
def test_b_before_n_before_v(values, value):
    merged = combined(Besluit(waardering=one) for one in values)
    assert merged.waardering == value
    assert [ground.soort for ground in merged.gronden] == ["onderdelen"]


def test_what_the_parts_agree_on_stays():
    part = temporary(trigger="t", looptijd="P1Y", begin="2020-01-01", einde="2021-01-01")
    merged = combined([part, part])
    assert (merged.categorie, merged.termijn) == (ONE, part.termijn)
    assert combined([part, temporary(TWO)]).categorie is None
    assert combined([part, Besluit(waardering="B", categorie=ONE)]).termijn is None


def test_different_terms_give_the_latest_end_and_the_longest_duration():
    parts = [
        temporary(trigger="t", looptijd="P1Y", begin="2020-01-01", einde="2021-01-01"),
        temporary(trigger="t", looptijd="P18M", begin="2019-01-01", einde="2020-07-01"),
    ]
    assert combined(parts).termijn == Bewaartermijn(trigger="t", looptijd="P18M", einde="2021-01-01")


@pytest.mark.parametrize(
    ("other", "term"),
    [
        ({"trigger": "t", "looptijd": "P2Y"}, Bewaartermijn(trigger="t", looptijd="P2Y")),
        ({"trigger": "t", "looptijd": "P42D"}, None),
        ({"trigger": "u", "looptijd": "P2Y"}, None),
        ({}, None),
    ],
)
def test_without_ends_the_longest_from_the_same_trigger(other, term):
    assert combined([temporary(trigger="t", looptijd="P1Y"), temporary(**other)]).termijn == term


def test_different_triggers_leave_only_the_end():
    parts = [temporary(trigger=t, looptijd="P1Y", einde=f"202{n}-01-01") for n, t in enumerate("tu")]
    assert combined(parts).termijn == Bewaartermijn(einde="2021-01-01")


def test_questions_stay_when_they_are_the_same():
    asked = [Besluit(waardering="N", onbeslist=Text(word, word)) for word in "ab"]
    assert combined([asked[0], temporary(), asked[0]]).onbeslist == Text("a", "a")
    assert combined(asked).onbeslist.nl.startswith("Beslis over de onderdelen")


def test_decided_is_what_one_person_decided_of_all():
    days = [Besluit(waardering="B", besloten_door="A", besloten_op=f"2026-01-0{n}") for n in (2, 1)]
    assert (combined(days).besloten_door, combined(days).besloten_op) == ("A", "2026-01-02")
    assert not combined([*days, Besluit(waardering="B")]).is_decided
    assert not combined([*days, Besluit(waardering="B", besloten_door="C", besloten_op="2026-01-03")]).is_decided


def test_nothing_cannot_be_combined():
    with pytest.raises(ValueError):
        combined([])


def test_equal_restrictions_stay_and_different_ones_stand_together():
    one, two = restricted("staat", "2050-01-01"), restricted("privé", "2060-01-01")
    assert combined_restrictions([(one,), (one,)], LIST, single=False) == (one,)
    assert combined_restrictions([(one,), (two,)], LIST, single=False) == (two, one)


@pytest.mark.parametrize("label", ["openbaar", "milieu"])
def test_no_restriction_does_not_stand_beside_another(label):
    beside = restricted("niet beoordeeld")
    assert combined_restrictions([(restricted(label),), (beside,)], LIST, single=False) == (beside,)


def test_what_is_not_assessed_stands_beside_a_restriction():
    parts = [(restricted("niet beoordeeld"),), (restricted("privé", "2050-01-01"),)]
    assert len(combined_restrictions(parts, LIST, single=False)) == 2


@pytest.mark.parametrize(
    ("given", "chosen"),
    [
        ([("privé", "2050-01-01"), ("staat", "2060-01-01")], ("staat", "2060-01-01")),
        ([("privé", None), ("staat", "2060-01-01")], ("privé", None)),
        ([("niet beoordeeld", None), ("staat", "2060-01-01")], ("staat", "2060-01-01")),
        ([("niet beoordeeld", None), ("openbaar", None)], ("niet beoordeeld", None)),
        ([("milieu", None), ("openbaar", None)], ("openbaar", None)),
    ],
)
def test_a_receiver_of_one_gets_the_one_that_restricts_most(given, chosen):
    parts = [(restricted(*one),) for one in given]
    assert combined_restrictions(parts, LIST, single=True) == (restricted(*chosen),)
    assert combined_restrictions(parts[::-1], LIST, single=True) == (restricted(*chosen),)


def test_a_term_of_another_list_is_a_restriction_whatever_its_name():
    foreign = BeperkingGebruik(type=Begrip(label="openbaar", begrippenlijst=Verwijzing(naam="Andere")))
    assert combined_restrictions([(foreign,), (restricted("openbaar"),)], LIST, single=False) == (foreign,)

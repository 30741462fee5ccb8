"""Restricting: which restrictions a case has, in the receiver's own words."""

import datetime as dt
from dataclasses import replace

import pytest

from depotklaar.appraisal.restricting import Restrictor, restriction
from depotklaar.model.appraisal import Case
from depotklaar.model.delivery import Beperking, BeperkingKeuze, BeperkingRegel
from depotklaar.model.profile import RestrictionList, Term

LIST = RestrictionList(
    name="Lijst",
    terms=tuple(Term(label=label, code=label) for label in ("privé", "staat", "openbaar", "niet beoordeeld")),
    open=False,
    aliases={"Nader te bepalen": "niet beoordeeld", "Geen beperking": "openbaar"},
    with_end=("privé", "staat"),
    without_end=("openbaar", "niet beoordeeld"),
)
DAY = dt.date(2022, 5, 2)
CASE = Case(conversation=frozenset({"kernteam"}), participants=frozenset(), holder=frozenset(), first=DAY, last=DAY)
PRIVATE = Beperking(label="privé", tot=dt.date(2050, 1, 1))


def restrictor(*rules, label="Nader te bepalen", single=False, **values):
    return Restrictor(BeperkingKeuze(label=label, regels=rules, **values), LIST, single)


def rule(beperking=PRIVATE, **values):
    return BeperkingRegel(beperking=beperking, **{"gesprek": ("Kernteam",), **values})


def labels(engine, case=CASE):
    return [one.type.label for one in engine.restrict(case)]


def test_the_base_holds_by_its_name_in_the_receivers_list():
    (only,) = restrictor().restrict(CASE)
    assert (only.type.label, only.type.code, only.type.begrippenlijst.naam) == ("niet beoordeeld",) * 2 + ("Lijst",)


def test_the_most_specific_rule_replaces_the_base():
    engine = restrictor(rule(Beperking(label="staat"), gesprek=(), van=DAY), rule())
    assert labels(engine) == ["privé"]
    assert engine.effective == {1}
    assert labels(engine, replace(CASE, conversation=frozenset({"x"}))) == ["staat"]


def test_a_rule_beside_adds_and_does_not_compete():
    engine = restrictor(rule(), rule(Beperking(label="staat", tot=dt.date(2040, 1, 1)), naast=True))
    assert labels(engine) == ["privé", "staat"]
    assert engine.problems() == []


def test_a_tie_is_told():
    engine = restrictor(rule(), rule(naam="Twee"))
    engine.restrict(CASE)
    assert [problem.place for problem in engine.problems()] == ["[[beperking_gebruik.regel]] 1"]


def test_a_restriction_says_its_ground_its_decision_and_its_end():
    given = Beperking(label="privé", grond="a", nadere_beschrijving="Namen.", besluit="Besluit 7", tot=DAY)
    made = restriction(given, LIST)
    assert made.nadere_beschrijving == "Grond: Archiefwet 1995, art. 15, eerste lid, onder a. Namen."
    assert [document.naam for document in made.documentatie] == ["Besluit 7"]
    assert made.termijn.einddatum == "2022-05-02"


@pytest.mark.parametrize(
    ("rounding", "begin", "end"),
    [("exact", DAY, "2042-05-02"), ("1-januari", DAY, "2043-01-01"), ("exact", None, None)],
)
def test_an_end_is_computed_from_begin_and_duration(rounding, begin, end):
    made = restriction(Beperking(label="privé", looptijd="P20Y", begin=begin, einddatum=rounding), LIST)
    assert (made.termijn.einddatum if made.termijn else None) == end


def test_a_label_that_is_nowhere_is_our_own_fault():
    with pytest.raises(ValueError):
        restrictor(label="geheim")


def test_no_restriction_goes_where_another_stands_beside_it():
    engine = restrictor(rule(naast=True), label="Geen beperking")
    assert labels(engine) == ["privé"]
    assert [(f.kind.id, f.params["count"]) for f in engine.findings()] == [("APP-RESTRICTION-BESIDE-OPEN", 1)]


def test_a_receiver_of_one_gets_the_heaviest_and_reads_of_the_others():
    other = Beperking(label="staat", tot=dt.date(2060, 1, 1), nadere_beschrijving="Geheim.")
    engine = restrictor(rule(), rule(other, naast=True), single=True)
    (only,) = engine.restrict(CASE)
    assert only.type.label == "staat"
    assert only.nadere_beschrijving == "Geheim. Daarnaast geldt: privé tot en met 2050-01-01."
    assert [f.kind.id for f in engine.findings()] == ["APP-RESTRICTION-ONE"]


def test_more_than_seventy_five_years_is_told():
    long = restrictor(rule(Beperking(label="privé", tot=dt.date(2097, 5, 3))))
    fits = restrictor(rule(Beperking(label="privé", tot=dt.date(2097, 5, 2))))
    rounded = restrictor(rule(Beperking(label="privé", tot=dt.date(2098, 1, 1))))
    for engine in (long, fits, rounded):
        engine.restrict(CASE)
        engine.restrict(replace(CASE, first=None, last=None))
    assert [f.kind.id for f in long.findings()] == ["APP-RESTRICTION-LONG"]
    assert fits.findings() == rounded.findings() == []


def test_a_rule_without_effect_is_told():
    engine = restrictor(rule(gesprek=("Ander",)))
    engine.restrict(CASE)
    assert [f.place.element for f in engine.findings()] == ["[[beperking_gebruik.regel]] 1"]

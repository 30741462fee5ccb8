"""Whatever rules, hotspots, exclusions and terms a delivery has: order never matters, and nothing is lost."""

import datetime as dt
from functools import reduce

from elementpath.datatypes import Date10, YearMonthDuration
from hypothesis import given, settings
from hypothesis import strategies as st

from depotklaar.appraisal.conditions import Slots, day_cuts
from depotklaar.appraisal.merging import combined, combined_restrictions
from depotklaar.appraisal.proposing import Appraiser
from depotklaar.appraisal.selection import Selector
from depotklaar.appraisal.terms import add_duration
from depotklaar.model.appraisal import Besluit, Bewaartermijn, Case, Categorie
from depotklaar.model.conversation import Conversation, Document, Head, Participant
from depotklaar.model.delivery import Hotspot, Periode, Uitsluiting, WaarderingKeuze, WaarderingRegel
from depotklaar.model.event import Event
from depotklaar.model.mdto import Begrip, BeperkingGebruik, Termijn, Verwijzing
from depotklaar.model.profile import RestrictionList, Term
from depotklaar.model.selectielijst import Selectielijst, SelectionEntry

TODAY = dt.date(2026, 5, 1)
LIST = Selectielijst(
    name="proef",
    title="Proeflijst",
    version="1",
    reference=None,
    organisation="x",
    valid_from=None,
    valid_until=None,
    fictional=True,
    sha256="0",
    entries=(
        SelectionEntry(code="b", label="B", waardering="B"),
        SelectionEntry(code="v", label="V", waardering="V", bewaartermijn="P5Y", trigger="t"),
        SelectionEntry(code="e", label="E", waardering="V", bewaartermijn="P1M", trigger_soort="einde-functie"),
        SelectionEntry(code="n", label="N", complex=("onleesbaar",)),
    ),
)
RESTRICTIONS = RestrictionList(
    name="Lijst",
    terms=tuple(Term(label=label) for label in ("privé", "staat", "Geen beperking", "Nader te bepalen")),
    open=True,
    aliases={},
    without_end=("Geen beperking", "Nader te bepalen"),
)

days = st.dates(dt.date(2022, 1, 1), dt.date(2022, 3, 31))
some_days = st.none() | days
codes = st.sampled_from(("b", "v", "e", "n", "weg", None))
names = st.lists(st.sampled_from(("kern", "anna", "piet")), max_size=2).map(tuple)
conditions = {
    "gesprek": names,
    "deelnemer": names,
    "houder": names,
    "functie": st.sampled_from(((), ("Minister",), ("Secretaris",))),
    "van": some_days,
    "tot": some_days,
}
rules = st.builds(WaarderingRegel, categorie=codes, naam=st.uuids().map(str), **conditions)
hotspots = st.builds(
    Hotspot, naam=st.sampled_from("xyz"), lijst=st.just("h"), trefwoord=st.sampled_from(((), ("w",))), **conditions
)
marks = st.frozensets(st.sampled_from(("kern", "anna", "piet")), max_size=3)


@st.composite
def cases(draw):
    first, last = sorted((draw(days), draw(days)))
    dated = draw(st.booleans())
    return Case(
        conversation=draw(marks),
        participants=draw(marks),
        holder=draw(marks),
        function=draw(st.sampled_from((None, "Minister", "Secretaris"))),
        function_until=draw(some_days),
        first=first if dated else None,
        last=last if dated else None,
        hits=draw(st.frozensets(st.integers(0, 3))),
    )


def appraiser(given_rules, spots=()):
    keuze = WaarderingKeuze(selectielijst="proef", categorie="v", regels=tuple(given_rules))
    return Appraiser(keuze=keuze, hotspots=spots, lists={"proef": LIST}, today=TODAY)


def essence(besluit):
    """A value without the numbers of its rules, which follow the order of the file."""
    return (besluit.waardering, besluit.categorie, besluit.oorspronkelijk, besluit.hotspot, besluit.termijn)


@given(st.lists(rules, max_size=5), st.lists(hotspots, max_size=3), st.lists(cases(), max_size=5), st.randoms())
def test_the_order_of_rules_and_hotspots_does_not_matter(given_rules, spots, material, random):
    shuffled = random.sample(given_rules, len(given_rules))
    order = random.sample(range(len(spots)), len(spots))
    moved = [
        Case(**{f: getattr(c, f) for f in Case.__slots__ if f != "hits"}, hits=frozenset(map(order.index, known)))
        for c in material
        for known in [[hit for hit in c.hits if hit < len(spots)]]
    ]
    one, two = appraiser(given_rules, spots), appraiser(shuffled, [spots[place] for place in order])
    first = [one.propose(case) for case in material]
    second = [two.propose(case) for case in moved]
    assert len(first) == len(material)
    assert [essence(besluit) for besluit in first] == [essence(besluit) for besluit in second]
    assert len(one.problems()) == len(two.problems())
    assert {given_rules[place].naam for place in one.effective} == {shuffled[place].naam for place in two.effective}


@given(st.lists(rules, max_size=4), st.lists(hotspots, max_size=3), cases())
def test_a_hotspot_only_ever_keeps(given_rules, spots, case):
    bare, spotted = appraiser(given_rules).propose(case), appraiser(given_rules, spots).propose(case)
    assert spotted.waardering in (bare.waardering, "B")
    if spotted.waardering != bare.waardering:
        assert spotted.oorspronkelijk == bare.categorie
        assert spotted.hotspot is not None
    for besluit in (bare, spotted):
        assert (besluit.waardering == "N") == (besluit.onbeslist is not None)
        assert besluit.termijn is None or besluit.waardering == "V"
        assert besluit.gronden


@given(st.lists(rules, max_size=5), st.lists(days, min_size=2, max_size=2), marks, marks, marks)
def test_within_one_slot_every_rule_holds_or_not(given_rules, two_days, conversation, participants, holder):
    slots = Slots(day_cuts(given_rules, conversation, participants, holder))
    if slots.slot_of(two_days[0]) != slots.slot_of(two_days[1]):
        return
    keys = {"conversation": conversation, "participants": participants, "holder": holder}
    ends = [appraiser(given_rules).propose(Case(**keys, first=day, last=day)) for day in two_days]
    whole = appraiser(given_rules).propose(Case(**keys, first=min(two_days), last=max(two_days)))
    assert essence(ends[0]) == essence(ends[1]) == essence(whole)


people = (Participant(id="p0", display="anna"), Participant(id="p1", display="piet"))
HEAD = Head(
    document=Document(schema="depotklaar-conversation-1.0", id="d"),
    conversation=Conversation(id="c", platform="whatsapp", type="group", display="kern", custodian="p0"),
    participants=people,
)
places = st.none() | st.integers(1, 6)
exclusions = st.builds(
    Uitsluiting,
    reden=st.just("prive"),
    besloten_door=st.just("x"),
    datum=st.just(TODAY),
    contact=st.sampled_from((None, "piet")),
    gesprek=st.sampled_from(("kern", "ander")),
    van=some_days,
    tot=some_days,
    bericht_van=places,
    bericht_tot=places,
    ook_in_groepen=st.booleans(),
)


@given(st.lists(exclusions, max_size=4), exclusions, st.lists(some_days, max_size=6))
def test_more_exclusions_never_add_a_message(given_exclusions, more, moments):
    events = [
        (Event(id=str(n), type="message", order=n, participant=f"p{n % 2}"), day) for n, day in enumerate(moments, 1)
    ]
    few = Selector(HEAD, given_exclusions, Periode(), "x")
    many = Selector(HEAD, [*given_exclusions, more], Periode(), "x")
    kept = [event.id for event, day in events if few.decide(event, day) is None]
    left = [event.id for event, day in events if many.decide(event, day) is None]
    assert set(left) <= set(kept)


categories = st.none() | st.sampled_from([Categorie(lijst="l", label=label) for label in "ab"])
terms = st.builds(
    Bewaartermijn,
    trigger=st.sampled_from((None, "t", "u")),
    looptijd=st.sampled_from((None, "P1Y", "P12M", "P2Y", "P30D", "P42D", "P1Y3D")),
    begin=st.sampled_from((None, "2020-01-01")),
    einde=st.sampled_from((None, "2021-01-01", "2022-01-01")),
    afronding=st.sampled_from(("exact", "1-januari")),
)
besluiten = st.builds(
    Besluit,
    waardering=st.sampled_from(("V", "V", "V", "N", "B")),
    categorie=categories,
    termijn=st.none() | terms,
    besloten_door=st.sampled_from((None, "A", "C")),
    besloten_op=st.sampled_from((None, "2026-01-01", "2026-01-02")),
)


@settings(max_examples=500)
@given(st.lists(besluiten, min_size=1, max_size=6), st.randoms())
def test_merging_does_not_depend_on_order_or_grouping(parts, random):
    whole = combined(parts)
    shuffled = random.sample(parts, len(parts))
    cut = random.randint(0, len(parts))
    groups = [group for group in (shuffled[:cut], shuffled[cut:]) if group]
    assert combined(shuffled) == whole
    assert combined(map(combined, groups)) == whole
    assert reduce(lambda one, two: combined([one, two]), shuffled, shuffled[0]) == whole or len(parts) == 1


restrictions = st.builds(
    lambda label, end: BeperkingGebruik(
        type=Begrip(label=label, begrippenlijst=Verwijzing(naam="Lijst")),
        termijn=Termijn(einddatum=end) if end else None,
    ),
    st.sampled_from(("privé", "staat", "Geen beperking", "Nader te bepalen")),
    st.sampled_from((None, "2050-01-01", "2060-01-01")),
)


@given(st.lists(st.lists(restrictions, min_size=1, max_size=2).map(tuple), min_size=1, max_size=5), st.booleans())
def test_merging_restrictions_does_not_depend_on_order_or_grouping(parts, single):
    whole = combined_restrictions(parts, RESTRICTIONS, single)
    halves = [combined_restrictions(half, RESTRICTIONS, single) for half in (parts[:2], parts[2:]) if half]
    assert combined_restrictions(parts[::-1], RESTRICTIONS, single) == whole
    assert combined_restrictions(halves, RESTRICTIONS, single) == whole
    assert len(whole) >= 1
    assert not single or len(whole) == 1


month_ends = st.sampled_from([dt.date(2024, 2, 29), dt.date(2023, 1, 31), dt.date(2023, 12, 31)])


@settings(max_examples=300)
@given(
    st.dates(dt.date(1900, 1, 1), dt.date(2400, 12, 31))
    | st.sampled_from((dt.date(2024, 2, 29), dt.date(2023, 1, 31))),
    st.integers(0, 120),
    st.integers(0, 40),
    st.integers(0, 400),
)
def test_sums_agree_with_another_calendar(day, years, months, extra):
    theirs = Date10.fromstring(day.isoformat()) + YearMonthDuration(months=years * 12 + months)
    moved = dt.date(theirs.year, theirs.month, theirs.day)
    ours = add_duration(day, f"P{years}Y{months}M{extra}D")
    assert (ours - moved).days == extra
    assert ours >= day

"""Categories of known lists: which entries are meant, and when appraisal and term agree with them."""

import datetime as dt

import pytest

from depotklaar.model.mdto import Begrip, DekkingInTijd, Informatieobject, Termijn, Verwijzing
from depotklaar.model.selectielijst import Deel, Selectielijst, SelectionEntry
from depotklaar.profiles.receiver import read_profile
from depotklaar.rules.content import category_known, category_valid, category_value
from depotklaar.rules.interface import Context, SidecarFacts

NAME = Verwijzing(naam="Molens")
ENTRIES = (
    SelectionEntry(code="1", label="Malen", waardering="V", bewaartermijn="P10Y", actor="Molenaar"),
    SelectionEntry(code="1", label="Malen", waardering="B"),
    SelectionEntry(code="2", label="Stallen", waardering="V", termijn_van="P5Y", termijn_tot="P10Y"),
    SelectionEntry(
        code="3", label="Bouwen", delen=(Deel(naam="plan", waardering="B"), Deel(naam="rest", waardering="V"))
    ),
    SelectionEntry(
        code="4", label="Vegen", waardering="V", bewaartermijn="P1Y", voorwaarde="mits", complex=("voorwaarde",)
    ),
    SelectionEntry(code="5", label="Oud", vervallen=True),
    SelectionEntry(
        code="6", label="Kort", waardering="B", geldig_van=dt.date(2015, 1, 1), geldig_tot=dt.date(2016, 1, 1)
    ),
)
LIJST = Selectielijst(
    name="molens",
    title="Molens",
    version="1",
    reference=None,
    organisation="Waterschap",
    valid_from=dt.date(2010, 1, 1),
    valid_until=None,
    fictional=True,
    entries=ENTRIES,
    sha256="0" * 64,
    gesloten_op=dt.date(2020, 1, 1),
)


@pytest.fixture(scope="module")
def context():
    return Context(profile=read_profile("nationaal-archief", None), now="2026-01-01T00:00:00Z", lists={"Molens": LIJST})


def sidecar(code, label, value="B", term=None, maker="Waterschap", period=None, beside=()):
    one = Informatieobject(
        identificatie=(),
        naam="x",
        classificatie=beside,
        dekking_in_tijd=(
            DekkingInTijd(
                type=Begrip(label="Looptijd", begrippenlijst=NAME), begindatum=period[0], einddatum=period[1]
            ),
        )
        if period
        else (),
        waardering=Begrip(label="-", code=value, begrippenlijst=NAME),
        bewaartermijn=Termijn(looptijd=term) if term else None,
        informatiecategorie=Begrip(label=label, code=code, begrippenlijst=NAME),
        archiefvormer=(Verwijzing(naam=maker),),
        beperking_gebruik=(),
    )
    return SidecarFacts(path="x.mdto.xml", describes="x", describes_folder=True, mdto=one)


@pytest.mark.parametrize(
    ("code", "label", "known"),
    [
        ("1", "Malen", True),
        ("3", "Bouwen, plan", True),
        (None, "Stallen", True),
        ("1", "Iets als malen", True),
        ("9", "Malen", False),
        (None, "Iets", False),
        ("1", "Stallen", False),
    ],
)
def test_a_category_is_in_its_list(context, code, label, known):
    assert (list(category_known.check(sidecar(code, label), context)) == []) is known


@pytest.mark.parametrize(
    ("code", "label", "value", "term", "maker", "agrees"),
    [
        ("1", "Malen", "B", None, "Waterschap", True),
        ("1", "Malen", "V", "P10Y", "Waterschap", False),
        ("1", "Malen", "V", "P10Y", "molenaar", True),
        ("1", "Malen", "V", "P120M", "Molenaar", True),
        ("1", "Malen", "V", "P11Y", "Molenaar", False),
        ("1", "Malen", "V", None, "Molenaar", True),
        ("1", "Malen", "N", None, "Molenaar", True),
        ("2", "Stallen", "V", "P7Y", "x", True),
        ("2", "Stallen", "V", "P11Y", "x", False),
        ("3", "Bouwen, rest", "V", "P3Y", "x", True),
        ("3", "Bouwen, plan", "B", None, "x", True),
        ("4", "Vegen", "B", None, "x", True),
        ("9", "Niets", "B", None, "x", True),
    ],
)
def test_appraisal_and_term_agree(context, code, label, value, term, maker, agrees):
    found = list(category_value.check(sidecar(code, label, value, term, maker), context))
    assert (found == []) is agrees


def test_what_a_hotspot_overrode_is_shown_beside_it(context):
    beside = (Begrip(label="Droogte", begrippenlijst=Verwijzing(naam="Hotspotlijst 2020")),)
    assert list(category_value.check(sidecar("2", "Stallen", "B"), context)) != []
    assert list(category_value.check(sidecar("2", "Stallen", "B", beside=beside), context)) == []


@pytest.mark.parametrize(
    ("code", "period", "valid"),
    [
        ("1", None, True),
        ("1", ("2009", "2010"), True),
        ("1", ("2008", "2009"), False),
        ("1", ("2019-12-31", None), True),
        ("1", ("2020", "2021"), False),
        ("1", ("2008", None), True),
        ("5", None, False),
        ("6", ("2016", "2017"), True),
        ("6", ("2017", "2018"), False),
    ],
)
def test_a_category_was_valid_then(context, code, period, valid):
    label = next(entry.label for entry in ENTRIES if entry.code == code)
    assert (list(category_valid.check(sidecar(code, label, period=period), context)) == []) is valid


def test_another_list_is_not_judged(context):
    unknown = Context(profile=context.profile, now=context.now)
    for rule in (category_known, category_valid, category_value):
        assert list(rule.check(sidecar("9", "Niets"), unknown)) == []

"""A delivery against its profile and list: what cannot be stops, what is worth knowing is a finding."""

import dataclasses
import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from depotklaar.errors import ProfileError
from depotklaar.model.delivery import Aanlevering, Archiefvormer, BeperkingKeuze, Bron, Periode, WaarderingKeuze
from depotklaar.model.profile import Profile
from depotklaar.model.selectielijst import Selectielijst
from depotklaar.profiles import checking
from depotklaar.profiles.checking import check_delivery
from depotklaar.profiles.delivery import read_delivery
from depotklaar.profiles.lists import read_selection_list
from depotklaar.profiles.receiver import read_profile

NORM = read_profile("nationaal-archief", None)
NHA = read_profile("nha", None)
LIST = read_selection_list("voorbeeld-ministerie", None)
PRIVACY = "beperkt openbaar; eerbiediging van de persoonlijke levenssfeer (Archiefwet 1995)"


@pytest.fixture
def delivery(written: Callable[[dict[str, Any]], Path], whole: dict[str, Any]) -> Aanlevering:
    whole["archiefvormer"] = whole["archiefvormer"][0] | {"tot": dt.date(2022, 12, 31)}
    whole["beperking_gebruik"] = {"label": "Nader te bepalen"}
    whole["waardering"] = {"selectielijst": "voorbeeld-ministerie", "categorie": "1.1"}
    del whole["hotspot"]
    return read_delivery(written(whole))


def _with(delivery: Aanlevering, **changes: Any) -> Aanlevering:
    return dataclasses.replace(delivery, **changes)


def _label(delivery: Aanlevering, label: str, **more: Any) -> Aanlevering:
    return _with(delivery, beperking_gebruik=BeperkingKeuze(label=label, **more))


def _category(delivery: Aanlevering, code: str) -> Aanlevering:
    return _with(delivery, waardering=WaarderingKeuze(selectielijst="x", categorie=code))


def _told(delivery: Aanlevering, profile: Profile = NORM, lijst: Selectielijst = LIST) -> list[str]:
    with pytest.raises(ProfileError) as caught:
        check_delivery(delivery, profile, {delivery.waardering.selectielijst: lijst})
    return [f"{p.place}: {p.text.nl} {p.hint.nl}" for p in caught.value.problems]


def _found(delivery: Aanlevering, profile: Profile = NORM, lijst: Selectielijst = LIST) -> list[str]:
    findings = check_delivery(delivery, profile, {delivery.waardering.selectielijst: lijst})
    assert all(finding.sentence("nl") and finding.remedy("en") for finding in findings)
    return [finding.kind.id for finding in findings]


@pytest.mark.parametrize("profile", [NORM, NHA], ids=lambda profile: profile.name)
def test_a_good_delivery_only_hears_that_the_list_is_made_up(delivery: Aanlevering, profile: Profile) -> None:
    assert _found(delivery, profile) == ["DEL-LIST-FICTIONAL"]


def test_a_real_list_has_no_remark(delivery: Aanlevering) -> None:
    assert _found(delivery, lijst=dataclasses.replace(LIST, fictional=False)) == []


def test_an_unknown_category_gets_the_nearest(delivery: Aanlevering) -> None:
    told = _told(_category(delivery, "1.1.1"))
    assert told[0].startswith('[waardering], categorie: Categorie "1.1.1" staat niet in "Fictieve')
    assert told[0].endswith('Bedoelde u "1.1"?')


def test_an_overbrenging_takes_only_what_is_kept(delivery: Aanlevering) -> None:
    told = _told(_category(delivery, "1.2"))
    assert "is tijdelijk te bewaren (V); een overbrenging is er alleen voor wat blijvend bewaard wordt (B)" in told[0]
    assert _found(_with(_category(delivery, "1.2"), soort="uitplaatsing")) == ["DEL-LIST-FICTIONAL"]


def test_a_category_without_term_is_a_finding(delivery: Aanlevering) -> None:
    assert "DEL-NO-TERM" in _found(_with(_category(delivery, "3.2"), soort="uitplaatsing"))


@pytest.mark.parametrize(
    ("first", "last", "covered"),
    [
        (dt.date(2010, 1, 1), dt.date(2029, 12, 31), True),
        (dt.date(2009, 12, 31), None, False),
        (None, dt.date(2030, 1, 1), False),
        (None, None, True),
    ],
)
def test_the_list_must_cover_the_period(
    delivery: Aanlevering, first: dt.date | None, last: dt.date | None, covered: bool
) -> None:
    found = _found(_with(delivery, periode=Periode(van=first, tot=last)))
    assert ("DEL-LIST-PERIOD" not in found) is covered


def test_the_label_of_the_norm_becomes_the_term_of_the_receiver(delivery: Aanlevering) -> None:
    norm = NORM.restrictions.restriction_term(delivery.beperking_gebruik)
    nha = NHA.restrictions.restriction_term(delivery.beperking_gebruik)
    assert norm is not None and nha is not None
    assert (norm.label, norm.code) == ("Nader te bepalen", None)
    assert norm.begrippenlijst.naam == "Begrippenlijst BeperkingGebruikTypeLijst MDTO"
    assert nha.code == "Openbaarheid/AW1995/NietBeoordeeld/1.0"


def test_an_unknown_label_gets_the_nearest(delivery: Aanlevering) -> None:
    told = _told(_label(delivery, "nog te bepalen"))
    assert 'Bedoelde u "Nader te bepalen"? Komt het label uit een andere lijst' in told[0]


def test_an_open_list_takes_a_term_of_another_and_a_closed_one_does_not(delivery: Aanlevering) -> None:
    own = _label(delivery, "Vertrouwelijk", begrippenlijst="Eigen lijst 2026", code="V")
    term = NORM.restrictions.restriction_term(own.beperking_gebruik)
    assert term is not None
    assert (term.label, term.code, term.begrippenlijst.naam) == ("Vertrouwelijk", "V", "Eigen lijst 2026")
    assert _found(own) == ["DEL-LIST-FICTIONAL", "DEL-NO-END"]
    assert "Deze ontvanger neemt alleen labels uit zijn eigen lijst." in _told(own, NHA)[0]


def test_a_restriction_with_and_without_end(delivery: Aanlevering) -> None:
    end = dt.date(2050, 1, 1)
    assert "DEL-NO-END" in _found(_label(delivery, PRIVACY), NHA)
    assert "DEL-NO-END" not in _found(_label(delivery, PRIVACY, tot=end), NHA)
    assert "kan geen einddatum staan" in _told(_label(delivery, "Nader te bepalen", tot=end))[0]
    assert "kan geen einddatum staan" in _told(_label(delivery, "Geen beperking", tot=end), NHA)[0]


def test_every_restriction_without_end_is_told(delivery: Aanlevering) -> None:
    for label in ("Persoonlijke levenssfeer", "Auteursrecht"):
        if NORM.restrictions.restriction_term(BeperkingKeuze(label=label)) is not None:
            assert "DEL-NO-END" in _found(_label(delivery, label, grond="a"))
    endless = _label(delivery, "Overig", nadere_beschrijving="Op aanvraag.", grond="a")
    assert "DEL-NO-END" in _found(endless)
    assert "DEL-NO-END" not in _found(_label(delivery, "Nader te bepalen")) + _found(_label(delivery, "Geen beperking"))


def test_a_label_in_a_hint_is_whole(delivery: Aanlevering) -> None:
    (told,) = _told(_label(delivery, PRIVACY.replace("eerbiediging", "eerbiedeging")), NHA)
    assert f'Bedoelde u "{PRIVACY}"?' in told


def test_other_restrictions_are_described(delivery: Aanlevering) -> None:
    assert _told(_label(delivery, "Overig"))[0].startswith("[beperking_gebruik], nadere_beschrijving: Bij")
    described = _label(delivery, "Overig", nadere_beschrijving="In de studiezaal.", tot=dt.date(2050, 1, 1))
    assert _found(described) == ["DEL-LIST-FICTIONAL"]
    assert 'kent "Overig" niet' in _told(_label(delivery, "Overig", nadere_beschrijving="x"), NHA)[0]


def test_one_archiefvormer_where_the_receiver_takes_one(delivery: Aanlevering) -> None:
    turn = dt.date(2022, 7, 1)
    formers = (
        Archiefvormer(naam="A", kenmerk="a", bron="r", tot=turn - dt.timedelta(days=1)),
        Archiefvormer(naam="B", kenmerk="b", bron="r", van=turn),
    )
    two = _with(delivery, archiefvormers=formers)
    assert _found(two) == ["DEL-LIST-FICTIONAL"]
    assert "staat één archiefvormer toe; in deze periode zijn het er 2" in _told(two, NHA)[0]
    assert _found(_with(two, periode=Periode(van=turn, tot=dt.date(2022, 12, 31))), NHA) == ["DEL-LIST-FICTIONAL"]


def test_a_custodian_without_function_is_a_finding(delivery: Aanlevering) -> None:
    sources = (*delivery.bronnen, Bron(pad="x", houder="J de Vries"))
    assert "DEL-CUSTODIAN-UNKNOWN" in _found(_with(delivery, bronnen=sources))
    assert "DEL-CUSTODIAN-UNKNOWN" not in _found(_with(delivery, bronnen=sources, functionarissen=()))


def test_everything_that_cannot_be_comes_at_once(delivery: Aanlevering) -> None:
    assert len(_told(_label(_category(delivery, "x"), "y"))) == 2


def test_the_kinds_have_their_own_ids() -> None:
    assert len({kind.id for kind in checking.KINDS}) == len(checking.KINDS)

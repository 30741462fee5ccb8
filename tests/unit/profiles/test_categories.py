"""The categories of a delivery against its lists: what is not there, and what the list leaves no room for."""

import dataclasses
import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from depotklaar.errors import ProfileError
from depotklaar.model.delivery import (
    Aanlevering,
    Beperking,
    BeperkingKeuze,
    BeperkingRegel,
    Hotspot,
    WaarderingKeuze,
    WaarderingRegel,
)
from depotklaar.model.selectielijst import Deel, Selectielijst, SelectionEntry
from depotklaar.profiles.checking import check_delivery, lists_of, read_lists
from depotklaar.profiles.delivery import read_delivery
from depotklaar.profiles.receiver import read_profile

NORM = read_profile("nationaal-archief", None)
NHA = read_profile("nha", None)
PRIVACY = "beperkt openbaar; eerbiediging van de persoonlijke levenssfeer (Archiefwet 1995)"

ENTRIES = (
    SelectionEntry(code="1", label="Beleid", waardering="B"),
    SelectionEntry(code="2", label="Briefjes", waardering="V", bewaartermijn="P5Y", trigger="Afsluiting"),
    SelectionEntry(code="3", label="Keuze", waardering="V", termijn_van="P5Y", termijn_tot="P10Y"),
    SelectionEntry(code="4", label="Havens", waardering="V", bewaartermijn="P2Y", actor="Ministerie van Havens"),
    SelectionEntry(code="4", label="Molens", waardering="B", actor="Ministerie van Molens"),
    SelectionEntry(
        code="5",
        label="Producten",
        delen=(Deel(naam="eind", waardering="B"), Deel(naam="rest", waardering="V", bewaartermijn="P1Y")),
    ),
    SelectionEntry(code="6", label="Zonder termijn", waardering="V"),
    SelectionEntry(code="7", label="Vervallen", vervallen=True),
)
LIST = Selectielijst(
    name="lijst",
    title="Lijst",
    version="1",
    reference=None,
    organisation="Organisatie",
    valid_from=None,
    valid_until=None,
    fictional=False,
    entries=ENTRIES,
    sha256="0" * 64,
)
ADVICE = dataclasses.replace(LIST, title="Advies", advice=True, gesloten_op=dt.date(2022, 6, 1))


@pytest.fixture
def delivery(written: Callable[[dict[str, Any]], Path], whole: dict[str, Any]) -> Aanlevering:
    whole["waardering"] = {"selectielijst": "lijst", "categorie": "1"}
    whole["beperking_gebruik"] = {"label": "Nader te bepalen"}
    whole["aanlevering"]["soort"] = "uitplaatsing"
    whole["archiefvormer"] = whole["archiefvormer"][0] | {"tot": dt.date(2022, 12, 31)}
    del whole["hotspot"]
    return read_delivery(written(whole))


def _chosen(delivery: Aanlevering, *rules: WaarderingRegel, **keys: Any) -> Aanlevering:
    keuze = WaarderingKeuze(selectielijst="lijst", regels=rules, **keys)
    return dataclasses.replace(delivery, waardering=keuze)


def _told(delivery: Aanlevering) -> list[str]:
    with pytest.raises(ProfileError) as caught:
        check_delivery(delivery, NORM, {"lijst": LIST, "advies": ADVICE})
    return [f"{p.place}: {p.text.nl} {p.hint.nl}" for p in caught.value.problems]


def _found(delivery: Aanlevering) -> list[str]:
    findings = check_delivery(delivery, NORM, {"lijst": LIST, "advies": ADVICE})
    return [f"{finding.kind.id} {finding.place.element}" for finding in findings]


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({"categorie": "11"}, 'categorie: Categorie "11" staat niet in "Lijst". Bedoelde u "1"?'),
        (
            {"categorie": "4", "actor": "Ministerie van Haven"},
            'actor: Categorie "4" kent in "Lijst" de actor "Ministerie van Haven" niet. '
            'Bedoelde u "Ministerie van Havens"?',
        ),
        ({"categorie": "1", "actor": "Wie dan ook"}, 'actor: Categorie "1" kent in "Lijst" de actor "Wie dan ook"'),
        ({"categorie": "5", "deel": "einde"}, 'deel: Categorie "5" heeft geen deel "einde". Bedoelde u "eind"?'),
        ({"categorie": "1", "deel": "eind"}, 'deel: Categorie "1" heeft geen delen. Haal deel weg.'),
        ({"categorie": "2", "bewaartermijn": "P9Y"}, 'De lijst geeft categorie "2" zelf een bewaartermijn: P5Y.'),
        ({"categorie": "1", "bewaartermijn": "P9Y"}, "wordt blijvend bewaard (B); er loopt geen termijn."),
        ({"categorie": "3", "bewaartermijn": "P4Y11M"}, "P4Y11M is korter dan de lijst toelaat: P5Y."),
        ({"categorie": "3", "bewaartermijn": "P11Y"}, "P11Y is langer dan de lijst toelaat: P10Y."),
        ({"categorie": "5", "deel": "rest", "bewaartermijn": "P9Y"}, "zelf een bewaartermijn: P1Y."),
        ({"categorie": "4", "bewaartermijn": "P9Y"}, 'De lijst geeft categorie "4" zelf een bewaartermijn: P2Y.'),
        ({"categorie": "1", "begin_termijn": dt.date(2020, 1, 1)}, "begin_termijn: Categorie"),
        ({"categorie": "4", "actor": "Ministerie van Molens", "begin_termijn": dt.date(2020, 1, 1)}, "(B)"),
        ({"categorie": "5", "deel": "eind", "begin_termijn": dt.date(2020, 1, 1)}, "(B)"),
    ],
)
def test_what_cannot_be_is_told_in_base_and_rule(delivery: Aanlevering, keys: dict[str, Any], expected: str) -> None:
    (told,) = _told(_chosen(delivery, **keys))
    assert told.startswith("[waardering], ") and expected in told
    (told,) = _told(_chosen(delivery, WaarderingRegel(gesprek=("a",), categorie="1"), _rule(keys), categorie="1"))
    assert told.startswith("[[waardering.regel]] 2, ") and expected in told


def _rule(keys: dict[str, Any]) -> WaarderingRegel:
    return WaarderingRegel(gesprek=("b",), **keys)


@pytest.mark.parametrize(
    "keys",
    [
        {"categorie": "4"},
        {"categorie": "4", "actor": "Ministerie van Havens"},
        {"categorie": "1", "actor": "Ministerie van Havens"},
        {"categorie": "4", "begin_termijn": dt.date(2020, 1, 1)},
        {"categorie": "3", "bewaartermijn": "P60M"},
        {"categorie": "3", "bewaartermijn": "P10Y"},
        {"categorie": "5"},
        {"categorie": "7", "bewaartermijn": "P1Y", "begin_termijn": dt.date(2020, 1, 1)},
        {},
    ],
)
def test_what_a_person_or_the_day_decides_is_no_fault(delivery: Aanlevering, keys: dict[str, Any]) -> None:
    assert _found(_chosen(delivery, besluiten="besluiten.csv", **keys)) == []


def test_an_overbrenging_of_temporary_things_only_when_nothing_can_change_it(delivery: Aanlevering) -> None:
    moved = dataclasses.replace(delivery, soort="overbrenging")
    (told,) = _told(_chosen(moved, categorie="2"))
    assert "is tijdelijk te bewaren (V)" in told
    rule = WaarderingRegel(gesprek=("a",), categorie="1")
    assert _found(_chosen(moved, rule, categorie="2")) == []
    assert _found(_chosen(moved, categorie="2", besluiten="besluiten.csv")) == []
    hot = dataclasses.replace(moved, hotspots=(Hotspot(naam="h", lijst="l", gesprek=("a",)),))
    assert _found(_chosen(hot, categorie="2")) == []
    assert _found(_chosen(moved, categorie="4")) == _found(_chosen(moved, categorie="5")) == []


def test_each_list_is_told_once_where_it_is_first_taken(delivery: Aanlevering) -> None:
    rules = [
        WaarderingRegel(gesprek=(name,), categorie="1", selectielijst="advies", tot=tot)
        for name, tot in (("a", dt.date(2022, 5, 31)), ("b", dt.date(2022, 6, 1)), ("c", None))
    ]
    assert _found(_chosen(delivery, *rules, categorie="6")) == [
        "DEL-NO-TERM [waardering], categorie",
        "DEL-LIST-ADVICE [[waardering.regel]] 1, selectielijst",
        "DEL-LIST-PERIOD [[waardering.regel]] 2, selectielijst",
    ]


def test_a_chosen_term_fills_the_gap(delivery: Aanlevering) -> None:
    assert _found(_chosen(delivery, categorie="6", bewaartermijn="P3Y")) == []
    assert _found(_chosen(delivery, categorie="3")) == []


def test_every_list_is_read_and_all_their_faults_come_at_once(delivery: Aanlevering, folder: Path) -> None:
    rules = (
        WaarderingRegel(gesprek=("a",), categorie="1", selectielijst="geen.toml"),
        WaarderingRegel(gesprek=("b",), categorie="1", selectielijst="voorbeeld-ministerie"),
        WaarderingRegel(gesprek=("c",), categorie="1"),
    )
    named = _chosen(delivery, *rules, categorie="1")
    assert lists_of(named) == ("lijst", "geen.toml", "voorbeeld-ministerie")
    with pytest.raises(ProfileError) as caught:
        read_lists(named, folder)
    assert len(caught.value.problems) == 2
    good = dataclasses.replace(named.waardering, selectielijst="voorbeeld-ministerie", regels=())
    assert list(read_lists(dataclasses.replace(delivery, waardering=good), folder)) == ["voorbeeld-ministerie"]


def _limited(delivery: Aanlevering, **keys: Any) -> Aanlevering:
    rule = BeperkingRegel(gesprek=("a",), beperking=Beperking(**keys))
    keuze = BeperkingKeuze(label="Nader te bepalen", regels=(rule,))
    return dataclasses.replace(_chosen(delivery, categorie="1"), beperking_gebruik=keuze)


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({"label": "Overg"}, '[[beperking_gebruik.regel]] 1, label: Profiel "nationaal-archief" kent "Overg" niet.'),
        ({"label": "Overig"}, '[[beperking_gebruik.regel]] 1, nadere_beschrijving: Bij "Overig" hoort'),
        (
            {"label": "Geen beperking", "tot": dt.date(2050, 1, 1)},
            '[[beperking_gebruik.regel]] 1, beperkt_tot: Bij "Geen beperking" kan geen einddatum staan. '
            "Haal beperkt_tot weg",
        ),
        (
            {"label": "Geen beperking", "looptijd": "P1Y", "begin": dt.date(2020, 1, 1)},
            "[[beperking_gebruik.regel]] 1, looptijd: Bij",
        ),
    ],
)
def test_a_restriction_of_a_rule_is_checked_too(delivery: Aanlevering, keys: dict[str, Any], expected: str) -> None:
    (told,) = _told(_limited(delivery, **keys))
    assert told.startswith(expected)


def test_a_restriction_of_a_rule_without_end_is_a_finding(delivery: Aanlevering) -> None:
    lists = {"lijst": LIST}
    (finding,) = check_delivery(_limited(delivery, label=PRIVACY), NHA, lists)
    assert (finding.kind.id, finding.place.element) == ("DEL-NO-END", "[[beperking_gebruik.regel]] 1, beperkt_tot")
    ends = _limited(delivery, label=PRIVACY, looptijd="P75Y", begin=dt.date(2022, 1, 1))
    assert check_delivery(ends, NHA, lists) == ()

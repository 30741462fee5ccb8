"""What the metadata of every sample says of its value holds to the norm, read with nothing but an XML parser.

Source: MDTO Metagegevensschema (waardering, bewaartermijn, informatiecategorie) and its implementation guidance on
termijn; MDTO-XSD 1.0.1 lets all of this pass.
"""

import calendar
import datetime as dt
import re
import shutil
from pathlib import Path

import pytest
from lxml import etree

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
NAMES = sorted(path.parent.name for path in SAMPLES.glob("*/aanlevering.toml"))
APPRAISED = "bewindspersonen-met-hotspot"
TODAY = dt.date(2026, 5, 1)
MDTO = "{https://www.nationaalarchief.nl/mdto}"
VALUES = {"B": "Blijvend te bewaren", "V": "Tijdelijk te bewaren", "N": "Nader te bepalen"}
DURATION = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?")
PARTS = ("termijnTriggerStartLooptijd", "termijnStartdatumLooptijd", "termijnLooptijd", "termijnEinddatum")


def plus(day, duration):
    """The day so much later: years and months first, cut to the end of the month, then days."""
    years, months, days = (int(part or 0) for part in DURATION.fullmatch(duration).groups())
    whole = day.year * 12 + day.month - 1 + years * 12 + months
    year, month = whole // 12, whole % 12 + 1
    return dt.date(year, month, min(day.day, calendar.monthrange(year, month)[1])) + dt.timedelta(days=days)


def objects_in(folder):
    """Every informatieobject in a package."""
    trees = (etree.parse(path).getroot() for path in sorted(folder.rglob("*.mdto.xml")))
    found = [element for tree in trees for element in tree.findall(f"{MDTO}informatieobject")]
    assert len(found) > 5
    return found


def text(element, *names):
    return element.findtext("/".join(f"{MDTO}{name}" for name in names))


def terms_of(found):
    """The parts of each term, those that are not there None."""
    for term in found.findall(f"{MDTO}bewaartermijn"):
        assert len(term) > 0
        trigger, *others = PARTS
        yield [text(term, trigger, "begripLabel"), *(text(term, name) for name in others)]


@pytest.fixture(scope="module")
def moved(tmp_path_factory, package):
    """The appraised sample moved instead of transferred, with what the list keeps for a time, and two categories."""
    folder = tmp_path_factory.mktemp("verplaatst")
    shutil.copytree(SAMPLES / APPRAISED, folder / "in")
    delivery = folder / "in" / "aanlevering.toml"
    toml = delivery.read_text("utf-8").replace('"overbrenging"', '"uitplaatsing"').replace("besluiten =", "# ")
    toml = re.sub(r"\[\[uitsluiting\]\] +# 3:.*?(?=\n\[\[bevriezing)", "", toml, flags=re.DOTALL)
    toml = toml.replace("van = 2020-09-01", "van = 2020-09-01\ntot = 2024-02-29")
    delivery.write_text(toml.replace('categorie = "2.1"', 'categorie = "5.1"'), "utf-8")
    return package(delivery, folder / "uit").package


@pytest.fixture(params=[*NAMES, "moved"])
def found(request, deliver):
    if request.param == "moved":
        return objects_in(request.getfixturevalue("moved"))
    return objects_in(deliver(request.param).package)


def test_every_object_has_one_value_of_the_closed_list(found):
    for one in found:
        (value,) = one.findall(f"{MDTO}waardering")
        assert text(value, "begripLabel") == VALUES[text(value, "begripCode")]
        assert text(value, "begripBegrippenlijst", "verwijzingNaam") == "Begrippenlijst Waarderingen MDTO"


def test_a_term_goes_with_temporary_and_with_nothing_else(found):
    for one in found:
        is_temporary = text(one, "waardering", "begripCode") == "V"
        assert len(one.findall(f"{MDTO}bewaartermijn")) == is_temporary


def test_a_category_names_its_list_with_its_version(found):
    for one in found:
        categories = one.findall(f"{MDTO}informatiecategorie")
        assert len(categories) <= 1
        for category in categories:
            name = text(category, "begripBegrippenlijst", "verwijzingNaam")
            assert text(category, "begripLabel")
            assert "versie" in name
            assert (text(category, "begripCode") is None) == name.startswith("Hotspotlijst")


def test_a_term_without_end_has_a_trigger_and_a_duration(found):
    for trigger, _, duration, end in (term for one in found for term in terms_of(one)):
        assert end or (trigger and duration)


def test_an_end_is_begin_plus_duration_by_the_calendar(found):
    for _, begin, duration, end in (term for one in found for term in terms_of(one)):
        if begin and duration:
            assert plus(dt.date.fromisoformat(begin), duration) == dt.date.fromisoformat(end)


def test_no_term_begins_in_the_future(found):
    assert [b for one in found for _, b, _, _ in terms_of(one) if b and dt.date.fromisoformat(b) > TODAY] == []


def test_a_person_is_named_for_what_was_decided(deliver):
    for one in objects_in(deliver(APPRAISED).package):
        events = [
            event for event in one.findall(f"{MDTO}event") if text(event, "eventType", "begripLabel") == "Accordering"
        ]
        if re.search(r"-2022-\d\d|-2023-\d\d", text(one, "identificatie", "identificatieKenmerk")):
            (event,) = events
            assert text(event, "eventTijd") == "2024-09-16"
            assert text(event, "eventVerantwoordelijkeActor", "verwijzingNaam") == "H. Vermeulen, archivaris"


def test_what_a_hotspot_overrode_can_still_be_seen(deliver):
    overruled = {}
    for one in objects_in(deliver(APPRAISED).package):
        codes = [classed.findtext(f"{MDTO}begripCode") for classed in one.findall(f"{MDTO}classificatie")]
        if text(one, "aggregatieniveau", "begripLabel") == "Archiefstuk" and codes:
            overruled[text(one, "naam").partition(",")[0]] = codes
            assert "hotspot" in " ".join(said.text for said in one.findall(f"{MDTO}omschrijving"))
    assert overruled["Kees Dijkgraaf"] == ["1.2"]
    assert "Niels Roorda" not in overruled


def test_one_restriction_has_a_ground_and_an_end(deliver):
    restricted = {}
    for one in objects_in(deliver(APPRAISED).package):
        for restriction in one.findall(f"{MDTO}beperkingGebruik"):
            if text(restriction, "beperkingGebruikType", "begripLabel") == "Overig":
                term = restriction.find(f"{MDTO}beperkingGebruikTermijn")
                restricted[text(one, "naam").partition(",")[0]] = (
                    text(term, "termijnEinddatum"),
                    text(restriction, "beperkingGebruikDocumentatie", "verwijzingNaam"),
                )
    end, decision = restricted["Crisisteam Dijkweg"]
    assert end == "2097-11-14"
    assert "WL-2024-31" in decision
    assert not {"Kees Dijkgraaf", "Niels Roorda", "Bestuurlijk overleg Rivieren"} & restricted.keys()


def test_the_moved_sample_holds_all_three_values(moved):
    assert {text(one, "waardering", "begripCode") for one in objects_in(moved)} == set("BVN")
    ends = {end for one in objects_in(moved) for _, begin, _, end in terms_of(one) if begin == "2024-02-29"}
    assert ends == {"2034-02-28"}


def test_a_change_of_office_makes_two_dossiers(deliver):
    dossiers = [one for one in objects_in(deliver(APPRAISED).package) if text(one, "naam").startswith("Niels Roorda")]
    months = [text(one, "naam") for one in dossiers if text(one, "aggregatieniveau", "begripLabel") == "Archiefstuk"]
    assert sum(text(one, "aggregatieniveau", "begripLabel") == "Dossier" for one in dossiers) == 2
    for month in ("mei", "juni", "juli", "augustus"):
        assert sum(f"Niels Roorda, {month} 2022" == name for name in months) == 1

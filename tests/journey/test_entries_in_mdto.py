"""Every entry of every list that is known here comes out in MDTO as the list says, or waits for a person.

Three shipped lists, and where the shared material is there the six of the ministries: more than 1,700 entries.
"""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from depotklaar.appraisal.proposing import Appraiser
from depotklaar.arrangement.description import Describer, Span
from depotklaar.catalogue import RULES
from depotklaar.importers.lists import ministeries
from depotklaar.importers.lists.interface import ListOptions
from depotklaar.model.appraisal import Besluit, Case, Ruling
from depotklaar.model.delivery import WaarderingKeuze
from depotklaar.model.finding import Severity
from depotklaar.model.mdto import Begrip, BeperkingGebruik, Verwijzing
from depotklaar.model.selectielijst import Selectielijst, SelectionEntry
from depotklaar.profiles.delivery import read_delivery
from depotklaar.profiles.lists import read_selection_list
from depotklaar.profiles.receiver import read_profile
from depotklaar.resources import read_schema
from depotklaar.rules.interface import Context
from depotklaar.rules.sidecar import read_sidecar
from depotklaar.standards.mdto.schema import MdtoSchema
from depotklaar.standards.mdto.writer import write_mdto

SHARED = Path(__file__).parents[3] / "shared" / "data" / "selectielijsten"
NS = "{https://www.nationaalarchief.nl/mdto}"
NOW = "2026-05-01T08:00:00Z"
DAY = dt.date(2020, 5, 11)
CASE = Case(conversation=frozenset(), participants=frozenset(), holder=frozenset(), first=DAY, last=DAY)
NADER = Begrip(
    label="Nader te bepalen", begrippenlijst=Verwijzing(naam="Begrippenlijst BeperkingGebruikTypeLijst MDTO")
)
CONTEXT = Context(profile=read_profile("nationaal-archief", None), now=NOW)
SCHEMAS = {"1.0.1": MdtoSchema(read_schema("mdto/1.0.1/mdto.xsd"))}


def shipped() -> list[Selectielijst]:
    names = ("gemeenten-2020", "sleutelfuncties-advies", "voorbeeld-ministerie")
    return [read_selection_list(name, None) for name in names]


def of_ministries() -> list[Selectielijst]:
    if not SHARED.is_dir():
        pytest.skip("the shared material is not beside this checkout")
    return [one.lijst for one in ministeries.read([SHARED / "ministeries-bsd.csv"], ListOptions())]


@pytest.fixture
def describer(tmp_path: Path, delivery_text) -> Describer:
    (tmp_path / "bron").mkdir()
    path = tmp_path / "aanlevering.toml"
    path.write_text(delivery_text("bron"), "utf-8")
    profile = read_profile("nationaal-archief", None)
    return Describer(aanlevering=read_delivery(path), profile=profile, now=NOW, software="depotklaar")


def proposals(lijst: Selectielijst) -> Iterator[tuple[SelectionEntry, Besluit]]:
    for entry in lijst.entries:
        keuze = WaarderingKeuze(selectielijst="lijst", categorie=entry.code, actor=entry.actor)
        appraiser = Appraiser(keuze=keuze, hotspots=(), lists={"lijst": lijst}, today=dt.date(2026, 5, 1))
        yield entry, appraiser.propose(CASE)


def written(describer: Describer, besluit: Besluit) -> bytes:
    ruling = Ruling(besluit=besluit, beperkingen=(BeperkingGebruik(type=NADER),))
    return write_mdto(describer.describe("Archiefstuk", "k", "n", Span(first=DAY, last=DAY), ruling))


def errors_in(data: bytes) -> list[str]:
    sidecar = read_sidecar("a/a.mdto.xml", "a", True, data, SCHEMAS)
    rules = [rule for stage in ("schema", "content") for rule in RULES.objects[stage]]
    found = [finding for rule in rules for finding in rule.check(sidecar, CONTEXT)]
    return [finding.kind.id for finding in found if finding.severity is Severity.ERROR]


@pytest.mark.parametrize("lists", [shipped, of_ministries])
def test_every_entry_comes_out_as_the_list_says_or_waits_for_a_person(describer, lists) -> None:
    count = 0
    for lijst in lists():
        for entry, besluit in proposals(lijst):
            data = written(describer, besluit)
            assert errors_in(data) == [], entry
            root = etree.fromstring(data)
            value = root.findtext(f".//{NS}waardering/{NS}begripCode")
            term = root.findtext(f".//{NS}bewaartermijn/{NS}termijnLooptijd")
            assert value == besluit.waardering
            assert (value == "N") == (besluit.onbeslist is not None), entry
            if value != "N":
                same = [one for one in lijst.candidates(entry.code, entry.actor) if one.uitkomst() is not None]
                assert value in {one.waardering for one in same}, entry
                assert term in {one.bewaartermijn for one in same if one.waardering == value}, entry
                assert root.findtext(f".//{NS}informatiecategorie/{NS}begripCode") == entry.code
            if entry.vervallen or entry.delen or entry.waardering is None:
                assert value == "N", entry
            count += 1
    assert count > 300

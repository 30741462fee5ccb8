"""Parcels: what comes out equals what went in, and passing one on does not open it."""

import pickle

import pytest

from depotklaar.jobs.parcels import Parcel, packed
from depotklaar.model.appraisal import Besluit, Ruling
from depotklaar.model.format import FormatIdentification, Opinion
from depotklaar.model.mdto import Begrip, BeperkingGebruik, Identificatie, Informatieobject, Verwijzing
from depotklaar.model.placed import PlacedDossier, PlacedFile, Written
from depotklaar.model.plan import PlannedDossier, PlannedFile, StagedFile


@pytest.fixture
def dossier() -> PlannedDossier:
    reference = Verwijzing(naam="Overleg", identificatie=Identificatie(kenmerk="k", bron="b"))
    term = Begrip(label="Blijvend", begrippenlijst=Verwijzing(naam="Lijst"))
    description = Informatieobject(
        identificatie=(Identificatie(kenmerk="k", bron="b"),),
        naam="Overleg",
        waardering=term,
        archiefvormer=(reference,),
        beperking_gebruik=(BeperkingGebruik(type=term),),
    )
    return PlannedDossier(
        folder="a/b",
        name="b",
        serie=None,
        description=description,
        reference=reference,
        archiefstukken=(),
        ruling=Ruling(besluit=Besluit(waardering="B"), beperkingen=description.beperking_gebruik),
    )


@pytest.fixture
def placed(dossier) -> PlacedDossier:
    opinion = Opinion(
        tool="siegfried",
        tool_version="1",
        signature_version="2",
        puid="fmt/43",
        name="JPEG",
        version="1.01",
        mime="image/jpeg",
        basis="signature",
        warning="",
    )
    staged = StagedFile(path="werk/000001.jpg", original_name="kaart.jpg", size=3, digests={"sha256": "00"})
    written = Written(path="a/b/c.jpg", size=3, digests={"sha256": "00"})
    known = PlacedFile(
        planned=PlannedFile(name="c.jpg", title="kaart.jpg", kenmerk="k", staged=staged),
        written=written,
        location="pakket/c.jpg",
        format=FormatIdentification(first=opinion),
    )
    made = PlacedFile(
        planned=PlannedFile(name="d.json", title="Gegevens", kenmerk="l", made=True, rendition="json"),
        written=written,
        location="pakket/d.json",
    )
    return PlacedDossier(dossier=dossier, files=((known, made),), lines=7)


def test_a_dossier_comes_out_as_it_went_in(placed):
    assert packed(PlacedDossier, placed).opened() == placed


def test_a_parcel_goes_to_another_process_unopened(placed):
    parcel = packed(PlannedDossier, placed.dossier)
    arrived = pickle.loads(pickle.dumps(parcel))
    assert arrived == parcel
    assert arrived.opened() == placed.dossier


def test_a_row_of_values_has_its_kind_too():
    files = tuple(Written(path=f"{n}.txt", size=n, digests={"sha256": "0f"}) for n in range(3))
    assert packed(tuple[Written, ...], files).opened() == files


def test_text_of_any_language_and_nothing_at_all_survive():
    words = ("", "één", "👨‍👩‍👧", "\x00\x1b", "half \ud83d")
    assert Parcel(tuple[str, ...], packed(tuple[str, ...], words).data).opened() == words

"""The national SIP: names of sidecars, and no sidecar that the schema refuses."""

import dataclasses

import pytest
from lxml import etree

from depotklaar.errors import PlanError
from depotklaar.model.mdto import Begrip, Bestand, Checksum, Identificatie, Verwijzing
from depotklaar.profiles.receiver import read_profile
from depotklaar.resources import read_schema
from depotklaar.targets.mdto_sip import MdtoSip

LIST = Verwijzing(naam="Lijst")
CHECKSUM = Checksum(
    algoritme=Begrip(label="SHA-256", begrippenlijst=LIST), waarde="ab" * 32, datum="2026-05-01T08:00:00Z"
)


@pytest.fixture(params=["nationaal-archief", "nha"])
def target(request):
    profile = read_profile(request.param, None)
    return MdtoSip(names=profile.names, schemas={v: read_schema(f"mdto/{v}/mdto.xsd") for v in profile.schemas})


def bestand(**changes):
    values = {
        "identificatie": (Identificatie(kenmerk="k-1", bron="Archief"),),
        "naam": "foto \ud83d\u0001.jpg",
        "omvang": 3,
        "bestandsformaat": Begrip(label="JPEG", code="fmt/43", begrippenlijst=LIST),
        "checksum": (CHECKSUM,),
        "is_representatie_van": Verwijzing(naam="Stuk"),
    }
    return Bestand(**{**values, **changes})


def test_names_of_sidecars_end_as_the_profile_says(target):
    suffix = target.names.sidecar_suffix
    assert target.sidecar_name("kade", of_file=False) == f"kade{suffix}"
    assert target.sidecar_name("x.pdf", of_file=True) == f"x.pdf{target.names.file_infix}{suffix}"


def test_a_sidecar_is_the_same_every_time_and_shows_what_xml_cannot_hold(target):
    data = target.sidecar(bestand())
    assert data == target.sidecar(bestand())
    (name,) = etree.fromstring(data).iter("{*}naam")
    assert name.text.startswith("foto ")
    assert "\u2401" in name.text


@pytest.mark.parametrize(
    ("change", "element"),
    [
        ({"checksum": (CHECKSUM, dataclasses.replace(CHECKSUM, datum="gisteren"))}, "checksumDatum"),
        ({"identificatie": ()}, "identificatie"),
        ({"checksum": ()}, "checksum"),
        ({"url_bestand": "geen url \\ %%"}, "URLBestand"),
    ],
)
def test_what_the_schema_refuses_is_named(target, change, element):
    with pytest.raises(PlanError) as caught:
        target.sidecar(bestand(**change))
    assert any(element.lower() in f"{p.place} {p.text.en}".lower() for p in caught.value.problems)
    assert all("MDTO 1" in problem.place for problem in caught.value.problems)

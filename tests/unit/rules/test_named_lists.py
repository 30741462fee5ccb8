"""Which lists of terms somebody is known to publish, and which nobody can find."""

import pytest

from depotklaar.model.mdto import Begrip, Identificatie, Informatieobject, Verwijzing
from depotklaar.rules.named_lists import loose_lists


def informatieobject(*names, mark=None):
    terms = tuple(Begrip(label="x", begrippenlijst=Verwijzing(naam=name, identificatie=mark)) for name in names)
    waardering = Begrip(label="Nader te bepalen", code="N", begrippenlijst=Verwijzing(naam="Onze waardering"))
    return Informatieobject(
        identificatie=(),
        naam="x",
        classificatie=terms,
        waardering=waardering,
        archiefvormer=(),
        beperking_gebruik=(),
    )


@pytest.mark.parametrize(
    "name",
    [
        *("Begrippenlijst EventTypeLijst MDTO", "Begrippenlijst EventTypeLijst", "Begrippenlijst Beperkingen MDTO"),
        *("PRONOM-register", "IANA media types", "Selectielijst ministerie van Infrastructuur en Milieu 2017"),
        *("Generieke selectielijst", "Hotspotlijst Voorbeeldstad 2020", "Openbaarheid Archiefwet 1995"),
    ],
)
def test_a_published_list(name):
    assert loose_lists(informatieobject(name)) == ()


@pytest.mark.parametrize("name", ["Ministerie zaaksysteem begrippenlijst", "Onze waarderingsmodellen", "MDTOlijst", ""])
def test_a_list_that_nobody_knows(name):
    assert loose_lists(informatieobject(name, name)) == (name,)


def test_one_with_an_identification_can_be_found():
    mark = Identificatie(kenmerk="https://voorbeeld.example/lijst", bron="Voorbeeldstad")
    assert loose_lists(informatieobject("Onze lijst", mark=mark)) == ()

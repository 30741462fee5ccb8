"""What the tests of MDTO share: the schemas, the norm's own examples and objects that use every attribute."""

from collections.abc import Callable
from pathlib import Path

import pytest

from depotklaar.model.mdto import (
    Begrip,
    BeperkingGebruik,
    Bestand,
    Betrokkene,
    Checksum,
    DekkingInTijd,
    Event,
    GerelateerdInformatieobject,
    Identificatie,
    Informatieobject,
    Raadpleeglocatie,
    Termijn,
    Verwijzing,
)

REPO = Path(__file__).resolve().parents[4]
SHARED = REPO.parent / "shared"
VERSIONS = ("1.0", "1.0.1")


@pytest.fixture(scope="session")
def own_xsd() -> Callable[[str], bytes]:
    return lambda version: (REPO / "schemas" / "mdto" / version / "mdto.xsd").read_bytes()


@pytest.fixture(scope="session")
def official_xsd() -> Callable[[str], bytes]:
    def read(version: str) -> bytes:
        path = SHARED / "schemas" / f"MDTO-XML{version}.xsd"
        if not path.exists():
            pytest.skip("the official schemas lie in no shared folder beside the checkout")
        return path.read_bytes()

    return read


@pytest.fixture(scope="session")
def examples() -> tuple[bytes, ...]:
    folder = SHARED / "examples" / "mdto"
    if not folder.is_dir():
        pytest.skip("the official examples lie in no shared folder beside the checkout")
    found = tuple(path.read_bytes() for path in sorted(folder.glob("*.xml")))
    assert len(found) == 4
    return found


def begrip(label: str, code: str | None = None) -> Begrip:
    lijst = Verwijzing(naam=f"Lijst van {label}", identificatie=Identificatie(kenmerk="L-1", bron="Lijstenregister"))
    return Begrip(label=label, code=code, begrippenlijst=lijst)


def verwijzing(naam: str) -> Verwijzing:
    return Verwijzing(naam=naam, identificatie=Identificatie(kenmerk=f"K/{naam}", bron="Register Fictief"))


@pytest.fixture(scope="session")
def full_informatieobject() -> Informatieobject:
    termijn = Termijn(
        trigger_start_looptijd=begrip("Sluiting"),
        startdatum_looptijd="2020-01-31",
        looptijd="P10Y",
        einddatum="2030-01-31",
    )
    return Informatieobject(
        identificatie=(Identificatie(kenmerk="A-1", bron="Zaaksysteem"), Identificatie(kenmerk="B-2", bron="E-depot")),
        naam="Gesprek over de dijk bij Verzonnendam",
        aggregatieniveau=begrip("Archiefstuk"),
        classificatie=(begrip("Water", "W"), begrip("Dijken")),
        trefwoord=("dijk", "polder"),
        omschrijving=("Eerste omschrijving", "Tweede\nomschrijving"),
        raadpleeglocatie=(
            Raadpleeglocatie(
                fysiek=(verwijzing("Studiezaal"), Verwijzing(naam="Loket")),
                online=("https://archief.example/1", "https://archief.example/2"),
            ),
            Raadpleeglocatie(),
        ),
        dekking_in_tijd=(
            DekkingInTijd(type=begrip("Looptijd"), begindatum="2020-02", einddatum="2021"),
            DekkingInTijd(type=begrip("Inhoud"), begindatum="2019-12-31"),
        ),
        dekking_in_ruimte=(verwijzing("Verzonnendam"),),
        taal=("nl", "en-GB"),
        event=(
            Event(
                type=begrip("Creatie"),
                tijd="2020-02-01T10:00:00+01:00",
                verantwoordelijke_actor=verwijzing("Medewerker"),
                resultaat="Gemaakt",
            ),
            Event(type=begrip("Export")),
        ),
        waardering=begrip("Tijdelijk te bewaren", "V"),
        bewaartermijn=termijn,
        informatiecategorie=begrip("Waterbeheer", "12.3"),
        is_onderdeel_van=(verwijzing("Dossier dijk"),),
        bevat_onderdeel=(verwijzing("Bijlage 1"), verwijzing("Bijlage 2")),
        heeft_representatie=(verwijzing("gesprek.pdf"),),
        aanvullende_metagegevens=(verwijzing("gesprek.json"),),
        gerelateerd_informatieobject=(
            GerelateerdInformatieobject(verwijzing=verwijzing("Besluit"), type_relatie=begrip("Verwijst naar")),
        ),
        archiefvormer=(verwijzing("Waterschap Verzonnendam"),),
        betrokkene=(Betrokkene(type_relatie=begrip("Afzender"), actor=verwijzing("I. Denkbeeld")),),
        activiteit=verwijzing("Dijken beheren"),
        beperking_gebruik=(
            BeperkingGebruik(
                type=begrip("Overig"),
                nadere_beschrijving="Alleen op verzoek",
                documentatie=(verwijzing("Besluit 1"), verwijzing("Besluit 2")),
                termijn=termijn,
            ),
            BeperkingGebruik(type=begrip("Auteurswet"), termijn=Termijn()),
        ),
    )


@pytest.fixture(scope="session")
def full_bestand() -> Bestand:
    return Bestand(
        identificatie=(Identificatie(kenmerk="F-1", bron="E-depot"),),
        naam="gesprek.pdf",
        omvang=12345,
        bestandsformaat=begrip("Acrobat PDF/A", "fmt/480"),
        checksum=(
            Checksum(algoritme=begrip("SHA-256"), waarde="ab" * 32, datum="2026-01-02T03:04:05Z"),
            Checksum(algoritme=begrip("SHA-512"), waarde="cd" * 64, datum="2026-01-02T03:04:05"),
        ),
        url_bestand="https://archief.example/gesprek.pdf",
        is_representatie_van=verwijzing("Gesprek over de dijk"),
    )

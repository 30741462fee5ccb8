"""Whatever an MDTO object holds, it comes back from XML as it was, and both schemas accept it."""

from dataclasses import fields, is_dataclass, replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

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
from depotklaar.standards.mdto.reader import parse_sidecar, read_mdto
from depotklaar.standards.mdto.schema import MdtoSchema
from depotklaar.standards.mdto.writer import write_mdto
from depotklaar.standards.xml import as_xml_text

REPO = Path(__file__).resolve().parents[2]
OFFICIAL = REPO.parent / "shared" / "schemas" / "MDTO-XML1.0.1.xsd"
NASTY = ("", " ", "\x00", "\ud800", "\udfff\ud800", "\ufffe", "]]>", "</naam>", "&amp;", "<!--", "\r\n", "\t", "\u202e")
NASTY += ("👩‍👩‍👧", "\u2028", "\x85", "\\u{D800}", "\u2407", "<?x?>", "{0}", "%s", "\ufeff")

text = st.sampled_from(NASTY) | st.text(max_size=8) | st.text(st.characters(), max_size=8)
date = st.sampled_from(("2020", "2020-02", "2020-02-29", "2020-02-29Z"))
day = st.sampled_from(("2020-02-29", "1999-12-31+01:00"))
moment = st.sampled_from(("2020-02-29T23:59:59", "2020-02-29T00:00:00.5Z"))
web = st.sampled_from(("https://archief.example/a%20b?c=d&e=f#g", "urn:x:y", ""))


def some(values, least=0):
    return st.lists(values, min_size=least, max_size=2).map(tuple)


def maybe(values):
    return st.none() | values


identificatie = st.builds(Identificatie, kenmerk=text, bron=text)
verwijzing = st.builds(Verwijzing, naam=text, identificatie=maybe(identificatie))
begrip = st.builds(Begrip, label=text, code=maybe(text), begrippenlijst=verwijzing)
termijn = st.builds(
    Termijn,
    trigger_start_looptijd=maybe(begrip),
    startdatum_looptijd=maybe(day),
    looptijd=maybe(st.sampled_from(("P10Y", "P1Y2M3DT4H5M6.7S"))),
    einddatum=maybe(date),
)
informatieobject = st.builds(
    Informatieobject,
    identificatie=some(identificatie, 1),
    naam=text,
    aggregatieniveau=maybe(begrip),
    classificatie=some(begrip),
    trefwoord=some(text),
    omschrijving=some(text),
    raadpleeglocatie=some(st.builds(Raadpleeglocatie, fysiek=some(verwijzing), online=some(web))),
    dekking_in_tijd=some(st.builds(DekkingInTijd, type=begrip, begindatum=date, einddatum=maybe(date))),
    dekking_in_ruimte=some(verwijzing),
    taal=some(st.sampled_from(("nl", "en-GB"))),
    event=some(
        st.builds(
            Event,
            type=begrip,
            tijd=maybe(date | moment),
            verantwoordelijke_actor=maybe(verwijzing),
            resultaat=maybe(text),
        )
    ),
    waardering=begrip,
    bewaartermijn=maybe(termijn),
    informatiecategorie=maybe(begrip),
    is_onderdeel_van=some(verwijzing),
    bevat_onderdeel=some(verwijzing),
    heeft_representatie=some(verwijzing),
    aanvullende_metagegevens=some(verwijzing),
    gerelateerd_informatieobject=some(
        st.builds(GerelateerdInformatieobject, verwijzing=verwijzing, type_relatie=begrip)
    ),
    archiefvormer=some(verwijzing, 1),
    betrokkene=some(st.builds(Betrokkene, type_relatie=begrip, actor=verwijzing)),
    activiteit=maybe(verwijzing),
    beperking_gebruik=some(
        st.builds(
            BeperkingGebruik,
            type=begrip,
            nadere_beschrijving=maybe(text),
            documentatie=some(verwijzing),
            termijn=maybe(termijn),
        ),
        1,
    ),
)
bestand = st.builds(
    Bestand,
    identificatie=some(identificatie, 1),
    naam=text,
    omvang=st.integers(min_value=-(10**20), max_value=10**20),
    bestandsformaat=begrip,
    checksum=some(st.builds(Checksum, algoritme=begrip, waarde=text, datum=moment), 1),
    url_bestand=maybe(web),
    is_representatie_van=verwijzing,
)


def shown(value):
    """Return the value with every text in it as XML can hold it."""
    if isinstance(value, str):
        return as_xml_text(value)
    if isinstance(value, tuple):
        return tuple(map(shown, value))
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: shown(getattr(value, field.name)) for field in fields(value)})
    return value


@pytest.fixture(scope="module")
def schemas():
    if not OFFICIAL.exists():
        pytest.skip("the official schema lies in no shared folder beside the checkout")
    own = REPO / "schemas" / "mdto" / "1.0.1" / "mdto.xsd"
    return [MdtoSchema(own.read_bytes()), MdtoSchema(OFFICIAL.read_bytes())]


def come_back(obj, schemas):
    data = write_mdto(obj)
    root = parse_sidecar(data)
    assert all(schema.accepts(root) for schema in schemas)
    again = read_mdto(root)
    assert again == shown(obj)
    assert write_mdto(again) == data


@given(obj=informatieobject)
@settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_any_informatieobject_comes_back_as_it_was(obj, schemas):
    come_back(obj, schemas)


@given(obj=bestand)
@settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_any_bestand_comes_back_as_it_was(obj, schemas):
    come_back(obj, schemas)


def test_the_strategies_use_every_attribute_of_the_model():
    for kind, strategy in ((Informatieobject, informatieobject), (Bestand, bestand)):
        names = {field.name for field in fields(kind)}
        assert names == set(strategy.wrapped_strategy.kwargs)

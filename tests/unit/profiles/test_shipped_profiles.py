"""The profiles that come along say what the norm and the receiver say."""

import re
from pathlib import Path

import pytest

from depotklaar import resources
from depotklaar.errors import ProfileError
from depotklaar.model.profile import Profile
from depotklaar.profiles.receiver import read_profile


@pytest.fixture
def norm() -> Profile:
    return read_profile("nationaal-archief", None)


@pytest.fixture
def nha() -> Profile:
    return read_profile("nha", None)


@pytest.mark.parametrize("name", resources.profile_names())
def test_each_profile_is_right_and_bears_its_own_name(name: str) -> None:
    profile = read_profile(name, None)
    assert profile.name == name
    assert profile.source
    assert len(profile.sha256) == 64
    re.compile(profile.names.forbidden)


def test_the_norm_writes_101_and_leaves_nesting_free(norm: Profile) -> None:
    assert norm.schemas == ("1.0.1",)
    assert (norm.nesting, norm.single, norm.required_levels, norm.max_file_size) == (None, (), (), None)
    assert (norm.names.sidecar_suffix, norm.names.file_infix) == (".mdto.xml", ".bestand")
    assert norm.manifests == ("sha256",)
    assert norm.restrictions.open
    assert [term.label for term in norm.restrictions.terms] == ["Geen beperking", "Nader te bepalen", "Overig"]


@pytest.mark.parametrize("char", '<>:"/\\|?*#& ')
def test_the_norm_forbids_these_characters(norm: Profile, nha: Profile, char: str) -> None:
    assert re.search(norm.names.forbidden, f"a{char}b")
    assert bool(re.search(nha.names.forbidden, f"a{char}b")) is (char != "\\")


def test_the_norm_forbids_dots_and_the_nha_does_not(norm: Profile, nha: Profile) -> None:
    assert not norm.names.dots_in_stem
    assert nha.names.dots_in_stem


@pytest.mark.parametrize("name", ["a+b", "a\tb", "a\u00a0b", "a\u200cb", "x.bestand.pdf", "a.bestand"])
def test_the_nha_forbids_more(norm: Profile, nha: Profile, name: str) -> None:
    assert re.search(nha.names.forbidden, name)
    assert not re.search(norm.names.forbidden, name)


@pytest.mark.parametrize("name", ["Kernteam_2022-01", "foto.jpg", "foto.jpg.bestand.mdto.xml", "map.mdto.xml"])
def test_plain_names_are_good_everywhere(norm: Profile, nha: Profile, name: str) -> None:
    assert not re.search(nha.names.forbidden, name)
    assert not re.search(norm.names.forbidden, name)


def test_the_nha_wants_both_schemas_and_single_values(nha: Profile) -> None:
    assert nha.schemas == ("1.0.1", "1.0")
    assert nha.single == ("archiefvormer", "beperkingGebruik", "checksum")
    assert nha.files_only_under == ("Archiefstuk",)
    assert (nha.period_required_on, nha.period_type) == (("Archief", "Dossier", "Zaak"), "Looptijd")
    assert (nha.names.max_path, nha.max_file_size) == (180, 2**31 - 1)
    assert {"CON", "LPT9", "COM0"} <= set(nha.names.reserved)
    assert len(nha.names.reserved) == 24


@pytest.mark.parametrize(
    ("levels", "good"),
    [
        ("Archief|Serie|Dossier|Archiefstuk|Bestand", True),
        ("Archief|Serie|Serie|Dossier|Zaak|Archiefstuk|Archiefstuk|Bestand", True),
        ("Archief|Zaak|Archiefstuk|Bestand", True),
        ("Archief|Serie|Archiefstuk|Bestand", True),
        ("Archief|Dossier|Dossier|Archiefstuk|Bestand", False),
        ("Archief|Serie|Archiefstuk|Archiefstuk|Bestand", False),
        ("Archief|Dossier|Bestand", False),
        ("Serie|Dossier|Archiefstuk|Bestand", False),
        ("Archief|Archief|Dossier|Archiefstuk|Bestand", False),
        ("xArchief|Dossier|Archiefstuk|Bestand", False),
    ],
)
def test_the_nesting_of_the_nha(nha: Profile, levels: str, good: bool) -> None:
    assert nha.nesting is not None
    assert bool(re.search(nha.nesting, levels)) is good


def test_the_nesting_of_the_nha_is_tied_to_the_end_in_its_last_form_only(nha: Profile) -> None:
    assert re.search(nha.nesting or "", "Archief|Dossier|Archiefstuk|Bestand|Bestand")
    assert not re.search(nha.nesting or "", "Archief|Archiefstuk|Bestand|Bestand")


def test_the_nha_rejects_and_reports_as_its_programs_do(nha: Profile, norm: Profile) -> None:
    assert nha.severities["RECEIVER-RESTRICTION"] == nha.severities["RECEIVER-SIZE"] == "warning"
    assert nha.severities["STRUCTURE-EMPTY-FOLDER"] == nha.severities["RECEIVER-SIDECAR-NAME"] == "error"
    assert {"RECEIVER-MIXED", "RECEIVER-TERM", "RECEIVER-ENCODING"} <= nha.checks
    assert "SHA256" in nha.checksum_labels and "sha-256" not in nha.checksum_labels
    assert norm.checks == frozenset() and norm.checksum_labels == ()


def test_the_labels_of_the_norm_lead_to_those_of_the_nha(nha: Profile, norm: Profile) -> None:
    labels = {term.label: term.code for term in nha.restrictions.terms}
    assert not nha.restrictions.open
    assert len(labels) == 8
    assert labels[nha.restrictions.aliases["Nader te bepalen"]] == "Openbaarheid/AW1995/NietBeoordeeld/1.0"
    assert labels[nha.restrictions.aliases["Geen beperking"]] == "Openbaarheid/AW1995/Openbaar/1.0"
    assert set(nha.restrictions.with_end) | set(nha.restrictions.without_end) == set(labels)
    assert norm.restrictions.aliases == {}


OWN = """
schema = "depotklaar-profiel-1"
[profiel]
naam = "eigen"
titel = "Streekarchief"
bron = "Afspraak 2026"
[mdto]
versies = ["1.0.1"]
[namen]
achtervoegsel = ".MDTO.xml"
invoegsel = ""
verboden = '[ ]'
[pakket]
manifesten = ["sha256", "sha512"]
tweede_mening = "altijd"
[beperking_gebruik]
begrippenlijst = "mdto-beperkinggebruiktypen"
[ernst]
"MDTO-R5" = "opmerking"
"""


def test_a_profile_of_ones_own_is_read_by_its_path(tmp_path: Path) -> None:
    (tmp_path / "eigen.toml").write_text(OWN)
    profile = read_profile("eigen.toml", tmp_path)
    assert profile.manifests == ("sha256", "sha512")
    assert profile.second_opinion == "always"
    assert profile.severities == {"MDTO-R5": "info"}
    assert (profile.names.max_name, profile.names.max_path, profile.names.dots_in_stem) == (255, 4096, True)


def test_a_list_of_ones_own_lies_beside_the_profile(tmp_path: Path) -> None:
    (tmp_path / "eigen.toml").write_text(OWN.replace("mdto-beperkinggebruiktypen", "lijst.toml"))
    (tmp_path / "lijst.toml").write_bytes(resources.read_vocabulary("nha-openbaarheid-aw1995"))
    assert len(read_profile(str(tmp_path / "eigen.toml"), None).restrictions.terms) == 8


def test_faults_in_a_profile_come_at_once(tmp_path: Path) -> None:
    wrong = OWN.replace("'[ ]'", "'['").replace('"1.0.1"', '"1.1"').replace('"altijd"', '"soms"') + '"x" = "erg"\n'
    (tmp_path / "eigen.toml").write_text(wrong)
    with pytest.raises(ProfileError) as caught:
        read_profile("eigen.toml", tmp_path)
    places = [problem.place.split("eigen.toml, ")[1] for problem in caught.value.problems]
    assert places == ["[mdto], versies, 1", "[namen], verboden", "[pakket], tweede_mening", "[ernst], x"]


def test_an_alias_leads_to_a_label_that_is_there(tmp_path: Path) -> None:
    alias = '\n[beperking_gebruik.aliassen]\n"Openbaar" = "Geen beperkingen"\n'
    (tmp_path / "eigen.toml").write_text(OWN.replace("\n[ernst]", alias + "[ernst]"))
    with pytest.raises(ProfileError) as caught:
        read_profile("eigen.toml", tmp_path)
    assert "aliassen, Openbaar" in caught.value.problems[0].place
    assert caught.value.problems[0].hint.nl == 'Bedoelde u "Geen beperking"?'


@pytest.mark.parametrize("name", ["nhaa", "NHA", "..", "", "nationaal archief"])
def test_an_unknown_name_is_told_with_what_there_is(name: str) -> None:
    with pytest.raises(ProfileError) as caught:
        read_profile(name, None)
    assert "nha" in caught.value.problems[0].hint.nl or "nationaal-archief" in caught.value.problems[0].hint.nl


def test_a_path_that_leads_nowhere_is_told(tmp_path: Path) -> None:
    with pytest.raises(ProfileError) as caught:
        read_profile("../weg/nha.toml", tmp_path)
    assert "bestaat niet" in caught.value.problems[0].text.nl

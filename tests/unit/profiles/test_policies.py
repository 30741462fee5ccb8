"""Format policies are read with every fault told; a receiver's profile names one and says whether it refuses."""

import datetime as dt
from pathlib import Path

import pytest

from depotklaar.errors import ProfileError
from depotklaar.model.policy import FormatPolicy, PolicyRow
from depotklaar.profiles.policies import read_policy
from depotklaar.profiles.policy_draft import policy_text
from depotklaar.profiles.receiver import read_profile
from depotklaar.resources import read_profile as shipped

ROWS = (
    PolicyRow(informatiesoort="Tekst", naam="A", status="acceptabel", puids=("fmt/1", "fmt/2"), extensies=("a",)),
    PolicyRow(informatiesoort="Beeld", naam="A", status="voorkeur", puids=("fmt/2",), versie="1.0"),
    PolicyRow(informatiesoort="Beeld", naam="B", puids=("fmt/3",), opmerking='Een "teken" \\ ergens'),
    PolicyRow(informatiesoort="Beeld", naam="C", status="voorkeur", extensies=("c", "cc")),
)
POLICY = FormatPolicy(
    name="voorbeeld",
    title="Lijst van Voorbeeldstad",
    source="verzonnen",
    version="1",
    manager="Voorbeeldstad",
    rows=ROWS,
    sha256="",
    date=dt.date(2031, 2, 3),
    refuses=True,
    remark="Verzonnen.",
)


@pytest.mark.parametrize(
    ("puid", "extension", "standing"),
    [
        ("fmt/1", "x", "acceptable"),
        ("fmt/2", "x", "preferred"),
        ("fmt/3", "c", "other"),
        ("fmt/4", "a", "other"),
        ("fmt/4", "CC", "preferred"),
        ("fmt/4", "", "other"),
    ],
)
def test_how_a_file_stands(puid, extension, standing):
    assert POLICY.status_of(puid, extension) == standing


def test_a_policy_reads_back_as_it_was(tmp_path):
    path = tmp_path / "voorbeeld.toml"
    path.write_text(policy_text(POLICY), "utf-8")
    found = read_policy(str(path))
    assert policy_text(found) == policy_text(POLICY)
    assert found.rows == ROWS
    assert (found.date, found.refuses, found.remark) == (POLICY.date, True, "Verzonnen.")


def test_all_faults_at_once(tmp_path):
    path = tmp_path / "a.toml"
    text = (
        policy_text(POLICY).replace('"fmt/1"', '"fmt/01"').replace('"acceptabel"', '"soms"').replace('["a"]', '[".A"]')
    )
    path.write_text(text, "utf-8")
    with pytest.raises(ProfileError) as caught:
        read_policy(str(path))
    assert sorted(problem.place.partition(", ")[2] for problem in caught.value.problems) == [
        "[[formaat]] 1, extensies, 1",
        "[[formaat]] 1, puids, 1",
        "[[formaat]] 1, status",
    ]


def test_the_shipped_list_is_that_of_its_source():
    nha = read_policy("nha")
    puids = {puid for row in nha.rows for puid in row.puids}
    assert len(puids) == 36
    assert nha.status_of("fmt/476", "pdf") == "preferred"
    assert nha.status_of("fmt/44", "jpg") == "acceptable"
    chat = ("x-fmt/111", "fmt/817", "fmt/944", "fmt/566", "fmt/43", "fmt/395", "fmt/471")
    assert {nha.status_of(puid, "txt") for puid in chat} == {"other"}


def test_the_norm_ships_no_policy_and_the_nha_reports():
    assert read_profile("nationaal-archief", None).formats is None
    nha = read_profile("nha", None)
    assert nha.formats is not None and nha.formats.name == "nha"
    assert "FORMAT-POLICY" not in nha.severities


def test_a_receiver_that_refuses_and_one_that_weighs_otherwise(tmp_path):
    text = shipped("nha").decode("utf-8").replace("weigert = false", "weigert = true")
    (tmp_path / "streng.toml").write_text(text, "utf-8")
    weights = read_profile("streng.toml", tmp_path).severities
    assert {weights[f"FORMAT-{rule}"] for rule in ("POLICY", "UNKNOWN", "EXTENSION")} == {"error"}
    milder = text.replace("FORMAT-PROTECTED", 'FORMAT-UNKNOWN = "opmerking"\nFORMAT-PROTECTED')
    (tmp_path / "milder.toml").write_text(milder, "utf-8")
    assert read_profile("milder.toml", tmp_path).severities["FORMAT-UNKNOWN"] == "info"


def test_a_list_of_ones_own_is_seen_from_the_profile(tmp_path: Path):
    (tmp_path / "lijst.toml").write_text(policy_text(POLICY), "utf-8")
    text = shipped("nha").decode("utf-8").replace('beleid = "nha"', 'beleid = "./lijst.toml"')
    (tmp_path / "eigen.toml").write_text(text, "utf-8")
    formats = read_profile(str(tmp_path / "eigen.toml"), None).formats
    assert formats is not None and formats.name == "voorbeeld"

"""The corpus laid out: a manifest by its schema, the same bytes each time, whole or not at all."""

import json

import jsonschema
import pytest

from depotklaar.errors import SourceError, UsageError, WriteError
from depotklaar.jobs.corpus.case import find_corpus, read_cases
from depotklaar.jobs.corpus.layout import lay_out, profile_text
from depotklaar.profiles.receiver import read_profile
from depotklaar.resources import profile_names, read_schema

CORPUS = find_corpus(None)
SOME = ("BAG-CHECKSUM", "CONTAINER-NAME", "CONTAINER-READ", "RECEIVER-SIZE", "RECEIVER-LEVEL", "PAKBON-MARK")


@pytest.fixture(scope="module")
def laid(tmp_path_factory):
    out = tmp_path_factory.mktemp("corpus") / "een"
    return out, lay_out(CORPUS, read_cases(CORPUS, SOME), out)


def test_the_manifest_is_as_its_schema_has_it(laid):
    manifest = json.loads((laid[0] / "manifest.json").read_bytes())
    jsonschema.validate(manifest, json.loads(read_schema("corpus-1.schema.json")))
    assert [one["id"] for one in manifest["cases"]] == [one.case.id for one in laid[1]]


def test_every_package_and_pakbon_and_profile_is_there(laid):
    out, _ = laid
    manifest = json.loads((out / "manifest.json").read_bytes())
    for case in manifest["cases"]:
        assert (out / case["package"]).exists()
        assert case["pakbon"] is None or (out / case["pakbon"]).is_file()
        assert case["profile"] in profile_names() or (out / case["profile"]).is_file()
    assert {case["form"] for case in manifest["cases"]} == {"folder", "zip"}
    named = {(out / case["package"]).parent for case in manifest["cases"]}
    assert named == {path.parent for path in out.glob("cases/*/*/*")}


def test_the_same_corpus_gives_the_same_bytes(laid, tmp_path):
    lay_out(CORPUS, read_cases(CORPUS, SOME), tmp_path / "twee")
    found = [
        {path.relative_to(out): path.read_bytes() for path in out.rglob("*") if path.is_file()}
        for out in (laid[0], tmp_path / "twee")
    ]
    assert found[0] == found[1]


def test_every_case_has_its_own_id():
    cases = read_cases(CORPUS)
    assert len({case.id for case in cases}) == len(cases) > 100


@pytest.mark.parametrize("name", profile_names())
def test_a_profile_with_nothing_changed_means_the_same(name, tmp_path):
    (tmp_path / "p.toml").write_bytes(profile_text(name, {}))
    read, shipped = read_profile(str(tmp_path / "p.toml"), None), read_profile(name, None)
    assert {**as_dict(read), "sha256": ""} == {**as_dict(shipped), "sha256": ""}


def as_dict(profile):
    return {field: getattr(profile, field) for field in profile.__dataclass_fields__}


def test_a_setting_put_otherwise_leaves_its_neighbours(tmp_path):
    (tmp_path / "p.toml").write_bytes(profile_text("nha", {"pakket": {"max_bestandsgrootte": 34}}))
    profile = read_profile(str(tmp_path / "p.toml"), None)
    assert profile.max_file_size == 34
    assert profile.manifests == read_profile("nha", None).manifests


def test_what_is_there_is_not_overwritten(tmp_path):
    (tmp_path / "hier").mkdir()
    with pytest.raises(WriteError):
        lay_out(CORPUS, read_cases(CORPUS, SOME), tmp_path / "hier")


def broken(tmp_path, text):
    corpus = tmp_path / "corpus"
    (corpus / "A-RULE").mkdir(parents=True)
    (corpus / "base").mkdir()
    (corpus / "A-RULE" / "case.toml").write_text(f'clause = "x"\n{text}', "utf-8")
    return corpus


@pytest.mark.parametrize("text", ["case = 3", "[[case]]\ntitle = 'x'", "[[case", "[[case]]\ntitle=1\naccepted=true"])
def test_a_case_that_cannot_be_read_is_named(tmp_path, text):
    with pytest.raises(SourceError, match="A-RULE"):
        read_cases(broken(tmp_path, text))


@pytest.mark.parametrize(
    "line",
    [
        "change = [{remove = 'er-niet'}]",
        "change = [{add = '../../x', text = 'x'}]",
        "base = '../..'",
        "name = '../x'",
        "form = 'rar'",
        "change = 3",
        "damage = 'x'",
    ],
)
def test_a_case_that_cannot_be_made_leaves_nothing(tmp_path, line):
    corpus = broken(tmp_path, f"[[case]]\ntitle = 'x'\naccepted = true\n{line}\n")
    with pytest.raises(SourceError, match="A-RULE/x"):
        lay_out(corpus, read_cases(corpus), tmp_path / "uit")
    assert [path.name for path in tmp_path.iterdir()] == ["corpus"]


def test_a_folder_without_cases_and_a_rule_without_cases_are_told(tmp_path):
    with pytest.raises(SourceError, match=r"case\.toml"):
        read_cases(tmp_path)
    with pytest.raises(UsageError, match="NO-SUCH"):
        read_cases(CORPUS, ["BAG-OXUM", "NO-SUCH"])

"""Good and bad input give the exit code that the help promises, a clear word and nothing half done."""

import json
import shutil
from pathlib import Path

import jsonschema
import pytest

REPOSITORY = Path(__file__).resolve().parents[2]


def test_import_writes_normalized_conversations_and_says_where(depotklaar, sample, tmp_path):
    source = sample("een-op-een-ios").parent / "WhatsApp Chat - Marieke Aalbers.zip"
    done = depotklaar("import", source, "-o", "uit", "--tijdzone", "Europe/Amsterdam", "--houder", "R. Oosterhuis")
    assert done.returncode == 0, done.stderr
    (folder,) = done.stdout.splitlines()
    assert (tmp_path / folder / "conversation.jsonl").is_file()
    assert len(list((tmp_path / folder / "media").iterdir())) == 3


def test_plan_shows_the_tree_and_writes_nothing(depotklaar, sample, tmp_path):
    delivery = sample("kernteam-android")
    before = sorted(tmp_path.rglob("*"))
    done = depotklaar("plan", delivery)
    assert done.returncode == 0, done.stderr
    assert "Kernteam" in done.stdout
    assert isinstance(json.loads(depotklaar("plan", delivery, "--json").stdout), dict)
    assert sorted(tmp_path.rglob("*")) == before


def test_init_writes_a_delivery_file_once(depotklaar, sample, tmp_path):
    source = sample("een-op-een-ios").parent / "WhatsApp Chat - Marieke Aalbers.zip"
    done = depotklaar("init", "nieuw", "--source", source)
    assert done.returncode == 0, done.stderr
    text = (tmp_path / "nieuw" / "aanlevering.toml").read_text("utf-8")
    assert "Marieke Aalbers.zip" in text
    again = depotklaar("init", "nieuw", "--source", source)
    assert again.returncode == 6
    assert "bestaat al" in again.stderr
    assert (tmp_path / "nieuw" / "aanlevering.toml").read_text("utf-8") == text


def test_an_imported_conversation_is_kept_unless_replaced(depotklaar, sample, tmp_path):
    source = sample("een-op-een-ios").parent / "WhatsApp Chat - Marieke Aalbers.zip"
    words = ["import", source, "-o", "uit", "--quiet"]
    first = depotklaar(*words)
    (tmp_path / first.stdout.strip() / "extra.txt").touch()
    refused = depotklaar(*words)
    assert refused.returncode == 6
    assert "--replace" in refused.stderr
    assert (tmp_path / first.stdout.strip() / "extra.txt").exists()
    done = depotklaar(*words, "--replace")
    assert (done.returncode, done.stdout) == (0, first.stdout)
    assert not (tmp_path / first.stdout.strip() / "extra.txt").exists()
    assert not list((tmp_path / "uit").glob(".*"))


def test_a_conversation_is_imported_once(depotklaar, sample, tmp_path):
    source = sample("een-op-een-ios").parent / "WhatsApp Chat - Marieke Aalbers.zip"
    done = depotklaar("import", source, source, "-o", "uit", "--quiet")
    assert done.returncode == 3
    assert "hetzelfde kenmerk" in done.stderr
    assert not (tmp_path / "uit").exists()


def test_several_reports_are_an_array_that_the_schema_takes(depotklaar, packaged):
    out, mark = packaged("een-op-een-ios")
    done = depotklaar("validate", out / mark, out / mark, "--format", "json", "--quiet")
    schema = json.loads((REPOSITORY / "schemas" / "report-1.0.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(schema).validate(json.loads(done.stdout))
    assert len(json.loads(done.stdout)) == 2


@pytest.mark.parametrize("verb", ["validate", "import"])
def test_a_path_that_leads_nowhere_is_told_in_dutch(depotklaar, verb):
    done = depotklaar(verb, "nergens", *(["-o", "uit"] if verb == "import" else []), "--quiet")
    assert done.returncode == 3
    assert "er is niets op dit pad" in done.stderr
    assert "Controleer hoe het pad is geschreven" in done.stderr
    assert "No such file" not in done.stderr


@pytest.mark.parametrize(
    "words",
    [["package", "x.toml", "-o", ""], ["import", "x", "-o", ""], ["init", "", "--source", "x"], ["validate", ""]],
    ids=lambda words: words[0],
)
def test_an_empty_path_is_no_path(depotklaar, tmp_path, words):
    done = depotklaar(*words)
    assert done.returncode == 2
    assert "geen geldige waarde" in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("verb", ["package", "import"])
def test_nothing_is_written_inside_a_source(depotklaar, sample, tmp_path, verb):
    delivery = sample("kernteam-android")
    (source,) = delivery.parent.glob("*Kernteam Deltaplan")
    (tmp_path / "link").symlink_to(source)
    before = sorted(delivery.parent.rglob("*"))
    asked = delivery if verb == "package" else source
    for out in (source, source / "uit", tmp_path / "link" / "diep" / "uit"):
        done = depotklaar(verb, asked, "-o", out)
        assert done.returncode == 6
        assert "ligt in een bron" in done.stderr
    assert sorted(delivery.parent.rglob("*")) == before


def test_quiet_is_quiet_and_results_go_to_stdout(depotklaar, sample):
    done = depotklaar("package", sample("een-op-een-ios"), "-o", "uit", "--quiet")
    assert done.stderr == ""
    assert "GOEDGEKEURD" in done.stdout
    loud = depotklaar("validate", "uit/WL-2024-002")
    assert loud.stderr != ""
    assert loud.stderr.count("\n") < 30


def test_an_existing_package_is_kept_unless_replaced(depotklaar, sample, tmp_path):
    delivery = sample("een-op-een-ios")
    words = ["package", delivery, "-o", "uit", "--now", "2026-05-01T10:00:00Z", "--quiet"]
    assert depotklaar(*words).returncode == 0
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "uit").rglob("*")}
    refused = depotklaar(*words)
    assert refused.returncode == 6
    assert "--replace" in refused.stderr
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "uit").rglob("*")} == before
    assert depotklaar(*words, "--replace").returncode == 0


@pytest.mark.parametrize("form", ["text", "json", "html"])
def test_validate_reports_in_each_form_to_stdout_or_a_file(packaged, depotklaar, tmp_path, form):
    out, mark = packaged("een-op-een-ios")
    words = ["validate", out / mark, "--format", form, "--now", "2026-05-01T10:00:00Z", "--quiet"]
    shown = depotklaar(*words)
    assert shown.returncode == 0, shown.stderr
    written = depotklaar(*words, "-o", "rapport")
    assert (written.returncode, written.stdout) == (0, "")
    assert (tmp_path / "rapport").read_text("utf-8") == shown.stdout


def test_validate_speaks_english(packaged, depotklaar):
    out, mark = packaged("een-op-een-ios")
    dutch, english = (depotklaar("validate", out / mark, "--lang", lang).stdout for lang in ("nl", "en"))
    assert dutch != english
    assert "ccepted" in english or "ACCEPTED" in english


def test_one_bad_package_among_good_ones_is_a_rejection(packaged, depotklaar, tmp_path):
    out, mark = packaged("een-op-een-ios")
    shutil.copytree(out, tmp_path / "stuk")
    victim = next((tmp_path / "stuk" / mark).rglob("*.pdf"))
    content = bytearray(victim.read_bytes())
    content[50] ^= 1
    victim.write_bytes(content)
    done = depotklaar("validate", out / mark, tmp_path / "stuk" / mark)
    assert done.returncode == 1
    assert victim.name in done.stdout


BAD_DELIVERIES = {
    "an unknown key": ('titel = "', 'tietel = "', 4, "titel"),
    "no TOML": ("[contact]", "[contact", 4, ""),
    "an unknown profile": ('profiel = "nationaal-archief"', 'profiel = "maanarchief"', 4, "maanarchief"),
    "an unknown list": ('"voorbeeld-ministerie"', '"bestaat-niet"', 4, "bestaat-niet"),
    "an unknown category": ('categorie = "1.1"', 'categorie = "99.9"', 4, "99.9"),
    "a missing source": ('pad = "WhatsApp Chat - ', 'pad = "Weg - ', 4, "Weg - "),
    "an unknown zone": ('"Europe/Amsterdam"', '"Europa/Amsterdam"', 4, "Europa/Amsterdam"),
    "a day that is not": ("van = 2024-01-01", 'van = "2024-02-31"', 4, "2024-02-31"),
}


@pytest.mark.parametrize("fault", BAD_DELIVERIES)
def test_a_bad_delivery_file_is_named_and_nothing_is_made(depotklaar, sample, tmp_path, fault):
    before, after, code, word = BAD_DELIVERIES[fault]
    delivery = sample("een-op-een-ios")
    text = delivery.read_text("utf-8")
    assert before in text
    delivery.write_text(text.replace(before, after), "utf-8")
    done = depotklaar("package", delivery, "-o", "uit", "--quiet")
    assert done.returncode == code, done.stderr
    assert word in done.stderr
    assert done.stdout == ""
    assert not (tmp_path / "uit").exists() or list((tmp_path / "uit").iterdir()) == []


def test_a_delivery_file_that_is_not_there(depotklaar):
    done = depotklaar("package", "nergens.toml", "-o", "uit")
    assert done.returncode == 4
    assert "nergens.toml" in done.stderr


def test_a_package_that_is_not_there(depotklaar):
    done = depotklaar("validate", "nergens")
    assert done.returncode == 3
    assert "nergens" in done.stderr


def test_a_source_that_is_nothing_we_know(depotklaar, tmp_path):
    (tmp_path / "boodschappen.txt").write_text("melk\nbrood\n", "utf-8")
    done = depotklaar("import", "boodschappen.txt", "-o", "uit")
    assert done.returncode == 3
    assert "boodschappen.txt" in done.stderr
    assert not (tmp_path / "uit").exists() or list((tmp_path / "uit").iterdir()) == []


def test_an_undecidable_date_names_the_option_that_decides_it(depotklaar, tmp_path):
    lines = "".join(f"0{n}/0{n + 1}/2022, 10:0{n} - Anna de Wit: bericht {n}\n" for n in range(1, 3))
    (tmp_path / "WhatsApp Chat with Anna de Wit.txt").write_text("05/04/2022, 10:00 - Bob: hi\n", "utf-8")
    done = depotklaar("import", "WhatsApp Chat with Anna de Wit.txt", "-o", "uit")
    assert done.returncode == 3
    assert "datumvolgorde" in done.stderr
    assert "bericht" not in done.stderr
    (tmp_path / "WhatsApp Chat with Anna de Wit.txt").write_text(lines, "utf-8")
    words = ["import", "WhatsApp Chat with Anna de Wit.txt", "-o", "uit", "--datumvolgorde", "dmy"]
    assert depotklaar(*words, "--tijdzone", "Europe/Amsterdam").returncode == 0


def test_media_that_lie_apart_go_along(depotklaar, sample, tmp_path):
    delivery = sample("kernteam-android")
    export = delivery.parent / "WhatsApp-chat met Kernteam Deltaplan"
    apart = delivery.parent / "los"
    apart.mkdir()
    for photo in export.glob("*.jpg"):
        photo.rename(apart / photo.name)
    pad = f'pad = "{export.name}"\n'
    text = delivery.read_text("utf-8")
    delivery.write_text(text.replace(pad, f'{pad}media = "los"\n'), "utf-8")
    done = depotklaar("package", delivery, "-o", "uit", "--quiet")
    assert done.returncode == 0, done.stdout + done.stderr
    assert len(list((tmp_path / "uit").rglob("*.jpg"))) == 2

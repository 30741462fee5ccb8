"""The `formats` commands: name, show, ask and import."""

import json

import pytest

from depotklaar.cli.main import main

CSV = "type;extension;version;description;puid;categoryFormat\nTekst;PDF;1,7;Papier;fmt/276;Acceptabel\n"


def test_list_and_show(capsys):
    assert main(["formats", "list"]) == 0
    assert capsys.readouterr().out.startswith("nha: Voorkeursformaten van het Noord-Hollands Archief\n")
    assert main(["formats", "show", "nha", "--lang", "en"]) == 0
    shown = capsys.readouterr().out
    assert "the rest is refused" in shown
    assert "    preferred: Comma Separated Values, x-fmt/18 [csv]\n" in shown


def test_json(capsys):
    assert main(["formats", "list", "--json"]) == 0
    assert [one["naam"] for one in json.loads(capsys.readouterr().out)] == ["nha"]
    assert main(["formats", "show", "nha", "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert shown["formaat"][0]["puids"] == ["fmt/141", "fmt/142", "fmt/145"]


@pytest.mark.parametrize(("puid", "word"), [("fmt/95", "voorkeur"), ("fmt/276", "acceptabel"), ("fmt/43", "niet")])
def test_how_one_format_stands(puid, word, capsys):
    assert main(["formats", "show", "nha", "--puid", puid]) == 0
    assert capsys.readouterr().out.startswith(f"{puid}: {word}")


def test_import_and_use(tmp_path, capsys):
    source = tmp_path / "lijst.csv"
    source.write_text(CSV, "utf-8")
    words = ["formats", "import", str(source), "-o", str(tmp_path / "uit"), "--now", "2031-01-01T00:00:00Z"]
    assert main([*words, "--name", "eigen", "--date", "2030-01-01"]) == 0
    assert "1 formaten: 1 acceptabel" in capsys.readouterr().out
    assert main([*words, "--name", "eigen"]) == 6
    assert main(["formats", "show", str(tmp_path / "uit" / "eigen.toml"), "--puid", "fmt/276"]) == 0


def test_a_name_that_is_not_there_has_a_hint(capsys):
    assert main(["formats", "show", "nah"]) == 4
    assert "nha" in capsys.readouterr().err

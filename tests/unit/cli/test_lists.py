"""`depotklaar lists`: what it prints, in both languages and as JSON, and its exit codes."""

import json

import pytest

from depotklaar.cli.main import main

TABLE = "code;label;waardering\n1;Malen;B\n"
HEAD = ("--title", "Molens", "--version", "1", "--organisation", "Waterschap")


def run(capsys, *words):
    code = main(["lists", *words])
    out, err = capsys.readouterr()
    return code, out, err


@pytest.mark.parametrize("verb", ["list", "show", "check", "import"])
@pytest.mark.parametrize(("language", "word"), [("nl", "exitcodes"), ("en", "exit codes")])
def test_each_command_explains_itself(capsys, verb, language, word):
    with pytest.raises(SystemExit) as stopped:
        main(["--lang", language, "lists", verb, "--help"])
    assert stopped.value.code == 0
    assert word in capsys.readouterr().out


def test_without_a_command_it_is_a_wrong_call(capsys):
    code, _, err = run(capsys)
    assert code == 2 and "OPDRACHT" in err


def test_list_names_the_marks(capsys):
    code, out, _ = run(capsys, "list")
    assert code == 0
    assert "verzonnen" in out and "advies, geen vastgestelde lijst" in out and "geldigheid niet genoemd" in out
    _, out, _ = run(capsys, "list", "--lang", "en")
    assert "advice, no adopted list" in out


def test_list_as_json(capsys):
    _, out, _ = run(capsys, "list", "--json")
    lists = json.loads(out)
    assert [one["naam"] for one in lists] == ["gemeenten-2020", "sleutelfuncties-advies", "voorbeeld-ministerie"]
    assert [one["advies"] for one in lists] == [False, True, False]


def test_show_prints_parts_condition_and_text(capsys):
    code, out, _ = run(capsys, "show", "voorbeeld-ministerie", "--code", "5.1")
    assert code == 0
    assert "- eindproducten: B, blijvend te bewaren" in out
    assert "- overige: V, te vernietigen; na 5 jaar (P5Y), gerekend vanaf: Afsluiting van het gesprek" in out
    _, out, _ = run(capsys, "show", "voorbeeld-ministerie", "--code", "5.2", "--lang", "en")
    assert "condition: mits de afrekening is goedgekeurd" in out and "a condition applies" in out
    _, out, _ = run(capsys, "show", "voorbeeld-ministerie", "--code", "4.2")
    assert "vervallen, nu 5.1" in out
    _, out, _ = run(capsys, "show", "sleutelfuncties-advies", "--code", "ambtelijke-top")
    assert "termijn zelf te kiezen: 5 jaar (P5Y) tot 10 jaar (P10Y)" in out
    _, out, _ = run(capsys, "show", "sleutelfuncties-advies", "--code", "ambtelijke-top", "--lang", "en")
    assert "5 years (P5Y) to 10 years (P10Y)" in out


def test_show_as_json_by_actor(capsys):
    words = ("show", "voorbeeld-ministerie", "--code", "4.1", "--actor", "Ministerie van Molens", "--json")
    _, out, _ = run(capsys, *words)
    shown = json.loads(out)
    assert [entry["waardering"] for entry in shown["categorie"]] == ["B"]
    assert shown["selectielijst"]["fictief"] is True


def test_show_of_an_unknown_code_or_list(capsys):
    assert run(capsys, "show", "voorbeeld-ministerie", "--code", "9.9")[0] == 2
    code, _, err = run(capsys, "show", "gemeenten-2002")
    assert code == 4 and "gemeenten-2020" in err


def test_check_ends_with_the_counts(capsys):
    code, out, _ = run(capsys, "check", "gemeenten-2020")
    assert code == 0
    assert "waarschuwing: Code 19.2.1 is V, maar heeft geen bewaartermijn." in out
    assert "346 categorieën: 89 B, 253 V, 2 door een mens te lezen, 2 vervallen" in out.splitlines()[-3]


def test_check_looks_at_the_day_only_when_asked(capsys):
    words = ("check", "voorbeeld-ministerie")
    assert "geldt sinds" not in run(capsys, *words)[1]
    assert "2029-12-31" in run(capsys, *words, "--now", "2031-01-01T00:00:00Z")[1]


def test_check_as_json(capsys):
    _, out, _ = run(capsys, "check", "sleutelfuncties-advies", "--json", "--lang", "en")
    found = json.loads(out)
    assert {remark["id"] for remark in found["remarks"]} >= {"advies", "zonder-geldigheid", "mens-nodig"}
    assert found["counts"]["entries"] == 4


def test_check_of_a_list_with_faults(capsys, tmp_path):
    path = tmp_path / "eigen.toml"
    path.write_text('schema = "depotklaar-selectielijst-1"\n', encoding="utf-8")
    code, out, err = run(capsys, "check", str(path))
    assert (code, out) == (4, "") and "Deze sleutel ontbreekt." in err


def test_import_writes_and_says_what_it_understood(capsys, tmp_path):
    source, out = tmp_path / "molens.csv", tmp_path / "uit"
    source.write_text(TABLE, encoding="utf-8")
    code, said, _ = run(capsys, "import", str(source), "-o", str(out), *HEAD, "--valid-from", "2020-01-01")
    assert code == 0
    assert said.splitlines() == [str(out / "molens.toml"), "    1 categorie: 1 B"]
    assert "geldig_van = 2020-01-01" in (out / "molens.toml").read_text(encoding="utf-8")
    assert run(capsys, "import", str(source), "-o", str(out), *HEAD)[0] == 6
    assert run(capsys, "import", str(source), "-o", str(out), *HEAD, "--replace")[0] == 0


def test_import_refuses_what_it_does_not_understand(capsys, tmp_path):
    source = tmp_path / "molens.csv"
    source.write_text(TABLE, encoding="utf-8")
    assert run(capsys, "import", str(source), "-o", str(tmp_path / "uit"))[0] == 3
    assert run(capsys, "import", str(source), "-o", str(tmp_path / "uit"), "--valid-from", "morgen")[0] == 2
    assert not (tmp_path / "uit").exists()

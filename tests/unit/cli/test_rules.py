"""`depotklaar rules`: the same facts as docs/rules.md, in both languages and as JSON."""

import json

import pytest

from depotklaar.api import rulebook
from depotklaar.cli.main import main


def run(capsys, *words):
    code = main(["rules", *words])
    out, err = capsys.readouterr()
    return code, out, err


@pytest.mark.parametrize("verb", ["list", "show"])
@pytest.mark.parametrize(("language", "word"), [("nl", "exitcodes"), ("en", "exit codes")])
def test_each_command_explains_itself(capsys, verb, language, word):
    with pytest.raises(SystemExit) as stopped:
        main(["--lang", language, "rules", verb, "--help"])
    assert stopped.value.code == 0
    assert word in capsys.readouterr().out


def test_list_names_every_rule_and_requirement_with_its_ground(capsys):
    code, out, _ = run(capsys, "list")
    assert code == 0
    for one in rulebook().rules:
        assert f"  {one.kind.id}  " in out and one.kind.clause in out
    for requirement in rulebook().requirements:
        assert f"  {requirement.id}  " in out and requirement.because.nl in out


def test_list_of_one_level_as_json(capsys):
    code, out, _ = run(capsys, "list", "--level", "advice", "--json")
    listed = json.loads(out)
    assert code == 0
    assert {one["level"] for kind in listed.values() for one in kind} == {"advice"}
    (found,) = [one for one in listed["rules"] if one["id"] == "MDTO-R25"]
    assert found["severity"] == "warning" and found["tested"] == "tests/corpus/MDTO-R25"
    assert found["part"] == "content" and found["clause"] and found["text"] and found["remedy"]


def test_show_says_who_rejects_and_who_reports(capsys):
    _, out, _ = run(capsys, "show", "receiver-restriction")
    assert "weging: verwerpt (fout); bij nha: meldt (waarschuwing)" in out
    _, out, _ = run(capsys, "show", "RECEIVER-RESTRICTION", "--lang", "en")
    assert "weight: rejects (error); for nha: reports (warning)" in out and "tested in: tests/corpus/" in out
    _, out, _ = run(capsys, "show", "RECEIVER-RESTRICTION", "--json")
    assert json.loads(out)["receivers"] == {"nha": "warning"}


def test_show_of_what_has_no_rule(capsys):
    code, out, _ = run(capsys, "show", "MDTO-R16", "--lang", "en")
    assert code == 0
    assert "not (wholly) checkable, because: " in out and "rules that see this: MDTO-XSD, MDTO-R15" in out
    _, out, _ = run(capsys, "show", "MDTO-R3", "--json")
    assert json.loads(out)["rules"] == []


def test_show_of_an_unknown_rule(capsys):
    code, _, err = run(capsys, "show", "MDTO-R222")
    assert code == 2 and "MDTO-R22" in err


def test_an_unknown_level_is_a_wrong_call(capsys):
    assert run(capsys, "list", "--level", "law")[0] == 2

"""The parser complains in Dutch or English, always as a UsageError."""

import pytest

from depotklaar.cli.help import as_dutch, language_of
from depotklaar.cli.main import main

COMPLAINTS = [
    ([], "dit ontbreekt nog: OPDRACHT"),
    (["dans"], "OPDRACHT: 'dans' kan niet, kies uit "),
    (["import", "x"], "dit ontbreekt nog: -o/--out"),
    (["init", "map"], "dit ontbreekt nog: --source"),
    (["plan", "a.toml", "--jobs", "veel"], "--jobs: 'veel' is geen heel getal"),
    (["plan", "a.toml", "--profile"], "--profile: hier hoort één waarde bij"),
    (["init", "map", "--source"], "--source: hier hoort minstens één waarde bij"),
    (["plan", "a.toml", "--hops"], "onbekend: --hops"),
    (["plan", "a.toml", "--jso"], "onbekend: --jso"),
    (["plan", "a.toml", "--json=ja"], "--json: neemt geen waarde ('ja')"),
    (["package", "a.toml", "-o", "x", "--container", "rar"], "--container: 'rar' kan niet, kies uit "),
    (["validate", "x", "--lang", "de"], "--lang: 'de' kan niet, kies uit "),
    (["plan", "a.toml", "--jobs", "0"], "--jobs: 0 is niet mogelijk"),
    (["plan", "a.toml", "--now", "morgen"], "--now: 'morgen' is geen moment met tijdzone"),
    (["validate", "a", "b", "--pakbon", "p"], "--pakbon hoort bij één pakket, en er zijn er 2"),
]


@pytest.mark.parametrize(("words", "sentence"), COMPLAINTS)
def test_a_complaint_is_dutch_and_has_code_2(words, sentence, capsys):
    assert main(words) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert sentence in err
    assert len(err.splitlines()) == 2


def test_a_complaint_is_english_when_asked(capsys):
    assert main(["--lang", "en", "plan"]) == 2
    err = capsys.readouterr().err
    assert "the following arguments are required: AANLEVERING.toml" in err
    assert "See `depotklaar plan --help`." in err


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ([], "nl"),
        (["--lang", "en"], "en"),
        (["plan", "x", "--lang=en"], "en"),
        (["--lang", "nl"], "nl"),
        (["--lang"], "nl"),
        (["plan", "--", "--lang", "en"], "nl"),
    ],
)
def test_the_language_is_known_before_parsing(words, language):
    assert language_of(words) == language


def test_what_is_not_known_stays_as_it_is():
    assert as_dutch("something new") == "something new"


def test_percent_signs_in_help_are_plain(run_fake, capsys):
    with pytest.raises(SystemExit):
        run_fake(lambda arguments, face: 0, "--help")
    assert "aantal, 100%" in capsys.readouterr().out

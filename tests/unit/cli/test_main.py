"""The command line turns what happens into words and exit codes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from depotklaar import errors
from depotklaar.cli.main import COMMANDS, main
from depotklaar.errors import Problem
from depotklaar.language import Text

SECRET = "de minister is ziek"
HEAVY = {"lxml", "msgspec", "xmlschema", "bagit", "pygfried", "fido", "jinja2", "tqdm", "jsonschema", "phonenumbers"}


def problems(*places: str) -> tuple[Problem, ...]:
    return tuple(
        Problem(place=p, text=Text(f"fout {p}", f"fault {p}"), hint=Text("doe dit", "do this")) for p in places
    )


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (errors.UsageError, 2),
        (errors.SourceError, 3),
        (errors.ProfileError, 4),
        (errors.PlanError, 5),
        (errors.WriteError, 6),
        (errors.ToolError, 7),
        (errors.DecisionNeeded, 8),
    ],
)
def test_every_error_has_its_code_and_shows_all_its_problems(run_fake, raising, capsys, error, code):
    assert run_fake(raising(error(problems("a.txt", "b.txt")))) == code
    out, err = capsys.readouterr()
    assert out == ""
    assert err == "a.txt: fout a.txt\nb.txt: fout b.txt\n    doe dit\n"


def test_errors_speak_english_when_asked(run_fake, raising, capsys):
    assert run_fake(raising(errors.SourceError(problems("a"))), "--lang", "en") == 3
    assert capsys.readouterr().err == "a: fault a\n    do this\n"


def test_the_verdict_of_a_command_is_the_exit_code(run_fake):
    assert run_fake(lambda arguments, face: 1) == 1
    assert run_fake(lambda arguments, face: 0) == 0


def test_an_interruption_is_130(run_fake, raising, capsys):
    assert run_fake(raising(KeyboardInterrupt())) == 130
    assert "Onderbroken" in capsys.readouterr().err


def test_our_own_fault_is_70_and_leaves_a_log_without_message_text(run_fake, capsys, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))

    def work(arguments, face):
        body = SECRET
        try:
            raise KeyError(body)
        except KeyError as error:
            raise RuntimeError(f"kan niet: {body}") from error

    assert run_fake(work) == 70
    err = capsys.readouterr().err
    (log,) = (tmp_path / "depotklaar").glob("*.log")
    content = log.read_text("utf-8")
    assert str(log) in err
    assert "RuntimeError" in err
    assert "Traceback" not in err
    assert SECRET not in err
    assert SECRET not in content
    assert "builtins.KeyError" in content
    assert "builtins.RuntimeError" in content
    assert "test_main.py" in content
    assert "depotklaar" in content


def test_our_own_fault_is_told_even_when_no_log_can_be_written(run_fake, raising, capsys, tmp_path, monkeypatch):
    blocked = tmp_path / "file"
    blocked.touch()
    monkeypatch.setenv("XDG_STATE_HOME", str(blocked))
    monkeypatch.setattr("tempfile.tempdir", str(blocked))
    assert run_fake(raising(ValueError(SECRET))) == 70
    assert "geen logbestand" in capsys.readouterr().err


def test_names_in_errors_cannot_steer_the_terminal(run_fake, raising, capsys):
    run_fake(raising(errors.SourceError(problems("\x1b[2Jboe\u202e\n.txt"))))
    err = capsys.readouterr().err
    assert "\x1b" not in err
    assert "\\x1b[2Jboe\\u202e\\x0a.txt" in err


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_help_lists_all_exit_codes_in_its_language(command, language, capsys):
    with pytest.raises(SystemExit) as stop:
        main([command, "--help", "--lang", language])
    assert stop.value.code == 0
    text = capsys.readouterr().out
    codes = [line.split()[0] for line in text.splitlines() if line.startswith("  ") and line.split()[0].isdigit()]
    assert codes == ["0", "1", "2", "3", "4", "5", "6", "7", "8", "70", "130"]
    assert text.startswith("gebruik: " if language == "nl" else "usage: ")
    for word in ("optional arguments", "positional arguments", "show this help message"):
        assert word not in text


def test_the_main_help_names_every_command(capsys):
    with pytest.raises(SystemExit):
        main(["--help"])
    text = capsys.readouterr().out
    assert all(f"    {command} " in text for command in COMMANDS)
    assert "opdrachten" in text


def test_version(capsys):
    with pytest.raises(SystemExit) as stop:
        main(["--version"])
    assert stop.value.code == 0
    assert capsys.readouterr().out.startswith("depotklaar 0.")


@pytest.mark.parametrize("command", COMMANDS)
def test_help_loads_no_heavy_library(command):
    code = (
        "import sys\nfrom depotklaar.cli.main import main\n"
        f"try:\n    main([{command!r}, '--help'])\nexcept SystemExit:\n    pass\n"
        "print(' '.join(sorted({name.partition('.')[0] for name in sys.modules})), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert HEAVY.isdisjoint(done.stderr.split())


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_a_terminal_of_any_encoding_will_do(encoding, tmp_path):
    missing = os.fsencode(tmp_path) + b"/\xff\xf0\x9f\x99\x88.zip"
    words = [sys.executable, "-m", "depotklaar.cli.main", "plan", missing]
    done = subprocess.run(words, capture_output=True, env={**os.environ, "PYTHONIOENCODING": encoding})
    assert b"UnicodeEncodeError" not in done.stderr
    assert done.stderr.decode(encoding)


def test_a_reader_that_goes_away_changes_nothing(tmp_path):
    script = Path(tmp_path / "long.py")
    script.write_text(
        "import sys\nfrom depotklaar.cli.terminal import print_lines\n"
        "from depotklaar.cli.main import translate\n"
        "sys.exit(translate(lambda: print_lines('regel' for _ in range(300_000)) or 1, 'nl'))\n",
        "utf-8",
    )
    with subprocess.Popen([sys.executable, script], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout.read(5) == b"regel"
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_behind_stdout_is_a_write_error(tmp_path):
    script = tmp_path / "full.py"
    script.write_text(
        "import sys\nfrom depotklaar.cli.terminal import print_lines\n"
        "from depotklaar.cli.main import translate\n"
        "sys.exit(translate(lambda: print_lines(['regel']) or 0, 'nl'))\n",
        "utf-8",
    )
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([sys.executable, script], stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 6
    assert b"stdout: de uitvoer is niet te schrijven" in done.stderr

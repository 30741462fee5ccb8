"""The commands in the README and the manual run and print what these say."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ELSEWHERE = ("make", "pip", "pipx", "python", "git", "cd", "uv")


def steps(block: str) -> list[tuple[str, list[str]]]:
    """The commands of a console block, each with the lines that it prints."""
    found: list[tuple[str, list[str]]] = []
    for line in block.splitlines():
        if line.startswith("$ "):
            found.append((line[2:], []))
        elif found and found[-1][0].endswith("\\"):
            found[-1] = (found[-1][0][:-1] + line.strip(), [])
        elif found:
            found[-1][1].append(line)
    return found


def as_pattern(lines: list[str]) -> str:
    """Expected output as a regular expression; `...` stands for anything, also for lines that are not shown."""
    return r"\s*".join(re.escape(line.rstrip()).replace(r"\.\.\.", r"[\s\S]*?") for line in lines) + r"\s*"


@pytest.fixture
def shell(tmp_path):
    """Run a line in a folder that looks like a checkout, with `depotklaar` on the path."""
    shutil.copytree(ROOT / "samples", tmp_path / "samples")
    tools = tmp_path / ".bin"
    tools.mkdir()
    script = tools / "depotklaar"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m depotklaar.cli.main "$@"\n', "utf-8")
    script.chmod(0o755)
    path = f"{tools}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "COLUMNS": "120", "PYTHONIOENCODING": "utf-8", "LC_ALL": "C.UTF-8"}

    def run(line):
        return subprocess.run(
            ["/bin/sh", "-c", line],
            cwd=tmp_path,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
        )

    return run


@pytest.mark.parametrize("document", ["README.md", "docs/handleiding.md"])
def test_the_documents_tell_the_truth(shell, document):
    blocks = BLOCK.findall((ROOT / document).read_text("utf-8"))
    ours = [step for block in blocks for step in steps(block) if step[0].split()[0] not in ELSEWHERE]
    assert any(line.startswith("depotklaar package") for line, _ in ours)
    for line, expected in ours:
        done = shell(line)
        assert "Traceback" not in done.stderr
        assert re.fullmatch(as_pattern(expected), done.stdout), f"$ {line}\n{done.stdout}{done.stderr}"


@pytest.mark.parametrize(
    ("expected", "printed", "same"),
    [
        (["een", "twee"], "een\ntwee\n", True),
        (["een", "..."], "een\ntwee\ndrie\n", True),
        (["een ... drie"], "een twee drie\n", True),
        (["een"], "een\ntwee\n", False),
        ([], "", True),
        ([], "iets\n", False),
    ],
)
def test_dots_stand_for_anything(expected, printed, same):
    assert (re.fullmatch(as_pattern(expected), printed) is not None) is same

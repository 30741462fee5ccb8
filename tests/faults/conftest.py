"""The command line in this process, over one hostile source or package at a time."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from depotklaar.cli.main import main

NOW = "2026-05-01T08:00:00Z"
CHAT = (
    "13-03-2023 09:00 - Alice: Goedemorgen\n"
    "13-03-2023 09:01 - Bart: IMG-20230313-WA0001.jpg (bestand bijgevoegd)\n"
    "14-03-2023 09:01 - Bart: Tot straks\n"
)


@dataclass(frozen=True, kw_only=True)
class Done:
    """How a command ended: exit code and what it printed."""

    code: int
    out: str
    err: str


@pytest.fixture
def cli(capsys: pytest.CaptureFixture[str]) -> Callable[..., Done]:
    """Run a command as a user would; no trace and no excuse of our own may be shown."""

    def run(*words: object) -> Done:
        capsys.readouterr()
        code = main([str(word) for word in words])
        shown = capsys.readouterr()
        assert code != 70, shown.err
        assert "Traceback" not in shown.out + shown.err
        return Done(code=code, out=shown.out, err=shown.err)

    return run


@pytest.fixture
def package_source(cli: Callable[..., Done], tmp_path: Path, delivery_text: Callable[..., str]) -> Callable[..., Done]:
    """Package one source that lies in `tmp_path`, into `tmp_path / "uit"`."""

    def run(source: str, *words: str, rest: str = "") -> Done:
        delivery = tmp_path / "aanlevering.toml"
        delivery.write_text(delivery_text(source, rest=rest), "utf-8")
        common = ["package", delivery, "-o", tmp_path / "uit", "--now", NOW, "--jobs", "1", "--quiet"]
        return cli(*common, *words)

    return run


@pytest.fixture
def export(tmp_path: Path) -> Callable[..., str]:
    """Lay down an Android export in a folder, with more files beside the chat; names may be bytes."""

    def lay(chat: str | bytes = CHAT, files: dict[str | bytes, bytes] | None = None) -> str:
        folder = tmp_path / "WhatsApp-chat met Proef"
        folder.mkdir()
        text = chat if isinstance(chat, bytes) else chat.encode("utf-8", "surrogatepass")
        (folder / "WhatsApp-chat met Proef.txt").write_bytes(text)
        for name, content in (files or {}).items():
            path = os.path.join(os.fsencode(folder), os.fsencode(name))  # noqa: PTH118
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL)
            os.write(descriptor, content)
            os.close(descriptor)
        return folder.name

    return lay

"""Arguments that the programs take alike, and the place where they work."""

import argparse
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.material import Amount

SMALL = Amount(messages=2_000, media=200, conversations=4)


def make_parser(about: str | None, *, runs: int) -> argparse.ArgumentParser:
    """Return a parser with `--small`, `--runs`, `--jobs` and `--folder`; `about` is the caption of the program."""
    parser = argparse.ArgumentParser(description=(about or "").split("\n")[0])
    parser.add_argument("--small", action="store_true", help="a quick look: little material, one run")
    parser.add_argument("--runs", type=int, default=runs, help=f"how many times (default {runs})")
    parser.add_argument("--jobs", type=int, default=2, help="processes, for us and for the peers (default 2)")
    parser.add_argument("--folder", type=Path, help="where to work (default: a temporary folder)")
    return parser


def take_amount(parser: argparse.ArgumentParser, usual: Amount) -> None:
    """Declare how much material; read it with `amount_of`."""
    parser.set_defaults(usual=usual)
    for name in ("messages", "media", "media_bytes", "conversations"):
        told = f"default {getattr(usual, name):,}"
        parser.add_argument(f"--{name.replace('_', '-')}", type=int, help=told)


def amount_of(parsed: argparse.Namespace) -> Amount:
    """The amount that was asked for; what was not is as usual, or small."""
    usual = SMALL if parsed.small else parsed.usual
    names = ("messages", "media", "media_bytes", "conversations")
    return Amount(**{name: getattr(parsed, name) or getattr(usual, name) for name in names})


def runs_of(parsed: argparse.Namespace) -> int:
    """How many times to run."""
    return 1 if parsed.small else int(parsed.runs)


@contextmanager
def workplace(parsed: argparse.Namespace) -> Iterator[Path]:
    """A new folder that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="depotklaar-meting-", dir=parsed.folder) as folder:
        yield Path(folder)


def clear(path: Path) -> None:
    """Remove a folder and have the disk at rest, so that the next run does not pay for this one."""
    shutil.rmtree(path)
    os.sync()

"""The paths that a command is to work on: named on the command line, or given on standard input."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from depotklaar.cli.help import Parser
from depotklaar.errors import Problem, UsageError
from depotklaar.language import Text

STDIN = Path("-")
_FROM_STDIN = Text(
    "lees ook paden van de standaardinvoer, een per regel (hetzelfde als - als pad)",
    "read paths from standard input too, one a line (the same as - for a path)",
)
_NULL = Text(
    "op de standaardinvoer staat een nulteken na elk pad, zoals find -print0 het schrijft",
    "on standard input a null character ends each path, as find -print0 writes it",
)
_MISSING = Text("er is geen pad opgegeven", "no path was given")
_GIVE = Text(
    "Geef een of meer paden, of geef ze met --from-stdin op de standaardinvoer.",
    "Give one or more paths, or give them on standard input with --from-stdin.",
)


def take_stdin(parser: Parser) -> None:
    """Declare `--from-stdin` and `-0`; read all paths with `paths_of`."""
    parser.take("--from-stdin", action="store_true", help=_FROM_STDIN)
    parser.take("-0", "--null", action="store_true", dest="null", help=_NULL)


def paths_of(named: Sequence[Path], *, from_stdin: bool, null: bool, place: str) -> list[Path]:
    """Return what was named, then what stands on standard input if that is asked for. UsageError when that is nothing.

    Names need not be UTF-8. Empty lines are no paths.
    """
    paths = [path for path in named if path != STDIN]
    if from_stdin or len(paths) < len(named):
        paths += _read(b"\0" if null else b"\n")
    if not paths:
        raise UsageError(Problem(place=place, text=_MISSING, hint=_GIVE))
    return paths


def _read(separator: bytes) -> list[Path]:
    stream = getattr(sys.stdin, "buffer", None)
    content: bytes = stream.read() if stream is not None else b""
    lines = content.split(separator)
    if separator == b"\n":
        lines = [line.removesuffix(b"\r") for line in lines]
    return [Path(os.fsdecode(line)) for line in lines if line]

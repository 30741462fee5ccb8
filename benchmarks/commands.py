"""What is measured, as commands: ours by its command line, the peers by theirs, each in a process of its own."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.material import Material
from benchmarks.measuring import Measured, measure, python

NOW = "2026-05-01T10:00:00+02:00"
PACKAGE = "METING-2023"
_MAIN = "import sys; from depotklaar.cli.main import main; sys.exit(main())"


def depotklaar(*words: str) -> list[str]:
    """Our command, as its installed script runs it."""
    return [sys.executable, "-c", _MAIN, *words]


def package(material: Material, out: Path, jobs: int) -> Measured:
    """Run the whole job: from sources to a judged package in `out`."""
    options = ("--jobs", str(jobs), "--now", NOW, "--quiet")
    return measure(depotklaar("package", str(material.delivery), "-o", str(out), *options))


def validate(out: Path, jobs: int) -> Measured:
    """Have our judge look at the package in `out`, with the pakbon beside it."""
    return measure(depotklaar("validate", str(out / PACKAGE), "--jobs", str(jobs), "--now", NOW, "--quiet"))


def validate_bag(out: Path, jobs: int) -> Measured:
    """Have the bagit library check the same bag: its hashes, nothing else."""
    return measure(python("bagit", "--validate", "--quiet", "--processes", str(jobs), str(out / PACKAGE)))


def run_peers(material: Material, out: Path, jobs: int, algorithms: Sequence[str]) -> tuple[Measured, dict[str, float]]:
    """Have the peers do the work on the same sources, and return the seconds of each step too."""
    done = measure(python("benchmarks.peers", str(material.sources), str(out), str(jobs), *algorithms))
    seconds: dict[str, float] = json.loads(done.output.splitlines()[-1])
    return done, seconds

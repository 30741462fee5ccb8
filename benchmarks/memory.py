"""Memory: the peak of the whole job for a number of messages and for ten times as many.

`python -m benchmarks.memory`. The number of conversations and media stays the same, so only the messages grow.
"""

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks.arguments import amount_of, clear, make_parser, take_amount, workplace
from benchmarks.commands import package
from benchmarks.figures import MIB, mebibytes, row, verdict
from benchmarks.material import Amount, make_material
from benchmarks.measuring import Measured

USUAL = Amount(messages=100_000, media=200, conversations=20)
TIMES = 10
GOAL = 400
FLAT = 1.1


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; 0 when everything ran."""
    parser = make_parser(__doc__, runs=1)
    take_amount(parser, USUAL)
    parsed = parser.parse_args(arguments)
    few = amount_of(parsed)
    many = replace(few, messages=few.messages * TIMES)
    print(f"memory: {few.conversations:,} conversations, {few.media:,} media, {parsed.jobs} jobs")
    with workplace(parsed) as folder:
        peaks = [_peak(folder / "meting", amount, parsed.jobs) for amount in (few, many)]
    row("peak for ten times the messages", mebibytes(peaks[1]), verdict(peaks[1] // MIB, GOAL))
    row("growth", f"{peaks[1] / peaks[0]:.2f} x", verdict(peaks[1] / peaks[0], FLAT))
    return 0


def _peak(folder: Path, amount: Amount, jobs: int) -> int:
    """Package that many messages; the bytes of all processes together, or of the largest where that is unknown."""
    material = make_material(folder / "bron", amount)
    run: Measured = package(material, folder / "pakket", jobs)
    clear(folder)
    cells = (f"{run.seconds:.1f} s", f"all processes {mebibytes(run.together)}", f"largest {mebibytes(run.largest)}")
    row(f"{amount.messages:,} messages ({material.size / 1e6:.0f} MB)", *cells)
    return run.together if run.together is not None else run.largest


if __name__ == "__main__":
    sys.exit(main())

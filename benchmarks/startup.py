"""Start-up: how long `depotklaar --help` takes, beside a bare Python. `python -m benchmarks.startup`."""

import statistics
import sys
from collections.abc import Sequence

from benchmarks.arguments import make_parser, runs_of
from benchmarks.commands import depotklaar
from benchmarks.figures import row, spread, verdict
from benchmarks.measuring import measure

GOAL = 0.25


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; 0 when everything ran."""
    parsed = make_parser(__doc__, runs=10).parse_args(arguments)
    bare, ours = [], []
    for _ in range(runs_of(parsed)):
        bare.append(measure([sys.executable, "-c", "pass"]).seconds)
        ours.append(measure(depotklaar("--help")).seconds)
    print(f"start-up: {len(ours)} runs")
    row("python -c pass", spread(bare, digits=3))
    row("depotklaar --help", spread(ours, digits=3), verdict(statistics.median(ours), GOAL))
    return 0


if __name__ == "__main__":
    sys.exit(main())

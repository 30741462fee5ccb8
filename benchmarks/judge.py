"""The judge: every rule over the package of the main job, beside the bagit library, which checks hashes only.

`python -m benchmarks.judge`.
"""

import statistics
import sys
from collections.abc import Sequence

from benchmarks.arguments import amount_of, make_parser, runs_of, take_amount, workplace
from benchmarks.commands import package, validate, validate_bag
from benchmarks.figures import mebibytes, ratios, row, spread, verdict
from benchmarks.material import Amount, make_material

GOAL = 1.2


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; 0 when everything ran."""
    parser = make_parser(__doc__, runs=5)
    take_amount(parser, Amount())
    parsed = parser.parse_args(arguments)
    with workplace(parsed) as folder:
        material = make_material(folder / "bron", amount_of(parsed))
        package(material, folder / "pakket", parsed.jobs)
        ours, others = [], []
        for _ in range(runs_of(parsed)):
            ours.append(validate(folder / "pakket", parsed.jobs))
            others.append(validate_bag(folder / "pakket", parsed.jobs))
    amount = material.amount
    print(f"judge: package of {amount.messages:,} messages and {amount.media:,} media, {parsed.jobs} jobs")
    for label, runs in (("depotklaar validate", ours), ("bagit --validate", others)):
        row(label, spread([run.seconds for run in runs]))
        row("  processor time", spread([run.processor_seconds for run in runs]))
        row("  peak memory, largest process", mebibytes(max(run.largest for run in runs)))
    found = ratios([run.seconds for run in ours], [run.seconds for run in others])
    row("ours / bagit", spread(found, "x"), verdict(statistics.median(found), GOAL))
    return 0


if __name__ == "__main__":
    sys.exit(main())

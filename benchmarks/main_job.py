"""The main job: conversations with media become a judged package; beside it the peers, one after the other.

`python -m benchmarks.main_job`. Both make the same checksums of the same sources, in turns.
"""

import os
import statistics
import sys
from collections.abc import Sequence

from benchmarks.arguments import amount_of, clear, make_parser, runs_of, take_amount, workplace
from benchmarks.commands import package, run_peers
from benchmarks.figures import MIB, mebibytes, ratios, row, spread, verdict
from benchmarks.material import Amount, Material, make_material
from benchmarks.measuring import Measured

GOAL = 1.0
GOAL_MEMORY = 400
Peers = list[tuple[Measured, dict[str, float]]]


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; 0 when everything ran."""
    parser = make_parser(__doc__, runs=3)
    take_amount(parser, Amount())
    parser.add_argument("--algorithms", default="sha256,sha512", help="of the manifests (default sha256,sha512)")
    parsed = parser.parse_args(arguments)
    algorithms = tuple(parsed.algorithms.split(","))
    with workplace(parsed) as folder:
        material = make_material(folder / "bron", amount_of(parsed), algorithms)
        os.sync()
        ours: list[Measured] = []
        peers: Peers = []
        for _ in range(runs_of(parsed)):
            ours.append(package(material, folder / "pakket", parsed.jobs))
            clear(folder / "pakket")
            peers.append(run_peers(material, folder / "anderen", parsed.jobs, algorithms))
            clear(folder / "anderen")
        print(_heading(material, parsed.jobs, algorithms, len(ours)))
        _print_ours(ours, material)
        _print_peers(peers)
        _print_ratios(ours, peers)
    return 0


def _heading(material: Material, jobs: int, algorithms: Sequence[str], runs: int) -> str:
    amount = material.amount
    return (
        f"main job: {amount.messages:,} messages in {amount.conversations:,} conversations,"
        f" {amount.media:,} media of {amount.media_bytes:,} bytes ({material.size / 1e6:.1f} MB);"
        f" {'+'.join(algorithms)}, {jobs} jobs, {runs} runs"
    )


def _print_ours(ours: Sequence[Measured], material: Material) -> None:
    middle = statistics.median(run.seconds for run in ours)
    row("depotklaar package", spread([run.seconds for run in ours]))
    row("  processor time", spread([run.processor_seconds for run in ours]))
    row("  messages", f"{material.amount.messages / middle:,.0f} /s")
    row("  media files", f"{material.amount.media / middle:,.0f} /s")
    row("  bytes of the sources", f"{material.size / 1e6 / middle:,.1f} MB/s")
    row("  peak memory, largest process", mebibytes(max(run.largest for run in ours)))
    together = [run.together for run in ours if run.together is not None]
    if together:
        peak = max(together)
        row("  peak memory, all processes", mebibytes(peak), verdict(peak // MIB, GOAL_MEMORY))


def _print_peers(peers: Peers) -> None:
    for step in peers[0][1]:
        row(f"peer: {step}", spread([seconds[step] for _, seconds in peers]))
    row("peers together, without the copy", spread(_sums(peers, "copy")))
    row("peers together, with the copy", spread(_sums(peers)))
    row("  processor time", spread([run.processor_seconds for run, _ in peers]))


def _print_ratios(ours: Sequence[Measured], peers: Peers) -> None:
    seconds = [run.seconds for run in ours]
    for label, others in (("without", _sums(peers, "copy")), ("with", _sums(peers))):
        found = ratios(seconds, others)
        row(f"ours / peers, {label} the copy", spread(found, "x"), verdict(statistics.median(found), GOAL))
    processor = ratios([run.processor_seconds for run in ours], [run.processor_seconds for run, _ in peers])
    row("ours / peers, processor time", spread(processor, "x"))


def _sums(peers: Peers, without: str = "") -> list[float]:
    return [sum(taken for step, taken in seconds.items() if step != without) for _, seconds in peers]


if __name__ == "__main__":
    sys.exit(main())

"""The WhatsApp importer: lines a second, with the place and the raw text of every message kept.

`python -m benchmarks.whatsapp_import`.
"""

import hashlib
import statistics
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.arguments import make_parser, runs_of, workplace
from benchmarks.chat_export import android_export, ios_export
from benchmarks.figures import row, spread, verdict
from depotklaar.catalogue import importers
from depotklaar.importers.interface import ImportOptions
from depotklaar.model.event import Event
from depotklaar.storage.opening import open_tree

LINES = 200_000
SMALL = 5_000
GOAL = 83_000
EXPORTS = {
    "WhatsApp-chat met Overleg.txt": android_export,
    "_chat.txt": ios_export,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; 0 when everything was read and every byte is accounted for."""
    parser = make_parser(__doc__, runs=5)
    parser.add_argument("--lines", type=int, help=f"of each file (default {LINES:,})")
    parsed = parser.parse_args(arguments)
    lines = parsed.lines or (SMALL if parsed.small else LINES)
    print(f"WhatsApp import: {lines:,} lines, one process")
    with workplace(parsed) as folder:
        for name, make in EXPORTS.items():
            path = folder / name
            path.write_bytes(make(lines))
            _measure(path, runs_of(parsed))
    return 0


def _measure(path: Path, runs: int) -> None:
    data = path.read_bytes()
    lines = data.count(b"\n")
    speeds, undisturbed = [], []
    for _ in range(runs):
        begun, used = time.perf_counter(), time.process_time()
        events, digest = _read(path)
        speeds.append(lines / (time.perf_counter() - begun))
        undisturbed.append(lines / (time.process_time() - used))
    assert digest == hashlib.sha256(data).hexdigest(), "the raw of all events in order is the file"
    row(f"{path.name} ({events:,} events)", spread(speeds, "lines/s", 0))
    row("  by processor time", spread(undisturbed, "lines/s", 0))
    row("  goal", verdict(statistics.median(speeds), GOAL, at_most=False))


def _read(path: Path) -> tuple[int, str]:
    """Read the whole export; how many events, and the SHA-256 of what they were read from."""
    count, digest = 0, hashlib.sha256()
    with open_tree(path) as tree:
        for conversation in importers()["whatsapp"].read(tree, ImportOptions(source_name=path.name)):
            for event_line in conversation.events:
                count += 1
                assert isinstance(event_line.record, Event)
                digest.update((event_line.record.occurrences[0].raw or "").encode("utf-8", "surrogateescape"))
    return count, digest.hexdigest()


if __name__ == "__main__":
    sys.exit(main())

"""Runs all programs, small by default: `python -m benchmarks`; with `--full` as they are meant."""

import sys
from collections.abc import Callable, Sequence

from benchmarks import appraisal, judge, main_job, memory, startup, whatsapp_import

PROGRAMS: tuple[Callable[[Sequence[str]], int], ...] = (
    startup.main,
    whatsapp_import.main,
    main_job.main,
    judge.main,
    memory.main,
    appraisal.main,
)


def main(arguments: list[str]) -> int:
    """Run them one after the other; the first that fails ends it."""
    size = [] if "--full" in arguments else ["--small"]
    for program in PROGRAMS:
        if code := program(size):
            return code
        print()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

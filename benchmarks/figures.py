"""How figures are given: the median of several runs with the lowest and highest, ratios, and whether a goal is met."""

import statistics
from collections.abc import Sequence

MIB = 1 << 20


def spread(values: Sequence[float], unit: str = "s", digits: int = 2) -> str:
    """`2.31 s (2.20-2.45)`: the median, the lowest and the highest."""
    middle = statistics.median(values)
    return f"{middle:.{digits}f} {unit} ({min(values):.{digits}f}-{max(values):.{digits}f})"


def ratios(ours: Sequence[float], others: Sequence[float]) -> list[float]:
    """Ours divided by the other, run by run, so that what slows down both does not count."""
    return [our / other for our, other in zip(ours, others, strict=True)]


def verdict(value: float, goal: float, *, at_most: bool = True) -> str:
    """Whether a goal is met, in words."""
    is_met = value <= goal if at_most else value >= goal
    bound = "at most" if at_most else "at least"
    return f"goal {bound} {goal:g}: {'met' if is_met else 'MISSED'}"


def mebibytes(size: int | None) -> str:
    """A size in MiB; a dash when it was not measured."""
    return "-" if size is None else f"{size / MIB:.0f} MiB"


def row(label: str, *cells: str) -> None:
    """Print a line of a table: a label and what belongs to it."""
    print(f"  {label:<44} {'  '.join(cells)}".rstrip(), flush=True)

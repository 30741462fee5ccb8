"""The few exceptions that a user can cause, each with its exit code and everything that is wrong at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from depotklaar.language import Language, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One fault: where it is, what is wrong (found and expected), and what the user can do about it."""

    place: str
    text: Text
    hint: Text


class DepotklaarError(Exception):
    """The job cannot go on. Carries every fault that could be known at once; the faces turn it into words."""

    exit_code: ClassVar[int] = 70

    def __init__(self, problems: Problem | Sequence[Problem]) -> None:
        self.problems: tuple[Problem, ...] = (problems,) if isinstance(problems, Problem) else tuple(problems)
        super().__init__("; ".join(f"{p.place}: {p.text.en}" for p in self.problems))

    def __reduce__(self) -> tuple[type["DepotklaarError"], tuple[tuple[Problem, ...]]]:
        return type(self), (self.problems,)

    def lines(self, language: Language) -> list[str]:
        """Return a line a fault, `place: text`, and an indented hint after each run of faults that share it."""
        lines = []
        for hint, problems in groupby(self.problems, lambda problem: problem.hint):
            lines += [f"{problem.place}: {problem.text.in_language(language)}" for problem in problems]
            lines.append(f"    {hint.in_language(language)}")
        return lines


class UsageError(DepotklaarError):
    """The command was called in a way that it does not know."""

    exit_code = 2


class SourceError(DepotklaarError):
    """A source cannot be read, recognised, trusted or decided."""

    exit_code = 3


class ProfileError(DepotklaarError):
    """A delivery file, profile or list is not right."""

    exit_code = 4


class PlanError(DepotklaarError):
    """The parts are right, but no sound package can be made of them."""

    exit_code = 5


class WriteError(DepotklaarError):
    """The package could not be written."""

    exit_code = 6


class ToolError(DepotklaarError):
    """A tool that depotklaar leans on is missing or failed."""

    exit_code = 7


class DecisionNeeded(DepotklaarError):  # noqa: N818 - nothing went wrong, somebody has to speak
    """A person must decide first: where the receiver asks for a person's decision, a proposal is not enough."""

    exit_code = 8

"""A shelf full of packages that was judged: one line a package, and the sum of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from depotklaar.model.report import FailOn

Outcome = Literal["accepted", "rejected", "failed", "skipped"]
OUTCOMES: tuple[Outcome, ...] = ("accepted", "rejected", "failed", "skipped")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What became of one package, or of a folder that could not be looked into.

    `package` is its path from the shelf. `failed` means that no verdict could be reached: `code` is then the exit code
    of that fault alone and `problem` says in the user's language what was wrong. `skipped` is a link, that is not
    followed. `totals` counts findings by rule. `report` is the path in the batch folder of its report as JSON, with its
    SHA-256, and `page` that of the same report as HTML; all None without a verdict, or where no reports are kept.
    `judged_at` is an ISO 8601 moment.
    """

    package: str
    outcome: Outcome
    judged_at: str
    code: int = 0
    errors: int = 0
    warnings: int = 0
    infos: int = 0
    files: int = 0
    size: int = 0
    totals: Mapping[str, int] = field(default_factory=dict)
    problem: str | None = None
    report: str | None = None
    report_sha256: str | None = None
    page: str | None = None

    @property
    def judged(self) -> bool:
        """Whether there is a verdict."""
        return self.outcome in ("accepted", "rejected")


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """The account of a shelf. `entries` come in the order of the shelf and can be read more than once.

    `outcomes` counts the entries, `rules` the packages in which a rule found something. `code` is the exit code: 1 when
    any package was rejected, else the highest code of what failed, else 0.
    """

    created_at: str
    profile: str
    profile_sha256: str
    software: str
    fail_on: FailOn
    outcomes: Mapping[Outcome, int]
    rules: Mapping[str, int]
    code: int
    entries: Iterable[Entry]

    @property
    def accepted(self) -> bool:
        """Every package was judged and accepted."""
        return self.code == 0

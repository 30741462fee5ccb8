"""depotklaar: turns government chat conversations into preservation packages that a Dutch e-depot accepts.

`validate` judges a package from Python. Everything else stands in `depotklaar.api`; see docs/api.md.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from os import PathLike

    from depotklaar.model.report import FailOn, Report

__version__ = "0.1.0"
__all__ = ["__version__", "validate"]


def validate(
    path: "str | PathLike[str]",
    *,
    profile: str = "nationaal-archief",
    pakbon: "str | PathLike[str] | None" = None,
    fail_on: "FailOn" = "error",
    jobs: int = 1,
    now: str | None = None,
) -> "Report":
    """Judge one package (folder, zip or tar, bagged or bare) and return the account of it; `.accepted` is the verdict.

    `profile` is the receiver's, by name or path. Without `pakbon` the one beside the package is taken. With `fail_on`
    "warning" a warning rejects too. `now` is an ISO 8601 moment with zone; None is the clock. Whatever is wrong with
    the package is in the report; `depotklaar.errors.DepotklaarError` says why there is none: SourceError when there is
    nothing at `path` or the pakbon cannot be opened, ProfileError when the profile is not right, UsageError for `now`.
    """
    from importlib import import_module  # so that nothing below the front door leans on it by way of this name
    from pathlib import Path

    moment = import_module("depotklaar.cli.arguments").moment_of(now)
    api = import_module("depotklaar.api")
    note = None if pakbon is None else Path(pakbon)
    reports: list[Report] = api.validate_packages(
        [Path(path)], profile=profile, pakbon=note, jobs=jobs, now=moment, fail_on=fail_on
    )
    return reports[0]

"""What a report says of formats in all: who identified them, by which list, and how many stand how on it."""

from collections import Counter
from collections.abc import Iterator
from functools import cache

from depotklaar.language import Text
from depotklaar.model.finding import Finding, FindingKind, Level, Severity
from depotklaar.model.policy import FormatPolicy
from depotklaar.model.report import ToolVersion
from depotklaar.rules.format_facts import content_files, extension_of
from depotklaar.rules.interface import PackageFacts

SKIPPED = FindingKind(
    id="FORMAT-SKIPPED",
    severity=Severity.INFO,
    level=Level.OURS,
    clause="depotklaar validate --no-formats",
    text=Text(
        "De bestandsformaten zijn niet opnieuw bepaald, omdat daarom is gevraagd; dit oordeel gaat er niet over.",
        "The file formats were not found anew, because that was asked; this verdict does not cover them.",
    ),
    remedy=Text(
        "Beoordeel het pakket nog eens zonder --no-formats als de formaten ertoe doen.",
        "Judge the package once more without --no-formats if formats matter.",
    ),
)
KINDS = (SKIPPED,)


def own_findings(facts: PackageFacts) -> Iterator[Finding]:
    """Say so when nobody was to identify the files."""
    if not facts.identified:
        yield Finding(kind=SKIPPED)


def count_standings(facts: PackageFacts, policy: FormatPolicy | None) -> dict[str, int]:
    """How many identified files are preferred, acceptable and neither; nothing without a policy."""
    if policy is None or not facts.identified:
        return {}
    standing = cache(policy.status_of)
    found = Counter(
        standing(file.format.puid, extension_of(file.path)) for file in content_files(facts) if file.format is not None
    )
    return {f"formats_{name}": found[name] for name in ("preferred", "acceptable", "other")}


def tell_policy(policy: FormatPolicy | None) -> dict[str, str]:
    """Which list the formats were held against, with the SHA-256 of its file; nothing without one."""
    if policy is None:
        return {}
    return {"format_policy": policy.title, "format_policy_sha256": policy.sha256}


def identifiers(facts: PackageFacts) -> tuple[ToolVersion, ...]:
    """The program that identified, with its version and that of its signatures; none when nothing was identified."""
    for file in content_files(facts):
        if file.format is not None:
            one = file.format
            return (ToolVersion(name=one.tool, version=one.tool_version, signatures=one.signature_version),)
    return ()

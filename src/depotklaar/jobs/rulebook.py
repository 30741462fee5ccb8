"""Makes the rulebook of the rules themselves and of the receivers that come along."""

from collections.abc import Iterator, Mapping, Sequence

from depotklaar.errors import Problem, UsageError
from depotklaar.language import Text
from depotklaar.model.finding import FindingKind, Severity
from depotklaar.model.profile import Profile
from depotklaar.model.rulebook import Requirement, Rulebook, RuleEntry
from depotklaar.profiles.fault import quoted, suggestion
from depotklaar.profiles.receiver import read_profile
from depotklaar.resources import profile_names
from depotklaar.rules.interface import STAGES, RuleTable
from depotklaar.rules.uncheckable import REQUIREMENTS

CORPUS = "tests/corpus"
_NO_RULE = Text("er is geen regel {rule}", "there is no rule {rule}")


def make_rulebook(table: RuleTable, packaging: Mapping[str, Sequence[FindingKind]]) -> Rulebook:
    """Return everything that a report can name; `packaging` leads from part of packaging to what it can notice."""
    profiles = [read_profile(name, None) for name in profile_names()]
    judged = [(stage, kind) for stage in STAGES for kind in table.kinds(stage)]
    noticed = [(part, kind) for part, kinds in packaging.items() for kind in kinds]
    return Rulebook(
        rules=(
            *(_entry(part, kind, profiles, f"{CORPUS}/{kind.id}") for part, kind in judged),
            *(_entry(part, kind, profiles, None) for part, kind in noticed),
        ),
        requirements=REQUIREMENTS,
    )


def _entry(part: str, kind: FindingKind, profiles: Sequence[Profile], tested: str | None) -> RuleEntry:
    return RuleEntry(kind=kind, part=part, tested=tested, receivers=dict(_weights(kind, profiles)))


def _weights(kind: FindingKind, profiles: Sequence[Profile]) -> Iterator[tuple[str, Severity]]:
    for profile in profiles:
        weight = profile.severities.get(kind.id)
        if weight is not None and weight != kind.severity.value:
            yield profile.name, Severity(weight)


def find_rule(rulebook: Rulebook, wanted: str) -> RuleEntry | Requirement:
    """Return the rule or requirement with this id, in whatever case. UsageError when there is none."""
    found = rulebook.find(wanted)
    if found is None:
        known = [one.kind.id for one in rulebook.rules] + [one.id for one in rulebook.requirements]
        text = _NO_RULE.fill(rule=quoted(wanted))
        raise UsageError(Problem(place="rules show", text=text, hint=suggestion(wanted, known)))
    return found

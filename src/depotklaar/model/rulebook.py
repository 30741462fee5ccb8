"""The rulebook: everything that a report can name, and what the norms ask that no rule can see in a package."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from depotklaar.language import Text
from depotklaar.model.finding import FindingKind, Level, Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleEntry:
    """One rule of the judge, or one thing that can be noticed while a package is made.

    `part` is the stage of the judge, or the part of packaging. `tested` is the folder of its cases in the corpus, None
    for what is noticed while packaging. `receivers` leads from a profile that comes along to the weight that it gives
    this rule, where that differs from the rule's own.
    """

    kind: FindingKind
    part: str
    tested: str | None = None
    receivers: Mapping[str, Severity] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """What a norm, its guidance or a receiver asks without a rule of its own here.

    `rules` are the ids of rules that see it, or a part of it, under another name; `because` says why no rule sees it,
    or what of it none sees.
    """

    id: str
    level: Level
    clause: str
    asks: Text
    because: Text
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rulebook:
    """All rules in the order in which they are run, then what packaging can notice; and what has no rule of its own."""

    rules: tuple[RuleEntry, ...]
    requirements: tuple[Requirement, ...]

    def of_level(self, level: Level) -> "Rulebook":
        """What stands on this authority only."""
        return Rulebook(
            rules=tuple(one for one in self.rules if one.kind.level is level),
            requirements=tuple(one for one in self.requirements if one.level is level),
        )

    def find(self, wanted: str) -> RuleEntry | Requirement | None:
        """The rule or requirement with this id, in whatever case, or the one rule whose id ends in it; else None.

        So `R22` is found as MDTO-R22.
        """
        folded = wanted.casefold()
        rule = next((one for one in self.rules if one.kind.id.casefold() == folded), None)
        asked = next((one for one in self.requirements if one.id.casefold() == folded), None)
        ending = [one for one in self.rules if one.kind.id.casefold().endswith(f"-{folded}")]
        return rule or asked or (ending[0] if len(ending) == 1 else None)

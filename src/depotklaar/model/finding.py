"""What is found: a fact about the material, its kind with its ground, and its place. A finding is never raised."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from depotklaar.language import Language, Text

LONGEST = 100


class Severity(StrEnum):
    """How much a finding weighs; the norm's verb decides (verplicht, verplicht indien bekend, opmerking)."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Level(StrEnum):
    """On whose authority a rule stands."""

    NORM = "norm"
    IF_KNOWN = "if-known"
    ADVICE = "advice"
    RECEIVER = "receiver"
    OURS = "ours"


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingKind:
    """A rule, as one can look it up: stable id, weight, authority, clause, its sentence and what to do about it."""

    id: str
    severity: Severity
    level: Level
    clause: str
    text: Text
    remedy: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where something was found: a path in the package or source, within it an element (XPath) or a line."""

    path: str | None = None
    element: str | None = None
    line: int | None = None

    def __str__(self) -> str:
        parts = [self.path or "", f"regel {self.line}" if self.line is not None else "", self.element or ""]
        return " ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One fact of one kind at one place; `params` fill the kind's sentence and never hold message text."""

    kind: FindingKind
    place: Place = Place()
    params: Mapping[str, str | int] = field(default_factory=dict)

    @property
    def severity(self) -> Severity:
        """The weight of its kind."""
        return self.kind.severity

    def sentence(self, language: Language) -> str:
        """The kind's sentence with this finding's values."""
        return self.kind.text.fill(**self._shown()).in_language(language)

    def remedy(self, language: Language) -> str:
        """What to do about it."""
        return self.kind.remedy.fill(**self._shown()).in_language(language)

    def _shown(self) -> dict[str, str | int]:
        """The values, long ones cut: a report may be given to anyone and quotes no text at length."""
        return {
            name: f"{value[: LONGEST - 1]}…" if isinstance(value, str) and len(value) > LONGEST else value
            for name, value in self.params.items()
        }

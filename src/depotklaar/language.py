"""The two languages in which depotklaar speaks to its users, and a sentence in both."""

from dataclasses import dataclass
from typing import Literal

Language = Literal["nl", "en"]


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence in Dutch and in English; `{name}` marks a place that `fill` replaces."""

    nl: str
    en: str

    def fill(self, **params: object) -> "Text":
        """Return the sentence with every `{name}` replaced in both languages; KeyError when a name is missing."""
        return Text(self.nl.format_map(params), self.en.format_map(params))

    def in_language(self, language: Language) -> str:
        """Return the sentence in one language."""
        return self.nl if language == "nl" else self.en

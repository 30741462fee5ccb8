"""The format of a file: what PRONOM calls it, on what ground, and who says so."""

from dataclasses import dataclass
from typing import Literal

Basis = Literal["signature", "container", "xml", "text", "extension", "none"]
Trait = Literal["embedded", "macros", "partly", "protected", "unopened"]
"""What a file is besides its format: it holds other files or macros, or is protected.

`unopened`: too large to be looked into. `partly`: so large that its format was told by its begin and end only.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """What one identifier says of one file. `puid` is `UNKNOWN` when it has no answer, as an id, not an absence."""

    tool: str
    tool_version: str
    signature_version: str
    puid: str
    name: str
    version: str
    mime: str
    basis: Basis
    warning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FormatIdentification:
    """The opinion that counts and, where one was asked, the second."""

    first: Opinion
    second: Opinion | None = None

    @property
    def puid(self) -> str:
        """The PRONOM identifier that counts."""
        return self.first.puid

    @property
    def disagrees(self) -> bool:
        """Both identifiers read the content (not merely the name) and name different formats."""
        if self.second is None:
            return False
        by_content = {"signature", "container", "xml"}
        both = self.first.basis in by_content and self.second.basis in by_content
        return both and self.first.puid != self.second.puid

"""Which format each file has: siegfried's opinion counts, fido is asked where siegfried recognised no content.

Identification runs in one process, and that process is not forked afterwards: see siegfried.py.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, Protocol

from depotklaar.errors import Problem, ToolError
from depotklaar.language import Text
from depotklaar.model.format import FormatIdentification, Opinion

SecondOpinion = Literal["without-signature", "always", "never"]

_BY_CONTENT = frozenset({"signature", "container", "xml"})
_PUID = re.compile(r"(?:x-)?fmt/[0-9]+|UNKNOWN|[a-z-]+-fmt/[A-Za-z0-9.-]+")
_UNSOUND = Text(
    "{tool} geeft geen bruikbaar antwoord: {what}.",
    "{tool} gives no usable answer: {what}.",
)
_UNSOUND_HINT = Text(
    "Installeer depotklaar opnieuw met al zijn afhankelijkheden; meld het aan de makers als het blijft gebeuren.",
    "Install depotklaar again with all it depends on; report it to the makers if it keeps happening.",
)


class FormatIdentifier(Protocol):
    """A program with an opinion on the format of files."""

    @property
    def name(self) -> str:
        """The tool's own name, in lower case."""

    def versions(self) -> tuple[str, str]:
        """The version of the tool and of its signatures, as they go on record."""

    def identify(self, paths: Sequence[Path]) -> list[Opinion]:
        """One opinion a path, in the same order. ToolError names every path that cannot be read."""


@dataclass(frozen=True, slots=True)
class Identifier:
    """Identifies by one policy, in whichever process it is called; `workers` files at a time within that process."""

    policy: SecondOpinion
    workers: int = 1

    def __call__(self, paths: Sequence[Path], ours: Collection[Path]) -> list[FormatIdentification]:
        """Identify every path, in order; files in `ours` were made here."""
        return identify_files(paths, policy=self.policy, ours=ours, first=_siegfried(self.workers)) if paths else []


def find_formats(paths: Sequence[Path], workers: int = 1) -> list[Opinion]:
    """The opinion that counts on every path, in order; `workers` files at a time. ToolError as `identify_files`."""
    return _checked(_siegfried(workers), paths)


def identify_files(
    paths: Sequence[Path],
    *,
    policy: SecondOpinion = "without-signature",
    ours: Collection[Path] = (),
    first: FormatIdentifier | None = None,
    second: FormatIdentifier | None = None,
) -> list[FormatIdentification]:
    """Identify every path, in order. A file in `ours` was made here and never needs a second opinion.

    `policy` says when a second opinion is asked: where the first did not recognise the content (signature, container
    or XML root), always, or never. An identifier that is None is siegfried and fido; fido is loaded when it is
    first needed, once for all calls.
    ToolError when a tool is missing, fails, cannot read a file, or does not say which version spoke.
    """
    main = first if first is not None else _siegfried()
    opinions = _checked(main, paths)
    made_here = frozenset(ours)
    asked = [i for i, path in enumerate(paths) if path not in made_here and _needs_second(opinions[i], policy)]
    seconds: dict[int, Opinion] = {}
    if asked:
        other = second if second is not None else _fido()
        seconds = dict(zip(asked, _checked(other, [paths[i] for i in asked]), strict=True))
    return [FormatIdentification(first=opinion, second=seconds.get(i)) for i, opinion in enumerate(opinions)]


def _needs_second(opinion: Opinion, policy: SecondOpinion) -> bool:
    if policy == "without-signature":
        return opinion.basis not in _BY_CONTENT
    return policy == "always"


def _checked(tool: FormatIdentifier, paths: Sequence[Path]) -> list[Opinion]:
    """The tool's opinions, once it is sure that each has an identifier, a ground and the versions that spoke."""
    opinions = tool.identify(paths) if paths else []
    faults = [f"{len(opinions)} / {len(paths)}"] if len(opinions) != len(paths) else []
    for opinion in opinions:
        if not (opinion.tool_version and opinion.signature_version):
            faults.append("versions")
        if not _PUID.fullmatch(opinion.puid):
            faults.append(repr(opinion.puid))
        if (opinion.puid == "UNKNOWN") != (opinion.basis == "none"):
            faults.append(f"{opinion.puid} / {opinion.basis}")
    if faults:
        raise ToolError(
            [
                Problem(place=tool.name, text=_UNSOUND.fill(tool=tool.name, what=fault), hint=_UNSOUND_HINT)
                for fault in dict.fromkeys(faults)
            ]
        )
    return opinions


@cache
def _siegfried(workers: int | None = None) -> FormatIdentifier:
    from depotklaar.formats.siegfried import Siegfried

    return Siegfried(workers=workers)


@cache
def _fido() -> FormatIdentifier:
    from depotklaar.formats.fido import Fido

    return Fido()

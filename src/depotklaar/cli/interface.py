"""What every command of the command line gives: a sentence about itself, its arguments and its run."""

import argparse
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from depotklaar.language import Language, Text
from depotklaar.model.progress import Progress

if TYPE_CHECKING:
    from depotklaar.cli.help import Parser


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """How a command reaches its user: the language to speak and the listener that shows the work."""

    language: Language
    progress: Progress


class Command(Protocol):
    """One verb. A module fits when it has these three names."""

    summary: Text

    def declare(self, parser: "Parser") -> None:
        """Add the command's arguments to its own parser."""

    def run(self, arguments: argparse.Namespace, face: Face) -> int:
        """Do the work and return the exit code; DepotklaarError says why it could not be done."""

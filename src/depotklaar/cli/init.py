"""`init`: write a commented delivery file for the sources at hand."""

import argparse

from depotklaar.cli.arguments import (
    limits_of,
    path,
    take_clues,
    take_limits,
    take_quiet,
    take_sources,
)
from depotklaar.cli.help import Parser
from depotklaar.cli.interface import Face
from depotklaar.cli.outcome import refuse_existing, write_new
from depotklaar.cli.terminal import print_lines
from depotklaar.language import Text

FILE_NAME = "aanlevering.toml"

summary: Text = Text(
    "schrijf een aanleverbestand met uitleg voor deze bronnen, om aan te vullen",
    "write a delivery file with explanations for these sources, to be completed",
)

_FOLDER = Text("map waarin aanlevering.toml komt", "folder in which aanlevering.toml is written")
_SOURCE = Text(
    "een export (.txt, .zip of map met losse media) of een genormaliseerd gesprek",
    "an export (.txt, .zip or folder with loose media) or a normalized conversation",
)


def declare(parser: Parser) -> None:
    """Declare the folder, the sources and what the sources cannot say."""
    parser.take("folder", metavar=parser.say(Text("MAP", "DIR")), type=path, help=_FOLDER)
    take_sources(parser, "--source", metavar="EXPORT", required=True, help=_SOURCE)
    take_clues(parser)
    take_limits(parser)
    take_quiet(parser)


def run(arguments: argparse.Namespace, face: Face) -> int:
    """Read the sources, write the file and print where it is."""
    from depotklaar.api import draft_delivery

    target = arguments.folder / FILE_NAME
    refuse_existing(target)
    draft = draft_delivery(
        arguments.source,
        arguments.folder,
        date_order=arguments.datumvolgorde,
        zone=arguments.tijdzone,
        limits=limits_of(arguments),
        progress=face.progress,
    )
    write_new(target, draft.encode("utf-8"))
    print_lines([str(target)])
    return 0

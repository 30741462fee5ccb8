"""`import`: read sources and write each conversation in our own normalized form."""

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
from depotklaar.cli.terminal import print_lines
from depotklaar.language import Text

summary: Text = Text(
    "lees bronnen en schrijf elk gesprek genormaliseerd weg (conversation.jsonl en media/)",
    "read sources and write each conversation in normalized form (conversation.jsonl and media/)",
)

_SOURCE = Text("een export: .txt, .zip of map met losse media", "an export: .txt, .zip or folder with loose media")
_OUT = Text("map waarin per gesprek een map komt", "folder in which each conversation gets its own folder")
_HOLDER = Text("van wie de telefoon was", "whose phone it was")
_IMPORTER = Text(
    "lees als dit soort bron, in plaats van het soort te herkennen",
    "read as this kind of source instead of recognising the kind",
)

_REPLACE = Text("vervang een gesprek dat er al staat", "replace a conversation that is already there")


def declare(parser: Parser) -> None:
    """Declare the sources, the folder and what the sources cannot say."""
    folder = parser.say(Text("MAP", "DIR"))
    take_sources(parser, "sources", metavar=parser.say(Text("BRON", "SOURCE")), help=_SOURCE)
    parser.take("-o", "--out", metavar=folder, type=path, required=True, help=_OUT)
    parser.take("--houder", metavar=parser.say(Text("NAAM", "NAME")), help=_HOLDER)
    take_clues(parser)
    parser.take("--importer", metavar=parser.say(Text("SOORT", "KIND")), help=_IMPORTER)
    parser.take("--replace", action="store_true", help=_REPLACE)
    take_limits(parser)
    take_quiet(parser)


def run(arguments: argparse.Namespace, face: Face) -> int:
    """Write the conversations and print their folders."""
    from depotklaar.api import import_sources

    folders = import_sources(
        arguments.sources,
        arguments.out,
        custodian=arguments.houder,
        zone=arguments.tijdzone,
        date_order=arguments.datumvolgorde,
        importer=arguments.importer,
        replace=arguments.replace,
        limits=limits_of(arguments),
        progress=face.progress,
    )
    print_lines(str(folder) for folder in folders)
    return 0

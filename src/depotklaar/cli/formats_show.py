"""`formats show`: what a format policy says, or how one PUID stands on it."""

import argparse

from depotklaar.cli.formats_words import LIST, NAME, STANDINGS, as_json, head_lines, row_lines
from depotklaar.cli.help import Parser
from depotklaar.cli.interface import Face
from depotklaar.cli.terminal import print_bytes, print_lines
from depotklaar.language import Text

summary: Text = Text("toon een formatenlijst", "show a format policy")

_PUID = Text("zeg alleen hoe dit formaat op de lijst staat", "only say how this format stands on the list")
_EXTENSION = Text(
    "de extensie van het bestand, voor formaten die de lijst zonder PUID noemt",
    "the extension of the file, for formats that the list names without a PUID",
)
_JSON = Text("toon als JSON", "show as JSON")


def declare(parser: Parser) -> None:
    """Declare the list and what to show of it."""
    parser.take("list", metavar=parser.say(NAME), help=LIST)
    parser.take("--puid", metavar="PUID", help=_PUID)
    parser.take("--extension", metavar="EXT", default="", help=_EXTENSION)
    parser.take("--json", action="store_true", help=_JSON)


def run(arguments: argparse.Namespace, face: Face) -> int:
    """Print the head and the formats, or the standing of one."""
    import msgspec

    from depotklaar.profiles.policies import read_policy

    policy = read_policy(arguments.list)
    if arguments.puid is not None:
        standing = policy.status_of(arguments.puid, arguments.extension.lstrip("."))
        print_lines([STANDINGS[standing].fill(puid=arguments.puid).in_language(face.language)])
    elif arguments.json:
        print_bytes(msgspec.json.format(msgspec.json.encode(as_json(policy)), indent=2) + b"\n")
    else:
        print_lines([*head_lines(policy, face.language), *row_lines(policy, face.language)])
    return 0

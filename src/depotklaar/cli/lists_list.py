"""`lists list`: the selection lists that come along."""

import argparse

from depotklaar.cli.help import Parser
from depotklaar.cli.interface import Face
from depotklaar.cli.lists_words import as_json, head_lines, heading_of
from depotklaar.cli.terminal import print_bytes, print_lines
from depotklaar.language import Text

summary: Text = Text("noem de selectielijsten die meekomen", "name the selection lists that come along")

_JSON = Text("toon als JSON", "show as JSON")


def declare(parser: Parser) -> None:
    """Declare the form of the outcome."""
    parser.take("--json", action="store_true", help=_JSON)


def run(arguments: argparse.Namespace, face: Face) -> int:
    """Print name, title, version, validity and marks of every list."""
    from depotklaar.api import selection_lists

    lists = selection_lists()
    if arguments.json:
        print_bytes(as_json([heading_of(lijst) for lijst in lists]))
    else:
        print_lines(line for lijst in lists for line in head_lines(lijst, face.language))
    return 0

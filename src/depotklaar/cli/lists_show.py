"""`lists show`: what a selection list says, or one code or actor of it."""

import argparse

from depotklaar.cli.help import Parser
from depotklaar.cli.interface import Face
from depotklaar.cli.lists_words import LIST, NAME, as_json, entry_lines, head_lines, heading_of
from depotklaar.cli.terminal import print_bytes, print_lines
from depotklaar.language import Text

summary: Text = Text("toon wat een selectielijst zegt", "show what a selection list says")

_CODE = Text("alleen deze code", "only this code")
_ACTOR = Text(
    "alleen wat voor deze actor geldt, en wat geen actor noemt", "only what holds for this actor, or names no actor"
)
_JSON = Text("toon als JSON", "show as JSON")


def declare(parser: Parser) -> None:
    """Declare the list and what to show of it."""
    parser.take("list", metavar=parser.say(NAME), help=LIST)
    parser.take("--code", metavar="CODE", help=_CODE)
    parser.take("--actor", metavar="ACTOR", help=_ACTOR)
    parser.take("--json", action="store_true", help=_JSON)


def run(arguments: argparse.Namespace, face: Face) -> int:
    """Print the head and the categories with value, term, trigger, parts, condition and text."""
    from depotklaar.api import show_selection_list

    lijst = show_selection_list(arguments.list, code=arguments.code, actor=arguments.actor)
    if arguments.json:
        print_bytes(as_json({"selectielijst": heading_of(lijst), "categorie": lijst.entries}))
        return 0
    print_lines(head_lines(lijst, face.language))
    for entry in lijst.entries:
        print_lines(["", *entry_lines(entry, face.language)])
    return 0

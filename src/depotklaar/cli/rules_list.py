"""`rules list`: every rule with its weight and ground, and what has no rule of its own."""

import argparse

from depotklaar.cli.help import Parser
from depotklaar.cli.interface import Face
from depotklaar.cli.lists_words import as_json
from depotklaar.cli.rules_words import facts_of_book, list_lines
from depotklaar.cli.terminal import print_bytes, print_lines
from depotklaar.language import Text
from depotklaar.model.finding import Level

summary: Text = Text("noem alle regels, met weging en grond", "list all rules, with weight and ground")

_LEVEL = Text(
    "alleen wat op dit gezag rust: norm, if-known (indien bekend), advice (advies), receiver (ontvanger), ours (eigen)",
    "only rules on this authority: norm, if-known, advice, receiver or ours",
)
_JSON = Text("toon als JSON", "show as JSON")


def declare(parser: Parser) -> None:
    """Declare the choice and the form of the outcome."""
    parser.take("--level", choices=[level.value for level in Level], help=_LEVEL)
    parser.take("--json", action="store_true", help=_JSON)


def run(arguments: argparse.Namespace, face: Face) -> int:
    """Print the rules by stage or part of packaging, and then the requirements without a rule."""
    from depotklaar.api import rulebook

    book = rulebook()
    if arguments.level is not None:
        book = book.of_level(Level(arguments.level))
    if arguments.json:
        print_bytes(as_json(facts_of_book(book, face.language)))
    else:
        print_lines(list_lines(book, face.language))
    return 0

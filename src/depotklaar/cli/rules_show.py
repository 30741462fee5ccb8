"""`rules show`: one rule, or one requirement without a rule, explained."""

import argparse

from depotklaar.cli.help import Parser
from depotklaar.cli.interface import Face
from depotklaar.cli.lists_words import as_json
from depotklaar.cli.rules_words import facts_of, show_lines
from depotklaar.cli.terminal import print_bytes, print_lines
from depotklaar.language import Text

summary: Text = Text("leg een regel uit", "explain a rule")

_NAME = Text("REGEL", "RULE")
_RULE = Text("het nummer van de regel, zoals in een rapport: MDTO-R22", "the id of the rule, as in a report: MDTO-R22")
_JSON = Text("toon als JSON", "show as JSON")


def declare(parser: Parser) -> None:
    """Declare the rule and the form of the outcome."""
    parser.take("rule", metavar=parser.say(_NAME), help=_RULE)
    parser.take("--json", action="store_true", help=_JSON)


def run(arguments: argparse.Namespace, face: Face) -> int:
    """Print what it says, how much it weighs for whom, its ground, what to do about it, and where it is tested."""
    from depotklaar.api import rulebook
    from depotklaar.jobs.rulebook import find_rule

    found = find_rule(rulebook(), arguments.rule)
    if arguments.json:
        print_bytes(as_json(facts_of(found, face.language)))
    else:
        print_lines(show_lines(found, face.language))
    return 0

"""`rules`: everything that a report can name, listed or one by one, with ground, weight and where it is tested."""

import argparse
from collections.abc import Mapping

from depotklaar.cli import rules_list, rules_show
from depotklaar.cli.help import Parser
from depotklaar.cli.interface import Command, Face
from depotklaar.language import Text

COMMANDS: Mapping[str, Command] = {"list": rules_list, "show": rules_show}

summary: Text = Text("regels: noem ze, of leg er een uit", "rules: list them, or explain one")

_VERBS = Text("opdrachten", "commands")
_VERB = Text("OPDRACHT", "COMMAND")
_MORE = Text(
    "`depotklaar rules OPDRACHT --help` legt een opdracht uit.", "`depotklaar rules COMMAND --help` explains a command."
)


def declare(parser: Parser) -> None:
    """Declare the commands; each fills its own part."""
    verbs = parser.add_subparsers(
        dest="rules_command",
        required=True,
        metavar=parser.say(_VERB),
        title=parser.say(_VERBS),
        description=parser.say(_MORE),
    )
    for name, command in COMMANDS.items():
        about = parser.say(command.summary)
        command.declare(verbs.add_parser(name, language=parser.language, help=about, description=about))


def run(arguments: argparse.Namespace, face: Face) -> int:
    """Do what the command after `rules` says."""
    return COMMANDS[arguments.rules_command].run(arguments, face)

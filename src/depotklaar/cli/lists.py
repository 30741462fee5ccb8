"""`lists`: the selection lists that come along, one of them shown or checked, and new ones made from a source."""

import argparse
from collections.abc import Mapping

from depotklaar.cli import lists_check, lists_import, lists_list, lists_show
from depotklaar.cli.help import Parser
from depotklaar.cli.interface import Command, Face
from depotklaar.language import Text

COMMANDS: Mapping[str, Command] = {
    "list": lists_list,
    "show": lists_show,
    "check": lists_check,
    "import": lists_import,
}

summary: Text = Text(
    "selectielijsten: noem ze, toon of controleer er een, of lees een lijst in",
    "selection lists: name them, show or check one, or import one",
)

_VERBS = Text("opdrachten", "commands")
_VERB = Text("OPDRACHT", "COMMAND")
_MORE = Text(
    "`depotklaar lists OPDRACHT --help` legt een opdracht uit.", "`depotklaar lists COMMAND --help` explains a command."
)


def declare(parser: Parser) -> None:
    """Declare the commands; each fills its own part."""
    verbs = parser.add_subparsers(
        dest="lists_command",
        required=True,
        metavar=parser.say(_VERB),
        title=parser.say(_VERBS),
        description=parser.say(_MORE),
    )
    for name, command in COMMANDS.items():
        about = parser.say(command.summary)
        command.declare(verbs.add_parser(name, language=parser.language, help=about, description=about))


def run(arguments: argparse.Namespace, face: Face) -> int:
    """Do what the command after `lists` says."""
    return COMMANDS[arguments.lists_command].run(arguments, face)

"""`formats`: the format policies that come along, one of them shown, and new ones made from a published table."""

import argparse
from collections.abc import Mapping

from depotklaar.cli import formats_import, formats_list, formats_show
from depotklaar.cli.help import Parser
from depotklaar.cli.interface import Command, Face
from depotklaar.language import Text

COMMANDS: Mapping[str, Command] = {
    "list": formats_list,
    "show": formats_show,
    "import": formats_import,
}

summary: Text = Text(
    "formatenlijsten: noem ze, toon er een, of lees een lijst in",
    "format policies: name them, show one, or import one",
)

_VERBS = Text("opdrachten", "commands")
_VERB = Text("OPDRACHT", "COMMAND")
_MORE = Text(
    "`depotklaar formats OPDRACHT --help` legt een opdracht uit.",
    "`depotklaar formats COMMAND --help` explains a command.",
)


def declare(parser: Parser) -> None:
    """Declare the commands; each fills its own part."""
    verbs = parser.add_subparsers(
        dest="formats_command",
        required=True,
        metavar=parser.say(_VERB),
        title=parser.say(_VERBS),
        description=parser.say(_MORE),
    )
    for name, command in COMMANDS.items():
        about = parser.say(command.summary)
        command.declare(verbs.add_parser(name, language=parser.language, help=about, description=about))


def run(arguments: argparse.Namespace, face: Face) -> int:
    """Do what the command after `formats` says."""
    return COMMANDS[arguments.formats_command].run(arguments, face)

"""Commands below a command: `depotklaar lists show` and the like, each with arguments and help of its own."""

import argparse
from collections.abc import Mapping

from depotklaar.cli.help import Parser
from depotklaar.cli.interface import Command, Face
from depotklaar.language import Text

_VERBS = Text("opdrachten", "commands")
_VERB = Text("OPDRACHT", "COMMAND")
_MORE = Text(
    "`depotklaar {group} OPDRACHT --help` legt een opdracht uit.",
    "`depotklaar {group} COMMAND --help` explains a command.",
)


def declare_commands(parser: Parser, group: str, commands: Mapping[str, Command]) -> None:
    """Declare the commands of a group; each fills its own part."""
    verbs = parser.add_subparsers(
        dest=_dest(group),
        required=True,
        metavar=parser.say(_VERB),
        title=parser.say(_VERBS),
        description=parser.say(_MORE.fill(group=group)),
    )
    for name, command in commands.items():
        about = parser.say(command.summary)
        command.declare(verbs.add_parser(name, language=parser.language, help=about, description=about))


def run_command(arguments: argparse.Namespace, face: Face, group: str, commands: Mapping[str, Command]) -> int:
    """Do what the command after the group says."""
    return commands[getattr(arguments, _dest(group))].run(arguments, face)


def _dest(group: str) -> str:
    return f"{group}_command"

"""`corpus`: the judge's corpus laid out for any tool, or any tool run over it and scored."""

import argparse
from collections.abc import Mapping

from depotklaar.cli import corpus_build, corpus_run
from depotklaar.cli.help import Parser
from depotklaar.cli.interface import Command, Face
from depotklaar.language import Text

COMMANDS: Mapping[str, Command] = {"build": corpus_build, "run": corpus_run}

summary: Text = Text(
    "goede en foute voorbeeldpakketten: schrijf ze uit, of laat er een programma op oefenen en tel de score",
    "good and bad example packages: write them out, or run any program over them and score it",
)

_VERBS = Text("opdrachten", "commands")
_VERB = Text("OPDRACHT", "COMMAND")
_MORE = Text(
    "`depotklaar corpus OPDRACHT --help` legt een opdracht uit.",
    "`depotklaar corpus COMMAND --help` explains a command.",
)


def declare(parser: Parser) -> None:
    """Declare the commands; each fills its own part."""
    verbs = parser.add_subparsers(
        dest="corpus_command",
        required=True,
        metavar=parser.say(_VERB),
        title=parser.say(_VERBS),
        description=parser.say(_MORE),
    )
    for name, command in COMMANDS.items():
        about = parser.say(command.summary)
        command.declare(verbs.add_parser(name, language=parser.language, help=about, description=about))


def run(arguments: argparse.Namespace, face: Face) -> int:
    """Do what the command after `corpus` says."""
    return COMMANDS[arguments.corpus_command].run(arguments, face)

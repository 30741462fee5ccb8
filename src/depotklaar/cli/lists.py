"""`lists`: the selection lists that come along, one of them shown or checked, and new ones made from a source."""

import argparse
from collections.abc import Mapping

from depotklaar.cli import lists_check, lists_import, lists_list, lists_show
from depotklaar.cli.help import Parser
from depotklaar.cli.interface import Command, Face
from depotklaar.cli.nested import declare_commands, run_command
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


def declare(parser: Parser) -> None:
    """Declare the commands; each fills its own part."""
    declare_commands(parser, "lists", COMMANDS)


def run(arguments: argparse.Namespace, face: Face) -> int:
    """Do what the command after `lists` says."""
    return run_command(arguments, face, "lists", COMMANDS)

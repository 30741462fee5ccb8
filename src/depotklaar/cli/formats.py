"""`formats`: the format policies that come along, one of them shown, and new ones made from a published table."""

import argparse
from collections.abc import Mapping

from depotklaar.cli import formats_import, formats_list, formats_show
from depotklaar.cli.help import Parser
from depotklaar.cli.interface import Command, Face
from depotklaar.cli.nested import declare_commands, run_command
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


def declare(parser: Parser) -> None:
    """Declare the commands; each fills its own part."""
    declare_commands(parser, "formats", COMMANDS)


def run(arguments: argparse.Namespace, face: Face) -> int:
    """Do what the command after `formats` says."""
    return run_command(arguments, face, "formats", COMMANDS)

"""`rules`: everything that a report can name, listed or one by one, with ground, weight and where it is tested."""

import argparse
from collections.abc import Mapping

from depotklaar.cli import rules_list, rules_show
from depotklaar.cli.help import Parser
from depotklaar.cli.interface import Command, Face
from depotklaar.cli.nested import declare_commands, run_command
from depotklaar.language import Text

COMMANDS: Mapping[str, Command] = {"list": rules_list, "show": rules_show}

summary: Text = Text("regels: noem ze, of leg er een uit", "rules: list them, or explain one")


def declare(parser: Parser) -> None:
    """Declare the commands; each fills its own part."""
    declare_commands(parser, "rules", COMMANDS)


def run(arguments: argparse.Namespace, face: Face) -> int:
    """Do what the command after `rules` says."""
    return run_command(arguments, face, "rules", COMMANDS)

"""`corpus`: the judge's corpus laid out for any tool, or any tool run over it and scored."""

import argparse
from collections.abc import Mapping

from depotklaar.cli import corpus_build, corpus_run
from depotklaar.cli.help import Parser
from depotklaar.cli.interface import Command, Face
from depotklaar.cli.nested import declare_commands, run_command
from depotklaar.language import Text

COMMANDS: Mapping[str, Command] = {"build": corpus_build, "run": corpus_run}

summary: Text = Text(
    "goede en foute voorbeeldpakketten: schrijf ze uit, of laat er een programma op oefenen en tel de score",
    "good and bad example packages: write them out, or run any program over them and score it",
)


def declare(parser: Parser) -> None:
    """Declare the commands; each fills its own part."""
    declare_commands(parser, "corpus", COMMANDS)


def run(arguments: argparse.Namespace, face: Face) -> int:
    """Do what the command after `corpus` says."""
    return run_command(arguments, face, "corpus", COMMANDS)

"""`corpus build`: write the judge's corpus as packages that any tool can read, with a manifest."""

import argparse

from depotklaar.cli.arguments import path
from depotklaar.cli.corpus_words import take_corpus
from depotklaar.cli.help import Parser
from depotklaar.cli.interface import Face
from depotklaar.cli.terminal import print_lines
from depotklaar.language import Text, as_count

summary: Text = Text(
    "schrijf de voorbeeldpakketten uit, met in manifest.json wat er van elk gezegd moet worden",
    "write out the example packages, with in manifest.json what must be said of each",
)

_OUT = Text("een nieuwe map, voor de pakketten en manifest.json", "a new folder, for the packages and manifest.json")
_FOLDER = Text("MAP", "DIR")
_DONE = Text("{count} pakketten in {out}", "{count} packages in {out}")


def declare(parser: Parser) -> None:
    """Declare the folder to write, and what to write in it."""
    parser.take("out", metavar=parser.say(_FOLDER), type=path, help=_OUT)
    take_corpus(parser)


def run(arguments: argparse.Namespace, face: Face) -> int:
    """Write everything, or nothing, and say how much."""
    from depotklaar.api import build_corpus

    laid = build_corpus(arguments.out, corpus=arguments.corpus, rules=arguments.rule)
    done = _DONE.fill(count=as_count(len(laid), face.language), out=arguments.out)
    print_lines([done.in_language(face.language)])
    return 0

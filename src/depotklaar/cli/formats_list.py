"""`formats list`: the format policies that come along."""

import argparse

from depotklaar.cli.formats_words import as_json, head_lines
from depotklaar.cli.help import Parser
from depotklaar.cli.interface import Face
from depotklaar.cli.terminal import print_bytes, print_lines
from depotklaar.language import Text

summary: Text = Text("noem de formatenlijsten die meekomen", "name the format policies that come along")

_JSON = Text("toon als JSON", "show as JSON")


def declare(parser: Parser) -> None:
    """Declare the form of the outcome."""
    parser.take("--json", action="store_true", help=_JSON)


def run(arguments: argparse.Namespace, face: Face) -> int:
    """Print name, title, manager, version, origin and numbers of every list."""
    import msgspec

    from depotklaar.jobs.policies import every_policy

    policies = every_policy()
    if arguments.json:
        heads = [as_json(policy)["formatenlijst"] for policy in policies]
        print_bytes(msgspec.json.format(msgspec.json.encode(heads), indent=2) + b"\n")
    else:
        print_lines(line for policy in policies for line in head_lines(policy, face.language))
    return 0
